/** What an item of the plan is called, and what to do then. */
import type { PlanItem } from '../../domain/follow-up.ts'
import { textIn } from '../../domain/question-set.ts'
import type { Language, QuestionSet, Step, Text } from '../../domain/question-set.ts'
import type { Messages } from '../../i18n/words.ts'

/** Words of the interface and of the set, in one language. */
export interface SetWords {
  readonly messages: Messages
  readonly language: Language
  readonly set: QuestionSet
}

export function setText({ language, set }: SetWords, text: Text | undefined): string {
  return textIn(text, language, set.defaultLanguage)
}

/** A name inside a sentence: `Бюджет` → `бюджет`; abbreviations such as `ЛПР` stay. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function stepOfItem(item: PlanItem, { set: { followUp } }: SetWords): Step | undefined {
  const id = 'step' in item ? item.step : undefined
  return [...followUp.steps, ...followUp.later].find(step => step.id === id)
}

/** The kind of the item with its number: `Касание 3`, with a total `Касание 3 из 12`. */
export function itemLabel(item: PlanItem, words: SetWords, total?: number): string {
  const { plan } = words.messages
  switch (item.kind) {
    case 'touch': return total === undefined ? plan.touch(item.number) : plan.touchOf(item.number, total)
    case 'first-reaction': return plan.firstReaction
    case 'recheck': return plan.recheck
    case 'ask': {
      const asked = words.set.questions.filter(question => item.questions.includes(question.id))
      const names = asked.map(question => inSentence(setText(words, question.name)))
      return names.length === 0 ? plan.askRest : plan.ask(names.join(', '))
    }
  }
}

/** The name of the set's step; empty where the item has none. */
export function itemStep(item: PlanItem, words: SetWords): string {
  return setText(words, stepOfItem(item, words)?.name)
}

/** `Касание 3 из 12: Уточнение информации`. */
export function itemName(item: PlanItem, words: SetWords, total?: number): string {
  return [itemLabel(item, words, total), itemStep(item, words)].filter(part => part !== '').join(': ')
}

/** What to do, in paragraphs: the step's instruction, or what to say for the questions that are to be asked. */
export function itemInstruction(item: PlanItem, words: SetWords): readonly string[] {
  switch (item.kind) {
    case 'touch':
    case 'first-reaction': return [setText(words, stepOfItem(item, words)?.instruction)].filter(text => text !== '')
    case 'recheck': return [words.messages.plan.recheckInstruction]
    case 'ask': return words.set.questions
      .filter(question => item.questions.includes(question.id))
      .map(question => setText(words, question.script))
  }
}

/** Edits of the choices of a question, bands and "cannot pay" included. Bands are added and removed by their edges (see `bands.ts`). */
import { choicesOf } from '../question-set.ts'
import type { Band, Choice, Language, Question, SetDraft, Text } from '../question-set.ts'
import { insert, isWhole, moveTo, put, putOrDrop } from './change.ts'
import { MOST_DAYS } from '../set-limits.ts'
import { nameOf, newId } from './new-id.ts'
import { changeQuestion } from './questions.ts'
import { fitsText, withWords, withWordsOrNone } from './words.ts'

function changeBand(band: Band, change: (choice: Choice) => Choice): Band {
  const { from, to, ...choice } = band
  return { ...change(choice), from, to }
}

/** The question with each of its choices put through `change`. */
export function mapChoices(question: Question, change: (choice: Choice) => Choice): Question {
  switch (question.kind) {
    case 'choice': return put(question, 'choices', question.choices.map(change))
    case 'yesno': return put(question, 'choices', [change(question.choices[0]), change(question.choices[1])])
    case 'money': {
      const changed = put(question, 'bands', question.bands.map(band => changeBand(band, change)))
      return putOrDrop(changed, 'cannotPay', changed.cannotPay && change(changed.cannotPay))
    }
    case 'horizon': return put(question, 'bands', question.bands.map(band => changeBand(band, change)))
    case 'text': return question
  }
}

function changeChoice(set: SetDraft, question: string, id: string, change: (choice: Choice) => Choice): SetDraft {
  return changeQuestion(set, question, asked => mapChoices(asked, choice => choice.id === id ? change(choice) : choice))
}

/** An id for a new choice of the question. */
export function freshChoiceId(set: SetDraft, question: Question, label: Text, taken: readonly string[]): string {
  return newId(nameOf(label, set.defaultLanguage), 'choice', [...choicesOf(question).map(choice => choice.id), ...taken])
}

/** With a new choice in a choice question; its id is made of the label. */
export function addChoice(set: SetDraft, question: string, label: Text, taken: readonly string[] = []): SetDraft {
  if (!fitsText(label)) return set
  return changeQuestion(set, question, asked => asked.kind === 'choice'
    ? put(asked, 'choices', insert(asked.choices, { id: freshChoiceId(set, asked, label, taken), label }))
    : asked)
}

/** With a copy right after the choice, of the same grade, sign and reason. */
export function duplicateChoice(set: SetDraft, question: string, id: string, taken: readonly string[] = []): SetDraft {
  return changeQuestion(set, question, (asked) => {
    if (asked.kind !== 'choice') return asked
    const index = asked.choices.findIndex(choice => choice.id === id)
    const choice = asked.choices[index]
    if (choice === undefined) return asked
    return put(asked, 'choices', insert(asked.choices, { ...choice, id: freshChoiceId(set, asked, choice.label, taken) }, index + 1))
  })
}

/** With the choice or band at another place: the order of the digit keys. */
export function moveChoice(set: SetDraft, question: string, id: string, to: number): SetDraft {
  return changeQuestion(set, question, (asked) => {
    if (asked.kind === 'choice') return put(asked, 'choices', moveTo(asked.choices, asked.choices.findIndex(choice => choice.id === id), to))
    if (asked.kind !== 'money' && asked.kind !== 'horizon') return asked
    return put(asked, 'bands', moveTo(asked.bands, asked.bands.findIndex(band => band.id === id), to))
  })
}

/** With other words in one language; a label for clients without words is left out. */
export function setChoiceText(set: SetDraft, question: string, id: string, which: 'label' | 'clientLabel', language: Language, words: string): SetDraft {
  return changeChoice(set, question, id, choice => which === 'label'
    ? put(choice, which, withWords(choice.label, language, words))
    : putOrDrop(choice, which, withWordsOrNone(choice.clientLabel, language, words)))
}

/** What a choice counts and leads to. */
export type ChoiceMark = 'grade' | 'sign' | 'reason' | 'channel' | 'shelfLifeDays'

/** With this mark, or without it; a shelf life is whole days. Whether the reason is there is the doctor's to tell. */
export function setChoiceMark<M extends ChoiceMark>(set: SetDraft, question: string, id: string, mark: M, value: Choice[M] | undefined): SetDraft {
  if (typeof value === 'number' && !isWhole(value, 0, MOST_DAYS)) return set
  return changeChoice(set, question, id, choice => putOrDrop<Choice, M>(choice, mark, value))
}

/** With the choice "cannot pay" in a money question: coefficient 0 whatever the amount. */
export function addCannotPay(set: SetDraft, question: string, label: Text, taken: readonly string[] = []): SetDraft {
  if (!fitsText(label)) return set
  return changeQuestion(set, question, asked => asked.kind === 'money' && asked.cannotPay === undefined
    ? put(asked, 'cannotPay', { id: freshChoiceId(set, asked, label, taken), label, sign: 'minus' })
    : asked)
}

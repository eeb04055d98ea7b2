/** What was answered, and what of it counts. */
import { bandAt, choicesOf } from './question-set.ts'
import type { Choice, Grade, Question, QuestionSet, Sign } from './question-set.ts'
import { GRADES } from './question-set.ts'

export const OFFER_ANSWERS = ['yes', 'no', 'unknown'] as const
export type OfferAnswer = (typeof OFFER_ANSWERS)[number]

/**
 * One answer. `amount` answers a money question by a sum in the set's currency; `date` (YYYY-MM-DD) is the day that a
 * client named in a horizon question; `offer` answers its sub-question; `said` is what the client said when no choice fits.
 */
export type Answer =
  | { readonly kind: 'choice'; readonly choice: string; readonly offer?: OfferAnswer; readonly date?: string }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown'; readonly said?: string }

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer>>

/** The answer to a question, own properties only (ids come from stored data). */
export function answerTo(answers: Answers, question: string): Answer | undefined {
  return Object.hasOwn(answers, question) ? answers[question] : undefined
}

/**
 * What one question gives to code and class. `hidden`: its `askIf` does not hold; `open`: not known (not asked, unknown,
 * or a horizon whose offer question is still to be asked); `known`: a choice with its grade and sign after lifting.
 */
export type Outcome =
  | { readonly state: 'hidden' }
  | { readonly state: 'open' }
  | { readonly state: 'known'; readonly choice: Choice; readonly grade?: Grade; readonly sign?: Sign }

const HIDDEN: Outcome = { state: 'hidden' }
const OPEN: Outcome = { state: 'open' }

/** The choice that an answer stands for: the one chosen, or the band of the typed sum. An answer that no longer fits gives none. */
export function chosen(question: Question, answer: Answer | undefined): Choice | undefined {
  if (answer === undefined) return undefined
  switch (answer.kind) {
    case 'choice': return choicesOf(question).find(choice => choice.id === answer.choice)
    case 'amount': return question.kind === 'money' ? bandAt(question.bands, answer.amount) : undefined
    case 'text':
    case 'unknown': return undefined
  }
}

/** One letter better; A stays A. */
export function lifted(grade: Grade): Grade {
  return GRADES[Math.max(0, GRADES.indexOf(grade) - 1)] ?? grade
}

/** Must the question "ready now for a good offer?" still be asked for this answer? */
export function offerIsOpen(question: Question, answer: Answer | undefined): boolean {
  if (question.kind !== 'horizon' || question.offer === undefined || answer?.kind !== 'choice') return false
  const band = chosen(question, answer)
  return band !== undefined && band.sign !== 'plus' && answer.offer === undefined
}

function known(choice: Choice, grade: Grade | undefined, sign: Sign | undefined): Outcome {
  return { state: 'known', choice, ...(grade !== undefined && { grade }), ...(sign !== undefined && { sign }) }
}

/** What this answer gives when the question is visible. */
export function outcomeOf(question: Question, answer: Answer | undefined): Outcome {
  const choice = chosen(question, answer)
  if (choice === undefined || offerIsOpen(question, answer)) return OPEN
  const lifts = question.kind === 'horizon' && question.offer !== undefined && choice.sign !== 'plus'
    && answer?.kind === 'choice' && answer.offer === 'yes'
  return lifts
    ? known(choice, choice.grade && lifted(choice.grade), 'plus')
    : known(choice, choice.grade, choice.sign)
}

/** The outcome of every question of the set, by id, in order; `askIf` looks at earlier questions only. */
export function outcomes(set: QuestionSet, answers: Answers): ReadonlyMap<string, Outcome> {
  const result = new Map<string, Outcome>()
  const visibleChoice = new Map<string, string>()
  for (const question of set.questions) {
    const answer = answerTo(answers, question.id)
    const visible = (question.askIf ?? []).every(condition => condition.choices.includes(visibleChoice.get(condition.question) ?? ''))
    result.set(question.id, visible ? outcomeOf(question, answer) : HIDDEN)
    const choice = visible ? chosen(question, answer) : undefined
    if (choice) visibleChoice.set(question.id, choice.id)
  }
  return result
}

/** Is the question asked, given the answers so far? */
export function isVisible(set: QuestionSet, answers: Answers, question: string): boolean {
  const asked = set.questions.find(each => each.id === question)
  return asked?.askIf === undefined || outcomes(set, answers).get(question)?.state !== 'hidden'
}

/** Was the question dealt with: answered, with its offer question where there is one, or said to be unknown? */
export function isAnswered(question: Question, answer: Answer | undefined): boolean {
  if (answer === undefined || offerIsOpen(question, answer)) return false
  switch (answer.kind) {
    case 'unknown': return true
    case 'text': return question.kind === 'text' && answer.text.trim() !== ''
    case 'choice':
    case 'amount': return chosen(question, answer) !== undefined
  }
}

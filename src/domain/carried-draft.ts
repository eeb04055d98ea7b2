/** A run that changes its question set halfway. */
import { chosen } from './answers.ts'
import type { Answer, Answers } from './answers.ts'
import type { Draft } from './draft.ts'
import { setReference } from './question-set.ts'
import type { Question, QuestionSet } from './question-set.ts'

function fits(question: Question | undefined, answer: Answer): boolean {
  if (question === undefined) return false
  return answer.kind === 'unknown' || (answer.kind === 'text' ? question.kind === 'text' : chosen(question, answer) !== undefined)
}

/**
 * The draft to go on from in `set`. Of `from`, the draft of the set that is left, goes along what the set asks, too; below it lies
 * what was answered in this set before (`before`), and below that what the lead holds (`held`).
 */
export function carriedDraft(set: QuestionSet, from: Draft, before: Draft | undefined, held: Answers): Draft {
  const question = (id: string) => set.questions.find(one => one.id === id)
  const along = Object.fromEntries(Object.entries(from.answers).filter(([id, answer]) => fits(question(id), answer)))
  const answers = { ...held, ...before?.answers, ...along }
  const answered = [...new Set([...before?.answered ?? [], ...from.answered])]
  return {
    ...from,
    set: setReference(set),
    answers,
    answered: answered.filter(id => Object.hasOwn(answers, id)),
    notes: { ...before?.notes, ...Object.fromEntries(Object.entries(from.notes).filter(([id]) => question(id))) },
  }
}

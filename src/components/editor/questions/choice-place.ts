import type { Question } from '../../../domain/question-set.ts'

/** Where the choice of this digit key stands in its question. */
export function placeOfChoice(question: Question, index: number): string {
  if (question.kind !== 'money' && question.kind !== 'horizon') return `choices[${index}]`
  return index < question.bands.length ? `bands[${index}]` : 'cannotPay'
}

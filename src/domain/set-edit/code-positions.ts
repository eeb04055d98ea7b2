/** Edits of the code: its positions, and the questions of each; the worst grade of a position counts. */
import { isGraded } from '../question-set.ts'
import type { CodePosition, SetDraft } from '../question-set.ts'
import { changeAt, insert, moveTo, put, removeAt } from './change.ts'

function changeCode(set: SetDraft, change: (code: readonly CodePosition[]) => readonly CodePosition[]): SetDraft {
  return put(set, 'code', change(set.code))
}

function mayBeCoded(set: SetDraft, question: string): boolean {
  return set.questions.some(each => each.id === question && isGraded(each))
}

/** With a position for this question, which must have grades. */
export function addPosition(set: SetDraft, question: string, at = set.code.length): SetDraft {
  return mayBeCoded(set, question) ? changeCode(set, code => insert(code, { questions: [question] }, at)) : set
}

export function removePosition(set: SetDraft, position: number): SetDraft {
  return changeCode(set, code => removeAt(code, position))
}

export function movePosition(set: SetDraft, position: number, to: number): SetDraft {
  return changeCode(set, code => moveTo(code, position, to))
}

/** With the question counting in this position, too. */
export function addToPosition(set: SetDraft, position: number, question: string): SetDraft {
  if (!mayBeCoded(set, question)) return set
  return changeCode(set, code => changeAt(code, position, each => each.questions.includes(question)
    ? each
    : put(each, 'questions', insert(each.questions, question))))
}

/** Without the question in this position; a position of no question goes. */
export function removeFromPosition(set: SetDraft, position: number, question: string): SetDraft {
  const left = set.code[position]?.questions.filter(each => each !== question)
  if (left === undefined) return set
  return changeCode(set, code => left.length === 0 ? removeAt(code, position) : changeAt(code, position, each => put(each, 'questions', left)))
}

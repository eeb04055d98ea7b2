/** Edits of what clients object to a question, and of the replies. */
import type { Language, Objection, Question, SetDraft } from '../question-set.ts'
import { changeAt, insert, moveTo, put, putOrDrop, removeAt } from './change.ts'
import { changeQuestion } from './questions.ts'
import { withWords } from './words.ts'

function changeObjections(set: SetDraft, id: string, change: (all: readonly Objection[]) => readonly Objection[]): SetDraft {
  return changeQuestion(set, id, (question: Question) => {
    const before = question.objections ?? []
    const after = change(before)
    return after === before ? question : putOrDrop(question, 'objections', after.length === 0 ? undefined : after)
  })
}

export function addObjection(set: SetDraft, id: string): SetDraft {
  return changeObjections(set, id, all => insert(all, { says: {}, reply: {} }))
}

export function removeObjection(set: SetDraft, id: string, index: number): SetDraft {
  return changeObjections(set, id, all => removeAt(all, index))
}

export function moveObjection(set: SetDraft, id: string, index: number, to: number): SetDraft {
  return changeObjections(set, id, all => moveTo(all, index, to))
}

/** With other words in one language. */
export function setObjectionText(set: SetDraft, id: string, index: number, which: keyof Objection, language: Language, words: string): SetDraft {
  return changeObjections(set, id, all => changeAt(all, index, objection => put(objection, which, withWords(objection[which], language, words))))
}

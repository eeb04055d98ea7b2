/** Edits of the reasons why a lead is of class C. Removing one is in `removal.ts`: choices name it. */
import type { Language, Reason, SetDraft, Text } from '../question-set.ts'
import { MOST_DAYS } from '../set-limits.ts'
import { changeOf, insert, isWhole, moveTo, put, putOrDrop } from './change.ts'
import { nameOf, newId } from './new-id.ts'
import { fitsText, withWords } from './words.ts'

function changeReasons(set: SetDraft, change: (reasons: readonly Reason[]) => readonly Reason[]): SetDraft {
  return put(set, 'reasons', change(set.reasons))
}

/** With a new reason; its id is made of the label. */
export function addReason(set: SetDraft, label: Text, taken: readonly string[] = []): SetDraft {
  if (!fitsText(label)) return set
  const id = newId(nameOf(label, set.defaultLanguage), 'reason', [...set.reasons.map(reason => reason.id), ...taken])
  return changeReasons(set, reasons => insert(reasons, { id, label }))
}

export function moveReason(set: SetDraft, id: string, to: number): SetDraft {
  return changeReasons(set, reasons => moveTo(reasons, reasons.findIndex(reason => reason.id === id), to))
}

export function setReasonText(set: SetDraft, id: string, language: Language, words: string): SetDraft {
  return changeReasons(set, reasons => changeOf(reasons, id, reason => put(reason, 'label', withWords(reason.label, language, words))))
}

/** With whole days after which such a lead is looked at again; none: as the set says for class C. */
export function setReasonRecheck(set: SetDraft, id: string, days: number | undefined): SetDraft {
  if (days !== undefined && !isWhole(days, 0, MOST_DAYS)) return set
  return changeReasons(set, reasons => changeOf(reasons, id, reason => putOrDrop(reason, 'recheckDays', days)))
}

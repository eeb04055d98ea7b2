/** Edits of what holds for the whole set: name, language, style, letters, currency, notices, texts, stages. */
import { GRADES } from '../question-set.ts'
import type { Language, LeadClass, Notices, SetDraft, Style } from '../question-set.ts'
import { FEWEST_LETTERS } from '../set-limits.ts'
import type { SetTexts } from '../set-texts.ts'
import { isWhole, isWithin, put, putOrDrop } from './change.ts'
import { withWords, withWordsOrNone } from './words.ts'

export function setName(set: SetDraft, language: Language, words: string): SetDraft {
  return put(set, 'name', withWords(set.name, language, words))
}

/** With another default language; that every text has it is the doctor's to tell. */
export function setDefaultLanguage(set: SetDraft, language: Language): SetDraft {
  return put(set, 'defaultLanguage', language)
}

export function setStyle(set: SetDraft, style: Style): SetDraft {
  return put(set, 'style', style)
}

/** With an alphabet of so many letters, 2 to 5; grades outside it are the doctor's to tell. */
export function setLetters(set: SetDraft, letters: number): SetDraft {
  return isWhole(letters, FEWEST_LETTERS, GRADES.length) ? put(set, 'letters', letters) : set
}

/** With another currency, an ISO 4217 code. */
export function setCurrency(set: SetDraft, currency: string): SetDraft {
  return /^[A-Z]{3}$/.test(currency) ? put(set, 'currency', currency) : set
}

/** May the screen ask first what decides most? */
export function setReorder(set: SetDraft, reorder: boolean): SetDraft {
  return put(set, 'reorder', reorder)
}

/** With another amount from which an order is large. */
export function setLargeOrder(set: SetDraft, amount: number): SetDraft {
  return isWithin(amount, 0, Number.MAX_VALUE) ? put(set, 'notices', put(set.notices, 'largeOrder', amount)) : set
}

/** With the meaning of "AAA" in reactions and notices. */
export function setHot(set: SetDraft, hot: Notices['hot']): SetDraft {
  return put(set, 'notices', put(set.notices, 'hot', hot))
}

/** With the set's own words for what a save sends; none: the app's. */
export function setSentText(set: SetDraft, which: keyof SetTexts, language: Language, words: string): SetDraft {
  const before = set.texts ?? {}
  const texts = putOrDrop<SetTexts, keyof SetTexts>(before, which, withWordsOrNone(before[which], language, words))
  return putOrDrop(set, 'texts', Object.keys(texts).length === 0 ? undefined : texts)
}

/** With the portal stage to which a lead of this class is moved; none: it stays where it is. */
export function setStage(set: SetDraft, leadClass: LeadClass, stage: string | undefined): SetDraft {
  const stages = putOrDrop<NonNullable<SetDraft['stages']>, LeadClass>(set.stages ?? {}, leadClass, stage)
  return putOrDrop(set, 'stages', Object.keys(stages).length === 0 ? undefined : stages)
}

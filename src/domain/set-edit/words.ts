/** Edits of a text in one language. */
import type { Language, Text } from '../question-set.ts'
import { LONGEST_TEXT } from '../set-limits.ts'
import { putOrDrop } from './change.ts'

/** The text with these words; no words leave the language out, too many change nothing. */
export function withWords(text: Text, language: Language, words: string): Text {
  if (words.length > LONGEST_TEXT) return text
  return putOrDrop(text, language, words === '' ? undefined : words)
}

/** The same for a text that may be missing: it is, as soon as it has no words in any language. */
export function withWordsOrNone(text: Text | undefined, language: Language, words: string): Text | undefined {
  const after = withWords(text ?? {}, language, words)
  return Object.keys(after).length === 0 ? undefined : after
}

/** May this text be stored? */
export function fitsText(text: Text): boolean {
  return Object.values(text).every(words => words.length <= LONGEST_TEXT)
}

import { LONGEST_TEXT } from '../../../domain/set-limits.ts'
import type { EditorMessages } from '../../../i18n/editor-words.ts'

/** Why nothing new can be called so; empty when it can. */
export function labelProblem(text: string, needed: string, { tooLong }: EditorMessages['fields']): string {
  if (text.trim() === '') return needed
  return text.trim().length > LONGEST_TEXT ? tooLong(LONGEST_TEXT, text.trim().length) : ''
}

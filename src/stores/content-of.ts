/** Telling whether two runs say the same. */
import type { Draft } from '../domain/draft.ts'

/** What makes two runs the same for whoever reads them. */
export function contentOf({ answers, notes, namedDate }: Pick<Draft, 'answers' | 'notes'> & { readonly namedDate?: string | undefined }): string {
  return JSON.stringify([Object.entries(answers).sort(), Object.entries(notes).sort(), namedDate ?? ''])
}

/** The public part of a set as the text that stands in the page of a site. */
import * as v from 'valibot'
import { MOST_PUBLIC_QUESTIONS } from './public-set.ts'
import type { PublicSet } from './public-set.ts'
import { LANGUAGES } from './question-set.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import { LONGEST_TEXT, MOST_ENTRIES } from './set-limits.ts'
import { Id, parseJson, wholeIn } from './stored.ts'
import type { Unreadable } from './stored.ts'

export const PUBLIC_SET_FORMAT = 1

const Words = v.pipe(v.string(), v.maxLength(LONGEST_TEXT))
const StoredText = v.strictObject({ ru: v.exactOptional(Words), en: v.exactOptional(Words) })
const FieldCode = v.pipe(v.string(), v.regex(/^UF_CRM_[A-Z0-9_]{1,43}$/, 'UF_CRM_…'))
const Positive = wholeIn(1, Number.MAX_SAFE_INTEGER)
const few = <T>(item: v.GenericSchema<unknown, T>, most: number) => v.pipe(v.array(item), v.maxLength(most), v.readonly())

const Stored = v.strictObject({
  format: v.literal(PUBLIC_SET_FORMAT),
  id: Id,
  version: Positive,
  defaultLanguage: v.picklist(LANGUAGES),
  languages: few(v.picklist(LANGUAGES), LANGUAGES.length),
  reference: FieldCode,
  questions: few(v.strictObject({
    id: Id,
    field: FieldCode,
    wording: StoredText,
    choices: few(v.strictObject({ id: Id, label: StoredText, item: Positive }), MOST_ENTRIES),
    askIf: v.exactOptional(few(v.strictObject({ question: Id, choices: few(Id, MOST_ENTRIES) }), MOST_ENTRIES)),
  }), MOST_PUBLIC_QUESTIONS),
})

/** `parsePublicSet` reads it back equal. */
export function printPublicSet(set: PublicSet): string {
  return JSON.stringify({ format: PUBLIC_SET_FORMAT, ...set })
}

/** Reads it, and nothing that is not one. */
export function parsePublicSet(text: string): Result<PublicSet, Unreadable> {
  const result = parseJson(Stored, PUBLIC_SET_FORMAT, text)
  if (!result.ok) return result
  const { format: _, ...set } = result.value
  return ok(set)
}

/** Which user field of this portal holds what, and which list item stands for which choice. Kept in an app option. */
import * as v from 'valibot'
import type { LeadClass } from '../domain/question-set.ts'
import type { Result } from '../domain/result.ts'
import { Id, parseJson, wholeIn } from '../domain/stored.ts'
import type { Unreadable } from '../domain/stored.ts'

/** The lead fields that are there whatever the set asks. */
export const RESULT_FIELDS = [
  'code', 'class', 'coefficient', 'purchaseDate', 'nextTouch', 'important', 'reason', 'set', 'qualifiedAt', 'qualifiedBy', 'run',
] as const
export type ResultField = (typeof RESULT_FIELDS)[number]

export interface FieldMap {
  /** Field code (`UF_CRM_…`) by what it holds. */
  readonly results: Readonly<Record<ResultField, string>>
  /** Field code by question id. */
  readonly answers: Readonly<Record<string, string>>
  /** List item id by choice id, by question id. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly classes: Readonly<Record<LeadClass, number>>
  /** List item id by reason id. */
  readonly reasons: Readonly<Record<string, number>>
}

export const FIELD_MAP_FORMAT = 1

const FieldCode = v.pipe(v.string(), v.regex(/^UF_CRM_[A-Z0-9_]{1,43}$/, 'UF_CRM_…'))
const ItemId = wholeIn(1, Number.MAX_SAFE_INTEGER)

const Stored = v.strictObject({
  format: v.literal(FIELD_MAP_FORMAT),
  results: v.strictObject({
    code: FieldCode, class: FieldCode, coefficient: FieldCode, purchaseDate: FieldCode, nextTouch: FieldCode, important: FieldCode,
    reason: FieldCode, set: FieldCode, qualifiedAt: FieldCode, qualifiedBy: FieldCode, run: FieldCode,
  } satisfies Record<ResultField, unknown>),
  answers: v.record(Id, FieldCode),
  choices: v.record(Id, v.record(Id, ItemId)),
  classes: v.strictObject({ A: ItemId, B: ItemId, C: ItemId }),
  reasons: v.record(Id, ItemId),
})

export function printFieldMap(map: FieldMap): string {
  return JSON.stringify({ format: FIELD_MAP_FORMAT, ...map })
}

export function parseFieldMap(text: string): Result<FieldMap, Unreadable> {
  const result = parseJson(Stored, FIELD_MAP_FORMAT, text)
  if (!result.ok) return result
  const { format: _, ...map } = result.value
  return { ok: true, value: map }
}

/** The key whose list item has this id. */
export function keyOfItem<K extends string>(items: Readonly<Record<K, number>>, id: number): K | undefined {
  return (Object.keys(items) as K[]).find(key => items[key] === id)
}

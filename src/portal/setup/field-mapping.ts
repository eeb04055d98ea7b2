/** Fields of the portal that hold what else ours would: chosen by an administrator, kept in the field map. */
import type { FieldMap } from '../field-map.ts'
import { isFitting, itemIn } from './user-fields.ts'
import type { UserField } from './user-fields.ts'
import type { WantedField } from './wanted-fields.ts'

/** A chosen field by the code that ours would have; null where ours is to be used after all. */
export type FieldMapping = Readonly<Record<string, { readonly code: string; readonly items: Readonly<Record<string, number>> } | null>>

/** What was chosen when this map was published. */
export function mappingIn(map: FieldMap, wanted: readonly WantedField[]): FieldMapping {
  const entries = wanted.flatMap(({ holds, code: own }) => {
    const code = 'question' in holds ? map.answers[holds.question] : map.results[holds.result]
    if (code === undefined || code === own) return []
    const items = 'question' in holds ? map.choices[holds.question] : holds.result === 'class' ? map.classes : holds.result === 'reason' ? map.reasons : {}
    return [[own, { code, items: items ?? {} }] as const]
  })
  return Object.fromEntries(entries)
}

/** The wanted fields with the chosen ones in place of ours; one that is gone from the portal is no choice any more. */
export function withMapping(wanted: readonly WantedField[], mapping: FieldMapping, existing: readonly UserField[]): readonly WantedField[] {
  return wanted.map((field) => {
    const chosen = mapping[field.code]
    return chosen && existing.some(one => one.FIELD_NAME === chosen.code) ? { ...field, code: chosen.code, given: chosen.items, instead: field.code } : field
  })
}

/** The code that our own field has, or would have. */
export function ownCode({ code, instead }: WantedField): string {
  return instead ?? code
}

/** Fields that could hold this one: of the same type, of one value, and none that the app holds something else in. */
export function candidatesFor(field: WantedField, wanted: readonly WantedField[], existing: readonly UserField[]): readonly UserField[] {
  const taken = new Set(wanted.map(({ code }) => code))
  return existing.filter(one => isFitting(one, field.type) && !taken.has(one.FIELD_NAME))
}

/** The field's items by our keys, as far as their words are the same. */
export function matchItems(field: UserField, items: WantedField['items']): Readonly<Record<string, number>> {
  return Object.fromEntries(items.flatMap((item) => {
    const found = itemIn(field, item, {})
    return found ? [[item.key, found.ID] as const] : []
  }))
}

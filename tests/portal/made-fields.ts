/** User fields as a portal has them when everything that the sets want is there. */
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { compareFields, mapFields } from '../../src/portal/setup/user-fields.ts'
import type { UserField } from '../../src/portal/setup/user-fields.ts'
import { wantedFields } from '../../src/portal/setup/wanted-fields.ts'
import type { FieldMap } from '../../src/portal/field-map.ts'

/** Field ids from 1, item ids from 101, in the order wanted. */
export function madeFields(sets: readonly QuestionSet[]): readonly UserField[] {
  let item = 100
  return wantedFields(sets).map(({ code, type, items }, index) => ({
    ID: index + 1,
    FIELD_NAME: code,
    USER_TYPE_ID: type,
    LIST: items.map(({ label, xmlId }) => ({ ID: ++item, VALUE: label, XML_ID: xmlId })),
  }))
}

export function mapOf(sets: readonly QuestionSet[]): FieldMap {
  const map = mapFields(compareFields(wantedFields(sets), madeFields(sets)))
  if (!map.ok) throw new Error('fields that are all there make a map')
  return map.value
}

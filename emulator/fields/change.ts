import type { CrmItem, EntityTypeId, FieldValue, MultiField, UserField } from '../entities.ts'
import type { ItemChange } from '../items.ts'
import { multiField } from '../multi-fields.ts'
import type { Context } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { isRecord, listOf, numberOf, recordOf, textOf } from '../rest/params.ts'
import { CONTACT_TYPES } from './shared.ts'
import { coerceStandard } from './standard.ts'
import { standardField, type NameFamily } from './types.ts'
import { camelName, coerceUserField, userFieldsOf } from './user-field.ts'
import { requireAllowed } from './write-rules.ts'

export interface ChangeNames {
  readonly type: EntityTypeId
  readonly family: NameFamily
  readonly original: boolean
}

/** Reads `fields` of a write. Unknown and read-only names are dropped without a word; a value that a field cannot hold is refused. */
export function changeOf(context: Context, names: ChangeNames, fields: Record<string, unknown>, item?: CrmItem): ItemChange {
  const userFields = userFieldsOf(context.state, names.type)
  const values: Record<string, FieldValue> = {}
  for (const [name, raw] of Object.entries(fields)) {
    const spec = standardField(names.type, name, names.family)
    if (spec) {
      if (spec.readOnly || spec.type === 'crm_multifield') continue
      // docs: conversion is not available to the classic methods, they drop the link to the lead
      if (names.family === 'classic' && spec.name === 'leadId') continue
      values[spec.name] = accepted(names, name, coerceStandard(context.state, spec, raw))
      continue
    }
    const field = userFields.find(one => (names.original ? one.name : camelName(one.name)) === name)
    if (!field || leavesMultiple(names, field, raw)) continue
    values[field.name] = accepted(names, name, checkedUserField(names, field, raw))
  }
  requireAllowed(context, names, values, item)
  const fm = names.family === 'item' ? universalContacts(context, fields, item) : classicContacts(context, fields, item)
  return fm ? { values, fm } : { values }
}

/** An empty list does not clear a multiple field in the universal methods (`crm-item-update.md`). */
function leavesMultiple(names: ChangeNames, field: UserField, raw: unknown): boolean {
  return names.family === 'item' && field.multiple && Array.isArray(raw) && raw.length === 0
}

function checkedUserField(names: ChangeNames, field: UserField, raw: unknown): FieldValue | undefined {
  const scalar = textOf(raw)
  if (names.family === 'item' && field.multiple && scalar !== undefined && scalar !== '') {
    throw new PortalError(400, '100', `Expected iterable value for multiple field, but got ${typeof raw === 'number' ? 'integer' : 'string'} instead`)
  }
  return coerceUserField(field, raw)
}

function accepted(names: ChangeNames, name: string, value: FieldValue | undefined): FieldValue {
  if (value !== undefined) return value
  throw new PortalError(400, names.family === 'item' ? 'CRM_FIELD_ERROR_VALUE_NOT_VALID' : '', `Invalid value for field "${name}"`)
}

/** `fm` of the universal methods: an object by id or by `n0`, `n1` …; without `typeId` an entry is left out. */
function universalContacts(context: Context, fields: Record<string, unknown>, item: CrmItem | undefined): readonly MultiField[] | undefined {
  const given = recordOf(fields['fm'])
  if (!given) return undefined
  let contacts = item?.fm ?? []
  for (const [key, entry] of Object.entries(given)) {
    if (!isRecord(entry)) continue
    const typeId = textOf(entry['typeId'])
    if (typeId === undefined || !CONTACT_TYPES.some(one => one === typeId)) continue
    contacts = withContact(context, contacts, numberOf(key), typeId, textOf(entry['valueType']), textOf(entry['value']) ?? '')
  }
  return contacts
}

/** `PHONE`, `EMAIL` … of the classic methods: with `ID` an entry is changed, without it is added, empty it is removed. */
function classicContacts(context: Context, fields: Record<string, unknown>, item: CrmItem | undefined): readonly MultiField[] | undefined {
  if (!CONTACT_TYPES.some(type => fields[type] !== undefined)) return undefined
  let contacts = item?.fm ?? []
  for (const type of CONTACT_TYPES) {
    for (const entry of listOf(fields[type])) {
      if (!isRecord(entry)) continue
      const value = entry['DELETE'] === 'Y' ? '' : textOf(entry['VALUE']) ?? ''
      contacts = withContact(context, contacts, numberOf(entry['ID']), type, textOf(entry['VALUE_TYPE']), value)
    }
  }
  return contacts
}

function withContact(
  { store }: Context,
  contacts: readonly MultiField[],
  id: number | undefined,
  typeId: string,
  valueType: string | undefined,
  value: string,
): readonly MultiField[] {
  const held = contacts.find(one => one.id === id)
  if (held) {
    if (value === '') return contacts.filter(one => one !== held)
    return contacts.map(one => one === held ? multiField(held.id, typeId, valueType ?? held.valueType, value) : one)
  }
  return value === '' ? contacts : [...contacts, multiField(store.nextId('fm'), typeId, valueType ?? 'WORK', value)]
}

import type { CrmItem, UserField } from '../entities.ts'
import { classicStandardValue } from './standard.ts'
import { CONTACT_TYPES } from './shared.ts'
import { FIELDS } from './types.ts'
import { classicUserValue } from './user-field.ts'

/** A record as `crm.lead.get` and its like print it: text or null, multiple fields only if they have values. */
export function classicView(item: CrmItem, userFields: readonly UserField[]): Record<string, unknown> {
  const view = classicColumns(item, userFields, () => true)
  for (const type of CONTACT_TYPES) {
    const values = contactValues(item, type)
    if (values.length > 0) view[type] = values
  }
  return view
}

/** A row of `crm.lead.list`: `*` is everything but user and multiple fields, `UF_*` the user fields. */
export function classicRow(item: CrmItem, userFields: readonly UserField[], select: readonly string[]): Record<string, unknown> {
  const all = select.length === 0 || select.includes('*')
  const allUser = select.includes('UF_*')
  const view = classicColumns(item, userFields, (name, own) => name === 'ID' || (own ? allUser : all) || select.includes(name))
  for (const type of CONTACT_TYPES) if (select.includes(type)) view[type] = contactValues(item, type)
  return view
}

function classicColumns(item: CrmItem, userFields: readonly UserField[], shown: (name: string, userField: boolean) => boolean): Record<string, unknown> {
  const view: Record<string, unknown> = {}
  for (const spec of FIELDS[item.entityTypeId]) {
    if (spec.shown === 'item' || spec.type === 'crm_multifield' || !shown(spec.upper, false)) continue
    view[spec.upper] = spec.name === 'id' ? String(item.id) : classicStandardValue(spec, item.values[spec.name])
  }
  for (const field of userFields) if (shown(field.name, true)) view[field.name] = classicUserValue(field, item.values[field.name])
  return view
}

function contactValues(item: CrmItem, type: string): unknown[] {
  return item.fm.filter(one => one.typeId === type).map(({ id, valueType, value, typeId }) => ({
    ID: String(id), VALUE_TYPE: valueType, VALUE: value, TYPE_ID: typeId,
  }))
}

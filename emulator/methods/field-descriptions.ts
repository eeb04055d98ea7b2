import type { UserField } from '../entities.ts'
import type { FieldSpec } from '../fields/spec.ts'

/** A standard field as the `…fields` methods describe it. */
export function describeField(spec: FieldSpec): Record<string, unknown> {
  return {
    type: spec.type === 'boolean' ? 'boolean' : spec.type,
    isRequired: false,
    isReadOnly: spec.readOnly,
    isImmutable: false,
    isMultiple: spec.multiple,
    isDynamic: false,
    ...(spec.statusType === undefined ? {} : { statusType: spec.statusType }),
    title: spec.title,
  }
}

/** A user field with its list items; the classic methods add labels. */
export function describeUserField(field: UserField): Record<string, unknown> {
  return {
    type: field.type,
    isRequired: field.mandatory,
    isReadOnly: false,
    isImmutable: false,
    isMultiple: field.multiple,
    isDynamic: true,
    ...(field.type === 'enumeration' ? { items: field.list.map(item => ({ ID: String(item.id), VALUE: item.value })) } : {}),
    title: field.labels['EDIT_FORM_LABEL']?.['ru'] || field.name,
    settings: field.settings,
  }
}

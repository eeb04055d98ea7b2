import { dayOf } from '../portal-time.ts'
import type { CrmItem, FieldValue, UserField } from '../entities.ts'
import { html, type Html } from './html.ts'
import type { Visit } from './visit.ts'

/** The record's user fields with their labels and the words of their lists; an empty value shows as a dash. */
export function userFieldRows(visit: Visit, item: CrmItem | undefined, entityTypeId: number): readonly Html[] {
  return visit.portal.store.state.userFields.all()
    .filter((field) => field.entityTypeId === entityTypeId)
    .sort((one, other) => one.sort - other.sort || one.id - other.id)
    .map((field) => html`<div data-field="${field.name}"><dt>${label(field, visit.lang)}</dt><dd>${
      listOf(item?.values[field.name]).map((value) => shown(visit, field, value)).join(', ') || '—'
    }</dd></div>`)
}

function label({ labels, name }: UserField, lang: string): string {
  const texts = labels['EDIT_FORM_LABEL'] ?? {}
  return texts[lang] || Object.values(texts).find(Boolean) || name
}

function listOf(value: FieldValue | undefined): readonly (string | number)[] {
  if (value === undefined || value === null || value === '') return []
  return typeof value === 'object' ? [...value] : [value]
}

function shown({ words, time }: Visit, { type, list }: UserField, value: string | number): string {
  switch (type) {
    case 'enumeration':
      return list.find(({ id }) => String(id) === String(value))?.value ?? String(value)
    case 'boolean':
      return ['1', 'Y'].includes(String(value)) ? words.yes : words.no
    case 'datetime':
      return typeof value === 'number' ? time(value) : value
    case 'date':
      return typeof value === 'number' ? dayOf(value) : value
    default:
      return String(value)
  }
}

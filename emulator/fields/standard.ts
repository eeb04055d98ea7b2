import type { FieldValue } from '../entities.ts'
import { dayOf, formatDay, formatInstant, parseInstant } from '../portal-time.ts'
import { flagOf, listOf, numberOf, textOf } from '../rest/params.ts'
import type { PortalState } from '../store.ts'
import type { FieldSpec } from './spec.ts'

/** Longest text of a one-line field. */
const LINE = 255

/** Value as it is kept, or `undefined` for one that the field cannot hold. */
export function coerceStandard(state: PortalState, spec: FieldSpec, raw: unknown): FieldValue | undefined {
  if (spec.multiple) return listOf(raw).map(numberOf).filter(one => one !== undefined)
  if (spec.type === 'boolean') {
    const flag = flagOf(raw)
    return flag === undefined ? undefined : flag ? 'Y' : 'N'
  }
  if (raw === null || raw === undefined || raw === '' || raw === false) return spec.type === 'double' ? 0 : null
  const text = textOf(raw)
  if (text === undefined) return undefined
  switch (spec.type) {
    case 'double':
      return numberOf(raw)
    case 'integer':
    case 'user':
    case 'crm_company':
    case 'crm_contact':
    case 'crm_lead':
    case 'crm_category': {
      const number = numberOf(raw)
      return number === undefined ? undefined : number === 0 && spec.type !== 'crm_category' ? null : Math.trunc(number)
    }
    case 'datetime':
      return parseInstant(text)
    case 'date': {
      const at = parseInstant(text)
      return at === undefined ? undefined : dayOf(at)
    }
    case 'crm_status':
      return state.statuses.all().some(status => status.entityId === spec.statusType && status.statusId === text) ? text : undefined
    case 'string':
      return text.slice(0, LINE)
    case 'text':
    case 'crm_currency':
    case 'location':
    case 'crm_multifield':
      return text
  }
}

/** As `crm.item.*` prints it. */
export function itemStandardValue(spec: FieldSpec, value: FieldValue | undefined): unknown {
  if (spec.multiple) return Array.isArray(value) ? [...value] : []
  if (value === undefined || value === null) {
    if (spec.type === 'boolean') return 'N'
    if (spec.type === 'double' || spec.name === 'companyId' || spec.name === 'contactId' || spec.name === 'webformId') return 0
    return null
  }
  return dated(spec, value)
}

/** As the classic methods print it: text or null; an empty date is an empty text. */
export function classicStandardValue(spec: FieldSpec, value: FieldValue | undefined): unknown {
  if (value === undefined || value === null) {
    if (spec.type === 'boolean') return 'N'
    if (spec.type === 'double') return '0.00'
    return spec.type === 'date' || spec.type === 'datetime' ? '' : null
  }
  if (spec.type === 'double' && typeof value === 'number') return value.toFixed(2)
  return String(dated(spec, value))
}

function dated(spec: FieldSpec, value: FieldValue): unknown {
  if (spec.type === 'datetime' && typeof value === 'number') return formatInstant(value)
  if (spec.type === 'date' && typeof value === 'string') return formatDay(value)
  return value
}

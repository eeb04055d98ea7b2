import type { EntityTypeId, FieldValue, UserField } from '../entities.ts'
import { dayOf, formatDay, formatInstant, parseInstant } from '../portal-time.ts'
import { flagOf, isRecord, numberOf, textOf } from '../rest/params.ts'
import type { PortalState } from '../store.ts'

export function userFieldsOf(state: PortalState, type: EntityTypeId): UserField[] {
  return state.userFields.all().filter(field => field.entityTypeId === type)
}

/** `UF_CRM_ABC_CODE` → `ufCrmAbcCode`; a body with digits keeps its spelling: `ufCrm_1720019876534`. */
export function camelName(name: string): string {
  const body = name.replace(/^UF_CRM_/, '')
  if (/\d/.test(body)) return `ufCrm_${body}`
  return `ufCrm${body.split('_').map(part => part.charAt(0) + part.slice(1).toLowerCase()).join('')}`
}

/** Value as it is kept, or `undefined` for one that the field cannot hold. An empty value is `null` or an empty list. */
export function coerceUserField(field: UserField, raw: unknown): FieldValue | undefined {
  if (!field.multiple) return coerceOne(field, raw)
  const given = Array.isArray(raw) ? raw : isRecord(raw) ? Object.values(raw) : raw === false || raw === null || raw === '' ? [] : undefined
  if (given === undefined) return undefined
  const values = given.map(one => coerceOne(field, one)).filter(one => one !== null)
  const numbers = values.filter(one => typeof one === 'number')
  if (numbers.length === values.length) return numbers
  const texts = values.filter(one => typeof one === 'string')
  return texts.length === values.length ? texts : undefined
}

function coerceOne(field: UserField, raw: unknown): string | number | null | undefined {
  if (field.type === 'boolean') {
    const flag = flagOf(raw)
    return flag === undefined ? undefined : flag ? 1 : 0
  }
  if (raw === null || raw === undefined || raw === '' || raw === false) return null
  const text = textOf(raw)
  if (text === undefined) return undefined
  switch (field.type) {
    case 'enumeration': {
      const id = numberOf(raw)
      return id !== undefined && field.list.some(item => item.id === id) ? id : undefined
    }
    case 'integer': {
      const number = numberOf(raw)
      return number === undefined ? undefined : Math.trunc(number)
    }
    case 'double':
      return numberOf(raw)
    case 'datetime':
      return parseInstant(text)
    case 'date': {
      const at = parseInstant(text)
      return at === undefined ? undefined : dayOf(at)
    }
    default:
      return text
  }
}

/** As `crm.item.*` prints it: typed, `Y`/`N`, dates with the portal's offset. */
export function itemUserValue(field: UserField, value: FieldValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(one => shown(field, one))
  if (field.multiple) return []
  if (field.type === 'boolean') return value === 1 ? 'Y' : 'N'
  return value === undefined ? null : shown(field, value)
}

/** As the classic methods print it: text, yes/no as a JSON boolean (`crm-lead-list.md`); an empty multiple value is `false`. */
export function classicUserValue(field: UserField, value: FieldValue | undefined): unknown {
  if (Array.isArray(value)) return value.length === 0 ? false : value.map(one => String(shown(field, one)))
  if (field.multiple) return false
  if (field.type === 'boolean') return value === 1
  return value === undefined || value === null ? null : String(shown(field, value))
}

function shown(field: UserField, value: unknown): unknown {
  if (field.type === 'datetime' && typeof value === 'number') return formatInstant(value)
  if (field.type === 'date' && typeof value === 'string') return formatDay(value)
  return value
}

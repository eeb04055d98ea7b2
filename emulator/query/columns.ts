import type { CrmItem, EntityTypeId, FieldValue, UserField } from '../entities.ts'
import { CONTACT_TYPES } from '../fields/shared.ts'
import type { FieldSpec } from '../fields/spec.ts'
import { standardField, type NameFamily } from '../fields/types.ts'
import { camelName } from '../fields/user-field.ts'
import { parseInstant } from '../portal-time.ts'
import type { Column } from './filter.ts'

export interface ColumnNames {
  readonly type: EntityTypeId
  readonly family: NameFamily
  readonly userFields: readonly UserField[]
  /** User fields are called by their `UF_CRM_…` name. */
  readonly original: boolean
}

/** The column that a filter or an order means by this name. */
export function itemColumn({ type, family, userFields, original }: ColumnNames, name: string): Column<CrmItem> | undefined {
  const spec = standardField(type, name, family)
  if (spec?.type === 'crm_multifield') return contactColumn(name)
  if (spec) return spec.name === 'id' ? { kind: 'number', read: item => item.id } : reading(spec.name, kindOf(spec.type))
  const field = userFields.find(one => (original ? one.name : camelName(one.name)) === name)
  return field && reading(field.name, userKind(field.type))
}

type Kind = Column<CrmItem>['kind'] | 'day'

function reading(key: string, kind: Kind): Column<CrmItem> {
  if (kind === 'day') return { kind: 'instant', read: item => instantOf(item.values[key]) }
  return { kind, read: item => item.values[key] ?? null }
}

function instantOf(value: FieldValue | undefined): number | null {
  return typeof value === 'string' ? parseInstant(value) ?? null : null
}

function contactColumn(type: string): Column<CrmItem> | undefined {
  if (!CONTACT_TYPES.some(one => one === type)) return undefined
  return { kind: 'text', read: item => item.fm.filter(one => one.typeId === type).map(one => one.value) }
}

function kindOf(type: FieldSpec['type']): Kind {
  switch (type) {
    case 'integer':
    case 'double':
    case 'user':
    case 'crm_company':
    case 'crm_contact':
    case 'crm_lead':
    case 'crm_category':
      return 'number'
    case 'datetime':
      return 'instant'
    case 'date':
      return 'day'
    case 'string':
    case 'text':
    case 'boolean':
    case 'crm_status':
    case 'crm_currency':
    case 'crm_multifield':
    case 'location':
      return 'text'
  }
}

function userKind(type: string): Kind {
  if (['enumeration', 'integer', 'double', 'boolean'].includes(type)) return 'number'
  return type === 'datetime' ? 'instant' : type === 'date' ? 'day' : 'text'
}

import { DEAL, LEAD, type EntityTypeId, type ListItem, type UserField } from '../entities.ts'
import { TYPE_CODES } from '../fields/types.ts'
import { userFieldsOf } from '../fields/user-field.ts'
import { compileFilter, type Column } from '../query/filter.ts'
import { orderOf, sorted } from '../query/order.ts'
import { Page, type Context, type Methods } from '../rest/context.ts'
import { classicError, PortalError } from '../rest/errors.ts'
import { flagOf, idOf, listOf, numberOf, param, recordOf, textOf, type Params } from '../rest/params.ts'
import { requireCrm, requireCrmAdmin } from './crm-access.ts'
import { changedList, LABELS, labelsOf, newList } from './userfield-parts.ts'

/** `api-reference/crm/leads/userfield/`; the deal's methods are the same. */
export const crmUserFieldMethods: Methods = {
  'crm.lead.userfield.add': (params, context) => add(params, context, LEAD),
  'crm.lead.userfield.update': (params, context) => update(params, context, LEAD),
  'crm.lead.userfield.list': (params, context) => list(params, context, LEAD),
  'crm.lead.userfield.get': (params, context) => get(params, context, LEAD),
  'crm.lead.userfield.delete': (params, context) => remove(params, context, LEAD),
  'crm.deal.userfield.add': (params, context) => add(params, context, DEAL),
  'crm.deal.userfield.update': (params, context) => update(params, context, DEAL),
  'crm.deal.userfield.list': (params, context) => list(params, context, DEAL),
  'crm.deal.userfield.get': (params, context) => get(params, context, DEAL),
  'crm.deal.userfield.delete': (params, context) => remove(params, context, DEAL),
}

const TYPES = [
  'string', 'integer', 'double', 'boolean', 'datetime', 'date', 'money', 'url', 'address', 'enumeration', 'file', 'employee',
  'crm_status', 'iblock_section', 'iblock_element', 'crm',
]

/** Longest name of a field, prefix included. */
const LONGEST = 50

function add(params: Params, context: Context, type: EntityTypeId): number {
  requireCrmAdmin(context, 403)
  const fields = fieldsOf(params)
  const given = textOf(fields['FIELD_NAME']) ?? ''
  if (given === '') throw classicError("The 'FIELD_NAME' field is not found.")
  const userType = textOf(fields['USER_TYPE_ID']) ?? ''
  if (userType === '') throw classicError("The 'USER_TYPE_ID' field is not found.")
  const name = prefixed(given)
  if (!/^[A-Z0-9_]+$/.test(name)) throw core('Field name contains invalid characters. Allowed characters are: A-Z, 0-9 and _.')
  if (name.length > LONGEST) throw core(`Field name is too long (more than ${LONGEST} characters).`)
  if (!TYPES.includes(userType)) throw core('Invalid custom type specified.')
  if (userFieldsOf(context.state, type).some(field => field.name === name)) throw core(`The field ${name} for the entity CRM_${TYPE_CODES[type]} already exists.`)

  const items = userType === 'enumeration' ? newList(context, listOf(fields['LIST'])) : []
  return context.state.userFields.put({
    id: context.store.nextId('userField'),
    entityTypeId: type,
    name,
    type: userType,
    xmlId: textOf(fields['XML_ID']) ?? null,
    sort: numberOf(fields['SORT']) ?? 100,
    multiple: userType !== 'boolean' && (flagOf(fields['MULTIPLE']) ?? false),
    mandatory: flagOf(fields['MANDATORY']) ?? false,
    showFilter: flagOf(fields['SHOW_FILTER']) === true ? 'I' : 'N',
    showInList: textOf(fields['SHOW_IN_LIST']) ?? 'N',
    editInList: textOf(fields['EDIT_IN_LIST']) ?? 'Y',
    isSearchable: textOf(fields['IS_SEARCHABLE']) ?? 'N',
    settings: { ...(userType === 'enumeration' ? { DISPLAY: 'LIST', LIST_HEIGHT: 1 } : {}), ...recordOf(fields['SETTINGS']) },
    labels: labelsOf(fields, {}, textOf(fields['LABEL']) ?? ''),
    list: items,
  }).id
}

function update(params: Params, context: Context, type: EntityTypeId): true {
  requireCrmAdmin(context, 403)
  const field = fieldFor(params, context, type)
  const fields = fieldsOf(params)
  context.state.userFields.put({
    ...field,
    xmlId: textOf(fields['XML_ID']) ?? field.xmlId,
    sort: numberOf(fields['SORT']) ?? field.sort,
    mandatory: flagOf(fields['MANDATORY']) ?? field.mandatory,
    showFilter: fields['SHOW_FILTER'] === undefined ? field.showFilter : flagOf(fields['SHOW_FILTER']) === true ? 'I' : 'N',
    showInList: textOf(fields['SHOW_IN_LIST']) ?? field.showInList,
    editInList: textOf(fields['EDIT_IN_LIST']) ?? field.editInList,
    isSearchable: textOf(fields['IS_SEARCHABLE']) ?? field.isSearchable,
    settings: { ...field.settings, ...recordOf(fields['SETTINGS']) },
    labels: labelsOf(fields, field.labels, ''),
    list: field.type === 'enumeration' && fields['LIST'] !== undefined ? changedList(context, field.list, listOf(fields['LIST'])) : field.list,
  })
  return true
}

function list(params: Params, context: Context, type: EntityTypeId): Page {
  requireCrm(context)
  const { LANG, ...filter } = recordOf(params['filter']) ?? {}
  const language = textOf(LANG)
  const fits = compileFilter(filter, column)
  const by = orderOf(params['order']).flatMap(({ name, descending }) => {
    const found = column(name)
    return found ? [{ column: found, descending }] : []
  })
  const fields = sorted(userFieldsOf(context.state, type).filter(fits), by)
  return new Page(fields.map(field => ({
    ...row(field),
    ...(language === undefined ? {} : Object.fromEntries(LABELS.map(label => [label, field.labels[label]?.[language] || null]))),
  })), fields.length)
}

function get(params: Params, context: Context, type: EntityTypeId): unknown {
  requireCrm(context)
  const field = fieldFor(params, context, type)
  return { ...row(field), ...field.labels }
}

function remove(params: Params, context: Context, type: EntityTypeId): true {
  requireCrmAdmin(context, 403)
  const field = fieldFor(params, context, type)
  context.state.userFields.delete(field.id)
  const rows = context.state.items[type]
  for (const item of rows.all()) {
    if (!(field.name in item.values)) continue
    rows.put({ ...item, values: Object.fromEntries(Object.entries(item.values).filter(([key]) => key !== field.name)) })
  }
  return true
}

function row(field: UserField): Record<string, unknown> {
  return {
    ID: String(field.id),
    ENTITY_ID: `CRM_${TYPE_CODES[field.entityTypeId]}`,
    FIELD_NAME: field.name,
    USER_TYPE_ID: field.type,
    XML_ID: field.xmlId,
    SORT: String(field.sort),
    MULTIPLE: field.multiple ? 'Y' : 'N',
    MANDATORY: field.mandatory ? 'Y' : 'N',
    SHOW_FILTER: field.showFilter,
    SHOW_IN_LIST: field.showInList,
    EDIT_IN_LIST: field.editInList,
    IS_SEARCHABLE: field.isSearchable,
    SETTINGS: field.settings,
    ...(field.type === 'enumeration' ? { LIST: field.list.map(listRow) } : {}),
  }
}

function listRow(item: ListItem): Record<string, unknown> {
  return { ID: String(item.id), SORT: String(item.sort), VALUE: item.value, DEF: item.isDefault ? 'Y' : 'N', XML_ID: item.xmlId }
}

function column(name: string): Column<UserField> | undefined {
  const sample = ['ID', 'FIELD_NAME', 'USER_TYPE_ID', 'XML_ID', 'SORT', 'MULTIPLE', 'MANDATORY', 'SHOW_FILTER', 'SHOW_IN_LIST', 'EDIT_IN_LIST', 'IS_SEARCHABLE']
  if (!sample.includes(name)) return undefined
  if (name === 'ID' || name === 'SORT') return { kind: 'number', read: field => name === 'ID' ? field.id : field.sort }
  return { kind: 'text', read: field => textOf(row(field)[name]) ?? null }
}

function fieldFor(params: Params, context: Context, type: EntityTypeId): UserField {
  const id = idOf(param(params, 'id', 'ID'))
  if (id <= 0) throw classicError('ID is not defined or invalid.')
  const field = context.state.userFields.get(id)
  if (field?.entityTypeId !== type) throw new PortalError(400, 'ERROR_NOT_FOUND', `The entity with ID '${id}' is not found`)
  return field
}

/** `NOTE`, `UF_NOTE` and `UF_CRM_NOTE` all name `UF_CRM_NOTE`. */
function prefixed(name: string): string {
  return `UF_CRM_${name.toUpperCase().replace(/^UF_(CRM_)?/, '')}`
}

function fieldsOf(params: Params): Record<string, unknown> {
  const fields = recordOf(params['fields'])
  if (!fields) throw classicError("Parameter 'fields' must be array.")
  return fields
}

function core(text: string): PortalError {
  return new PortalError(400, 'ERROR_CORE', text)
}

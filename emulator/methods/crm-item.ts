import { ENTITY_TYPES, type EntityTypeId } from '../entities.ts'
import { changeOf } from '../fields/change.ts'
import { itemView } from '../fields/item-view.ts'
import { FIELDS, standardField } from '../fields/types.ts'
import { camelName, userFieldsOf } from '../fields/user-field.ts'
import { addItem, deleteItem, updateItem } from '../items.ts'
import { invalid, pageOfItems } from '../query/items.ts'
import type { Context, Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { idOf, listOf, recordOf, required, textOf, wholeNumber, type Params } from '../rest/params.ts'
import { hasCrm, mayDo } from '../rights.ts'
import { accessDenied, itemFor } from './crm-access.ts'
import { describeField, describeUserField } from './field-descriptions.ts'

/** `api-reference/crm/universal/` */
export const crmItemMethods: Methods = {
  'crm.item.fields': (params, context) => {
    const type = typeOf(params)
    if (!hasCrm(context.user)) throw accessDenied()
    const fields: Record<string, unknown> = {}
    for (const spec of FIELDS[type]) if (spec.shown !== 'classic') fields[spec.name] = { ...describeField(spec), upperName: spec.upper }
    for (const field of userFieldsOf(context.state, type)) {
      fields[originalNames(params) ? field.name : camelName(field.name)] = { ...describeUserField(field), upperName: field.name }
    }
    return { fields }
  },

  'crm.item.get': (params, context) => {
    const type = typeOf(params)
    required(params, 'id')
    return { item: view(params, context, type)(itemFor(context, type, wholeNumber(params, 'id'), 'read')) }
  },

  'crm.item.list': (params, context) => {
    const type = typeOf(params)
    if (!hasCrm(context.user)) throw accessDenied()
    return pageOfItems(
      context,
      { type, family: 'item', original: originalNames(params), filter: params['filter'], order: params['order'] },
      view(params, context, type, selected(params, context, type)),
      items => ({ items }),
    )
  },

  'crm.item.add': (params, context) => {
    const type = typeOf(params)
    required(params, 'fields')
    if (!hasCrm(context.user)) throw accessDenied()
    return { item: view(params, context, type)(addItem(context, type, change(params, context, type))) }
  },

  'crm.item.update': (params, context) => {
    const type = typeOf(params)
    required(params, 'id', 'fields')
    const item = itemFor(context, type, wholeNumber(params, 'id'), 'write')
    const fields = recordOf(params['fields']) ?? {}
    const changed = changeOf(context, { type, family: 'item', original: originalNames(params) }, fields, item)
    return { item: view(params, context, type)(updateItem(context, item, changed)) }
  },

  'crm.item.delete': (params, context) => {
    const type = typeOf(params)
    required(params, 'id')
    deleteItem(context, itemFor(context, type, wholeNumber(params, 'id'), 'delete'))
    return []
  },
}

function typeOf(params: Params): EntityTypeId {
  required(params, 'entityTypeId')
  const id = idOf(params['entityTypeId'])
  const type = ENTITY_TYPES.find(one => one === id)
  if (type === undefined) throw new PortalError(400, 'NOT_FOUND', 'Смарт-процесс не найден')
  return type
}

function originalNames(params: Params): boolean {
  return params['useOriginalUfNames'] === 'Y' || params['useOriginalUfNames'] === true
}

function view(params: Params, context: Context, type: EntityTypeId, wanted?: ReadonlySet<string>): (item: Parameters<typeof itemView>[0]) => unknown {
  const userFields = userFieldsOf(context.state, type)
  return item => itemView(item, userFields, originalNames(params), wanted)
}

function change(params: Params, context: Context, type: EntityTypeId): ReturnType<typeof changeOf> {
  const changed = changeOf(context, { type, family: 'item', original: originalNames(params) }, recordOf(params['fields']) ?? {})
  const responsible = changed.values['assignedById'] ?? context.user.id
  // a record is added in the name of someone whose records the user may write
  const probe = { id: 0, entityTypeId: type, values: { assignedById: responsible }, fm: [] }
  if (!mayDo(context.state, context.user, 'write')(probe)) throw accessDenied()
  return changed
}

/** The names to show; nothing for everything. An unknown name is refused. */
function selected(params: Params, context: Context, type: EntityTypeId): Set<string> | undefined {
  const names = listOf(params['select']).map(one => textOf(one) ?? '')
  if (names.length === 0 || names.includes('*')) return undefined
  const userFields = userFieldsOf(context.state, type).map(field => originalNames(params) ? field.name : camelName(field.name))
  for (const name of names) {
    if (name === 'UF_*' || userFields.includes(name) || standardField(type, name, 'item')) continue
    throw invalid(`Invalid select: field '${name}' is not allowed in select`)
  }
  return new Set([...names, ...(names.includes('UF_*') ? userFields : [])])
}

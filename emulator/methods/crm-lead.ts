import { LEAD, type CrmItem } from '../entities.ts'
import { changeOf } from '../fields/change.ts'
import { classicRow, classicView } from '../fields/classic-view.ts'
import { FIELDS } from '../fields/types.ts'
import { userFieldsOf } from '../fields/user-field.ts'
import { addItem, deleteItem, updateItem } from '../items.ts'
import { pageOfItems } from '../query/items.ts'
import type { Context, Methods } from '../rest/context.ts'
import { classicError } from '../rest/errors.ts'
import { idOf, listOf, param, recordOf, textOf, type Params } from '../rest/params.ts'
import { mayDo, type Deed } from '../rights.ts'
import { requireCrm } from './crm-access.ts'
import { describeField, describeUserField } from './field-descriptions.ts'

const NAMES = { type: LEAD, family: 'classic', original: true } as const

/** `api-reference/crm/leads/`: the classic, deprecated family; every scalar is text. */
export const crmLeadMethods: Methods = {
  'crm.lead.fields': (_, context) => {
    const fields: Record<string, unknown> = {}
    for (const spec of FIELDS[LEAD]) if (spec.shown !== 'item') fields[spec.upper] = { ...describeField(spec), type: spec.type === 'boolean' ? 'char' : spec.type }
    for (const field of userFieldsOf(context.state, LEAD)) {
      const label = field.labels['EDIT_FORM_LABEL']?.['ru'] || field.name
      fields[field.name] = { ...describeUserField(field), title: field.name, listLabel: label, formLabel: label, filterLabel: label }
    }
    return fields
  },

  'crm.lead.get': (params, context) => classicView(leadFor(params, context, 'read'), userFieldsOf(context.state, LEAD)),

  'crm.lead.list': (params, context) => {
    requireCrm(context)
    const select = listOf(param(params, 'select', 'SELECT')).map(one => textOf(one) ?? '')
    const userFields = userFieldsOf(context.state, LEAD)
    return pageOfItems(
      context,
      { ...NAMES, filter: param(params, 'filter', 'FILTER'), order: param(params, 'order', 'ORDER') },
      item => classicRow(item, userFields, select),
    )
  },

  'crm.lead.add': (params, context) => {
    requireCrm(context)
    return addItem(context, LEAD, changeOf(context, NAMES, fieldsOf(params))).id
  },

  'crm.lead.update': (params, context) => {
    const lead = leadFor(params, context, 'write')
    updateItem(context, lead, changeOf(context, NAMES, fieldsOf(params), lead))
    return true
  },

  'crm.lead.delete': (params, context) => {
    deleteItem(context, leadFor(params, context, 'delete'))
    return true
  },

  'crm.lead.productrows.get': (params, context) => {
    const lead = leadFor(params, context, 'read')
    return (context.state.productRows.get(`L${lead.id}`) ?? []).map((row, at) => ({
      ID: String(row.id), OWNER_ID: String(lead.id), OWNER_TYPE: 'L', PRODUCT_ID: 0, PRODUCT_NAME: row.productName,
      ORIGINAL_PRODUCT_NAME: row.productName, PRODUCT_DESCRIPTION: null, PRICE: row.price, PRICE_EXCLUSIVE: row.price,
      PRICE_NETTO: row.price, PRICE_BRUTTO: row.price, PRICE_ACCOUNT: row.price.toFixed(8), QUANTITY: row.quantity,
      DISCOUNT_TYPE_ID: 2, DISCOUNT_RATE: 0, DISCOUNT_SUM: 0, TAX_RATE: null, TAX_INCLUDED: 'N', CUSTOMIZED: 'Y',
      MEASURE_CODE: 796, MEASURE_NAME: 'шт', SORT: (at + 1) * 10, XML_ID: '', TYPE: 1, STORE_ID: null, RESERVE_ID: null,
      DATE_RESERVE_END: null, RESERVE_QUANTITY: null,
    }))
  },
}

function leadFor(params: Params, context: Context, deed: Deed): CrmItem {
  const id = idOf(param(params, 'id', 'ID'))
  if (id <= 0) throw classicError('ID is not defined or invalid.')
  requireCrm(context)
  const lead = context.state.items[LEAD].get(id)
  if (!lead) throw classicError('Not found')
  if (!mayDo(context.state, context.user, deed)(lead)) throw classicError('Access denied.')
  return lead
}

function fieldsOf(params: Params): Record<string, unknown> {
  const fields = recordOf(param(params, 'fields', 'FIELDS'))
  if (!fields) throw classicError("Parameter 'fields' must be array.")
  return fields
}

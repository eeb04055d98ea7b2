import { TYPE_CODES } from '../fields/types.ts'
import type { Context, Methods } from '../rest/context.ts'
import { classicError } from '../rest/errors.ts'
import { idOf, isRecord, recordOf, textOf, type Params } from '../rest/params.ts'
import { entityType } from '../rights.ts'

/** `api-reference/crm/universal/item-details-configuration/`; a layout that was never changed is `null`. */
export const crmCardLayoutMethods: Methods = {
  'crm.item.details.configuration.get': (params, context) => {
    const key = layoutKey(params, context, 'get')
    return structuredClone(context.state.cardLayouts.get(key) ?? null)
  },

  'crm.item.details.configuration.set': (params, context) => {
    const key = layoutKey(params, context, 'set')
    context.state.cardLayouts.set(key, structuredClone(checkedSections(params['data'])))
    return true
  },

  'crm.item.details.configuration.reset': (params, context) => {
    context.state.cardLayouts.delete(layoutKey(params, context, 'reset'))
    return true
  },

  'crm.item.details.configuration.forceCommonScopeForAll': (params, context) => {
    if (!context.user.admin) throw classicError('Access denied.')
    const common = layoutKey({ ...params, scope: 'C' }, context, 'set')
    const [, type = '', extra = ''] = common.split('/')
    for (const key of context.state.cardLayouts.keys()) {
      const [scope, ownType, ownExtra] = key.split('/')
      if (scope === 'P' && ownType === type && ownExtra === extra) context.state.cardLayouts.delete(key)
    }
    return true
  },
}

/** Scope, type, kind of customer or pipeline, user. The common layout and those of others are for the portal's administrators. */
function layoutKey(params: Params, { user }: Context, deed: 'get' | 'set' | 'reset'): string {
  if (params['entityTypeId'] === undefined) throw classicError("Parameter 'entityTypeId' is not defined")
  const type = entityType(idOf(params['entityTypeId']))
  if (type === undefined) throw classicError(`The entity type '${textOf(params['entityTypeId']) ?? ''}' is not supported in current context.`)
  const extras = recordOf(params['extras']) ?? {}
  const extra = TYPE_CODES[type] === 'LEAD' ? textOf(extras['leadCustomerType']) ?? '1' : textOf(extras['dealCategoryId']) ?? '0'
  if (textOf(params['scope'])?.toUpperCase() === 'C') {
    if (deed !== 'get' && !user.admin) throw classicError('Access denied.')
    return `C/${type}/${extra}`
  }
  const owner = params['userId'] === undefined ? user.id : idOf(params['userId'])
  if (owner !== user.id && !user.admin) throw classicError('Access denied.')
  return `P/${type}/${extra}/${owner}`
}

function checkedSections(data: unknown): unknown[] {
  if (isRecord(data)) throw classicError('The data must be indexed array.')
  if (!Array.isArray(data)) throw classicError("Parameter 'data' must be array.")
  if (data.length === 0) throw classicError('There are no data to write.')
  return data.map((section: unknown, at) => {
    const own = recordOf(section) ?? {}
    const type = textOf(own['type']) ?? ''
    if (type !== 'section') throw classicError(`Section at index ${at} have type ${type}. The expected type is 'section'.`)
    if ((textOf(own['name']) ?? '') === '') throw classicError(`Section at index ${at} does not have name.`)
    if ((textOf(own['title']) ?? '') === '') throw classicError(`Section at index ${at} does not have title.`)
    const elements = Object.values(recordOf(own['elements']) ?? {}).map((element, index) => {
      const one = recordOf(element) ?? {}
      if ((textOf(one['name']) ?? '') === '') throw classicError(`Element at index ${index} in section at index ${at} does not have name.`)
      return { ...one, optionFlags: textOf(one['optionFlags']) ?? '0' }
    })
    return { ...own, elements }
  })
}

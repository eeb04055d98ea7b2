import type { Status } from '../entities.ts'
import { stageDirectory } from '../fields/types.ts'
import { DIRECTORY_NAMES } from '../seed/directories.ts'
import { compileFilter, type Column } from '../query/filter.ts'
import { orderOf, sorted } from '../query/order.ts'
import { Page, type Context, type Methods } from '../rest/context.ts'
import { classicError, PortalError } from '../rest/errors.ts'
import { idOf, numberOf, param, recordOf, textOf, type Params } from '../rest/params.ts'
import { requireCrm, requireCrmAdmin } from './crm-access.ts'

/** `api-reference/crm/status/` */
export const crmStatusMethods: Methods = {
  'crm.status.list': (params, context) => {
    requireCrm(context)
    const fits = compileFilter(params['filter'], column)
    const by = orderOf(params['order']).flatMap(({ name, descending }) => {
      const found = column(name)
      return found ? [{ column: found, descending }] : []
    })
    const rows = sorted(context.state.statuses.all().filter(fits), by)
    return new Page(rows.map(row => view(rows, row)), rows.length)
  },

  'crm.status.get': (params, context) => {
    requireCrm(context)
    const { EXTRA: _, ...row } = view(context.state.statuses.all(), statusFor(params, context))
    return row
  },

  'crm.status.entity.items': (params, context) => {
    const entityId = textOf(params['entityId']) ?? ''
    if (DIRECTORY_NAMES[entityId] === undefined) throw classicError('The parameter entityId is not defined or invalid.')
    requireCrm(context)
    return context.state.statuses.all()
      .filter(one => one.entityId === entityId)
      .sort((left, right) => left.sort - right.sort)
      .map(one => ({ NAME: one.name, SORT: one.sort, STATUS_ID: one.statusId }))
  },

  'crm.status.entity.types': () => Object.entries(DIRECTORY_NAMES).map(([ID, NAME]) => ({ ID, NAME, ...semanticInfo(ID) })),

  'crm.status.add': (params, context) => {
    requireCrmAdmin(context)
    const fields = recordOf(params['fields'])
    if (!fields) throw classicError("Parameter 'fields' must be array.")
    const entityId = textOf(fields['ENTITY_ID']) ?? ''
    const statusId = textOf(fields['STATUS_ID']) ?? ''
    const name = textOf(fields['NAME']) ?? ''
    if (entityId === '') throw classicError('The field ENTITY_ID is required.')
    if (DIRECTORY_NAMES[entityId] === undefined) throw classicError('Specified entity type is not supported.')
    if (statusId === '') throw classicError('The field STATUS_ID is required.')
    if (name === '') throw classicError('The field Title is required.')
    if (!/^[\w-]{1,21}$/.test(statusId)) throw new PortalError(400, 'ERROR_CORE', 'The status ID is too long or contains invalid characters.')
    const semantics = textOf(fields['SEMANTICS'])
    if (context.state.statuses.all().some(one => one.entityId === entityId && one.statusId === statusId)) {
      throw new PortalError(400, 'ERROR_CORE', 'The specified status ID already exists.')
    }
    if (semantics === 'S' && semanticInfo(entityId)) throw classicError('Cannot create more stages after the final stage because the final successful stage already exists.')
    return context.state.statuses.put({
      id: context.store.nextId('status'),
      entityId,
      statusId,
      name,
      nameInit: '',
      sort: numberOf(fields['SORT']) ?? 10,
      system: false,
      color: textOf(fields['COLOR']) ?? null,
      semantics: semantics === 'F' ? 'F' : null,
    }).id
  },

  'crm.status.update': (params, context) => {
    requireCrmAdmin(context)
    const status = statusFor(params, context)
    const fields = recordOf(params['fields']) ?? {}
    context.state.statuses.put({
      ...status,
      name: textOf(fields['NAME']) ?? status.name,
      sort: numberOf(fields['SORT']) ?? status.sort,
      color: textOf(fields['COLOR']) ?? status.color,
    })
    return true
  },

  'crm.status.delete': (params, context) => {
    requireCrmAdmin(context)
    const status = statusFor(params, context)
    if (status.system && recordOf(params['params'])?.['FORCED'] !== 'Y') {
      throw classicError('CRM System Status can be deleted only if parameter FORCED is specified and equal to "Y".')
    }
    const used = ([1, 2] as const).some(type => stageDirectory(type) === status.entityId
      && context.state.items[type].all().some(item => item.values['stageId'] === status.statusId))
    if (used) throw classicError('There are active items in this status.')
    context.state.statuses.delete(status.id)
    return true
  },
}

function statusFor(params: Params, { state }: Context): Status {
  const id = idOf(param(params, 'id', 'ID'))
  if (id <= 0) throw classicError('Invalid identifier.')
  const status = state.statuses.get(id)
  if (!status) throw classicError('Status is not found.')
  return status
}

function semanticInfo(entityId: string): Record<string, unknown> | undefined {
  if (entityId === 'STATUS') return { SEMANTIC_INFO: { START_FIELD: 'NEW', FINAL_SUCCESS_FIELD: 'CONVERTED', FINAL_UNSUCCESS_FIELD: 'JUNK', FINAL_SORT: 0 }, ENTITY_TYPE_ID: 1 }
  if (entityId === 'DEAL_STAGE') return { SEMANTIC_INFO: { START_FIELD: 'NEW', FINAL_SUCCESS_FIELD: 'WON', FINAL_UNSUCCESS_FIELD: 'LOSE', FINAL_SORT: 0 }, ENTITY_TYPE_ID: 2, CATEGORY_ID: 0 }
  return undefined
}

/** A row as `crm.status.list` prints it; a failure stage after the first one counts as an apology. */
export function view(all: readonly Status[], status: Status): Record<string, unknown> {
  const staged = status.entityId === 'STATUS' || status.entityId === 'DEAL_STAGE'
  const firstFailure = all.find(one => one.entityId === status.entityId && one.semantics === 'F')
  const meaning = status.semantics === 'S' ? 'success' : status.semantics === null ? 'process' : firstFailure === status ? 'failure' : 'apology'
  return {
    ID: String(status.id),
    ENTITY_ID: status.entityId,
    STATUS_ID: status.statusId,
    NAME: status.name,
    NAME_INIT: status.nameInit,
    SORT: String(status.sort),
    SYSTEM: status.system ? 'Y' : 'N',
    CATEGORY_ID: status.entityId === 'DEAL_STAGE' ? '0' : null,
    COLOR: status.color,
    SEMANTICS: status.semantics,
    ...(staged ? { EXTRA: { SEMANTICS: meaning, COLOR: status.color } } : {}),
  }
}

function column(name: string): Column<Status> | undefined {
  switch (name) {
    case 'ID': return { kind: 'number', read: one => one.id }
    case 'SORT': return { kind: 'number', read: one => one.sort }
    case 'ENTITY_ID': return { kind: 'text', read: one => one.entityId }
    case 'STATUS_ID': return { kind: 'text', read: one => one.statusId }
    case 'NAME': return { kind: 'text', read: one => one.name }
    case 'SYSTEM': return { kind: 'text', read: one => one.system ? 'Y' : 'N' }
    case 'SEMANTICS': return { kind: 'text', read: one => one.semantics }
    default: return undefined
  }
}

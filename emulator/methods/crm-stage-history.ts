import { DEAL, LEAD, type StageMove } from '../entities.ts'
import { formatInstant } from '../portal-time.ts'
import { compileFilter, type Column } from '../query/filter.ts'
import { invalid } from '../query/items.ts'
import { orderOf, sorted } from '../query/order.ts'
import { pageOf } from '../query/page.ts'
import type { Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { idOf, listOf, required } from '../rest/params.ts'
import { mayDo } from '../rights.ts'

/** `api-reference/crm/crm-stage-history-list.md`; leads have `STATUS_ID` where deals have `STAGE_ID`. */
export const crmStageHistoryMethods: Methods = {
  'crm.stagehistory.list': (params, { state, user, start }) => {
    required(params, 'entityTypeId')
    const type = [LEAD, DEAL].find(one => one === idOf(params['entityTypeId']))
    if (type === undefined) throw new PortalError(400, 'ENTITY_TYPE_NOT_SUPPORTED', 'Entity type is not supported')
    const named = (name: string, place: string): Column<StageMove> => {
      const found = column(name, type === LEAD)
      if (!found) throw invalid(`Invalid ${place}: field '${name}' is not allowed in ${place}`)
      return found
    }
    const fits = compileFilter(params['filter'], name => named(name, 'filter'))
    const by = orderOf(params['order']).map(({ name, descending }) => ({ column: named(name, 'order'), descending }))
    const may = mayDo(state, user, 'read')
    const rows = state.stageMoves.all().filter((move) => {
      if (move.entityTypeId !== type || !fits(move)) return false
      const owner = state.items[type].get(move.ownerId)
      return owner !== undefined && may(owner)
    })
    const select = listOf(params['select'])
    const view = (move: StageMove): unknown => Object.fromEntries(Object.entries(row(move)).filter(([key]) => select.length === 0 || select.includes('*') || select.includes(key)))
    return pageOf(sorted(rows, by), start, view, items => ({ items }))
  },
}

function row(move: StageMove): Record<string, unknown> {
  const common = { ID: move.id, TYPE_ID: move.typeId, OWNER_ID: move.ownerId, CREATED_TIME: formatInstant(move.created) }
  if (move.entityTypeId === LEAD) return { ...common, STATUS_SEMANTIC_ID: move.semantics, STATUS_ID: move.stageId }
  return { ...common, CATEGORY_ID: 0, STAGE_SEMANTIC_ID: move.semantics, STAGE_ID: move.stageId }
}

function column(name: string, lead: boolean): Column<StageMove> | undefined {
  switch (name) {
    case 'ID': return { kind: 'number', read: one => one.id }
    case 'TYPE_ID': return { kind: 'number', read: one => one.typeId }
    case 'OWNER_ID': return { kind: 'number', read: one => one.ownerId }
    case 'CREATED_TIME': return { kind: 'instant', read: one => one.created }
    case lead ? 'STATUS_ID' : 'STAGE_ID': return { kind: 'text', read: one => one.stageId }
    case lead ? 'STATUS_SEMANTIC_ID' : 'STAGE_SEMANTIC_ID': return { kind: 'text', read: one => one.semantics }
    default: return undefined
  }
}

import type { CrmItem } from '../entities.ts'
import { stageDirectory } from '../fields/types.ts'
import { userFieldsOf } from '../fields/user-field.ts'
import type { Page} from '../rest/context.ts';
import { type Context } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { numberOf, recordOf } from '../rest/params.ts'
import { mayDo } from '../rights.ts'
import { itemColumn, type ColumnNames } from './columns.ts'
import { compileFilter, splitKey, type Column } from './filter.ts'
import { orderOf, sorted } from './order.ts'
import { PAGE, pageOf } from './page.ts'

export interface ItemQuery extends Omit<ColumnNames, 'userFields'> {
  readonly filter: unknown
  readonly order: unknown
}

/** A page of the records that the user may read. The universal family refuses unknown names, the classic one drops them. */
export function pageOfItems(context: Context, query: ItemQuery, view: (item: CrmItem) => unknown, wrap?: (rows: unknown[]) => unknown): Page {
  const { state, user, start } = context
  const names: ColumnNames = { ...query, userFields: userFieldsOf(state, query.type) }
  const strict = query.family === 'item'
  const may = mayDo(state, user, 'read')
  const fits = compileFilter(query.filter, name => known(names, name, strict, 'filter'))
  const by = orderOf(query.order, (name, direction) => {
    if (strict) throw invalid(`Invalid order: allowed sort directions are ASC, DESC. But got '${direction}' for field '${name}'`)
  }).flatMap(({ name, descending }) => {
    const column = orderColumn(context, names, name, strict)
    return column ? [{ name, column, descending }] : []
  })
  const [first] = by
  const byId = !first || first.name === 'id' || first.name === 'ID'
  const ascending = byId && !first?.descending

  const rows: CrmItem[] = []
  for (const item of candidates(context, query)) {
    if (!may(item) || !fits(item)) continue
    rows.push(item)
    if (ascending && start !== undefined && start < 0 && rows.length === PAGE) break
  }
  const ordered = ascending ? rows : byId ? rows.reverse() : sorted(rows, by)
  return pageOf(ordered, start, view, wrap)
}

export function invalid(description: string): PortalError {
  return new PortalError(400, 'INVALID_ARG_VALUE', description)
}

function known(names: ColumnNames, name: string, strict: boolean, place: 'filter' | 'order'): Column<CrmItem> | undefined {
  const column = itemColumn(names, name)
  if (!column && strict) throw invalid(`Invalid ${place}: field '${name}' is not allowed in ${place}`)
  return column
}

/** The classic lists sort stages by their place in the directory, not by their code. */
function orderColumn({ state }: Context, names: ColumnNames, name: string, strict: boolean): Column<CrmItem> | undefined {
  const directory = stageDirectory(names.type)
  if (strict || directory === undefined || (name !== 'STATUS_ID' && name !== 'STAGE_ID')) return known(names, name, strict, 'order')
  const places = new Map(state.statuses.all().filter(one => one.entityId === directory).map(one => [one.statusId, one.sort]))
  return { kind: 'number', read: item => places.get(String(item.values['stageId'])) ?? null }
}

/** Rows that can match, in ascending order: none before the highest `>id` of the filter, and only the rows of an `id` that is asked for. */
function candidates({ state }: Context, { type, filter, family }: ItemQuery): Iterable<CrmItem> {
  const rows = state.items[type]
  const idName = family === 'item' ? 'id' : 'ID'
  const conditions = Object.entries(recordOf(filter) ?? {})
  if (conditions.some(([key]) => key.toLowerCase() === 'logic')) return rows.ascending()
  let from = 0
  for (const [key, value] of conditions) {
    const { sign, name } = splitKey(key)
    const bound = name === idName ? numberOf(value) : undefined
    if (bound === undefined) continue
    if (sign === '' || sign === '=') {
      const row = rows.get(bound)
      return row ? [row] : []
    }
    if (sign === '>') from = Math.max(from, bound + 1)
    if (sign === '>=') from = Math.max(from, bound)
  }
  return rows.ascending(Math.ceil(from))
}

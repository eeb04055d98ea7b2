import { recordOf, textOf } from '../rest/params.ts'
import type { Column, Comparable } from './filter.ts'

export interface OrderBy {
  readonly name: string
  readonly descending: boolean
}

/** Reads `{field: "ASC"}`; `refuse` is told of a direction that is neither. */
export function orderOf(order: unknown, refuse: (name: string, direction: string) => void = () => undefined): OrderBy[] {
  return Object.entries(recordOf(order) ?? {}).map(([name, direction]) => {
    const text = (textOf(direction) ?? '').toUpperCase()
    if (text !== 'ASC' && text !== 'DESC') refuse(name, text)
    return { name, descending: text === 'DESC' }
  })
}

/** Sorts by the columns in turn; empty values come first, as in the portal's database. */
export function sorted<Row extends { readonly id: number }>(rows: readonly Row[], by: readonly { column: Column<Row>, descending: boolean }[]): Row[] {
  return [...rows].sort((left, right) => {
    for (const { column, descending } of by) {
      const order = compare(column.read(left), column.read(right))
      if (order !== 0) return descending ? -order : order
    }
    return left.id - right.id
  })
}

function compare(left: Comparable, right: Comparable): number {
  const [a, b] = [single(left), single(right)]
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a > b ? 1 : -1
}

function single(value: Comparable): string | number | null {
  const one = typeof value === 'object' && value !== null ? value[0] ?? null : value
  return typeof one === 'string' ? one.toLowerCase() : one
}

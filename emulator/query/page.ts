import { Page } from '../rest/context.ts'

/** Rows of a page, always (`settings/performance/huge-data.md`). */
export const PAGE = 50

/** One page of rows that are all at hand. A negative `start` leaves out the count: `total` is 0, there is no `next`. */
export function pageOf<Row>(rows: readonly Row[], start: number | undefined, view: (row: Row) => unknown, wrap: (rows: unknown[]) => unknown = shown => shown): Page {
  if (start !== undefined && start < 0) return new Page(wrap(rows.slice(0, PAGE).map(view)), 0)
  const from = Math.floor((start ?? 0) / PAGE) * PAGE
  const shown = rows.slice(from, from + PAGE).map(view)
  return new Page(wrap(shown), rows.length, from + PAGE < rows.length ? from + PAGE : undefined)
}

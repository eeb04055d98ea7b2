/** The class map as a table: the last question in columns, the others in rows. */
import type { Axis, AxisGroup, Coverage, CoverageCell } from '../../../domain/set-coverage.ts'

export interface MapRow {
  /** Indexes of the groups of the questions in rows, and over how many rows each head goes; 0: a row above has it. */
  readonly heads: readonly { readonly group: number; readonly rows: number }[]
  /** By column; there is none where the answers cannot come together. */
  readonly cells: readonly (CoverageCell | undefined)[]
}

export interface MapTable {
  readonly rowAxes: readonly Axis[]
  readonly column: Axis
  readonly rows: readonly MapRow[]
}

function everyWay(axes: readonly Axis[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>((ways, axis) => ways.flatMap(way => axis.groups.map((_, group) => [...way, group])), [[]])
}

/** Nothing where there is no question to draw, or where the cells are grouped because there are too many questions. */
export function mapTable({ grid, axes, cells }: Coverage): MapTable | undefined {
  const column = axes.at(-1)
  if (!grid || !column) return undefined
  const rowAxes = axes.slice(0, -1)
  const byGroups = new Map(cells.map(cell => [cell.groups.map(([group]) => group).join(), cell]))
  const below = (at: number) => rowAxes.slice(at + 1).reduce((rows, axis) => rows * axis.groups.length, 1)
  const rows = everyWay(rowAxes).map((way, index) => ({
    heads: way.map((group, at) => ({ group, rows: index % below(at) === 0 ? below(at) : 0 })),
    cells: column.groups.map((_, group) => byGroups.get([...way, group].join())),
  }))
  return { rowAxes, column, rows: rows.filter(row => rowAxes.length < 2 || row.heads.some(head => head.rows > 0) || row.cells.some(cell => cell)) }
}

/** Are these all groups of the question, so that it does not matter? */
export function isEvery(axis: Axis, groups: readonly number[]): boolean {
  return groups.length === axis.groups.length
}

export function groupsAt(axis: Axis, indexes: readonly number[]): readonly AxisGroup[] {
  return indexes.flatMap(index => axis.groups[index] ?? [])
}

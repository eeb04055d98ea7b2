import { parseInstant } from '../portal-time.ts'
import { listOf, numberOf, recordOf, textOf } from '../rest/params.ts'

export type Comparable = string | number | null | readonly (string | number)[]

/** How a filter reads one column of a row. */
export interface Column<Row> {
  readonly kind: 'number' | 'text' | 'instant'
  read(row: Row): Comparable
}

export type Predicate<Row> = (row: Row) => boolean

/** Signs in front of a field's name, longest first (`crm-item-list.md`, `crm-lead-list.md`). */
const SIGNS = ['!=%', '!%=', '!=', '!%', '!@', '>=', '<=', '=%', '%=', '!', '=', '>', '<', '%', '@'] as const
type Sign = (typeof SIGNS)[number] | ''

/**
 * Makes one test of a filter. `columnOf` finds a column by its name; for a name that it does not know it may throw,
 * else the condition is left out. Groups under number keys are nested; `logic: "OR"` joins by or.
 */
export function compileFilter<Row>(filter: unknown, columnOf: (name: string) => Column<Row> | undefined): Predicate<Row> {
  const entries = Object.entries(recordOf(filter) ?? {})
  const either = entries.some(([key, value]) => key.toLowerCase() === 'logic' && textOf(value)?.toUpperCase() === 'OR')
  const tests: Predicate<Row>[] = []
  for (const [key, value] of entries) {
    if (key.toLowerCase() === 'logic') continue
    if (/^\d+$/.test(key)) {
      tests.push(compileFilter(value, columnOf))
      continue
    }
    const { sign, name } = splitKey(key)
    const column = columnOf(name)
    if (column) tests.push(condition(sign, column, value))
  }
  const [first] = tests
  if (!first) return () => true
  if (tests.length === 1) return first
  return either ? row => tests.some(test => test(row)) : row => tests.every(test => test(row))
}

export function splitKey(key: string): { sign: Sign, name: string } {
  const sign = SIGNS.find(one => key.startsWith(one)) ?? ''
  return { sign, name: key.slice(sign.length) }
}

function condition<Row>(sign: Sign, column: Column<Row>, value: unknown): Predicate<Row> {
  switch (sign) {
    case '':
    case '=':
    case '@':
      return some(column, among(column, value))
    case '!':
    case '!=':
    case '!@':
      return none(column, among(column, value))
    case '>':
      return some(column, compared(column, value, order => order > 0))
    case '>=':
      return some(column, compared(column, value, order => order >= 0))
    case '<':
      return some(column, compared(column, value, order => order < 0))
    case '<=':
      return some(column, compared(column, value, order => order <= 0))
    case '%':
      return some(column, like(`%${textOf(value) ?? ''}%`))
    case '%=':
    case '=%':
      return some(column, like(textOf(value) ?? ''))
    case '!%':
      return none(column, like(`%${textOf(value) ?? ''}%`))
    case '!%=':
    case '!=%':
      return none(column, like(textOf(value) ?? ''))
  }
}

type Test = (value: string | number | null) => boolean

function some<Row>(column: Column<Row>, test: Test): Predicate<Row> {
  return (row) => {
    const value = column.read(row)
    if (typeof value === 'object' && value !== null) return value.length === 0 ? test(null) : value.some(test)
    return test(value)
  }
}

function none<Row>(column: Column<Row>, test: Test): Predicate<Row> {
  const met = some(column, test)
  return row => !met(row)
}

/** Equal to one of the values; an empty value means an empty field. */
function among<Row>(column: Column<Row>, value: unknown): Test {
  const given = Array.isArray(value) || recordOf(value) ? listOf(value) : [value]
  const wanted = new Set(given.map(one => comparable(column, one)))
  if (column.kind !== 'text') return held => wanted.has(held)
  // lower case is only made of texts that can match: lists test tens of thousands of rows
  const lengths = new Set([...wanted].map(one => typeof one === 'string' ? one.length : 0))
  return held => typeof held === 'string'
    ? lengths.has(held.length) && wanted.has(held.toLowerCase() || null)
    : wanted.has(held)
}

function comparable<Row>(column: Column<Row>, value: unknown): string | number | null {
  if (value === null || value === undefined || value === '' || value === false) return null
  const text = textOf(value) ?? ''
  if (column.kind === 'number') return numberOf(value) ?? Number.NaN
  if (column.kind === 'instant') return typeof value === 'string' ? parseInstant(value) ?? Number.NaN : Number.NaN
  return text.toLowerCase()
}

/** An empty bound leaves everything in: a reference to a row that is not there must not end a reading silently. */
function compared<Row>(column: Column<Row>, value: unknown, fits: (order: number) => boolean): Test {
  const bound = comparable(column, value)
  if (bound === null) return () => true
  return (held) => {
    if (held === null) return false
    const own = typeof held === 'string' && column.kind === 'text' ? held.toLowerCase() : held
    if (typeof own !== typeof bound || Number.isNaN(bound)) return false
    return fits(own > bound ? 1 : own < bound ? -1 : 0)
  }
}

function like(pattern: string): Test {
  const inner = /^%([^%]*)%$/.exec(pattern)?.[1]?.toLowerCase()
  if (inner !== undefined) return held => held !== null && String(held).toLowerCase().includes(inner)
  const source = pattern.split('%').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')
  const expression = new RegExp(`^${source}$`, 'isu')
  return held => held !== null && expression.test(String(held))
}

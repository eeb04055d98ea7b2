/** Dates as people paste them. */
import { readDate } from './iso-time.ts'

export interface ReadDates {
  /** `YYYY-MM-DD`, each once, in the order of the text. */
  readonly dates: readonly string[]
  /** What is no date, as it stands. */
  readonly bad: readonly string[]
}

function isoOf(entry: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(entry)
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(entry)
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return readDate(date) === undefined ? undefined : date
}

/** Reads `01.01.2027`, `1/1/2027` (the day first) and `2027-01-01`, parted by lines, commas or semicolons. */
export function readDates(text: string): ReadDates {
  const entries = text.split(/[\r\n,;]+/).map(entry => entry.trim()).filter(entry => entry !== '')
  const read = entries.map(entry => ({ entry, date: isoOf(entry) }))
  return {
    dates: [...new Set(read.flatMap(({ date }) => date === undefined ? [] : [date]))],
    bad: read.flatMap(({ entry, date }) => date === undefined ? [entry] : []),
  }
}

/** The portal stands in Europe/Moscow: +03:00, but +04:00 from 27 March 2011 to 26 October 2014. */
const FOUR_FROM = Date.UTC(2011, 2, 26, 23)
const FOUR_TO = Date.UTC(2014, 9, 25, 22)

export const PORTAL_ZONE = 'Europe/Moscow'

function offsetHours(at: number): number {
  return at >= FOUR_FROM && at < FOUR_TO ? 4 : 3
}

/** Unix milliseconds → ISO 8601 to the second with the portal's offset, such as `2026-03-02T09:30:00+03:00`. */
export function formatInstant(at: number): string {
  const hours = offsetHours(at)
  return `${new Date(at + hours * 3_600_000).toISOString().slice(0, 19)}+0${hours}:00`
}

/** A calendar day `YYYY-MM-DD` as the portal prints it: its midnight with the portal's offset. */
export function formatDay(day: string): string {
  return formatInstant(dayStart(day))
}

/** The day of an instant on the portal's wall calendar, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return formatInstant(at).slice(0, 10)
}

function dayStart(day: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`)
  return wall - offsetHours(wall - 3 * 3_600_000) * 3_600_000
}

const DAY = /^(\d{4}-\d{2}-\d{2})$/
const RUSSIAN = /^(\d{2})\.(\d{2})\.(\d{4})(?: (\d{2}:\d{2}(?::\d{2})?))?$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/

/** Reads what callers send as date-time; without an offset the portal's zone is meant. `undefined`: not a date. */
export function parseInstant(text: string): number | undefined {
  const day = DAY.exec(text)?.[1]
  if (day !== undefined) return finite(dayStart(day))
  const russian = RUSSIAN.exec(text)
  if (russian) return wallInstant(`${russian[3]}-${russian[2]}-${russian[1]}`, russian[4] ?? '00:00')
  const match = INSTANT.exec(text)
  if (!match) return undefined
  const [, date = '', clock = '', zone] = match
  if (zone === undefined) return wallInstant(date, clock)
  return finite(Date.parse(`${date}T${clock}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`))
}

function wallInstant(day: string, clock: string): number | undefined {
  const wall = Date.parse(`${day}T${clock}Z`)
  return finite(wall - offsetHours(wall - 3 * 3_600_000) * 3_600_000)
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}

/** Days and instants as ISO 8601 text, the form in which the portal takes and gives them. */
import { DAY } from './zone.ts'
import type { Zone } from './zone.ts'

const MINUTE = 60_000

/** `YYYY-MM-DD` of a day (see {@link Zone} for days and instants), years 0000 to 9999. */
export function printDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** The day of `YYYY-MM-DD`, or nothing when the text is no date of the calendar. */
export function readDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const day = Date.parse(`${text}T00:00:00Z`) / DAY
  return Number.isNaN(day) || printDate(day) !== text ? undefined : day
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** `2026-11-23T09:30:00+03:00`: the instant on the zone's clock, in whole seconds (a fraction is cut off). */
export function printInstant(instant: number, zone: Zone): string {
  // Offsets of the time before zones had seconds, which ISO 8601 cannot write.
  const offset = Math.round(zone.offsetAt(instant) / MINUTE)
  const wall = new Date(instant + offset * MINUTE).toISOString().slice(0, 19)
  const minutes = Math.abs(offset)
  return `${wall}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

/** Epoch milliseconds of an ISO text with offset or `Z`; a fraction of a second may follow. Nothing when it is no such text. */
export function readInstant(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/.exec(text)
  if (match === null) return undefined
  const [, date = '', hour, minute, second, fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = match
  const day = readDate(date)
  if (day === undefined) return undefined
  const wall = day * DAY + (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second) * 1000 + Math.floor(Number(`0${fraction}`) * 1000)
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * MINUTE
  return sign === '-' ? wall + offset : wall - offset
}

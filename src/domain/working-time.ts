/** When people work: shifts of a zone's days, without weekends and holidays. */
import { readDate } from './iso-time.ts'
import type { WorkingTime } from './question-set.ts'
import { failed, ok } from './result.ts'
import type { Result } from './result.ts'
import { DAY, dayAt, instantAt, readZone } from './zone.ts'
import type { Zone } from './zone.ts'

const MINUTE = 60_000

/** Steps ahead (days or working minutes) count up to here, so that a slip of the pen in a set cannot hold up the screen. */
export const FARTHEST = 10_000

/** Instants are epoch milliseconds, days are days of the zone (see `zone.ts`). A shift is half-open: at its end nobody works any more. */
export interface WorkingCalendar {
  readonly zone: Zone
  isWorking(instant: number): boolean
  /** The instant itself in working time, else the start of the next shift. */
  onOrAfter(instant: number): number
  /** The start of the shift of this day, or of the first working day after it. Throws a RangeError for what is no day. */
  startOnOrAfter(day: number): number
  /** The instant by which so many minutes (whole, rounded up) of working time have passed; at the end of a shift that is the start of the next. */
  addWorkingMinutes(instant: number, minutes: number): number
  /** The start of the shift so many working days (whole, rounded up) after the day of the instant; with 0 the same as `onOrAfter`. */
  nextWorkingDays(instant: number, days: number): number
  /** The start of the shift so many calendar days (whole, rounded up) after the day of the instant, or of the first working day after that. */
  nextCalendarDays(instant: number, days: number): number
}

/** Why there is no calendar; each names what is wrong. */
export type CalendarFault =
  | { readonly kind: 'unknown-zone'; readonly zone: string }
  | { readonly kind: 'no-working-days' }
  | { readonly kind: 'not-a-weekday'; readonly day: number }
  | { readonly kind: 'not-a-time'; readonly time: string }
  | { readonly kind: 'no-working-hours'; readonly from: string; readonly to: string }
  | { readonly kind: 'not-a-date'; readonly date: string }

interface Shift {
  readonly start: number
  readonly end: number
}

/** Milliseconds since midnight of `HH:MM`, up to 24:00. */
function readTime(text: string): number | undefined {
  const match = /^(\d{2}):([0-5]\d)$/.exec(text)
  if (match === null) return undefined
  const time = (Number(match[1]) * 60 + Number(match[2])) * MINUTE
  return time <= DAY ? time : undefined
}

/** ISO weekday, Monday is 1; day 0, 1970-01-01, was a Thursday. */
function weekdayOf(day: number): number {
  return ((day + 3) % 7 + 7) % 7 + 1
}

function steps(count: number): number {
  return count > 0 ? Math.min(FARTHEST, Math.ceil(count)) : 0
}

/** The calendar of a set's working time, in its own zone or else in the default one. */
export function compileWorkingTime(time: WorkingTime, defaultZone: string): Result<WorkingCalendar, CalendarFault> {
  const zoneName = time.zone ?? defaultZone
  const zone = readZone(zoneName)
  if (zone === undefined) return failed({ kind: 'unknown-zone', zone: zoneName })
  const from = readTime(time.from)
  if (from === undefined) return failed({ kind: 'not-a-time', time: time.from })
  const to = readTime(time.to)
  if (to === undefined) return failed({ kind: 'not-a-time', time: time.to })
  if (from >= to) return failed({ kind: 'no-working-hours', from: time.from, to: time.to })
  if (time.days.length === 0) return failed({ kind: 'no-working-days' })
  const wrongDay = time.days.find(day => !Number.isInteger(day) || day < 1 || day > 7)
  if (wrongDay !== undefined) return failed({ kind: 'not-a-weekday', day: wrongDay })
  const holidays = new Set<number>()
  for (const date of time.holidays) {
    const day = readDate(date)
    if (day === undefined) return failed({ kind: 'not-a-date', date })
    holidays.add(day)
  }
  return ok(calendarOf(zone, new Set(time.days), from, to, holidays))
}

function calendarOf(zone: Zone, weekdays: ReadonlySet<number>, from: number, to: number, holidays: ReadonlySet<number>): WorkingCalendar {
  const shifts = new Map<number, Shift | undefined>()

  /** None either where a change of the clock skips the whole shift. */
  function findShift(day: number): Shift | undefined {
    if (!weekdays.has(weekdayOf(day)) || holidays.has(day)) return undefined
    const start = instantAt(zone, day * DAY + from)
    const end = instantAt(zone, day * DAY + to)
    return start < end ? { start, end } : undefined
  }

  function shiftOf(day: number): Shift | undefined {
    const kept = shifts.get(day)
    if (kept !== undefined || shifts.has(day)) return kept
    const shift = findShift(day)
    shifts.set(day, shift)
    return shift
  }

  /** Ends, as some weekday works, and holidays and changes of the clock are finite. */
  function nextShift(day: number): Shift {
    if (!Number.isInteger(day)) throw new RangeError(`not a day: ${day}`)
    for (let next = day; ; next++) {
      const shift = shiftOf(next)
      if (shift !== undefined) return shift
    }
  }

  /** The shift that the instant is in, else the next one. */
  function shiftOnOrAfter(instant: number): Shift {
    const day = dayAt(zone, instant)
    const shift = nextShift(day)
    return instant < shift.end ? shift : nextShift(day + 1)
  }

  function onOrAfter(instant: number): number {
    return Math.max(instant, shiftOnOrAfter(instant).start)
  }

  return {
    zone,
    isWorking(instant) {
      const shift = shiftOf(dayAt(zone, instant))
      return shift !== undefined && shift.start <= instant && instant < shift.end
    },
    onOrAfter,
    startOnOrAfter: day => nextShift(day).start,
    addWorkingMinutes(instant, minutes) {
      let shift = shiftOnOrAfter(instant)
      let due = Math.max(instant, shift.start) + steps(minutes) * MINUTE
      while (due >= shift.end) {
        const next = nextShift(dayAt(zone, shift.start) + 1)
        due += next.start - shift.end
        shift = next
      }
      return due
    },
    nextWorkingDays(instant, days) {
      const count = steps(days)
      let start = onOrAfter(instant)
      let day = dayAt(zone, instant)
      for (let step = 0; step < count; step++) {
        start = nextShift(day + 1).start
        day = dayAt(zone, start)
      }
      return start
    },
    nextCalendarDays(instant, days) {
      return Math.max(onOrAfter(instant), nextShift(dayAt(zone, instant) + steps(days)).start)
    },
  }
}

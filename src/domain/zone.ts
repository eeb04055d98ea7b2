/**
 * The wall clock of an IANA zone. An instant is epoch milliseconds; a *wall time* is what the clock in the zone shows,
 * as the milliseconds that the same reading would be in UTC; a *day* is a wall time in whole days (1970-01-01 is 0).
 */
export const DAY = 86_400_000
const SECOND = 1000

export interface Zone {
  readonly name: string
  /** Milliseconds to add to an instant to get its wall time. Throws a RangeError for what is no instant. */
  offsetAt(instant: number): number
}

/** The offset during one UTC day: `before` until the instant `change`, then `after`. */
interface DayOffset {
  readonly before: number
  readonly change: number
  readonly after: number
}

function wallClock(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    })
  }
  catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The clock prints month, day, year, hour, minute, second. */
function readOffset(clock: Intl.DateTimeFormat, instant: number): number {
  const [month = 0, day, year = 0, hour, minute, second] = (clock.format(instant).match(/\d+/g) ?? []).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / SECOND) * SECOND
}

/** To the second, by halves; a day has at most one change. */
function findChange(clock: Intl.DateTimeFormat, start: number, before: number): number {
  let still = start
  let changed = start + DAY
  while (changed - still > SECOND) {
    const middle = still + Math.floor((changed - still) / 2 / SECOND) * SECOND
    if (readOffset(clock, middle) === before) still = middle
    else changed = middle
  }
  return changed
}

/**
 * The zone of this IANA name (any case), or nothing where the runtime knows none. A bare offset such as `+03:00` is no
 * zone: it has no summer time, and runtimes differ on it. Offsets are kept per day, so asking again costs a map look-up.
 */
export function readZone(name: string): Zone | undefined {
  const clock = /^[a-z]/i.test(name) ? wallClock(name) : undefined
  return clock && zoneOf(name, clock)
}

function zoneOf(name: string, clock: Intl.DateTimeFormat): Zone {
  const days = new Map<number, DayOffset>()

  function offsetOf(day: number): DayOffset {
    const kept = days.get(day)
    if (kept !== undefined) return kept
    const start = day * DAY
    const before = days.get(day - 1)?.after ?? readOffset(clock, start)
    const after = days.get(day + 1)?.before ?? readOffset(clock, start + DAY)
    const offset = { before, change: before === after ? start + DAY : findChange(clock, start, before), after }
    days.set(day, offset)
    return offset
  }

  return {
    name,
    offsetAt(instant) {
      const offset = offsetOf(Math.floor(instant / DAY))
      return instant < offset.change ? offset.before : offset.after
    },
  }
}

/** What the clock in the zone shows at this instant. */
export function wallAt(zone: Zone, instant: number): number {
  return instant + zone.offsetAt(instant)
}

/** The day on which this instant falls in the zone. */
export function dayAt(zone: Zone, instant: number): number {
  return Math.floor(wallAt(zone, instant) / DAY)
}

/**
 * The instant at which the clock in the zone shows this wall time: the earlier one where the clock shows it twice, and
 * where it is skipped, the one as long after the change (02:30 in a gap from 02:00 to 03:00 is 03:30).
 */
export function instantAt(zone: Zone, wall: number): number {
  const withOffsetBefore = wall - zone.offsetAt(wall - DAY)
  if (wallAt(zone, withOffsetBefore) === wall) return withOffsetBefore
  const withOffsetAfter = wall - zone.offsetAt(wall + DAY)
  return wallAt(zone, withOffsetAfter) === wall ? withOffsetAfter : withOffsetBefore
}

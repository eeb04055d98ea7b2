import { isRecord, numberOf } from './rest/params.ts'

/** Both are off until they are switched on: development should not wait. */
export interface LimitSettings {
  /** Leaky bucket: at most `burst` requests, emptied by `drain` a second. */
  readonly rate?: { readonly burst: number, readonly drain: number }
  /** Run time of one method in ten minutes, in seconds; `seconds` are charged for a call instead of what it took. */
  readonly operating?: { readonly limit: number, readonly seconds?: number }
}

export interface Limits {
  configure(settings: LimitSettings): void
  /** Counts one HTTP request; false if it is one too many. Now in Unix milliseconds. */
  admit(now: number): boolean
  blocked(method: string, now: number): boolean
  charge(method: string, now: number, seconds: number): void
  /** Seconds that a method has used up, and when (Unix seconds) the oldest of them are forgotten. */
  used(method: string, now: number): { readonly operating: number, readonly operating_reset_at: number }
}

const MINUTE = 60_000
const WINDOW = 10

export function createLimits(): Limits {
  let settings: LimitSettings = {}
  let level = 0
  let levelAt = 0
  /** Seconds by method and minute (`limits.md`: ten baskets of a minute). */
  let baskets = new Map<string, Map<number, number>>()

  function current(method: string, now: number): [number, number][] {
    const oldest = Math.floor(now / MINUTE) - WINDOW + 1
    return [...baskets.get(method) ?? []].filter(([minute]) => minute >= oldest)
  }

  const spent = (method: string, now: number): number => current(method, now).reduce((sum, [, seconds]) => sum + seconds, 0)

  return {
    configure(changed) {
      settings = changed
      level = 0
      baskets = new Map()
    },
    admit(now) {
      if (!settings.rate) return true
      level = Math.max(0, level - Math.max(0, now - levelAt) / 1000 * settings.rate.drain)
      levelAt = now
      if (level + 1 > settings.rate.burst) return false
      level += 1
      return true
    },
    blocked: (method, now) => settings.operating !== undefined && spent(method, now) >= settings.operating.limit,
    charge(method, now, seconds) {
      const own = new Map(current(method, now))
      const minute = Math.floor(now / MINUTE)
      own.set(minute, (own.get(minute) ?? 0) + (settings.operating?.seconds ?? seconds))
      baskets.set(method, own)
    },
    used(method, now) {
      const oldest = current(method, now)[0]?.[0] ?? Math.floor(now / MINUTE)
      return { operating: spent(method, now), operating_reset_at: (oldest + WINDOW) * MINUTE / 1000 }
    },
  }
}

/** Reads `POST /emulator/limits`; what is not named is off. A text says what is wrong. */
export function parseLimits(body: unknown): LimitSettings | string {
  if (!isRecord(body)) return 'an object is expected'
  const { rate, operating } = body
  const settings: { rate?: { burst: number, drain: number }, operating?: { limit: number, seconds?: number } } = {}
  if (isRecord(rate)) {
    const [burst, drain] = [numberOf(rate['burst']), numberOf(rate['drain'])]
    if (burst === undefined || drain === undefined) return 'rate: {"burst": requests, "drain": requests a second}'
    settings.rate = { burst, drain }
  } else if (rate !== undefined && rate !== null && rate !== false) return 'rate: an object, or false'
  if (isRecord(operating)) {
    const [limit, seconds] = [numberOf(operating['limit']), numberOf(operating['seconds'])]
    if (limit === undefined) return 'operating: {"limit": seconds, "seconds": charged for a call}'
    settings.operating = seconds === undefined ? { limit } : { limit, seconds }
  } else if (operating !== undefined && operating !== null && operating !== false) return 'operating: an object, or false'
  return settings
}

/** The portal's clock: real time plus an offset that tests may advance. All instants are Unix milliseconds. */
export interface Clock {
  readonly startedAt: number
  now(): number
  /** Moves the clock forward (or back) by whole or fractional seconds. */
  advance(seconds: number): void
  /** Makes it this instant, in Unix milliseconds. */
  set(at: number): void
  /** Back to the start of the portal, as it was when the portal was started. */
  reset(): void
}

export function createClock(startAt?: number): Clock {
  const realStart = Date.now()
  const startedAt = startAt ?? realStart
  let offset = startedAt - realStart
  return {
    startedAt,
    now: () => Date.now() + offset,
    advance: (seconds) => { offset += seconds * 1000 },
    set: (at) => { offset = at - Date.now() },
    reset: () => { offset = startAt === undefined ? 0 : startAt - Date.now() },
  }
}

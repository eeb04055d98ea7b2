/** Seconds of a run, without the time in which nobody could see it. */
export interface Stopwatch {
  seconds(): number
  pause(): void
  resume(): void
  /** Begins anew from so many seconds. */
  restart(from: number): void
}

export function stopwatch(now: () => number): Stopwatch {
  let counted = 0
  let since: number | undefined = now()
  const elapsed = () => counted + (since === undefined ? 0 : now() - since)
  return {
    seconds: () => Math.round(elapsed() / 1000),
    pause() {
      counted = elapsed()
      since = undefined
    },
    resume() { since ??= now() },
    restart(from) {
      counted = from * 1000
      since = now()
    },
  }
}

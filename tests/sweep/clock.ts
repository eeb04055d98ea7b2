/** A clock that stands still while anything happens, and jumps from wait to wait. */
import { setImmediate } from 'node:timers/promises'
import { vi } from 'vitest'

/** Loop turns without any request after which everything is waiting for the clock. */
const QUIET_TURNS = 4
/** The same while nothing waits for the clock: a part of the app may be on its way from the disk. */
const LOADING_TURNS = 5_000
/** Waits until which whatever is awaited has to be over. */
const MOST_JUMPS = 400

/** Puts timers and dates on a clock that shows `at`, Unix milliseconds. */
export function stopTheClock(at: number): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: at })
}

/** Another case begins: nothing of the last one is waited for any more. */
export function setTheClock(at: number): void {
  vi.clearAllTimers()
  vi.setSystemTime(at)
}

export function letTheClockGo(): void {
  vi.useRealTimers()
}

/** Lets everything happen that needs no time. `traffic` counts what goes over the wire. */
async function quiet(traffic: () => number): Promise<void> {
  let seen = traffic()
  for (let turn = 0; turn < QUIET_TURNS; turn += 1) {
    await setImmediate()
    if (traffic() === seen) continue
    seen = traffic()
    turn = 0
  }
}

/** Lets time pass until this is over; false when it is not over after very many waits. */
export async function passTime(traffic: () => number, isOver: () => boolean): Promise<boolean> {
  for (let jump = 0; jump < MOST_JUMPS; jump += 1) {
    await quiet(traffic)
    for (let turn = 0; turn < LOADING_TURNS && !isOver() && vi.getTimerCount() === 0; turn += 1) await setImmediate()
    if (isOver()) return true
    if (vi.getTimerCount() === 0) return false
    vi.advanceTimersToNextTimer()
  }
  return false
}

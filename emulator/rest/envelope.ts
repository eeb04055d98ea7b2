import { formatInstant } from '../portal-time.ts'
import { Page } from './context.ts'

/** When a call began: on the portal's clock (ms) and on the process's stopwatch (ms). */
export interface Began {
  readonly at: number
  readonly stopwatch: number
}

export function begin(now: number): Began {
  return { at: now, stopwatch: performance.now() }
}

/** The `time` object of every success (`settings/how-to-call-rest-api/index.md`); seconds. `used`: the method's operating time. */
export function timeOf(began: Began, used?: Readonly<Record<string, number>>): Record<string, unknown> {
  const duration = (performance.now() - began.stopwatch) / 1000
  const start = began.at / 1000
  const finish = start + duration
  return {
    start,
    finish,
    duration,
    processing: duration,
    date_start: formatInstant(began.at),
    date_finish: formatInstant(finish * 1000),
    ...used,
  }
}

export function envelope(outcome: unknown, time: Record<string, unknown>): Record<string, unknown> {
  if (!(outcome instanceof Page)) return { result: outcome, time }
  return {
    result: outcome.result,
    ...(outcome.next === undefined ? {} : { next: outcome.next }),
    total: outcome.total,
    time,
  }
}

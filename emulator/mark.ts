import type { LogEntry } from './log.ts'
import type { Portal } from './portal.ts'
import { copyState } from './state-copy.ts'
import type { PortalState, SeedOptions } from './store.ts'

/** A portal as it was at one moment. */
export interface Mark {
  readonly state: PortalState
  /** The portal's clock, Unix milliseconds. */
  readonly at: number
  readonly logged: readonly LogEntry[]
}

export function markPortal({ store, clock, log }: Portal): Mark {
  return { state: copyState(store.state), at: clock.now(), logged: log.entries() }
}

/** Records, options, storages, clock and log as at the mark, as often as wanted; nothing is armed. Tokens stay good. */
export function returnToMark(portal: Portal, mark: Mark): void {
  disarm(portal)
  portal.clock.set(mark.at)
  portal.log.clear(mark.logged)
  portal.store.restore(copyState(mark.state))
}

/** Back to the seed, of another size or kind if so wanted. Tokens stay good. */
export function resetPortal(portal: Portal, seed: Partial<Pick<SeedOptions, 'leads' | 'seed'>>): void {
  disarm(portal)
  portal.clock.reset()
  portal.log.clear()
  portal.store.reset({ now: portal.clock.now(), ...seed })
}

/** No faults, edits and limits, the usual rules; nothing is remembered and nothing under way. */
function disarm({ faults, edits, limits, rules, answers, overdue }: Portal): void {
  faults.set([])
  edits.set([])
  limits.configure({})
  rules.reset()
  answers.clear()
  overdue.clear()
}

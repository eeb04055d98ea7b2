/** A portal that is asked again where that does no harm; how is loaded when it is needed. */
import { isBusy } from './portal.ts'
import type { Portal, Reply } from './portal.ts'

/** The clock and chance that pauses are made of. */
export interface Pauses {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  /** From 0 up to 1. */
  readonly random: () => number
}

/** Asks again for what failed on the way or was put off by a busy portal, see `repeat.ts`. */
export function repeating(portal: Portal, pauses?: Pauses): Portal {
  return {
    async send(commands, options) {
      const since = pauses?.now() ?? Date.now()
      const first = await portal.send(commands, options)
      if (first.ok && !Object.values<Reply>(first.value).some(isBusy)) return first
      // without a connection its code may not come either: then the first answer stands
      const loaded = await import('./repeat.ts').catch(() => undefined)
      return loaded === undefined ? first : loaded.repeat(portal, commands, options, first, since, pauses)
    },
  }
}

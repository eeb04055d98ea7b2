/** Somebody who works on the same lead at the same time: at another tab of the same browser, or a colleague at their own. */
import { aBrowser } from './browser.ts'
import type { Browser } from './browser.ts'
import { LEAD } from './end-state.ts'
import { OTHER, saved } from './goals.ts'
import type { Goal } from './goals.ts'
import { makeTab } from './tab.ts'
import type { Tab } from './tab.ts'
import type { World } from './world.ts'

export const COMPANIONS = ['same browser', 'same browser without locks', 'colleague'] as const
export type Companion = (typeof COMPANIONS)[number]

/** Presses when the request of this number leaves, which waits until so many requests of the companion are answered. */
export interface Beside {
  readonly who: Companion
  readonly request: number
  readonly ahead: number
}

export interface BesideTab {
  readonly tab: Tab
  readonly goal: Goal
  readonly browser: Browser
  /** Opens the lead and answers. */
  readonly open: () => Promise<void>
  /** What the request of this number has to wait for. */
  readonly gate: (request: number) => Promise<unknown> | undefined
}

/** A tab that wants the same; that of a colleague wants another save. */
export function besideTab({ wire, installation, newRunId }: World, { who, request, ahead }: Beside, same: Goal, home: Browser): BesideTab {
  const isColleague = who === 'colleague'
  const goal = isColleague ? saved(OTHER) : same
  const browser = isColleague ? aBrowser() : home
  const tab = makeTab({
    wire, installation, newRunId, lead: LEAD, browser,
    user: isColleague ? 'head' : 'manager', unheard: true, unlocked: who === 'same browser without locks',
  })
  let pressed: Promise<unknown> | undefined
  return {
    tab, goal, browser,
    async open() {
      await tab.work.open()
      tab.unfinished.begin()
      goal.prepare(tab)
    },
    gate(number) {
      if (number !== request || pressed) return undefined
      pressed = goal.press(tab)
      return ahead === 0 ? undefined : Promise.race([tab.line.answers(ahead), pressed])
    },
  }
}

/** What a screen works with: given by the composition root, never kept in state. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Draft } from '../domain/draft.ts'
import type { Installation } from '../portal/options.ts'
import type { Portal } from '../portal/portal.ts'

/** Keeps the draft of this lead: near (in the browser) at every change, far (in the portal) on a pause. */
export interface Drafts {
  /** The drafts there are, the near one for this user. */
  read(user: number): readonly Draft[]
  keep(user: number, draft: Draft): void
  /** Sends the draft that was kept last to the portal, if it is not there yet. */
  send(): Promise<void>
  /** May the portal hold a draft of this lead? Then the save empties it; a user's options are one row that must not grow for nothing. */
  isFar(): boolean
  /** Does the near place, does the far one hold a draft that does not parse? With one of them the other takes the answers, with both the near one does. */
  unread(): readonly boolean[]
  /** Forgets the near one; the far one goes with the save. */
  forget(user: number): void
}

export interface Workplace {
  readonly portal: Portal
  readonly lead: number
  /** The portal's host. */
  readonly host: string
  readonly installation: Installation
  readonly drafts: Drafts
  /** The browser's storage; it may throw when it is asked for. */
  readonly storage: () => Storage
  /** What keeps tabs of this browser out of each other's way; not there in an insecure context. */
  readonly locks: () => LockManager | undefined
  /** What the portal has of one that is not over for this lead, wherever it was begun, as it came with the hand-over. */
  readonly farEntry: string | undefined
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly newRunId: () => string
  readonly reloadCard: () => Promise<void>
  /** An administrator tries a set out on a real lead: nothing is written, and nothing offers to. */
  readonly preview?: boolean
  /** Drafts of other sets that this lead was asked by before, since the tab was opened. */
  readonly left?: readonly Draft[]
  /** Shows the screen anew in a changed workplace; not there where nothing may be chosen. */
  readonly reopen?: (changed: Workplace) => Promise<void>
  /** Runs this when what has changed by now is on the screen. */
  readonly afterPaint: (run: () => void) => void
}

export const WORKPLACE: InjectionKey<Workplace> = Symbol('workplace')

/** The workplace that the root provided. */
export function useWorkplace(): Workplace {
  const workplace = inject(WORKPLACE)
  if (!workplace) throw new Error('no workplace was provided')
  return workplace
}

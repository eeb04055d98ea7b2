/** What the app relies on from a portal, stated so that an emulated and a real one can be asked the same. */
import type { Param, Portal } from '../../../src/portal/portal.ts'

export type Params = Readonly<Record<string, Param>>

/** What HTTP gave to one request. */
export interface Answer {
  readonly http: number
  readonly body: unknown
}

/** One request past the SDK and the app. Rejects when there is no answer. */
export type Rest = (method: string, params: Params) => Promise<Answer>

/**
 * `application`: a token of the app, no webhook; `lead`: the lead may be written; `storage`: what the app keeps for
 * itself may be written (options, entity storage, a notice to oneself); `set-up`: fields and placements may be made and
 * removed; `administrator`, `no-administrator`: who is signed in.
 */
export type Need = 'application' | 'lead' | 'storage' | 'set-up' | 'administrator' | 'no-administrator'

export interface Given {
  /** The app's own port, through the official SDK. */
  readonly portal: Portal
  readonly rest: Rest
  /** A lead that may be read, and written where a statement needs it; throws `NotRun` when there is none. */
  readonly lead: () => number
  readonly me: { readonly id: number; readonly admin: boolean }
  /** What is called after the check, the last first, whatever came of it. */
  readonly undo: (back: () => Promise<unknown>) => void
  /** Comes back when the portal's clock shows another second. */
  readonly nextSecond: () => Promise<void>
  /** The same portal with another token. */
  readonly withToken: (token: string) => Rest
  /** A token that lacks a scope; the one that is tested unless the portal gave another. */
  readonly narrow: Rest
  /** A token whose hour is over. */
  readonly oldToken: string | undefined
  /** A lead that is there and that the user may not read. */
  readonly closedLead: number | undefined
  /** Notices of the user, where somebody can look: only in the emulated portal. */
  readonly notices: (() => Promise<readonly string[]>) | undefined
}

export interface Statement {
  readonly claim: string
  /** The documentation page that says so. */
  readonly page: string
  /** Methods of which it tells something. */
  readonly methods: readonly string[]
  readonly needs?: readonly Need[]
  /** Rejects when the portal is different. */
  readonly check: (given: Given) => Promise<void>
}

/** This portal has nothing to check the statement with; the message says what it lacks. */
export class NotRun extends Error {
  override readonly name = 'NotRun'
}

/** The port: all that the app asks of a portal goes through one method. */
import type { Result } from '../domain/result.ts'

/** A parameter as REST takes it inside a batch: no booleans (PHP reads "false" as true), no undefined; '' empties a field. */
export type Param = string | number | readonly Param[] | { readonly [key: string]: Param }

export interface Command {
  /** REST method, such as `crm.item.get`. */
  readonly method: string
  readonly params: Readonly<Record<string, Param>>
}

/**
 * What can go wrong, for the screen to name:
 * `not-allowed` the user may not; `no-access` the app is not given to the user; `missing-scope` the app was not given the scope; `no-rest` the portal's plan has no REST;
 * `not-found` the thing is gone; `busy` the portal limits its callers; `expired` the token could not be renewed;
 * `unreachable` no answer, so it is not known whether a write happened; `no-result` the portal reported success and gave
 * nothing (errors with an empty code end here); `not-run` a command before it failed; `refused` any other answer;
 * `unreadable` an answer that does not have the documented shape.
 */
export type PortalErrorKind =
  'not-allowed' | 'no-access' | 'missing-scope' | 'no-rest' | 'not-found' | 'busy' | 'expired' | 'unreachable' | 'no-result' | 'not-run' | 'refused' | 'unreadable'

export interface PortalError {
  readonly kind: PortalErrorKind
  readonly method: string
  /** The portal's own code, where it gave one. */
  readonly code: string
  /** The portal's own words, for administrators. */
  readonly description: string
}

/** What one command gave. */
export type Reply = Result<unknown, PortalError>

/** What each command gave, by its key; every key that was sent is there. */
export type Replies<K extends string> = Readonly<Record<K, Reply>>

/** Why a request is not through yet: the portal asked to come back later, or did not answer. */
export type Waiting = 'busy' | 'unreachable'

/**
 * `halt`: the commands after a failed one do not run. `waitFor`: the commands that a busy portal is asked for again, all when
 * left out. `onWait`: told before each pause after which the request is sent again.
 */
export interface SendOptions<K extends string = string> {
  readonly halt: boolean
  readonly waitFor?: readonly K[]
  readonly onWait?: (waiting: Waiting) => void
}

export interface Portal {
  /**
   * Sends up to 50 commands as one request; a value may refer to the reply of an earlier command (`$result[key][path]`).
   * Fails as a whole only when nothing is known of any command.
   */
  send<K extends string>(commands: Readonly<Record<K, Command>>, options: SendOptions<NoInfer<K>>): Promise<Result<Replies<K>, PortalError>>
}

export function isBusy(reply: Reply): boolean {
  return !reply.ok && reply.error.kind === 'busy'
}

/** A reply that does not have the documented shape. */
export function unreadable(method: string, what: string): PortalError {
  return { kind: 'unreadable', method, code: '', description: what }
}

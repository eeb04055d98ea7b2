import type { User } from '../entities.ts'
import type { Portal } from '../portal.ts'
import type { PortalState, Store } from '../store.ts'
import type { Access } from '../tokens.ts'
import type { Params } from './params.ts'

/** Who calls and when. `start` was taken out of the parameters, as the portal does. */
export interface Context {
  readonly portal: Portal
  readonly store: Store
  readonly state: PortalState
  readonly user: User
  readonly access: Access
  readonly start: number | undefined
  /** Unix milliseconds on the portal's clock, to the second. */
  readonly now: number
  /** The spelling of a method that this portal has, nothing for any other. */
  readonly wireName: (method: string) => string | undefined
}

export type Handler = (params: Params, context: Context) => unknown

/** Handlers by the wire name of their method. */
export type Methods = Readonly<Record<string, Handler>>

/** The answer of a list method: `total` and, if there is a next page, `next` stand beside `result`. */
export class Page {
  readonly result: unknown
  readonly total: number
  readonly next: number | undefined

  constructor(result: unknown, total: number, next?: number) {
    this.result = result
    this.total = total
    this.next = next
  }
}

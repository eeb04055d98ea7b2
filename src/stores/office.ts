/** What the app's own page works with; the composition root provides it. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { MyRights } from '../portal/my-rights.ts'
import type { Portal } from '../portal/portal.ts'

export type { MyRights }

export interface Office {
  readonly portal: Portal
  /** The portal's host, to keep what is stored in the browser apart. */
  readonly host: string
  /** Who opened the page, and what they may change. */
  readonly me: MyRights
  /** The IANA zone that was set up; before that, of whoever sets it up. */
  readonly zone: string
  /** The app's address, which the portal is to open. */
  readonly handler: string
  /** Of the browser, read when it is needed: one that denies storage throws then. */
  readonly storage: () => Storage
  /** Of the browser, so that no two tabs write the same lead; nothing where it grants none. */
  readonly locks: () => LockManager | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export const OFFICE: InjectionKey<Office> = Symbol('office')

/** Throws where none was provided. */
export function useOffice(): Office {
  const office = inject(OFFICE)
  if (!office) throw new Error('no office was provided')
  return office
}

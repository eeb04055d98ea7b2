/** How a save stands. */
import type { OpenEntry } from '../domain/journal.ts'
import type { Run } from '../domain/run.ts'
import type { Conflict, WriteLine } from '../domain/write-plan.ts'
import type { Report } from '../portal/perform-entry.ts'
import type { PortalError } from '../portal/portal.ts'
import type { Refusal } from '../portal/refusal.ts'

/**
 * How the last save came out. `conflict`: somebody changed what would be written, or the lead became a deal,
 * or the save was written and somebody undid it; the manager decides. `unread`: the lead
 * could not be read before writing. `unmapped`: these lines have no place in the portal. `refused`: nothing was written.
 * `waits`: it is tried again by itself, and the queue has it. `partly`: the lead is written, and a step after it is open or
 * a line was not kept. `saved`: all is written that was answered when it was sent; `upToDate`: nothing was answered since.
 */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'waits' }
  | { readonly state: 'conflict'; readonly conflicts: readonly Conflict[]; readonly cause: 'changed' | 'converted' | 'takenBack' }
  | { readonly state: 'unread'; readonly error: PortalError }
  | { readonly state: 'refused'; readonly error: PortalError; readonly refusal: Refusal }
  | { readonly state: 'unmapped'; readonly what: string; readonly lines: readonly WriteLine[] }
  | { readonly state: 'partly'; readonly report: Report; readonly open: OpenEntry }
  | { readonly state: 'saved'; readonly run: Run; readonly report: Report; readonly upToDate: boolean }

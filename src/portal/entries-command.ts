/** Asking for a lead's entries in the journal; apart from reading them, which only a later part of the screen does. */
import type { Command } from './portal.ts'

/** Storage of closed entries: NAME is the entry's id (`api-reference/entity/index.md`). */
export const JOURNAL = 'abcruns'

/** The newest fifty entries of a lead. */
export function entriesCommand(lead: number): Command {
  return { method: 'entity.item.get', params: { ENTITY: JOURNAL, SORT: { ID: 'DESC' }, FILTER: { PROPERTY_LEAD: lead } } }
}

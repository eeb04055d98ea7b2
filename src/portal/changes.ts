/** How changes stand against a lead as it is. */
import type { Change, Entry } from '../domain/journal.ts'
import type { LeadRecord } from '../domain/lead.ts'
import { heldBy, recordOf, sameValue } from '../domain/write-plan.ts'
import type { Place } from '../domain/write-plan.ts'
import { literal } from './literal.ts'

/**
 * `due`: the lead holds what was there before. `made`: it holds what comes after. `foreign`: it holds something else, which is
 * somebody else's.
 */
export type Standing = 'due' | 'made' | 'foreign'

/** How a change stands against the lead. */
export function standingOf(change: Change, lead: LeadRecord): Standing {
  const now = comparable(heldBy(lead, change))
  if (sameValue(now, comparable(change.to))) return 'made'
  return sameValue(now, comparable(change.from)) ? 'due' : 'foreign'
}

function isAt(change: Change, place: Place): boolean {
  if (change.kind === 'answer' && place.kind === 'answer') return change.question === place.question
  if (change.kind === 'result' && place.kind === 'result') return change.field === place.field
  return change.kind === place.kind
}

/** Is what the lead holds at this place what the entry left there? */
export function isLeftBy({ changes, record: { to }, todo }: Entry, place: Place, lead: LeadRecord): boolean {
  if (place.kind === 'record') return to.at === undefined ? recordOf(lead) === undefined : sameValue(to.at, lead.fields.qualifiedAt)
  if (place.kind === 'todo') return todo !== undefined && sameValue(todo.after?.deadline, lead.todo?.deadline)
  return changes.some(change => isAt(change, place) && standingOf(change, lead) === 'made')
}

/** Texts as they come back once written, sums without where they come from. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return literal(value)
  if (typeof value !== 'object' || value === null || !('products' in value)) return value
  const { products: _, ...sum } = value
  return sum
}

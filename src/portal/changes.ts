/** How changes stand against a lead as it is. */
import type { Change } from '../domain/journal.ts'
import type { LeadRecord } from '../domain/lead.ts'
import { heldBy, sameValue } from '../domain/write-plan.ts'
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

/** Texts as they come back once written, sums without where they come from. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return literal(value)
  if (typeof value !== 'object' || value === null || !('products' in value)) return value
  const { products: _, ...sum } = value
  return sum
}

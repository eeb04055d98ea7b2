import type { CrmItem, EntityTypeId } from '../entities.ts'
import { mayDo } from '../rights.ts'
import type { Visit } from './visit.ts'

/** The records of one kind that the visitor may read, by ascending id, at most `limit` of them. */
export function readableItems({ portal, user }: Visit, entityTypeId: EntityTypeId, limit = Infinity): readonly CrmItem[] {
  const { state } = portal.store
  const mayRead = mayDo(state, user, 'read')
  const found: CrmItem[] = []
  for (const item of state.items[entityTypeId].ascending()) {
    if (found.length >= limit) break
    if (mayRead(item)) found.push(item)
  }
  return found
}

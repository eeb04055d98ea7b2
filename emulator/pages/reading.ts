import type { CrmItem, Department, EntityTypeId, User } from '../entities.ts'
import type { Visit } from './visit.ts'

/** The records of one kind that the visitor may read, by ascending id, at most `limit` of them. */
export function readableItems(visit: Visit, entityTypeId: EntityTypeId, limit = Infinity): readonly CrmItem[] {
  const found: CrmItem[] = []
  for (const item of visit.portal.store.state.items[entityTypeId].ascending()) {
    if (found.length >= limit) break
    if (mayRead(visit, item)) found.push(item)
  }
  return found
}

export function mayAdd({ user }: Visit): boolean {
  return user.crm !== 'none'
}

export function mayRead({ portal, user }: Visit, { values }: CrmItem): boolean {
  const own = values['assignedById'] === user.id
  switch (user.crm) {
    case 'all':
      return true
    case 'department':
      return own || inDepartments(portal.store.user(String(values['assignedById'])), user, portal.store.state.departments)
    case 'opened':
      return own || values['opened'] === 'Y'
    case 'own':
      return own
    case 'none':
      return false
  }
}

/** Whether somebody works in the department of `reader` or in one below it. */
function inDepartments(somebody: User | undefined, reader: User, departments: readonly Department[]): boolean {
  const up = (id: number): number[] => {
    const parent = departments.find((one) => one.id === id)?.parent ?? null
    return parent === null ? [id] : [id, ...up(parent)]
  }
  return somebody?.departments.some((id) => up(id).some((above) => reader.departments.includes(above))) ?? false
}

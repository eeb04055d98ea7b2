import { ENTITY_TYPES, type CrmItem, type EntityTypeId, type User } from './entities.ts'
import type { PortalState } from './store.ts'

export type Deed = 'read' | 'write' | 'delete'

/**
 * Whether this user may do this with a record. Made once per call, because a list asks it for every row.
 * Departments count with everything below them.
 */
export function mayDo(state: PortalState, user: User, deed: Deed): (item: CrmItem) => boolean {
  if (user.crm === 'all') return () => true
  if (user.crm === 'none') return () => false
  if (user.crm === 'department') {
    const people = colleagues(state, user)
    return item => people.has(Number(item.values['assignedById']))
  }
  if (user.crm === 'opened' && deed === 'read') {
    return item => item.values['assignedById'] === user.id || item.values['opened'] === 'Y'
  }
  return item => item.values['assignedById'] === user.id
}

export function hasCrm(user: User): boolean {
  return user.crm !== 'none'
}

function colleagues(state: PortalState, user: User): Set<number> {
  const departments = new Set(user.departments)
  let grown = true
  while (grown) {
    const before = departments.size
    for (const department of state.departments) {
      if (department.parent !== null && departments.has(department.parent)) departments.add(department.id)
    }
    grown = departments.size > before
  }
  return new Set(state.users.filter(one => one.departments.some(id => departments.has(id))).map(one => one.id))
}

export function entityType(value: number): EntityTypeId | undefined {
  return ENTITY_TYPES.find(type => type === value)
}

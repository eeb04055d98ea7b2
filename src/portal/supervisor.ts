/** Who is the head of whom: whoever gets the notices. */
import * as v from 'valibot'
import { readPerson, UserId, Users } from './people.ts'
import type { Person } from './people.ts'
import type { Reply } from './portal.ts'

/** What the portal told of a person, of his department and those above it, and of their heads. */
export interface Hierarchy {
  /** Portal user id. */
  readonly of: number
  readonly person: Reply
  readonly departments: readonly Reply[]
  readonly heads: Reply
}

/** `department.get`: UF_HEAD is there only when a head is set, PARENT only below the root. */
const Departments = v.array(v.object({ ID: UserId, PARENT: v.optional(v.nullable(UserId)), UF_HEAD: v.optional(v.nullable(v.unknown())) }))

function firstDepartment(reply: Reply, id: number): number | undefined {
  const users = reply.ok ? v.safeParse(Users, reply.value) : undefined
  const departments = users?.success === true ? users.output.find(user => user.ID === id)?.UF_DEPARTMENT : undefined
  const first = v.safeParse(v.array(UserId), departments)
  return first.success ? first.output[0] : undefined
}

/**
 * The head of a person: of his department, else of the ones above; himself skipped. `chain` holds the answers of
 * `department.get` from his department upwards. A department that is not the one asked for ends the climb: an empty
 * reference in the request makes the portal list all of them.
 */
export function headOf(person: number, users: Reply, chain: readonly Reply[]): number | undefined {
  let wanted = firstDepartment(users, person)
  for (const reply of chain) {
    const rows = reply.ok ? v.safeParse(Departments, reply.value) : undefined
    const department = rows?.success === true ? rows.output.find(row => row.ID === wanted) : undefined
    if (department === undefined) return undefined
    const head = v.safeParse(UserId, department.UF_HEAD)
    if (head.success && head.output > 0 && head.output !== person) return head.output
    wanted = department.PARENT ?? undefined
  }
  return undefined
}

/** The head of the person of this hierarchy, by number where the portal does not tell the name. */
export function supervisorIn({ of, person, departments, heads }: Hierarchy): Person | undefined {
  const head = headOf(of, person, departments)
  return readPerson(heads, head) ?? (head === undefined ? undefined : { id: head, name: `#${head}` })
}

/** Users and departments: who is who, and who is the head of whom. */
import * as v from 'valibot'
import type { Result } from '../domain/result.ts'
import type { PortalError } from './portal.ts'

export interface Person {
  readonly id: number
  readonly name: string
}

const Id = v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))])
const Words = v.nullish(v.string(), '')
const User = v.object({ ID: Id, NAME: Words, LAST_NAME: Words, UF_DEPARTMENT: v.optional(v.unknown()) })
const Users = v.array(User)
/** `department.get`: UF_HEAD is there only when a head is set, PARENT only below the root. */
const Departments = v.array(v.object({ ID: Id, PARENT: v.optional(v.nullable(Id)), UF_HEAD: v.optional(v.nullable(v.unknown())) }))

function personOf(user: v.InferOutput<typeof User>): Person {
  return { id: user.ID, name: `${user.NAME} ${user.LAST_NAME}`.trim() || `#${user.ID}` }
}

/** The person with this id among the answer of `user.get`. */
export function readPerson(reply: Result<unknown, PortalError>, id: number | undefined): Person | undefined {
  if (!reply.ok || id === undefined) return undefined
  const users = v.safeParse(Users, reply.value)
  const user = users.success ? users.output.find(u => u.ID === id) : undefined
  return user && personOf(user)
}

/** The signed-in user of `profile`; `admin` is an administrator of the portal. */
export interface Me extends Person {
  readonly admin: boolean
}

const Profile = v.object({ ID: Id, NAME: Words, LAST_NAME: Words, ADMIN: v.optional(v.boolean(), false) })

export function readMe(value: unknown): Me | undefined {
  const profile = v.safeParse(Profile, value)
  return profile.success ? { ...personOf({ ...profile.output, UF_DEPARTMENT: undefined }), admin: profile.output.ADMIN } : undefined
}

function firstDepartment(reply: Result<unknown, PortalError>, id: number): number | undefined {
  const users = reply.ok ? v.safeParse(Users, reply.value) : undefined
  const departments = users?.success === true ? users.output.find(user => user.ID === id)?.UF_DEPARTMENT : undefined
  const first = v.safeParse(v.array(Id), departments)
  return first.success ? first.output[0] : undefined
}

/**
 * The head of a person: of his department, else of the ones above; himself skipped. `chain` holds the answers of
 * `department.get` from his department upwards. A department that is not the one asked for ends the climb: an empty
 * reference in the request makes the portal list all of them.
 */
export function headOf(person: number, users: Result<unknown, PortalError>, chain: readonly Result<unknown, PortalError>[]): number | undefined {
  let wanted = firstDepartment(users, person)
  for (const reply of chain) {
    const rows = reply.ok ? v.safeParse(Departments, reply.value) : undefined
    const department = rows?.success === true ? rows.output.find(row => row.ID === wanted) : undefined
    if (department === undefined) return undefined
    const head = v.safeParse(Id, department.UF_HEAD)
    if (head.success && head.output > 0 && head.output !== person) return head.output
    wanted = department.PARENT ?? undefined
  }
  return undefined
}

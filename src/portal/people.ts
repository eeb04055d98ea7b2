/** Users: who is who. */
import * as v from 'valibot'
import type { Result } from '../domain/result.ts'
import type { PortalError } from './portal.ts'

export interface Person {
  readonly id: number
  readonly name: string
}

export const UserId = v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))])
const Words = v.nullish(v.string(), '')
const User = v.object({ ID: UserId, NAME: Words, LAST_NAME: Words, UF_DEPARTMENT: v.optional(v.unknown()) })
export const Users = v.array(User)

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

const Profile = v.object({ ID: UserId, NAME: Words, LAST_NAME: Words, ADMIN: v.optional(v.boolean(), false) })

export function readMe(value: unknown): Me | undefined {
  const profile = v.safeParse(Profile, value)
  return profile.success ? { ...personOf({ ...profile.output, UF_DEPARTMENT: undefined }), admin: profile.output.ADMIN } : undefined
}

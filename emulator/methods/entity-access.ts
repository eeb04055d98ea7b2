import type { AccessLevel, EntityStorage, User } from '../entities.ts'
import type { Context } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { recordOf, textOf, type Params } from '../rest/params.ts'

/** Longest code of a storage: 50 without `APP_<client id>_` (`entity-add.md`). */
const LONGEST = 13

const LEVELS: readonly AccessLevel[] = ['R', 'W', 'X']

/** The cleaned code that a call names. */
export function storageCode(params: Params, name = 'ENTITY'): string {
  const code = (textOf(params[name]) ?? '').replace(/\W/g, '')
  if (code === '') throw argument(name)
  if (code.length > LONGEST) throw new PortalError(400, 'ERROR_ARGUMENT', `Entity code is too long. Max length is ${LONGEST} characters.`, { argument: name })
  return code
}

export function argument(name: string): PortalError {
  return new PortalError(400, 'ERROR_ARGUMENT', `Argument '${name}' is null or empty`, { argument: name })
}

export function requireApplication({ access }: Context): void {
  if (!access.application) throw new PortalError(400, 'ACCESS_DENIED', 'Access denied! Application context required')
}

/** The storage that a call names, if the user has at least this level on it. */
export function storageFor(params: Params, context: Context, level: AccessLevel | null): EntityStorage {
  requireApplication(context)
  const storage = context.state.storages.get(storageCode(params))
  if (!storage) throw new PortalError(400, 'ERROR_ENTITY_NOT_FOUND', 'Entity not found')
  if (level !== null && !hasLevel(storage, context.user, level)) throw new PortalError(400, 'ACCESS_DENIED', 'Access denied!')
  return storage
}

/** Administrators may always; others by their own code or that of all authorised users. */
export function hasLevel(storage: EntityStorage, user: User, level: AccessLevel): boolean {
  if (user.admin) return true
  const held = [storage.access[`U${user.id}`], storage.access['AU']].map(one => one === undefined ? -1 : LEVELS.indexOf(one))
  return Math.max(...held) >= LEVELS.indexOf(level)
}

/** Rights that a call sets; whoever sets them keeps the management. */
export function accessOf(value: unknown, user: User): Record<string, AccessLevel> {
  const access: Record<string, AccessLevel> = {}
  for (const [code, level] of Object.entries(recordOf(value) ?? {})) {
    const known = LEVELS.find(one => one === level)
    if (known) access[code] = known
  }
  access[`U${user.id}`] = 'X'
  return access
}

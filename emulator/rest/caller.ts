import type { User } from '../entities.ts'
import type { Portal } from '../portal.ts'
import { ALL_SCOPES, type Access } from '../tokens.ts'
import { PortalError, systemError } from './errors.ts'
import { textOf, type Params } from './params.ts'

export interface Caller {
  readonly user: User
  readonly access: Access
}

/** Whose request it is: the webhook's of the path, else the token's in `auth`. */
export function callerOf(portal: Portal, webhookUser: string, webhookName: string, params: Params): Caller | PortalError {
  return webhookUser === '' ? tokenCaller(portal, params) : webhookCaller(portal, webhookUser, webhookName)
}

/** The refusal of every request of this caller, whatever the method (`_includes/system-errors.md`). */
export function shutOut({ rules: { now: rules } }: Portal, { user, access }: Caller): PortalError | undefined {
  if (rules.plan === 'none') return systemError.plan()
  return access.application && !user.admin && rules.noAccess.includes(user.login) ? systemError.userAccess() : undefined
}

function tokenCaller(portal: Portal, params: Params): Caller | PortalError {
  const access = portal.tokens.find(textOf(params['auth']) ?? '')
  if (access === undefined) return systemError.noAuth()
  if (access === 'expired') return systemError.expired()
  const user = portal.store.user(access.userId)
  return user ? { user, access } : systemError.noAuth()
}

function webhookCaller(portal: Portal, id: string, name: string): Caller | PortalError {
  const user = portal.store.user(id)
  if (user?.login !== name) return new PortalError(401, 'INVALID_CREDENTIALS', 'Invalid request credentials')
  return { user, access: { userId: user.id, scopes: new Set<string>(ALL_SCOPES), application: false } }
}

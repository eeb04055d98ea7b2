import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { User } from './entities.ts'

/** What an app of this portal may ask for; `basic` methods need none of them. */
export const ALL_SCOPES = [
  'crm', 'placement', 'user', 'user_brief', 'user_basic', 'department', 'im', 'entity', 'telephony', 'task', 'bizproc',
  'userfieldconfig', 'pull',
] as const

/** Lifetime of an access token in seconds (`settings/oauth/index.md`). */
export const TOKEN_LIFETIME = 3600

/** As the portal hands tokens to a frame; `AUTH_EXPIRES` are seconds, as text. */
export interface FrameAuth {
  readonly AUTH_ID: string
  readonly REFRESH_ID: string
  readonly AUTH_EXPIRES: string
}

/** Whose a token is and what it opens; `application` is false for a webhook. */
export interface Access {
  readonly userId: number
  readonly scopes: ReadonlySet<string>
  readonly application: boolean
  /** Code of an app beside this one; it has placements of its own, and shares everything else. */
  readonly otherApp?: string
}

export interface Tokens {
  /** A new pair for this user; all scopes unless named, for this app unless another one is. */
  issue(user: User, scopes?: readonly string[], otherApp?: string): FrameAuth
  /** A new pair for a refresh token that was not used yet, nothing for any other. */
  refresh(refreshId: string): FrameAuth | undefined
  find(authId: string): Access | 'expired' | undefined
  /** Makes every access token given out so far expire, as an hour would. */
  expireAll(): void
  /** Forgets every token given out so far: each is as unknown as a forged one, and cannot be renewed. */
  revokeAll(): void
}

interface Grant extends Access {
  expires: number
}

export function createTokens(clock: Clock): Tokens {
  const grants = new Map<string, Grant>()
  const refreshable = new Map<string, Access>()

  function grant(access: Access): FrameAuth {
    const AUTH_ID = randomBytes(35).toString('hex')
    const REFRESH_ID = randomBytes(35).toString('hex')
    grants.set(AUTH_ID, { ...access, expires: clock.now() + TOKEN_LIFETIME * 1000 })
    refreshable.set(REFRESH_ID, access)
    return { AUTH_ID, REFRESH_ID, AUTH_EXPIRES: String(TOKEN_LIFETIME) }
  }

  return {
    issue: (user, scopes = ALL_SCOPES, otherApp) => grant({ userId: user.id, scopes: new Set(scopes), application: true, ...otherApp !== undefined && { otherApp } }),
    refresh(refreshId) {
      const access = refreshable.get(refreshId)
      if (!access) return undefined
      refreshable.delete(refreshId)
      return grant(access)
    },
    find(authId) {
      const found = grants.get(authId)
      if (!found) return undefined
      return found.expires > clock.now() ? found : 'expired'
    },
    expireAll() {
      for (const one of grants.values()) one.expires = 0
    },
    revokeAll() {
      grants.clear()
      refreshable.clear()
    },
  }
}

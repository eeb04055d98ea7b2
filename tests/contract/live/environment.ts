/** Which portal is asked and what may be written there, from environment variables. No message repeats what they hold. */
import type { Key } from '../suite/access.ts'

export interface Settings {
  readonly key: Key
  /** The lead that may be written; without it nothing is. */
  readonly lead: number | undefined
  readonly storage: boolean
  readonly setUp: boolean
  readonly closedLead: number | undefined
  readonly oldToken: string | undefined
}

/** Why nothing can be asked, in one sentence. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}

type Environment = Readonly<Record<string, string | undefined>>

const ALSO = ['storage', 'set-up'] as const

/** A variable that is set to something. */
function given(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim()
  return value === '' ? undefined : value
}

/** https, and http only on this machine: a token in the open would be anybody's. */
function originOf(address: string, name: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return url
  throw new Unusable(`${name} must be an address that begins with https://.`)
}

function keyOf(environment: Environment): Key {
  const [portal, token, webhook] = ['TRIPLE_A_PORTAL', 'TRIPLE_A_TOKEN', 'TRIPLE_A_WEBHOOK'].map(name => given(environment, name))
  if (webhook !== undefined) {
    if (token !== undefined) throw new Unusable('Set TRIPLE_A_TOKEN or TRIPLE_A_WEBHOOK, not both.')
    const url = originOf(webhook, 'TRIPLE_A_WEBHOOK')
    const [, user, code] = /^\/rest\/(\d+)\/([^/]+)\/?$/.exec(url.pathname) ?? []
    if (user === undefined || code === undefined) throw new Unusable('TRIPLE_A_WEBHOOK must end with /rest/, the number of a user, and the code of the webhook.')
    return { kind: 'webhook', portal: url.origin, user: Number(user), code }
  }
  if (portal === undefined || token === undefined) {
    throw new Unusable('Set TRIPLE_A_PORTAL to the https address of a portal and TRIPLE_A_TOKEN to an access token of the app, or TRIPLE_A_WEBHOOK to the address of an incoming webhook.')
  }
  return { kind: 'application', portal: originOf(portal, 'TRIPLE_A_PORTAL').origin, token }
}

function leadFrom(environment: Environment, name: string): number | undefined {
  const id = given(environment, name)
  if (id === undefined) return undefined
  if (!/^[1-9]\d{0,15}$/.test(id)) throw new Unusable(`${name} must be the number of a lead.`)
  return Number(id)
}

/** Throws `Unusable` when something is missing or wrong. */
export function settingsFrom(environment: Environment): Settings {
  const also = (given(environment, 'TRIPLE_A_ALSO') ?? '').split(',').map(word => word.trim()).filter(word => word !== '')
  if (also.some(word => !ALSO.some(known => known === word))) throw new Unusable('TRIPLE_A_ALSO may name storage and set-up, with a comma between them.')
  return {
    key: keyOf(environment),
    lead: leadFrom(environment, 'TRIPLE_A_LEAD'),
    storage: also.includes('storage'),
    setUp: also.includes('set-up'),
    closedLead: leadFrom(environment, 'TRIPLE_A_CLOSED_LEAD'),
    oldToken: given(environment, 'TRIPLE_A_OLD_TOKEN'),
  }
}

/** What must never be printed. */
export function secretsOf({ key, oldToken }: Settings): readonly string[] {
  return [...(key.kind === 'application' ? [key.token] : [`${key.user}/${key.code}`, key.code]), ...(oldToken === undefined ? [] : [oldToken])]
}

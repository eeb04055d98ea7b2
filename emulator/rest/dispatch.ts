import type { User } from '../entities.ts'
import type { CallFault, When } from '../faults.ts'
import type { Portal } from '../portal.ts'
import { ALL_SCOPES, type Access } from '../tokens.ts'
import { LOST } from './batch.ts'
import type { Context } from './context.ts'
import { PortalError, systemError } from './errors.ts'
import { isRecord, numberOf, recordOf, textOf, type Params } from './params.ts'
import { scopesOf } from './scopes.ts'
import { findMethod } from '../methods/registry.ts'

/** Runs one method for a caller; throws `PortalError`. `LOST` when a fault swallows the answer. */
export function callMethod(portal: Portal, user: User, access: Access, name: string, given: Params): unknown {
  const method = findMethod(name)
  if (!method) throw systemError.unknownMethod()
  const scopes = scopesOf(method.name)
  if (scopes.length > 0 && !scopes.some(scope => access.scopes.has(scope))) throw systemError.scope()

  const { faults, limits, clock } = portal
  if (limits.blocked(name, clock.now())) throw systemError.operating()
  const before = faults.takeCall(name, user.login, 'before')
  const swallowed = swallowedBy(before?.kind)
  if (swallowed !== undefined) return swallowed
  const refusal = refused(before?.kind)
  if (refusal) throw refusal

  const params = before?.kind === 'drop-field' ? withoutField(given, before.field) : given
  editAround(portal, name, user, 'before')
  const stopwatch = performance.now()
  const outcome = portal.answers.give(`${user.login} ${name} ${JSON.stringify(ownParams(params))} ${textOf(params['start']) ?? ''}`, before?.kind === 'stale',
    () => method.handler(ownParams(params), contextOf(portal, user, access, params)))
  limits.charge(name, clock.now(), (performance.now() - stopwatch) / 1000)

  editAround(portal, name, user, 'after')

  const after = faults.takeCall(name, user.login, 'after')
  const late = refused(after?.kind)
  if (late) throw late
  return swallowedBy(after?.kind) ?? outcome
}

/** What stands in place of a result that a fault swallows: nothing at all, or an empty map as PHP prints it. */
function swallowedBy(kind: CallFault | undefined): unknown {
  if (kind === 'no-result') return LOST
  return kind === 'empty' ? [] : undefined
}

/** Lets others make the edits that a test has put around this call; they are in no log and meet no faults. */
export function editAround(portal: Portal, name: string, user: User, when: When): void {
  for (const { method, params, user: login } of portal.edits.take(name, user.login, when)) {
    const other = portal.store.user(login)
    const known = findMethod(method)
    if (!other || !known) continue
    const access: Access = { userId: other.id, scopes: new Set<string>(ALL_SCOPES), application: true }
    try {
      known.handler(params, contextOf(portal, other, access, params))
      portal.edits.note({ method, user: login, ok: true })
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      portal.edits.note({ method, user: login, ok: false, error: error.body() })
    }
  }
}

/** What a handler gets for a call of this user. */
export function contextOf(portal: Portal, user: User, access: Access, params: Params): Context {
  const { store } = portal
  const start = numberOf(params['start'])
  return {
    portal, store, user, access,
    state: store.state,
    start: start === undefined ? undefined : Math.trunc(start),
    now: Math.floor(portal.clock.now() / 1000) * 1000,
    wireName: name => findMethod(name)?.name,
  }
}

/** What a method sees: the token, the page and the SDK's marks are taken out. */
function ownParams(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([key]) => key !== 'auth' && key !== 'start' && !key.startsWith('bx24_')))
}

/** Methods without `fields` or `options` lose one of their parameters. */
function withoutField(params: Params, named: string | undefined): Params {
  const inner = ['fields', 'options'].find(key => isRecord(params[key]))
  if (inner === undefined) return without(params, named)
  return { ...params, [inner]: without(recordOf(params[inner]) ?? {}, named) }
}

function without(params: Params, named: string | undefined): Params {
  const dropped = named ?? Object.keys(params).filter(key => key !== 'auth').at(-1)
  return Object.fromEntries(Object.entries(params).filter(([key]) => key !== dropped))
}

function refused(kind: string | undefined): PortalError | undefined {
  if (kind === '403') return systemError.credentials()
  if (kind === '429') return systemError.operating()
  return kind === '500' ? systemError.internal() : undefined
}

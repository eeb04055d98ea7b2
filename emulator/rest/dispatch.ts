import type { User } from '../entities.ts'
import type { Portal } from '../portal.ts'
import type { Access } from '../tokens.ts'
import { LOST } from './batch.ts'
import type { Context } from './context.ts'
import type { PortalError} from './errors.ts';
import { systemError } from './errors.ts'
import { isRecord, numberOf, type Params } from './params.ts'
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
  if (before?.kind === 'no-result') return LOST
  const refusal = refused(before?.kind)
  if (refusal) throw refusal

  const params = before?.kind === 'drop-field' ? withoutField(given, before.field) : given
  const stopwatch = performance.now()
  const outcome = method.handler(ownParams(params), contextOf(portal, user, access, params))
  limits.charge(name, clock.now(), (performance.now() - stopwatch) / 1000)

  const after = faults.takeCall(name, user.login, 'after')
  if (after?.kind === 'no-result') return LOST
  const late = refused(after?.kind)
  if (late) throw late
  return outcome
}

function contextOf(portal: Portal, user: User, access: Access, params: Params): Context {
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

function withoutField(params: Params, named: string | undefined): Params {
  const fields = params['fields']
  if (!isRecord(fields)) return params
  const dropped = named ?? Object.keys(fields).at(-1)
  return { ...params, fields: Object.fromEntries(Object.entries(fields).filter(([key]) => key !== dropped)) }
}

function refused(kind: string | undefined): PortalError | undefined {
  if (kind === '403') return systemError.credentials()
  if (kind === '429') return systemError.operating()
  return kind === '500' ? systemError.internal() : undefined
}

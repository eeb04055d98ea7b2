import { convertLead, isConvertible } from './conversion.ts'
import { parseEdits } from './edits.ts'
import { LEAD } from './entities.ts'
import { parseFaults } from './faults.ts'
import { parseLimits } from './limits.ts'
import { markPortal, resetPortal, returnToMark, type Mark } from './mark.ts'
import { findMethod } from './methods/registry.ts'
import type { Portal } from './portal.ts'
import { contextOf } from './rest/dispatch.ts'
import { isRecord, numberOf, textOf } from './rest/params.ts'
import { mayDo } from './rights.ts'
import { json, type Route, type RouteReply, type RouteRequest } from './route.ts'
import { parseRules } from './rules.ts'
import { snapshot } from './snapshot.ts'
import { ALL_SCOPES } from './tokens.ts'

const OPEN = { 'access-control-allow-origin': '*' }

/** The state that `POST /emulator/mark` took last. */
interface Marks {
  last: Mark | undefined
}

/** The handles of tests and of the demo: `/emulator/…`. */
export function controlRoutes(portal: Portal): readonly Route[] {
  const marks: Marks = { last: undefined }
  return [
    { method: 'GET', path: '/emulator/token', handle: request => token(portal, request) },
    { method: 'POST', path: '/emulator/reset', handle: request => reset(portal, marks, request) },
    { method: 'POST', path: '/emulator/mark', handle: () => mark(portal, marks) },
    { method: 'POST', path: '/emulator/faults', handle: request => faults(portal, request) },
    { method: 'GET', path: '/emulator/faults', handle: () => json(200, portal.faults.left(), OPEN) },
    { method: 'POST', path: '/emulator/edits', handle: request => edits(portal, request) },
    { method: 'GET', path: '/emulator/edits', handle: () => json(200, portal.edits.state(), OPEN) },
    { method: 'POST', path: '/emulator/convert', handle: request => convert(portal, request) },
    { method: 'POST', path: '/emulator/clock', handle: request => clock(portal, request) },
    { method: 'GET', path: '/emulator/log', handle: () => json(200, portal.log.entries(), OPEN) },
    { method: 'GET', path: '/emulator/snapshot', handle: request => json(200, snapshot(portal.store.state, request.url.searchParams.get('only')), OPEN) },
    { method: 'POST', path: '/emulator/limits', handle: request => limits(portal, request) },
    { method: 'POST', path: '/emulator/rules', handle: request => rules(portal, request) },
    { method: 'GET', path: '/emulator/rules', handle: () => json(200, portal.rules.now, OPEN) },
  ]
}

function token(portal: Portal, { url }: RouteRequest): RouteReply {
  const user = portal.store.user(url.searchParams.get('user') ?? 'admin')
  if (!user) return json(404, { error: 'no such user', users: portal.store.state.users.map(one => one.login) }, OPEN)
  const scope = url.searchParams.get('scope')
  const scopes = scope === null ? ALL_SCOPES : scope.split(',').filter(one => one !== '')
  const { AUTH_ID, REFRESH_ID } = portal.tokens.issue(user, scopes, url.searchParams.get('app') ?? undefined)
  return json(200, { access_token: AUTH_ID, refresh_token: REFRESH_ID, app_url: portal.app.url }, OPEN)
}

/** Back to the seed, `{leads, seed}` in the body change it; with `{to: "mark"}` back to the mark. Tokens stay good. */
function reset(portal: Portal, marks: Marks, request: RouteRequest): RouteReply {
  const body = bodyOf(request)
  if (body === undefined) return invalid('JSON is expected')
  const { to, leads, seed } = isRecord(body) ? body : {}
  if (to !== undefined) {
    if (to !== 'mark' || !marks.last) return invalid('to: mark, after POST /emulator/mark')
    returnToMark(portal, marks.last)
    return json(200, { ok: true }, OPEN)
  }
  const size = { leads: numberOf(leads), seed: numberOf(seed) }
  resetPortal(portal, { ...(size.leads === undefined ? {} : { leads: size.leads }), ...(size.seed === undefined ? {} : { seed: size.seed }) })
  return json(200, { ok: true }, OPEN)
}

function mark(portal: Portal, marks: Marks): RouteReply {
  marks.last = markPortal(portal)
  return json(200, { ok: true, at: new Date(marks.last.at).toISOString() }, OPEN)
}

function faults(portal: Portal, request: RouteRequest): RouteReply {
  const parsed = parseFaults(bodyOf(request))
  if (typeof parsed === 'string') return invalid(parsed)
  portal.faults.set(parsed)
  return json(200, { ok: true, faults: parsed.length }, OPEN)
}

function edits(portal: Portal, request: RouteRequest): RouteReply {
  const parsed = parseEdits(bodyOf(request), {
    method: name => findMethod(name) !== undefined,
    user: name => portal.store.user(name) !== undefined,
  })
  if (typeof parsed === 'string') return invalid(parsed)
  portal.edits.set(parsed)
  return json(200, { ok: true, edits: parsed.length }, OPEN)
}

/** Somebody converts a lead in the portal; `user` (`admin` unless named) needs the right to change it. */
function convert(portal: Portal, request: RouteRequest): RouteReply {
  const body = bodyOf(request)
  const id = isRecord(body) ? numberOf(body['lead']) : undefined
  const user = portal.store.user((isRecord(body) ? textOf(body['user']) : undefined) ?? 'admin')
  if (id === undefined || !user) return invalid('{"lead": id, "user": name} is expected')
  const lead = portal.store.state.items[LEAD].get(id)
  if (!lead || !isConvertible(lead) || !mayDo(portal.store.state, user, 'write')(lead)) return json(403, { error: 'refused', what: 'no such lead, converted before, or not his to change' }, OPEN)
  const access = { userId: user.id, scopes: new Set<string>(ALL_SCOPES), application: false }
  return json(200, convertLead(contextOf(portal, user, access, {}), lead), OPEN)
}

function limits(portal: Portal, request: RouteRequest): RouteReply {
  const parsed = parseLimits(bodyOf(request))
  if (typeof parsed === 'string') return invalid(parsed)
  portal.limits.configure(parsed)
  return json(200, { ok: true, ...parsed }, OPEN)
}

/** What is not named stays as it is. */
function rules(portal: Portal, request: RouteRequest): RouteReply {
  const parsed = parseRules(bodyOf(request))
  if (typeof parsed === 'string') return invalid(parsed)
  portal.rules.change(parsed)
  return json(200, { ok: true, ...portal.rules.now }, OPEN)
}

function clock(portal: Portal, request: RouteRequest): RouteReply {
  const body = bodyOf(request)
  const seconds = isRecord(body) ? numberOf(body['advance']) : undefined
  if (seconds === undefined) return invalid('{"advance": seconds} is expected')
  portal.overdue.arrive()
  portal.clock.advance(seconds)
  return json(200, { now: new Date(portal.clock.now()).toISOString() }, OPEN)
}

function bodyOf(request: RouteRequest): unknown {
  try {
    return request.body.trim() === '' ? {} : JSON.parse(request.body)
  } catch {
    return undefined
  }
}

function invalid(what: string): RouteReply {
  return json(400, { error: 'invalid', what }, OPEN)
}

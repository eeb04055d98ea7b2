import type { Portal } from '../portal.ts'
import { formatInstant } from '../portal-time.ts'
import { json, type Route, type RouteReply, type RouteRequest, type RouteResponse } from '../route.ts'
import { commandsOf, LOST, runBatch, type CommandRunner } from './batch.ts'
import { callerOf, shutOut, type Caller } from './caller.ts'
import { findMethod } from '../methods/registry.ts'
import { callMethod, editAround } from './dispatch.ts'
import { CORS } from './cors.ts'
import { begin, envelope, timeOf, type Began } from './envelope.ts'
import { PortalError, systemError } from './errors.ts'
import { isRecord, type Params } from './params.ts'
import { parsePhpQuery } from './php-query.ts'
import { spoilt } from './spoilt.ts'

/** How long a `slow` fault keeps the caller waiting, in milliseconds. */
const SLOW = 3000

/** `/rest/METHOD` for apps and `/rest/USER_ID/USER_NAME/METHOD` for incoming webhooks. */
export function restRoutes(portal: Portal): readonly Route[] {
  return [
    { method: 'ANY', path: /^\/rest\/+(?:(\d+)\/([^/]+)\/)?([^/]+?)(?:\.json)?\/?$/, handle: request => answer(portal, request) },
    { method: 'ANY', path: /^\/rest\/.*$/, handle: () => json(404, systemError.unknownMethod().body(), CORS) },
  ]
}

async function answer(portal: Portal, request: RouteRequest): Promise<RouteResponse> {
  if (request.method === 'OPTIONS') return { status: 204, headers: CORS }
  const [webhookUser = '', webhookName = '', rawName = ''] = request.match
  const method = decodeURIComponent(rawName).toLowerCase()
  const began = begin(portal.clock.now())
  const params = paramsOf(request)
  const caller = callerOf(portal, webhookUser, webhookName, params)
  const commands = method === 'batch' ? commandsOf(params).map(command => command.method) : []
  const userName = caller instanceof PortalError ? null : caller.user.login

  portal.overdue.arrive(userName)
  const before = portal.faults.takeRequest([method, ...commands], userName, 'before')
  const run = (from: Began): RouteReply => ran(portal, caller, method, params, from, before?.kind === 'no-time')
  const note = (status: number): void => portal.log.add({
    at: formatInstant(began.at), method: wireName(method), user: userName, commands: commands.map(wireName), status,
  })
  const asked = portal.store.state
  await pause(portal.rules.now.slow + (before?.kind === 'slow' ? SLOW : 0))
  // whoever waited through a reset asked a portal that is no more
  if (portal.store.state !== asked) return { drop: 'cut' }
  if (before?.kind === 'late') portal.overdue.add(userName, () => run(begin(portal.clock.now())))
  if (before?.kind === 'twice') {
    run(began)
    note(0)
  }
  const answered = spoilt(before?.kind) ?? run(began)
  const after = portal.faults.takeRequest([method, ...commands], userName, 'after')
  if (after?.kind === 'slow') await pause(SLOW)
  const response = spoilt(after?.kind, 'drop' in answered ? undefined : answered) ?? answered

  note('drop' in response ? 0 : response.status)
  return response
}

/** A method as the documentation spells it. */
function wireName(method: string): string {
  return findMethod(method)?.name ?? method
}

function ran(portal: Portal, caller: Caller | PortalError, method: string, params: Params, began: Began, timeless: boolean): RouteReply {
  try {
    if (caller instanceof PortalError) throw caller
    const refusal = shutOut(portal, caller)
    if (refusal) throw refusal
    if (!portal.limits.admit(began.at)) throw systemError.rate()
    const call = (name: string, own: Params): unknown => callMethod(portal, caller.user, caller.access, name, own)
    const used = (name: string): Readonly<Record<string, number>> => ({ ...portal.limits.used(name, portal.clock.now()) })
    const timed = (name: string): (() => unknown) => {
      const start = begin(portal.clock.now())
      return () => timeOf(start, used(name))
    }
    const outcome = method === 'batch' ? runWholeBatch(portal, caller, params, { call, timed }) : call(method, params)
    const body = envelope(outcome, timeOf(began, used(method)))
    if (outcome === LOST) delete body['result']
    if (timeless) delete body['time']
    return json(200, body, CORS)
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    return json(error.status, error.body(), CORS)
  }
}

function runWholeBatch(portal: Portal, { user }: Caller, params: Params, runner: CommandRunner): unknown {
  editAround(portal, 'batch', user, 'before')
  const outcome = runBatch(params, runner)
  editAround(portal, 'batch', user, 'after')
  return outcome
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise(resolve => setTimeout(resolve, milliseconds))
}

/** Query and body in one bag; the body wins. */
function paramsOf(request: RouteRequest): Params {
  const query = parsePhpQuery(request.url.search.slice(1))
  if (request.body.trim() === '') return query
  if (!(request.headers['content-type'] ?? '').includes('json')) return { ...query, ...parsePhpQuery(request.body) }
  const body = parsedJson(request.body)
  return isRecord(body) ? { ...query, ...body } : query
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // a body that is no JSON counts as no parameters, as PHP's json_decode gives null
    return undefined
  }
}

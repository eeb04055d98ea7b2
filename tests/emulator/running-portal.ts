import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startPortal, type RunningPortal } from '../../emulator/server.ts'

/** 1 June 2026, a Monday, 12:00 in Moscow. */
export const NOON = Date.UTC(2026, 5, 1, 9)

export interface Answer {
  readonly status: number
  // what a portal answers is looked at, not typed
  readonly body: Record<string, unknown>
  readonly result: unknown
  readonly headers: Headers
}

export interface Caller {
  call(method: string, params?: Record<string, unknown>): Promise<Answer>
  /** The result of a call that must succeed. */
  ok(method: string, params?: Record<string, unknown>): Promise<unknown>
}

export interface PortalUnderTest {
  running(): RunningPortal
  get(path: string): Promise<unknown>
  post(path: string, body?: unknown): Promise<Response>
  as(user: string, scope?: string): Promise<Caller>
}

/** A portal on a free port for the tests of one file; back to its seed before each of them. */
export function aPortal(leads = 30): PortalUnderTest {
  let portal: RunningPortal | undefined
  beforeAll(async () => {
    portal = await startPortal({ port: 0, leads, seed: 7, appUrl: 'http://127.0.0.1:5173/', now: NOON })
  })
  beforeEach(async () => {
    await post('/emulator/reset')
  })
  afterAll(async () => {
    await portal?.close()
  })

  function running(): RunningPortal {
    if (!portal) throw new Error('the portal is not running yet')
    return portal
  }

  async function get(path: string): Promise<unknown> {
    return (await fetch(`${running().url}${path}`)).json()
  }

  function post(path: string, body: unknown = {}): Promise<Response> {
    return fetch(`${running().url}${path}`, { method: 'POST', body: JSON.stringify(body) })
  }

  return {
    running,
    get,
    post,
    async as(user, scope) {
      const given = await get(`/emulator/token?user=${user}${scope === undefined ? '' : `&scope=${scope}`}`)
      return callerOf(running().url, textAt(given, 'access_token'))
    },
  }
}

export function callerOf(url: string, auth: string): Caller {
  async function call(method: string, params: Record<string, unknown> = {}): Promise<Answer> {
    const response = await fetch(`${url}/rest/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...params, auth }),
    })
    return answerOf(response)
  }
  return {
    call,
    async ok(method, params) {
      const { status, body, result } = await call(method, params)
      if (status !== 200 || 'error' in body) throw new Error(`${method}: HTTP ${status} ${JSON.stringify(body)}`)
      return result
    },
  }
}

export async function answerOf(response: Response): Promise<Answer> {
  const parsed: unknown = await response.json()
  const body = asRecord(parsed)
  return { status: response.status, body, result: body['result'], headers: response.headers }
}

export function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`an object was expected: ${JSON.stringify(value)}`)
  return Object.fromEntries(Object.entries(value))
}

/** What stands under these keys, one after the other. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => asRecord(inner)[String(key)], value)
}

export function textAt(value: unknown, ...keys: readonly (string | number)[]): string {
  const found = at(value, ...keys)
  if (typeof found !== 'string') throw new Error(`text was expected at ${keys.join('.')}: ${JSON.stringify(found)}`)
  return found
}

export function listAt(value: unknown, ...keys: readonly (string | number)[]): unknown[] {
  const found = at(value, ...keys)
  if (!Array.isArray(found)) throw new Error(`a list was expected at ${keys.join('.')}: ${JSON.stringify(found)}`)
  return found
}

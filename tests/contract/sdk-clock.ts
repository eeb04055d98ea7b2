/** The unmodified SDK against an emulated portal on a clock that stands still while a request is under way. */
import { setImmediate } from 'node:timers/promises'
import { ApiVersion, B24OAuth, ParamsFactory, type RestrictionParams } from '@bitrix24/b24jssdk'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { startPortal, type RunningPortal } from '../../emulator/server.ts'

const Token = v.object({ access_token: v.string(), refresh_token: v.string() })

/** Loop turns after which an answer that is on its way has come, in one process. */
const TURNS = 20

export interface Sdk {
  readonly b24: B24OAuth
  /** When each HTTP request went out, in milliseconds after the SDK was made. */
  readonly sent: number[]
}

export interface Settled {
  readonly value?: unknown
  readonly error?: unknown
}

export interface PortalOnAClock {
  post(path: string, body: unknown): Promise<void>
  /** HTTP statuses of the requests since the test began; 0 is no answer. */
  statuses(): number[]
  inside(): RunningPortal
  /** The SDK as `manager`; `restrictionParams` over its defaults. */
  sdk(restrictionParams?: Partial<RestrictionParams>, token?: string): Promise<Sdk>
  /** Lets the clock jump from wait to wait until all are settled. */
  settled(sdk: Sdk, promises: readonly Promise<unknown>[]): Promise<Settled[]>
}

export function portalOnAClock(): PortalOnAClock {
  let portal: RunningPortal | undefined

  function inside(): RunningPortal {
    if (!portal) throw new Error('the portal runs from beforeAll on')
    return portal
  }

  async function post(path: string, body: unknown): Promise<void> {
    const answer = await fetch(`${inside().url}/emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  }

  beforeAll(async () => {
    portal = await startPortal({ port: 0, leads: 5, seed: 1, appUrl: 'http://127.0.0.1:5173/' })
  })
  beforeEach(async () => {
    await post('reset', {})
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  afterAll(async () => {
    await portal?.close()
  })

  return {
    post, inside,
    statuses: () => inside().portal.log.entries().map(one => one.status),

    async sdk(restrictionParams = {}, token) {
      const { url } = inside()
      const given = v.parse(Token, await (await fetch(`${url}/emulator/token?user=manager`)).json())
      const b24 = new B24OAuth({
        applicationToken: '', userId: 4, memberId: '', accessToken: token ?? given.access_token, refreshToken: given.refresh_token,
        expires: Math.floor(Date.now() / 1000) + 36_000, expiresIn: 3600, scope: '', domain: new URL(url).host,
        clientEndpoint: `${url}/rest`, serverEndpoint: `${url}/rest/`, status: 'L',
      }, { clientId: 'local.app', clientSecret: 'none' }, { restrictionParams: { ...ParamsFactory.getDefault(), ...restrictionParams } })
      b24.offClientSideWarning()
      const began = Date.now()
      const sent: number[] = []
      b24.getHttpClient(ApiVersion.v2).ajaxClient.interceptors.request.use((request) => {
        sent.push(Date.now() - began)
        return request
      })
      return { b24, sent }
    },

    async settled({ sent }, promises) {
      let open = promises.length
      const outcomes = promises.map(one => one.then(
        (value): Settled => { open -= 1; return { value } },
        (error: unknown): Settled => { open -= 1; return { error } },
      ))
      while (open > 0) {
        for (let turn = 0; turn < TURNS; turn += 1) await setImmediate()
        if (open > 0 && sent.length === inside().portal.log.entries().length) vi.advanceTimersToNextTimer()
      }
      return Promise.all(outcomes)
    },
  }
}

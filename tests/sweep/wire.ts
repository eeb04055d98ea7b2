/** The unmodified SDK on an emulated portal in this process. Whoever listens is told of every step of every request. */
import { ApiVersion, B24OAuth } from '@bitrix24/b24jssdk'
import type { Portal as EmulatedPortal } from '../../emulator/portal.ts'
import { restRoutes } from '../../emulator/rest/http.ts'
import { matchRoute } from '../../emulator/route.ts'
import type { RouteResponse } from '../../emulator/route.ts'
import type { UserName } from '../../emulator/entities.ts'
import { repeating } from '../../src/portal/repeating.ts'
import { sdkPortal } from '../../src/portal/sdk-adapter.ts'
import type { Portal } from '../../src/portal/portal.ts'

/**
 * `sent`: a request leaves the browser; `before` and `after`: around a command in the portal; `answered`: the answer leaves
 * the portal. Requests and commands count from 1; command 0 is the whole request.
 */
export interface Moment {
  readonly when: 'sent' | 'before' | 'after' | 'answered'
  readonly request: number
  readonly command: number
  readonly method: string
}

/** `hold`: the connection breaks, and the request is on its way until it is let go. */
export type Listener = (moment: Moment, line: Line) => 'hold' | undefined

/** The connection of one tab. */
export interface Line {
  readonly user: UserName
  readonly portal: Portal
  /** Is over when so many of its requests were answered. */
  answers(count: number): Promise<void>
  /** The tab is gone: nothing is sent any more, and no answer arrives. */
  close(): void
}

export interface Wire {
  readonly inside: EmulatedPortal
  /** Counts what goes over the wire. */
  readonly traffic: () => number
  /** With `unheard` its requests are neither counted nor told. */
  connect(user: UserName, unheard?: boolean): Line
  /** Counts steps from here on, and tells them; nothing is told with none. `gate`: what the request of this number waits for before it leaves. */
  listen(listener: Listener | undefined, gate?: (request: number) => Promise<unknown> | undefined): void
  /** What was held arrives. */
  letGo(): Promise<void>
}

const HOST = 'portal.example'
const ENDPOINT = `https://${HOST}/rest`

/** A request without an answer, as `fetch` tells it in a browser. */
function broken(): TypeError {
  return new TypeError('Failed to fetch')
}

export function wireOf(inside: EmulatedPortal): Wire {
  const [rest] = restRoutes(inside)
  if (!rest) throw new Error('a portal answers REST')
  let listener: Listener | undefined
  let gate: ((request: number) => Promise<unknown> | undefined) | undefined
  let request = 0
  let command = 0
  /** Requests that want to leave. */
  let leaving = 0
  let traffic = 0
  /** Whose request the portal is at. */
  let speaking: Line | undefined
  let held: (() => Promise<unknown>)[] = []
  let last = Promise.resolve()

  const tell = (when: Moment['when'], at: number, method: string): 'hold' | undefined =>
    speaking && listener?.({ when, request, command: at, method }, speaking)

  const { faults } = inside
  const takeCall = faults.takeCall.bind(faults)
  faults.takeCall = (method, user, when) => {
    if (when === 'before') command += 1
    tell(when, command, method)
    return takeCall(method, user, when)
  }

  async function dispatch(url: URL, body: string): Promise<RouteResponse> {
    const match = rest && matchRoute(rest, 'POST', url.pathname)
    if (!rest || !match) throw new Error(`no route for ${url.pathname}`)
    return rest.handle({ method: 'POST', url, headers: { 'content-type': 'application/json' }, body, match })
  }

  function connect(user: UserName, unheard = false): Line {
    let open = true
    let answered = 0
    const awaited: { readonly count: number; readonly go: () => void }[] = []
    const never = () => new Promise<never>(() => undefined)

    /** What the portal makes of one request; requests are told and answered one after the other, so that their steps can be counted. */
    async function asked(url: URL, body: string): Promise<RouteResponse> {
      speaking = unheard ? undefined : line
      if (!unheard) request += 1
      command = 0
      const wish = tell('sent', 0, 'batch')
      if (!open) return { drop: 'hang' }
      if (wish === 'hold') {
        held.push(() => dispatch(url, body))
        return { drop: 'cut' }
      }
      const answer = await dispatch(url, body)
      tell('answered', 0, 'batch')
      speaking = undefined
      faults.set([])
      return answer
    }

    async function reach(input: URL | Request | string): Promise<Response> {
      const { url, signal, ...sent } = input instanceof Request ? { url: input.url, signal: input.signal, body: await input.text() } : { url: String(input), signal: undefined, body: '' }
      traffic += 1
      if (!unheard) await gate?.(leaving += 1)
      const turn = last.then(() => open ? asked(new URL(url), sent.body) : { drop: 'hang' } as const)
      last = turn.then(() => undefined, () => undefined)
      const answer = await turn
      traffic += 1
      answered += 1
      for (const { count, go } of awaited) if (answered >= count) go()
      if (!open) return never()
      if ('drop' in answer) {
        if (answer.drop === 'cut') throw broken()
        return new Promise((_, reject) => { signal?.addEventListener('abort', () => { reject(broken()) }) })
      }
      const headers = new Headers({ ...answer.headers })
      if (!headers.has('access-control-allow-origin')) throw broken()
      return new Response(typeof answer.body === 'string' ? answer.body : null, { status: answer.status, headers })
    }

    const owner = inside.store.user(user)
    if (!owner) throw new Error(`no user ${user}`)
    let auth = inside.tokens.issue(owner)
    const expires = () => Math.floor(Date.now() / 1000) + Number(auth.AUTH_EXPIRES)
    const b24 = new B24OAuth({
      applicationToken: '', userId: owner.id, memberId: '', accessToken: auth.AUTH_ID, refreshToken: auth.REFRESH_ID, expires: expires(), expiresIn: Number(auth.AUTH_EXPIRES),
      scope: '', domain: HOST, clientEndpoint: ENDPOINT, serverEndpoint: `${ENDPOINT}/`, status: 'L',
    }, { clientId: '', clientSecret: '' }, { restrictionParams: { maxRetries: 1 } })
    b24.offClientSideWarning()
    // as in a frame: the portal's page gives the new token, or never answers
    b24.setCustomRefreshAuth(() => {
      const next = inside.rules.now.refresh === 'works' ? inside.tokens.refresh(auth.REFRESH_ID) : undefined
      if (!next) return Promise.reject(new Error('refreshAuth timeout'))
      auth = next
      return Promise.resolve({
        access_token: auth.AUTH_ID, refresh_token: auth.REFRESH_ID, expires: String(expires()), expires_in: auth.AUTH_EXPIRES,
        client_endpoint: ENDPOINT, server_endpoint: `${ENDPOINT}/`, scope: '', status: 'L', member_id: '', user_id: String(owner.id), domain: HOST,
      })
    })
    const { defaults } = b24.getHttpClient(ApiVersion.v2).ajaxClient
    defaults.adapter = 'fetch'
    defaults.env = { ...defaults.env, fetch: reach }
    const line: Line = {
      user,
      portal: repeating(sdkPortal(b24)),
      answers: more => new Promise((go) => { awaited.push({ count: answered + more, go }) }),
      close() { open = false },
    }
    return line
  }

  return {
    inside, connect,
    traffic: () => traffic,
    listen(told, opened) {
      listener = told
      gate = opened
      request = 0
      leaving = 0
      command = 0
    },
    async letGo() {
      const arriving = held
      held = []
      for (const arrive of arriving) await arrive()
      inside.overdue.arrive()
    },
  }
}

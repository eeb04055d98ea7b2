/** Reaching a portal with a token of the app or with an incoming webhook. */
import { setTimeout as pause } from 'node:timers/promises'
import { B24Hook, B24OAuth } from '@bitrix24/b24jssdk'
import type { Portal } from '../../../src/portal/portal.ts'
import { sdkPortal } from '../../../src/portal/sdk-adapter.ts'
import type { Answer, Rest } from './statement.ts'

/** `portal`: origin without a slash at the end. `code`: the secret part of the webhook's address, `user` the number before it. */
export type Key =
  | { readonly kind: 'application'; readonly portal: string; readonly token: string }
  | { readonly kind: 'webhook'; readonly portal: string; readonly user: number; readonly code: string }

/** Seconds to wait for an answer: a cloud portal cuts a request after 60. */
const LONGEST = 65
/** How often, and after how many milliseconds, a request is sent again that a busy portal refused before it ran (`limits.md`). */
const TIMES = 8
const PAUSE = 2_000

function pathOf(key: Key): string {
  return key.kind === 'application' ? `${key.portal}/rest` : `${key.portal}/rest/${key.user}/${key.code}`
}

/** Requests past the SDK. Its errors name the method and never the address: a webhook's is its secret. */
export function restOf(key: Key): Rest {
  const send = async (method: string, body: string): Promise<Answer> => {
    try {
      const answer = await fetch(`${pathOf(key)}/${method}`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(LONGEST * 1000),
      })
      return { http: answer.status, body: await answer.json() }
    } catch (error) {
      const name = error instanceof Error ? error.name : 'failure'
      // what fetch says may hold the whole address
      throw new Error(`${method}: the portal gave no answer that can be read (${name})`)
    }
  }
  return async (method, params) => {
    const body = JSON.stringify(key.kind === 'application' ? { ...params, auth: key.token } : params)
    let answer = await send(method, body)
    for (let time = 1; time < TIMES && answer.http === 503; time += 1) {
      await pause(PAUSE)
      answer = await send(method, body)
    }
    return answer
  }
}

function sdkOf(key: Key): B24Hook | B24OAuth {
  const options = { restrictionParams: { maxRetries: 1 } }
  if (key.kind === 'webhook' && key.portal.startsWith('https:')) return new B24Hook({ b24Url: key.portal, userId: key.user, secret: key.code }, options)
  // The SDK's webhook speaks https only; against a portal on this machine its other class sends the same requests.
  const b24 = new B24OAuth({
    applicationToken: '', userId: 0, memberId: '',
    accessToken: key.kind === 'application' ? key.token : '-',
    refreshToken: '-', expires: Math.floor(Date.now() / 1000) + 3600, expiresIn: 3600, scope: '', domain: new URL(key.portal).host,
    // without a slash at the end: the SDK puts one of its own before the method
    clientEndpoint: pathOf(key), serverEndpoint: `${key.portal}/rest/`, status: 'L',
  }, { clientId: '', clientSecret: '' }, options)
  b24.setCustomRefreshAuth(() => Promise.reject(new Error('a token is not renewed here')))
  return b24
}

/** The app's port through the official SDK; what a busy portal refused as a whole is sent again. */
export function portalOf(key: Key): Portal {
  const b24 = sdkOf(key)
  b24.offClientSideWarning()
  const portal = sdkPortal(b24)
  return {
    async send(commands, options) {
      let sent = await portal.send(commands, options)
      for (let time = 1; time < TIMES && !sent.ok && sent.error.kind === 'busy'; time += 1) {
        await pause(PAUSE)
        sent = await portal.send(commands, options)
      }
      return sent
    },
  }
}

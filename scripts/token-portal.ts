/** The app's port to an emulated portal from Node: the official SDK with the app token of a user. */
import { B24OAuth } from '@bitrix24/b24jssdk'
import * as v from 'valibot'
import type { Portal } from '../src/portal/portal.ts'
import { sdkPortal } from '../src/portal/sdk-adapter.ts'

const Token = v.object({ access_token: v.string(), refresh_token: v.string(), app_url: v.string() })

export interface TokenPortal {
  readonly portal: Portal
  /** Where the app is served. */
  readonly appUrl: string
}

/** `scopes`: only these are given to the app; all of them when left out. */
export async function portalOf(portalUrl: string, user: string, scopes?: readonly string[]): Promise<TokenPortal> {
  const query = new URLSearchParams({ user, ...(scopes && { scope: scopes.join(',') }) })
  const answer = await fetch(`${portalUrl}/emulator/token?${query.toString()}`)
  const token = v.parse(Token, await answer.json())
  const b24 = new B24OAuth({
    applicationToken: '',
    userId: 0,
    memberId: '',
    accessToken: token.access_token,
    refreshToken: token.refresh_token,
    expires: Math.floor(Date.now() / 1000) + 3600,
    expiresIn: 3600,
    scope: '',
    domain: new URL(portalUrl).host,
    // Without a slash at the end: the SDK puts one of its own before the method.
    clientEndpoint: `${portalUrl}/rest`,
    serverEndpoint: `${portalUrl}/rest/`,
    status: 'L',
  }, { clientId: '', clientSecret: '' }, { restrictionParams: { maxRetries: 1 } })
  b24.offClientSideWarning()
  return { portal: sdkPortal(b24), appUrl: token.app_url }
}

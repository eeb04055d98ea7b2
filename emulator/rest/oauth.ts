import type { Portal } from '../portal.ts'
import { json, type Route, type RouteRequest, type RouteReply } from '../route.ts'
import { CORS } from './cors.ts'
import { textOf } from './params.ts'
import { parsePhpQuery } from './php-query.ts'

/** The authorization server, where an app outside a frame renews its token (`settings/oauth/index.md`); which app asks is not checked. */
export function oauthRoutes(portal: Portal): readonly Route[] {
  return [{ method: 'ANY', path: '/oauth/token/', handle: request => renew(portal, request) }]
}

function renew(portal: Portal, request: RouteRequest): RouteReply {
  if (request.method === 'OPTIONS') return { status: 204, headers: CORS }
  const params = { ...parsePhpQuery(request.url.search.slice(1)), ...parsePhpQuery(request.body) }
  if (params['grant_type'] !== 'refresh_token') return json(400, { error: 'invalid_request' }, CORS)
  const works = portal.rules.now.refresh === 'works'
  const auth = works ? portal.tokens.refresh(textOf(params['refresh_token']) ?? '') : undefined
  const access = auth && portal.tokens.find(auth.AUTH_ID)
  if (!auth || !access || access === 'expired') return json(400, { error: 'invalid_grant' }, CORS)
  const expiresIn = Number(auth.AUTH_EXPIRES)
  return json(200, {
    access_token: auth.AUTH_ID,
    refresh_token: auth.REFRESH_ID,
    // the caller compares it with a clock of his own, which a test does not move with the portal's
    expires: Math.floor(Date.now() / 1000) + expiresIn,
    expires_in: expiresIn,
    scope: [...access.scopes].join(','),
    domain: request.url.host,
    server_endpoint: `${request.url.origin}/rest/`,
    client_endpoint: `${request.url.origin}/rest/`,
    member_id: portal.memberId,
    user_id: access.userId,
    status: portal.app.status,
  }, CORS)
}

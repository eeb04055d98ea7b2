import { randomBytes } from 'node:crypto'
import type { PortalState } from '../store.ts'
import type { User } from '../entities.ts'
import type { Portal } from '../portal.ts'
import { json, type Route, type RouteReply } from '../route.ts'
import { ALL_SCOPES } from '../tokens.ts'
import { mayUseApp, tabsAreShown } from './app-access.ts'
import { crmRecords } from './crm-records.ts'
import { jsonObject } from './json-body.ts'
import { placementTitle } from './placement-title.ts'
import { visitOf, type Visit } from './visit.ts'

/** A frame that was opened: for whom, and the refresh token that its next renewal uses up. */
interface OpenFrame {
  readonly userId: number
  refreshId: string
}

/**
 * What the pages' scripts ask on behalf of a frame: `POST /emulator/frame` prepares an opening,
 * `POST /emulator/frame/SID/…` does what the frame's app asked for.
 */
export function frameRoutes(portal: Portal): readonly Route[] {
  const frames = new Map<string, OpenFrame>()
  const applicationToken = randomBytes(16).toString('hex')
  /** Who has run the app already; forgotten with the portal's state. */
  const started = new WeakMap<PortalState, Set<number>>()

  function startedNow(): Set<number> {
    const { state } = portal.store
    const users = started.get(state) ?? new Set<number>()
    started.set(state, users)
    return users
  }

  function open(visit: Visit, body: string): RouteReply {
    const { user, lang, url } = visit
    const code = url.searchParams.get('placement') ?? 'DEFAULT'
    const bound = portal.store.state.placements.get(Number(url.searchParams.get('binding')))
    if (code !== 'DEFAULT' && bound?.placement !== code) return text(404, 'The placement is not bound any more.')
    const { installed } = portal.rules.now
    if (!mayUseApp(visit)) return text(403, 'The user has no access to the app.')
    if (code === 'DEFAULT' ? !installed && !user.admin : !tabsAreShown(visit)) return text(403, 'The app is not installed completely.')
    const options = jsonObject(jsonObject(body)?.['options'])
    if (!options) return text(400, 'The options are missing.')

    const sid = randomBytes(16).toString('hex')
    const auth = portal.tokens.issue(user)
    frames.set(sid, { userId: user.id, refreshId: auth.REFRESH_ID })
    const install = user.admin && code === 'DEFAULT' && (!installed || url.searchParams.get('install') === 'Y')
    const handler = install ? new URL('install.html', portal.app.url) : new URL(bound?.handler ?? portal.app.url)
    const { origin } = handler
    for (const [name, value] of [['DOMAIN', url.host], ['PROTOCOL', '0'], ['LANG', lang], ['APP_SID', sid]] as const) {
      handler.searchParams.set(name, value)
    }
    const none = Object.keys(options).length === 0
    return json(200, {
      sid,
      action: handler.href,
      origin,
      title: bound ? placementTitle(bound, lang) : 'Triple A',
      fields: {
        ...auth,
        member_id: portal.memberId,
        status: portal.app.status,
        PLACEMENT: code,
        ...none ? {} : { PLACEMENT_OPTIONS: JSON.stringify(options) },
        SERVER_ENDPOINT: 'https://oauth.bitrix.info/rest/',
        APPLICATION_TOKEN: applicationToken,
        APPLICATION_SCOPE: ALL_SCOPES.join(','),
      },
      init: {
        LANG: lang,
        DOMAIN: url.host,
        PROTOCOL: 0,
        PATH: '/rest',
        ...auth,
        MEMBER_ID: portal.memberId,
        IS_ADMIN: user.admin,
        FIRST_RUN: !startedNow().has(user.id),
        INSTALL: install,
        APP_OPTIONS: phpMap(portal.store.appOptions()),
        USER_OPTIONS: phpMap(portal.store.userOptions(user.id)),
        PLACEMENT: code,
        PLACEMENT_OPTIONS: phpMap(options),
      },
    })
  }

  /** What each action does; nothing when the portal refuses it, of which the app never hears. */
  const actions: Readonly<Record<string, (frame: OpenFrame, user: User, body: string) => unknown>> = {
    'first-run': (_frame, user) => {
      startedNow().add(user.id)
      return {}
    },
    'installed': (_frame, user) => {
      const { finish } = portal.rules.now
      if (finish === 'silent') return { silent: true }
      if (!user.admin || finish === 'fails') return undefined
      portal.rules.change({ installed: true })
      return {}
    },
    'refresh': (frame) => {
      if (portal.rules.now.refresh === 'fails') return undefined
      const fresh = portal.tokens.refresh(frame.refreshId)
      if (fresh) frame.refreshId = fresh.REFRESH_ID
      return fresh
    },
    'crm-records': (_frame, user, body) => crmRecords(portal, user, jsonObject(body)?.['types']),
    'app-option': (_frame, user, body) => {
      const option = user.admin ? namedOption(body) : undefined
      if (option) portal.store.setAppOptions(option)
      return option && phpMap(portal.store.appOptions())
    },
    'user-option': (_frame, user, body) => {
      const option = namedOption(body)
      if (option) portal.store.setUserOptions(user.id, option)
      return option && phpMap(portal.store.userOptions(user.id))
    },
  }

  return [
    { method: 'POST', path: '/emulator/frame', handle: ({ url, body }) => open(visitOf(portal, url), body) },
    {
      method: 'POST',
      path: /^\/emulator\/frame\/([0-9a-f]{32})\/([a-z-]+)$/,
      handle({ match: [sid = '', action = ''], body }) {
        const frame = frames.get(sid)
        const user = frame && portal.store.user(frame.userId)
        const result = frame && user && actions[action]?.(frame, user, body)
        return result === undefined ? text(403, 'The portal does not do this for the frame.') : json(200, result)
      },
    },
  ]
}

/** A PHP portal sends an empty map as an empty list. */
function phpMap(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | [] {
  return Object.keys(map).length === 0 ? [] : map
}

/** `{"name", "value"}`; numbers and flags pass through a form, so they are kept as text. */
function namedOption(body: string): Record<string, unknown> | undefined {
  const given = jsonObject(body)
  const name = given?.['name']
  if (typeof name !== 'string' || name === '') return undefined
  const value = given?.['value']
  return { [name]: typeof value === 'number' || typeof value === 'boolean' ? String(value) : value ?? '' }
}

function text(status: number, body: string): RouteReply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}

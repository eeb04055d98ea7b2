/** What the configuration for a host of one's own answers, asked of a real nginx with the built app. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builtBefore } from '../../scripts/built.ts'
import { findNginx, NO_NGINX, PORTAL, startNginx } from '../support/nginx.ts'
import type { RunningNginx } from '../support/nginx.ts'

const nginx = findNginx()
const ON_CI = process.env['CI'] !== undefined
const PAGES = ['index.html', 'install.html'] as const

let app: string
let running: RunningNginx | undefined

beforeAll(async () => {
  if (nginx === undefined) {
    // most reporters keep the reason of a skipped test to themselves
    process.stdout.write(`nginx is not tested: ${NO_NGINX}\n`)
    return
  }
  app = builtBefore()
  running = await startNginx(nginx, app)
}, 120_000)
afterAll(() => running?.stop())

it.runIf(ON_CI)('nginx is there', () => {
  expect(nginx, NO_NGINX).toBeDefined()
})

describe('nginx with hosting/nginx.conf', () => {
  beforeEach((test) => { test.skip(nginx === undefined, NO_NGINX) })

  function ask(path: string, options: RequestInit = {}): Promise<Response> {
    if (!running) throw new Error('nginx does not run')
    return fetch(`${running.url}${path}`, { redirect: 'manual', ...options })
  }

  /** As a portal opens an app: the hand-over in the body, the rest in the address. */
  function open(path: string): Promise<Response> {
    return ask(`${path}?DOMAIN=mine.bitrix24.example&PROTOCOL=1&LANG=ru&APP_SID=0a1b`, { method: 'POST', body: new URLSearchParams({ AUTH_ID: 'a'.repeat(70), PLACEMENT: 'CRM_LEAD_DETAIL_TAB' }) })
  }

  function assets(ending: string): readonly string[] {
    const names = readdirSync(join(app, 'assets')).filter(name => name.endsWith(ending))
    expect(names.length).toBeGreaterThan(0)
    return names
  }

  it.each(PAGES)('answers the POST of a portal with %s, as it answers GET', async (page) => {
    const content = readFileSync(join(app, page), 'utf8')
    for (const answer of [await open(`/${page}`), await ask(`/${page}`)]) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await answer.text()).toBe(content)
    }
  })

  it('answers both at the bare address with the app', async () => {
    const content = readFileSync(join(app, 'index.html'), 'utf8')
    for (const answer of [await open('/'), await ask('/')]) {
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe(content)
    }
  })

  it('lets only the portal show the app in a frame, whatever it answers', async () => {
    for (const answer of [await open('/index.html'), await ask('/install.html'), await ask('/'), await ask('/nothing.html')]) {
      expect(answer.headers.get('content-security-policy')).toBe(`frame-ancestors ${PORTAL}`)
      expect(answer.headers.has('x-frame-options')).toBe(false)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      await answer.text()
    }
  })

  it('has pages asked for again each time, and files with a hash in their names never', async () => {
    for (const answer of [await open('/index.html'), await ask('/index.html'), await open('/'), await ask('/install.html')]) expect(answer.headers.get('cache-control')).toBe('no-cache')
    for (const name of [...assets('.js'), ...assets('.css')]) {
      const answer = await ask(`/assets/${name}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('content-type')).toMatch(name.endsWith('.js') ? /^(?:text|application)\/javascript/ : /^text\/css/)
      expect(await answer.text()).toBe(readFileSync(join(app, 'assets', name), 'utf8'))
    }
  })

  it('confirms a page that has not changed without sending it', async () => {
    const tag = (await ask('/index.html', { headers: { 'accept-encoding': 'identity' } })).headers.get('etag')
    expect(tag).toBeTruthy()
    expect((await ask('/index.html', { headers: { 'accept-encoding': 'identity', 'if-none-match': tag ?? '' } })).status).toBe(304)
  })

  it('compresses what is text', async () => {
    const [script = ''] = assets('.js').filter(name => name.startsWith('entry'))
    const [sheet = ''] = assets('.css').filter(name => name.startsWith('entry'))
    for (const path of ['/index.html', `/assets/${script}`, `/assets/${sheet}`]) {
      const answer = await ask(path, { headers: { 'accept-encoding': 'gzip' } })
      expect(answer.headers.get('content-encoding')).toBe('gzip')
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i)
      await answer.text()
    }
    const posted = await ask('/index.html', { method: 'POST', headers: { 'accept-encoding': 'gzip' }, body: 'AUTH_ID=1' })
    expect(posted.headers.get('content-encoding')).toBe('gzip')
  })

  it('has no page for what is not there, and keeps none of that', async () => {
    for (const answer of [await ask('/nothing.html'), await open('/nothing.html'), await ask('/assets/gone-12345678.js'), await ask('/.vite/manifest.json'), await ask('/../nginx.conf')]) {
      expect(answer.status).toBe(404)
      expect(answer.headers.has('cache-control')).toBe(false)
      await answer.text()
    }
  })

  it.each(['PUT', 'DELETE', 'PATCH'])('refuses %s', async (method) => {
    const answer = await ask('/index.html', { method })
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('<div id="app">')
  })

  it('tells no version of itself', async () => {
    for (const answer of [await ask('/index.html'), await ask('/nothing.html')]) {
      expect(answer.headers.get('server')).toBe('nginx')
      expect(await answer.text()).not.toMatch(/nginx\/\d/)
    }
  })
})

import { request } from 'node:http'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type AppHost } from '../../emulator/app-host.ts'

let dir: string
let host: AppHost

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'app-host-'))
  await mkdir(join(dir, 'dist/assets'), { recursive: true })
  await writeFile(join(dir, 'secret.txt'), 'outside')
  await writeFile(join(dir, 'dist/index.html'), '<!doctype html><title>App</title>')
  await writeFile(join(dir, 'dist/assets/main-Ab3_x-9Z.js'), `export const text = '${'a'.repeat(2000)}'`)
  await writeFile(join(dir, 'dist/assets/photo.png'), Buffer.from([1, 2, 3]))
  host = await serveApp({ dir: join(dir, 'dist'), port: 0 })
})

afterAll(async () => {
  await host.close()
  await rm(dir, { recursive: true })
})

/** Sends the path as it is written; fetch would tidy it up first. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(host.url, { path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject).end()
  })
}

describe('the host of a built app', () => {
  it('answers POST with the page, as a portal opens it, and never lets it be kept unchecked', async () => {
    const response = await fetch(`${host.url}/?DOMAIN=x&APP_SID=y`, { method: 'POST', body: new URLSearchParams({ PLACEMENT: 'DEFAULT' }) })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<title>App</title>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it('lets the page be framed by the portal on localhost only', async () => {
    const response = await fetch(`${host.url}/index.html`)
    expect(response.headers.get('content-security-policy')).toBe('frame-ancestors http://localhost:*')
    expect(response.headers.get('x-frame-options')).toBeNull()
  })

  it('lets hashed files be kept for good and others be asked for again', async () => {
    const hashed = await fetch(`${host.url}/assets/main-Ab3_x-9Z.js`)
    const plain = await fetch(`${host.url}/assets/photo.png`)
    expect(hashed.headers.get('cache-control')).toContain('immutable')
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(plain.headers.get('cache-control')).toBe('no-cache')
    expect(plain.headers.get('content-type')).toBe('image/png')
  })

  it.each(['br', 'gzip'])('compresses with %s when the browser takes it, and the text stays the same', async (encoding) => {
    const response = await fetch(`${host.url}/assets/main-Ab3_x-9Z.js`, { headers: { 'Accept-Encoding': encoding } })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(Number(response.headers.get('content-length'))).toBeLessThan(200)
    expect(await response.text()).toContain('a'.repeat(2000))
  })

  it('says that nothing changed to a browser that has the file', async () => {
    const first = await fetch(`${host.url}/`)
    const again = await fetch(`${host.url}/`, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/missing.js', '/%zz'])(
    'has nothing at %s', async (path) => {
      expect(await rawStatus(path)).toBe(404)
    })

  it('refuses other verbs in words', async () => {
    const response = await fetch(host.url, { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(await response.text()).toContain('Only GET')
  })
})

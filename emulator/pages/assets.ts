import { readFile } from 'node:fs/promises'
import type { Route } from '../route.ts'

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }

/** The scripts and the style of the portal's pages, as they lie in `assets/`. */
export const assetRoute: Route = {
  method: 'GET',
  path: /^\/emulator\/assets\/([a-z-]+)\.(js|css)$/,
  async handle({ match: [name = '', ending = ''] }) {
    try {
      const body = await readFile(new URL(`./assets/${name}.${ending}`, import.meta.url))
      return { status: 200, headers: { 'content-type': TYPES[ending] ?? '', 'cache-control': 'no-cache' }, body }
    } catch (error) {
      if (!isMissing(error)) throw error
      return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'There is no such asset.' }
    }
  },
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

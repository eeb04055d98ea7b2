/** Which design tokens the sources read: what `purgeCss` must leave in place. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { namesIn } from './purge-css.ts'

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url))
const KIT = fileURLToPath(new URL('../../node_modules/@bitrix24/b24ui-nuxt/dist/runtime', import.meta.url))

function mentioned(folder: string, wanted: RegExp): Set<string> {
  const names = new Set<string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !wanted.test(entry.name)) continue
    for (const name of namesIn(readFileSync(join(entry.parentPath, entry.name), 'utf8'))) names.add(name)
  }
  return names
}

/** Names in our sources; for the kit's own style sheet also the names in the kit's components. */
export function tokenReaders(styleSheet: string): ReadonlySet<string> {
  const own = mentioned(SOURCES, styleSheet === 'kit.css' ? /\.(?:vue|ts)$/ : /\.(?:vue|ts|css)$/)
  return styleSheet === 'kit.css' ? new Set([...own, ...mentioned(KIT, /\.(?:vue|js)$/)]) : own
}

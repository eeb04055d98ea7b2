/** What goes into the zip of a static local application. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ZipEntry } from './zip.ts'

/** In the archive's root: the app, and the page that a portal opens until the installation is over. */
export const ROOT_PAGES = ['index.html', 'install.html'] as const

/** Everything that a browser loads of a build, by name; the build's own lists stay at home. Throws when a page is missing. */
export function packedFiles(folder: string): readonly ZipEntry[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({ name: file.slice(folder.length + 1).replaceAll('\\', '/'), content: readFileSync(file) }))
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => a.name < b.name ? -1 : 1)
  const missing = ROOT_PAGES.filter(page => files.every(({ name }) => name !== page))
  if (missing.length > 0) throw new Error(`${folder} has no ${missing.join(' and no ')}.`)
  return files
}

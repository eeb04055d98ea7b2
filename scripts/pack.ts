/** `npm run pack`: the zip of a static local application, for upload to a portal. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtFolders } from './built.ts'
import { zip, type ZipEntry } from './zip.ts'

const TARGET = fileURLToPath(new URL('../dist-pack', import.meta.url))

/** Everything that a browser loads; the build's own list stays at home. */
function contents(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({ name: file.slice(folder.length + 1).replaceAll('\\', '/'), content: readFileSync(file) }))
    .filter(({ name }) => !name.startsWith('.vite/'))
    .sort((a, b) => a.name < b.name ? -1 : 1)
}

const entries = contents(builtFolders().app)
const archive = zip(entries)
mkdirSync(TARGET, { recursive: true })
const file = join(TARGET, 'triple-a.zip')
writeFileSync(file, archive)
process.stdout.write(`${file}: ${entries.length} files, ${(archive.length / 1000).toFixed(1)} kB\n`)

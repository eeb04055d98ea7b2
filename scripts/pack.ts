/** `npm run pack`: the zip of a static local application, for upload to a portal. Prints what is in it, in kB as it is. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printTable } from '../bench/table.ts'
import { builtFolders } from './built.ts'
import { packedFiles } from './packed.ts'
import { zip } from './zip.ts'

const TARGET = fileURLToPath(new URL('../dist-pack', import.meta.url))

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

const entries = packedFiles(builtFolders().app)
const archive = zip(entries)
mkdirSync(TARGET, { recursive: true })
const file = join(TARGET, 'triple-a.zip')
writeFileSync(file, archive)
printTable([['in the zip', 'kB'], ...entries.map(({ name, content }) => [name, kb(content.length)])])
process.stdout.write(`${file}: ${entries.length} files, ${kb(entries.reduce((sum, { content }) => sum + content.length, 0))} kB, ${kb(archive.length)} kB as a zip\n`)

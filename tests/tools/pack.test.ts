import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { builtBefore } from '../../scripts/built.ts'
import { packedFiles } from '../../scripts/packed.ts'
import { SITE_SCRIPT } from '../../scripts/vite/site-script.ts'
import { zip } from '../../scripts/zip.ts'
import { unzip } from '../support/unzip.ts'

const REFERENCE = /(?:src|href)="\.\/([^"]+)"|["'`](?:\.\/|assets\/)([\w.-]+\.(?:js|css))["'`]/g

let app: string
let files: Readonly<Record<string, string>>

beforeAll(() => {
  app = builtBefore()
  files = unzip(zip(packedFiles(app)))
}, 120_000)

/** Files that a file of the archive names, from the archive's root. */
function named(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].map(([, page, chunk]) => page ?? `assets/${chunk ?? ''}`)
}

describe('the zip of a static local application', () => {
  it('has the app, its installation page and the script for sites in its root', () => {
    expect(Object.keys(files).filter(name => !name.includes('/'))).toEqual(['index.html', 'install.html', SITE_SCRIPT])
    expect(files['install.html']).not.toBe(files['index.html'])
  })

  it('has every file that a page or a chunk of it names, under the same path', () => {
    const names = Object.entries(files).flatMap(([, text]) => named(text))
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter(name => !(name in files))).toEqual([])
  })

  it('has nothing that neither the app nor a site loads', () => {
    const reached = new Set<string>(['index.html', 'install.html', SITE_SCRIPT])
    for (const name of reached) for (const next of named(files[name] ?? '')) reached.add(next)
    expect(Object.keys(files).filter(name => !reached.has(name))).toEqual([])
    expect(Object.keys(files).filter(name => name.startsWith('.'))).toEqual([])
  })

  it('names nothing by an address from the host’s root, as nobody knows under which path a portal puts it', () => {
    for (const page of ['index.html', 'install.html']) expect(files[page]).not.toMatch(/(?:src|href)="\//)
  })

  it('is the whole build', () => {
    expect(Object.keys(files).filter(name => name.startsWith('assets/')).sort()).toEqual(readdirSync(join(app, 'assets')).map(name => `assets/${name}`).sort())
  })

  it('is not made of a build without one of its pages', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pack-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'index.html'), '')
    expect(() => packedFiles(folder)).toThrow('has no install.html.')
  })
})

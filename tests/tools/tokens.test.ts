/** A custom property that nobody defines is no error anywhere: the colour is simply not there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { filesBelow, ROOT } from '../support/imports.ts'

const READ = /var\(\s*(--[\w-]+)\s*\)/g
const WRITTEN = /(--[\w-]+)['"]?\s*:/g
const IMPORT = /@import '([^']+air-design-tokens[^']+)'/g
const PACKAGE = 'node_modules/@bitrix24/b24ui-nuxt/dist/'

function text(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

function first(pattern: RegExp, within: string): string[] {
  return [...within.matchAll(pattern)].flatMap(([, name]) => name ?? [])
}

const sources = filesBelow('src').filter(file => /\.(?:vue|css|ts)$/.test(file))
const tokenFiles = first(IMPORT, text('src/assets/tokens.css')).map(path => path.replace('@bitrix24/b24ui-nuxt/', PACKAGE))

/** Names that a style sheet declares for a selector; without one, for every context. */
function declared(css: string, selector?: RegExp): ReadonlySet<string> {
  const names = new Set<string>()
  postcss.parse(css).walkDecls(/^--/, declaration => {
    const { parent } = declaration
    if (selector === undefined || (parent instanceof postcss.Rule && parent.selectors.some(one => selector.test(one)))) names.add(declaration.prop)
  })
  return names
}

describe('design tokens', () => {
  const defined = new Set([...tokenFiles.flatMap(file => [...declared(text(file))]), ...sources.flatMap(file => first(WRITTEN, text(file)))])

  it('come from the files that the first style sheet imports', () => {
    expect(tokenFiles.length).toBeGreaterThan(0)
    expect(defined.size).toBeGreaterThan(100)
  })

  it('are defined wherever a source reads one without a fallback', () => {
    const missing = sources.flatMap(file => first(READ, text(file)).filter(name => !defined.has(name)).map(name => `${file}: ${name}`))
    expect(missing).toEqual([])
  })

  it('have a value in the dark wherever they have a colour in the light', () => {
    const all = tokenFiles.map(text).join('\n')
    const light = declared(all, /^\.light$/)
    const dark = declared(all, /^\.dark$/)
    const read = new Set(sources.flatMap(file => first(READ, text(file))))
    expect([...read].filter(name => light.has(name) && !dark.has(name))).toEqual([])
  })
})

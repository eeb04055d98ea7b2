/** Holds the house rules: who may import whom, what a file may be called, and where a page of explanation must lie. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, importsBelow, importsIn, ROOT, type Import } from './support/imports.ts'

const SDK = '@bitrix24/b24jssdk'
const KIT = ['@bitrix24/b24ui-nuxt', '@bitrix24/b24icons-vue']

interface Rule {
  /** Layers of `src` beside its own. */
  readonly layers: readonly string[]
  readonly packages: readonly string[]
}

const LAYERS: Readonly<Record<string, Rule>> = {
  domain: { layers: [], packages: ['valibot'] },
  portal: { layers: ['domain'], packages: ['valibot', SDK] },
  placement: { layers: ['portal', 'domain'], packages: ['valibot', 'vue', SDK] },
  stores: { layers: ['domain', 'portal'], packages: ['vue', 'pinia'] },
  i18n: { layers: ['domain', 'portal'], packages: ['vue'] },
  components: { layers: ['stores', 'domain', 'i18n', 'assets', 'client-form'], packages: ['vue', 'pinia', ...KIT] },
  'client-form': { layers: ['domain'], packages: [] },
}

/** The composition roots: they know everything. */
const COMPOSITION = ['src/main.ts', 'src/office.ts', 'src/install.ts', 'src/App.vue']
const SDK_FILES = /^src\/(?:portal\/[\w-]*adapter[\w-]*|placement\/connect[\w-]*)\.ts$/
const SEAMS = ['src/domain', 'src/portal', 'src/placement', 'src/stores', 'src/components', 'src/i18n', 'emulator', 'bench']
const CODE = ['src', 'emulator', 'tests', 'bench', 'scripts']

const app = importsBelow('src')
const emulator = importsBelow('emulator')

function layerOf(file: string): string | undefined {
  return /^src\/([\w-]+)\//.exec(file)?.[1]
}

function isForbidden({ from, to, kind }: Import): boolean {
  if (COMPOSITION.includes(from)) return false
  const layer = layerOf(from) ?? ''
  const rule = LAYERS[layer]
  if (rule === undefined) return true
  if (kind === 'package') return !rule.packages.includes(to)
  const target = layerOf(to)
  return target === undefined || (target !== layer && !rule.layers.includes(target))
}

function told({ from, to }: Import): string {
  return `${from} → ${to}`
}

/** Files that are reached from themselves by imports of values, along the way found first. */
function circles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, kind, typeOnly } of imports) {
    if (kind === 'file' && !typeOnly) next.set(from, [...next.get(from) ?? [], to])
  }
  const done = new Set<string>()
  const found: string[] = []
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (done.has(file) || way.includes(file)) return
    for (const to of next.get(file) ?? []) walk(to, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}

describe('the reader of imports', () => {
  const text = `
    import { ref } from 'vue'
    import type { A } from './a.ts'
    import { type B } from '../b.ts'
    import './style.css?inline'
    export { C } from './deep/c.ts'
    const d = () => import('@bitrix24/b24jssdk')
    type E = import('./e.ts').E
  `

  it('sees static, dynamic and re-exported imports, and which are only for types', () => {
    expect(importsIn('src/x/file.ts', text).map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['vue', false], ['src/x/a.ts', true], ['src/b.ts', true], ['src/x/style.css', false],
      ['src/x/deep/c.ts', false], [SDK, false], ['src/x/e.ts', true],
    ])
  })

  it('reads every script of a component', () => {
    const component = `<script lang="ts">import a from './a.ts'</script>\n<script setup lang="ts">import B from './B.vue'</script>\n<template />`
    expect(importsIn('src/X.vue', component).map(found => found.to)).toEqual(['src/a.ts', 'src/B.vue'])
  })

  it('does not let a computed name pass', () => {
    expect(() => importsIn('src/x.ts', 'import(`./${name}.ts`)')).toThrow('computed name')
  })

  it('finds the imports of this project, in its scripts and in its components', () => {
    expect(app.length).toBeGreaterThan(20)
    expect(emulator.length).toBeGreaterThan(20)
    expect(app.some(({ from }) => from.endsWith('.vue'))).toBe(true)
    expect(app.some(({ to }) => to === 'vue')).toBe(true)
  })
})

describe('imports', () => {
  it('go only where the layers allow', () => {
    expect(app.filter(isForbidden).map(told)).toEqual([])
  })

  it('reach the SDK only from the adapter and from connecting', () => {
    expect(app.filter(({ from, to }) => to === SDK && !SDK_FILES.test(from) && !COMPOSITION.includes(from)).map(told)).toEqual([])
  })

  it('bring into the messages only the types that they must have a sentence for', () => {
    expect(app.filter(({ from, to, kind, typeOnly }) => layerOf(from) === 'i18n' && kind === 'file' && layerOf(to) !== 'i18n' && !typeOnly).map(told)).toEqual([])
  })

  it('keep the emulator apart from the app and from the SDK', () => {
    expect(emulator.filter(({ to, kind }) => kind === 'file' ? !to.startsWith('emulator/') : !to.startsWith('node:')).map(told)).toEqual([])
  })

  it('name the file with its ending, and a file that exists', () => {
    expect([...app, ...emulator].filter(({ to, kind }) => kind === 'file' && !existsSync(join(ROOT, to))).map(told)).toEqual([])
  })

  it('never go round in circles', () => {
    expect(circles([...app, ...emulator])).toEqual([])
  })
})

describe('files', () => {
  const names = CODE.flatMap(filesBelow)

  it('are not barrels', () => {
    expect(names.filter(file => /^index\.[jt]s$/.test(basename(file)))).toEqual([])
  })

  it('are called after the idea that they hold', () => {
    expect(names.filter(file => /(?:^|[/.-])(?:utils?|helpers?|common|misc)(?=[/.-])/i.test(file))).toEqual([])
  })

  it.each(SEAMS)('explain the seam %s in a README', seam => {
    expect(existsSync(join(ROOT, seam, 'README.md'))).toBe(true)
  })
})

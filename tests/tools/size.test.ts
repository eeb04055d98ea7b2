import { describe, expect, it } from 'vitest'
import { firstLoad } from '../../scripts/size/first-load.ts'
import { filesOf, reached, type Manifest } from '../../scripts/size/manifest.ts'

const chunk = (file: string, more: Partial<Manifest[string]> = {}): Manifest[string] =>
  ({ file, imports: [], dynamicImports: [], css: [], ...more })

const BUILD: Manifest = {
  'index.html': chunk('index.js', { name: 'index', imports: ['_vue.js'], dynamicImports: ['src/portal/adapter.ts', 'src/components/kit/Plan.vue', 'src/components/set-up/SetUpPage.vue'], css: ['index.css'] }),
  '_vue.js': chunk('vue.js'),
  '_sdk.js': chunk('sdk.js', { name: 'sdk' }),
  'src/portal/adapter.ts': chunk('adapter.js', { imports: ['_sdk.js'] }),
  'src/components/kit/Plan.vue': chunk('plan.js', { imports: ['index.html', '_kit.js'], css: ['kit.css'] }),
  'src/components/set-up/SetUpPage.vue': chunk('setup.js', { imports: ['_kit.js', '_table.js'], css: ['setup.css'] }),
  '_kit.js': chunk('kit.js'),
  '_table.js': chunk('table.js'),
}

describe('what a lead tab loads', () => {
  it('waits for the entry, its static imports and their style sheets before the first answer', () => {
    expect(firstLoad(BUILD, []).critical).toEqual(['index.js', 'index.css', 'vue.js'])
  })

  it('begins with the chunk that the entry became part of', () => {
    const { 'index.html': entry, ...rest } = BUILD
    expect(firstLoad({ ...rest, _entry: { ...entry, file: 'entry.js', imports: [], dynamicImports: [], css: [], name: 'entry' } }, []).critical).toEqual(['entry.js'])
  })

  it('also waits for the chunks that the first question needs', () => {
    expect(firstLoad(BUILD, ['src/components/kit/Plan.vue']).critical).toContain('plan.js')
  })

  it('counts the SDK apart', () => {
    expect(firstLoad(BUILD, []).sdk).toEqual(['sdk.js'])
  })

  it('counts it apart also where the first answer waits for it', () => {
    const { critical, sdk } = firstLoad(BUILD, ['src/portal/adapter.ts'])
    expect(critical).toEqual(['adapter.js', 'index.js', 'index.css', 'vue.js'])
    expect(sdk).toEqual(['sdk.js'])
  })

  it('loads everything lazy but the screens of the own page', () => {
    const { whole } = firstLoad(BUILD, [])
    expect([...whole].sort()).toEqual(['adapter.js', 'index.css', 'index.js', 'kit.css', 'kit.js', 'plan.js', 'sdk.js', 'vue.js'])
  })

  it('loads one language, of which the heavier one is weighed', () => {
    const { 'index.html': entry, ...rest } = BUILD
    const build: Manifest = {
      ...rest,
      'index.html': chunk('index.js', { ...entry, dynamicImports: ['src/i18n/ru-rest.ts', 'src/i18n/en-rest.ts'] }),
      'src/i18n/ru-rest.ts': chunk('ru-rest.js'),
      'src/i18n/en-rest.ts': chunk('en-rest.js'),
    }
    expect(firstLoad(build, []).whole.filter(file => file.includes('-rest'))).toEqual(['ru-rest.js'])
  })

  it('weighs a screen of the own page by what it adds', () => {
    expect(firstLoad(BUILD, []).ownPage.get('src/components/set-up/SetUpPage.vue')).toEqual(['setup.js', 'setup.css', 'table.js'])
  })

  it('follows circles once', () => {
    const circle: Manifest = { a: chunk('a.js', { imports: ['b'] }), b: chunk('b.js', { imports: ['a'] }) }
    expect(filesOf(circle, reached(circle, ['a']))).toEqual(['a.js', 'b.js'])
  })

  it('says which chunk is missing', () => {
    expect(() => reached(BUILD, ['src/gone.vue'])).toThrow('no chunk "src/gone.vue"')
  })
})

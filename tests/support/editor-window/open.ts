/** Builds the window of the editor once per worker, and opens it in a browser without any server. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { loadEditorWords } from '../../../src/i18n/editor-words.ts'
import type { EditorMessages } from '../../../src/i18n/editor-words.ts'

const ORIGIN = 'http://editor.example'
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface EditorWindow {
  readonly page: Page
  readonly words: EditorMessages
}

interface Wishes {
  readonly theme?: 'light' | 'dark'
  readonly language?: 'ru' | 'en'
}

interface PerTest {
  readonly open: (wishes?: Wishes) => Promise<EditorWindow>
}

interface PerWorker {
  /** The folder with the built window. */
  readonly built: string
}

export const test = base.extend<PerTest, PerWorker>({
  built: [async ({ browserName: _ }, use, { workerIndex }) => {
    const outDir = fileURLToPath(new URL(`../../../test-results/editor-window-${workerIndex}`, import.meta.url))
    await build({
      configFile: false,
      root: fileURLToPath(new URL('.', import.meta.url)),
      base: './',
      logLevel: 'error',
      plugins: [vue()],
      define: { __VUE_OPTIONS_API__: 'false' },
      build: { outDir, emptyOutDir: true, target: 'es2023', minify: false, modulePreload: { polyfill: false } },
    })
    await use(outDir)
  }, { scope: 'worker' }],
  open: async ({ page, built }, use) => {
    const printed: string[] = []
    page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') printed.push(message.text()) })
    page.on('pageerror', error => printed.push(String(error)))
    await page.route(`${ORIGIN}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
      const file = join(built, pathname === '/' ? 'index.html' : pathname)
      return route.fulfill({ body: await readFile(file), contentType: TYPES[extname(file)] ?? 'application/octet-stream' })
    })
    await use(async ({ theme = 'light', language = 'ru' } = {}) => {
      await page.goto(`${ORIGIN}/?theme=${theme}&lang=${language}`)
      await page.getByRole('article').waitFor()
      return { page, words: (await loadEditorWords(language)).messages }
    })
    expect(printed, 'errors and warnings in the browser').toEqual([])
  },
})

export { expect }

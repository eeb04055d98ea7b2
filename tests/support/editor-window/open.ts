/** The window of the editor: built once per process, and opened in a browser without any server. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import type { Language } from '../../../src/domain/question-set.ts'
import { loadEditorWords } from '../../../src/i18n/editor-words.ts'
import type { EditorMessages } from '../../../src/i18n/editor-words.ts'

const ORIGIN = 'http://editor.example'
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

let building: Promise<string> | undefined

async function buildWindow(): Promise<string> {
  const outDir = fileURLToPath(new URL(`../../../test-results/editor-window-${process.pid}`, import.meta.url))
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    logLevel: 'error',
    plugins: [vue()],
    define: { __VUE_OPTIONS_API__: 'false' },
    build: { outDir, emptyOutDir: true, target: 'es2023', minify: false, modulePreload: { polyfill: false } },
  })
  return outDir
}

/** Opens the default set in the editor; gives the words that the editor speaks. */
export async function showEditor(page: Page, language: Language = 'ru'): Promise<EditorMessages> {
  const built = await (building ??= buildWindow())
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
    const file = join(built, pathname === '/' ? 'index.html' : pathname)
    return route.fulfill({ body: await readFile(file), contentType: TYPES[extname(file)] ?? 'application/octet-stream' })
  })
  await page.goto(`${ORIGIN}/?lang=${language}`)
  await page.getByRole('article').waitFor()
  return (await loadEditorWords(language)).messages
}

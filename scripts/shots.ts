/**
 * `npm run shots`: a picture of every state in every width, theme and language into `shots/` (`shots/index.html` shows them
 * all), and the pictures of the documentation into `docs/`. `npm run shots -- NAME… --width 380 --theme dark --language ru`
 * takes only some; `--docs` only those of the documentation.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import type { Language } from '../src/domain/question-set.ts'
import { builtFolders } from './built.ts'
import { launchOptions } from './chromium.ts'
import { DOCS_PICTURES } from './shots/docs-pictures.ts'
import { pose, takeApp, takePage } from './shots/picture.ts'
import { sheet } from './shots/sheet.ts'
import type { State } from './shots/state.ts'
import { stateNamed } from './shots/states.ts'
import { fileOf, readWishes } from './shots/variant.ts'
import { startStand, type Stand } from './stand.ts'

const SHOTS = fileURLToPath(new URL('../shots', import.meta.url))
const DOCS = fileURLToPath(new URL('../docs', import.meta.url))
/** Milliseconds that a step on the way to a state may take. */
const PATIENCE = 8_000

/** Reaches a state on a page of its own, and hands the page over. */
async function at(browser: Browser, stand: Stand, state: State, language: Language, look: (page: Page) => Promise<void>): Promise<void> {
  await stand.reset()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    await state.reach({ page, stand, language })
    await look(page)
  } finally {
    await context.close()
  }
}

const wishes = readWishes(process.argv.slice(2))
const browser = await chromium.launch(launchOptions())
const stand = await startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir: builtFolders().app, port: 0 } })
const missed: string[] = []

/** A state that cannot be reached does not keep the others from being photographed. */
async function tried(what: string, take: () => Promise<void>): Promise<void> {
  const begun = Date.now()
  const problem = await take().then(() => undefined, (error: unknown) => error instanceof Error ? error.message : String(error))
  if (problem !== undefined) missed.push(`${what}: ${problem}`)
  process.stdout.write(`${what} ${problem === undefined ? 'ok' : 'MISSED'} ${((Date.now() - begun) / 1000).toFixed(1)} s\n`)
}

try {
  if (wishes.docs !== 'only') {
    mkdirSync(SHOTS, { recursive: true })
    for (const state of wishes.states) {
      for (const language of wishes.languages) {
        await tried(`${state.name} ${language}`, () => at(browser, stand, state, language, async (page) => {
          for (const width of wishes.widths) {
            for (const theme of wishes.themes) {
              await pose(page, width, theme)
              await takeApp(page, `${SHOTS}/${fileOf(state.name, { width, theme, language })}`)
            }
          }
        }))
      }
    }
    const variants = wishes.languages.flatMap(language => wishes.widths.flatMap(width => wishes.themes.map(theme => ({ width, theme, language }))))
    writeFileSync(`${SHOTS}/index.html`, sheet(wishes.states.map(({ name, about }) => ({ name, about, variants }))))
  }
  if (wishes.docs !== 'no') {
    for (const { file, state, width, theme, language } of DOCS_PICTURES) {
      await tried(`docs/${file}.png`, () => at(browser, stand, stateNamed(state), language, async (page) => {
        await pose(page, width, theme)
        await takePage(page, `${DOCS}/${file}.png`)
      }))
    }
  }
} finally {
  await browser.close()
  await stand.close()
}
if (missed.length > 0) {
  process.stderr.write(`${missed.join('\n')}\n`)
  process.exitCode = 1
}

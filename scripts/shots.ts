/** `npm run shots`: the screenshots in `docs/`, taken in the emulated portal from the built app. */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from '@playwright/test'
import { builtFolders } from './built.ts'
import { launchOptions } from './chromium.ts'
import { startStand, type Stand } from './stand.ts'

interface Shot {
  /** Name of the file, without its ending. */
  readonly name: string
  /** In the portal. */
  readonly path: string
  /** Which tab of the card to open, counted from 0. */
  readonly tab?: number
  readonly width: number
  readonly theme: 'light' | 'dark'
}

const DOCS = fileURLToPath(new URL('../docs', import.meta.url))
const HEIGHT = 900

const SHOTS: readonly Shot[] = [
  { name: 'lead-card', path: '/crm/lead/details/1/?user=manager&lang=ru', tab: 1, width: 1280, theme: 'light' },
  { name: 'lead-card-dark', path: '/crm/lead/details/1/?user=manager&lang=ru', tab: 1, width: 1280, theme: 'dark' },
  { name: 'lead-card-english', path: '/crm/lead/details/1/?user=manager&lang=en', tab: 1, width: 1280, theme: 'light' },
  { name: 'lead-card-narrow', path: '/crm/lead/details/1/?user=manager&lang=ru', tab: 1, width: 380, theme: 'light' },
  { name: 'own-page', path: '/marketplace/app/triple-a/?user=admin&lang=ru', width: 1280, theme: 'light' },
]

async function take(browser: Browser, { portalUrl }: Stand, { name, path, tab, width, theme }: Shot): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme: theme, locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
  await page.goto(`${portalUrl}${path}`)
  if (tab !== undefined) await page.getByRole('tab').nth(tab).click()
  await page.frameLocator('iframe').locator('main').waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${DOCS}/${name}.png`, animations: 'disabled' })
  await page.close()
  process.stdout.write(`docs/${name}.png\n`)
}

mkdirSync(DOCS, { recursive: true })
const stand = await startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir: builtFolders().app, port: 0 } })
const browser = await chromium.launch(launchOptions())
try {
  for (const shot of SHOTS) await take(browser, stand, shot)
} finally {
  await browser.close()
  await stand.close()
}

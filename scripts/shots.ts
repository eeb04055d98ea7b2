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
  /** Pressed in the tab after it was opened. */
  readonly keys: readonly string[]
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
}

const DOCS = fileURLToPath(new URL('../docs', import.meta.url))

const LEAD = '/crm/lead/details/2/?user=manager'
const WIDE = { width: 1280, height: 1180, theme: 'light' } as const

const SHOTS: readonly Shot[] = [
  { ...WIDE, name: 'unanswered', path: `${LEAD}&lang=ru`, keys: [], height: 860 },
  { ...WIDE, name: 'half-way', path: `${LEAD}&lang=en`, keys: ['1', '3', '1'] },
  { ...WIDE, name: 'complete', path: `${LEAD}&lang=en`, keys: ['1', '1', '1', '1'], height: 1840 },
  { ...WIDE, name: 'complete-dark', path: `${LEAD}&lang=ru`, keys: ['1', '1', '1', '1'], theme: 'dark' },
  { ...WIDE, name: 'complete-narrow', path: `${LEAD}&lang=ru`, keys: ['1', '1', '1', '1'], width: 380, height: 2600 },
  { ...WIDE, name: 'decided-early', path: `${LEAD}&lang=en`, keys: ['3'] },
  { ...WIDE, name: 'saved', path: `${LEAD}&lang=ru`, keys: ['1', '1', '3', '1', 'Control+Enter'] },
]

async function take(browser: Browser, { portalUrl }: Stand, { name, path, keys, width, height, theme }: Shot): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
  await page.goto(`${portalUrl}${path}`)
  await page.getByRole('tab').nth(1).click()
  const tab = page.frameLocator('iframe').locator('main')
  await tab.getByRole('radio').first().waitFor()
  await page.waitForLoadState('networkidle')
  if (keys.length > 0) {
    await page.keyboard.press('Tab')
    await tab.locator(':focus').waitFor()
  }
  for (const key of keys) await page.keyboard.press(key)
  await page.waitForLoadState('networkidle')
  if (keys.includes('Control+Enter')) await tab.getByRole('button', { name: /заново|again/ }).waitFor()
  await page.screenshot({ path: `${DOCS}/${name}.png`, animations: 'disabled' })
  await page.close()
  process.stdout.write(`docs/${name}.png\n`)
}

mkdirSync(DOCS, { recursive: true })
const stand = await startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir: builtFolders().app, port: 0 } })
const browser = await chromium.launch(launchOptions())
try {
  for (const shot of SHOTS) {
    await stand.reset()
    await take(browser, stand, shot)
  }
} finally {
  await browser.close()
  await stand.close()
}

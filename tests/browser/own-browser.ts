/** A browser that lets a frame of another site keep things: no private window, and third parties are not blocked. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { launchOptions } from '../../scripts/chromium.ts'
import { test as base } from '../support/browser.ts'

interface OwnBrowser {
  readonly ownContext: BrowserContext
  readonly ownBrowser: Page
}

export const test = base.extend<OwnBrowser>({
  ownContext: async ({ printed }, use, testInfo) => {
    const profile = testInfo.outputPath('profile')
    await mkdir(join(profile, 'Default'), { recursive: true })
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }))
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
    context.on('page', (page) => {
      page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) printed.push(message.text()) })
      page.on('pageerror', error => printed.push(String(error)))
    })
    await use(context)
    await context.close()
    await rm(profile, { recursive: true })
  },
  ownBrowser: async ({ ownContext }, use) => {
    await use(await ownContext.newPage())
  },
})

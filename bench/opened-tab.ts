/** Opens the tab of a lead card in a browser and takes the time until its first answer can be given. */
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { launchOptions } from '../scripts/chromium.ts'

export interface OpenedTab {
  /** Milliseconds from the start of the frame's navigation. */
  readonly firstPaint: number
  readonly firstAnswer: number
}

/** Fast 3G as the browser's tools have it: bytes per second, milliseconds. */
const FAST_3G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 }
const SLOW_CPU = 4
const LIMIT = 60_000

/** One process for the portal and its frame: slowing the page down then slows both. */
const ONE_PROCESS = ['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process']

export async function launchForTiming(): Promise<Browser> {
  const { args = [], ...options } = launchOptions()
  return chromium.launch({ ...options, args: [...args, ...ONE_PROCESS] })
}

/** Runs in every frame: notes when a choice of an answer is on the screen and may be pressed. It names no function, which tsx would wrap. */
function noteFirstAnswer(): void {
  if (window === window.top) return
  const choice = '[role="radio"]:not(:disabled, [aria-disabled="true"]), input[type="radio"]:enabled'
  new MutationObserver((_changes, observer) => {
    if (document.querySelector(choice) === null) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => performance.mark('first-answer')))
  }).observe(document, { subtree: true, childList: true, attributes: true })
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', FAST_3G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
}

async function timed(context: BrowserContext, url: string, slow: boolean): Promise<OpenedTab> {
  const page = await context.newPage()
  if (slow) await slowDown(page)
  await page.addInitScript(noteFirstAnswer)
  await page.goto(url, { timeout: LIMIT })
  await page.getByRole('tab').last().click({ timeout: LIMIT })
  const element = await page.waitForSelector('iframe', { state: 'attached', timeout: LIMIT })
  const frame = await element.contentFrame()
  if (frame === null) throw new Error(`${url} shows no frame.`)
  await frame.waitForURL(/^http:\/\/127/, { waitUntil: 'commit', timeout: LIMIT })
  await frame.waitForFunction(() => performance.getEntriesByName('first-answer').length > 0, undefined, { timeout: LIMIT })
  const times = await frame.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    firstAnswer: performance.getEntriesByName('first-answer')[0]?.startTime ?? Number.NaN,
  }))
  await page.close()
  return times
}

/** With an empty cache, on Fast 3G and a processor four times slower. */
export async function openCold(browser: Browser, url: string): Promise<OpenedTab> {
  const context = await browser.newContext()
  try {
    return await timed(context, url, true)
  } finally {
    await context.close()
  }
}

/** With everything in the cache, at full speed. */
export async function openWarm(browser: Browser, url: string): Promise<OpenedTab> {
  const context = await browser.newContext()
  try {
    await timed(context, url, false)
    return await timed(context, url, false)
  } finally {
    await context.close()
  }
}

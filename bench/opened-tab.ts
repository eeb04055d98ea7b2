/** Opens the tab of a lead card in a browser and takes the time until its first answer can be given. */
import type { Browser, BrowserContext, Page } from '@playwright/test'

export interface OpenedTab {
  /** Milliseconds from the start of the frame's navigation. */
  readonly firstPaint: number
  readonly firstAnswer: number
}

/** Fast 3G as the browser's tools have it: bytes per second, milliseconds. */
const FAST_3G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 }
const SLOW_CPU = 4
const LIMIT = 60_000

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

async function inNewContext<T>(browser: Browser, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext()
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}

/** On Fast 3G and a processor four times slower: with an empty cache, then with everything in it. */
export async function openSlowly(browser: Browser, url: string): Promise<{ readonly cold: OpenedTab; readonly warm: OpenedTab }> {
  return inNewContext(browser, async context => ({ cold: await timed(context, url, true), warm: await timed(context, url, true) }))
}

/** With everything in the cache, at full speed. */
export async function openWarm(browser: Browser, url: string): Promise<OpenedTab> {
  return inNewContext(browser, async (context) => {
    await timed(context, url, false)
    return timed(context, url, false)
  })
}

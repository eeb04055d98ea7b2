/** Takes a picture once nothing moves any more, as high as what is in it. */
import type { Frame, Page } from '@playwright/test'
import type { Theme } from './variant.ts'

const HEIGHT = 900
/** Frames of the browser without a change that count as rest, and the most that are waited for. */
const REST = 8
const MOST = 300

/** Waits until the heights of page and frame rest. The frame's own height travels through two windows. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async ({ calm, most }) => {
    let before = ''
    for (let still = 0, passed = 0; still < calm && passed < most; passed += 1) {
      await new Promise(requestAnimationFrame)
      const now = `${document.documentElement.scrollHeight} ${document.querySelector('iframe')?.clientHeight ?? 0}`
      still = now === before ? still + 1 : 0
      before = now
    }
  }, { calm: REST, most: MOST })
}

function appFrame(page: Page): Frame {
  return page.frames().find(frame => frame.parentFrame() !== null) ?? page.mainFrame()
}

async function animationsOver(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    await document.fonts.ready
    await Promise.allSettled(document.getAnimations().filter(animation => animation.effect?.getComputedTiming().iterations !== Infinity).map(animation => animation.finished))
  })
}

/** Brings the page to this width and theme, and makes the window as high as the page. */
export async function pose(page: Page, width: number, theme: Theme): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT })
  await page.emulateMedia({ colorScheme: theme })
  await rest(page)
  await animationsOver(appFrame(page))
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (height > HEIGHT) {
    await page.setViewportSize({ width, height })
    await rest(page)
  }
}

/** Only the app with its frame; the whole page when there is no portal around it. */
export async function takeApp(page: Page, path: string): Promise<void> {
  const frame = page.locator('.app-tab:visible, .app-page:visible')
  if (await frame.count() === 0) await page.screenshot({ path, animations: 'disabled' })
  else await frame.first().screenshot({ path, animations: 'disabled' })
}

/** The whole window. */
export async function takePage(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, animations: 'disabled' })
}

/** The app's frame in a card, for scripts that look at it or work against it from inside. */
import type { Frame, Page } from '@playwright/test'

/** The frame of the only app on the page. Throws when there is none. */
export async function appFrame(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle()).contentFrame()
  if (!frame) throw new Error('the card has no frame of the app')
  return frame
}

/** What a foreign script left behind in the app's frame, if one ran. */
export function traceOfScript(frame: Frame): Promise<unknown> {
  return frame.evaluate(() => Reflect.get(window, 'ran') as unknown)
}

/** A browser that keeps nothing for frames of other sites, as a private window does. */
import type { Page } from '@playwright/test'

/** From the next page on, whatever the browser that runs the tests would do. */
export async function denyStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (self === top) return
    const denied = { get: () => { throw new DOMException('Access is denied for this document.', 'SecurityError') } }
    Object.defineProperties(window, { localStorage: denied, sessionStorage: denied })
  })
}

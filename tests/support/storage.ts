/** A browser that keeps nothing for frames of other sites, as a private window does. */
import type { Page } from '@playwright/test'

/** A text, as a function that the script of the pictures hands over would call what only that script has. */
const DENIED = `if (self !== top) for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('Access is denied for this document.', 'SecurityError') } })
}`

/** From the next page on, whatever the browser that runs the tests would do. */
export async function denyStorage(page: Page): Promise<void> {
  await page.addInitScript({ content: DENIED })
}

/** Playwright's `test` with a portal of its own for every worker, as it was set up, before every test. */
import { test as base, expect } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { startStand, type Stand } from '../../scripts/stand.ts'

interface PerTest {
  /** The portal, freshly reset. */
  readonly stand: Stand
  /** Errors and warnings that the page printed; the test fails for what is left in here at its end. */
  readonly printed: string[]
}

interface PerWorker {
  /** Which build the portal opens: `dist` or `dist-bare`. */
  readonly build: string
  readonly leads: number
  readonly workerStand: Stand
}

export const test = base.extend<PerTest, PerWorker>({
  build: ['dist', { scope: 'worker', option: true }],
  leads: [25, { scope: 'worker', option: true }],
  workerStand: [async ({ build, leads }, use) => {
    const dir = fileURLToPath(new URL(`../../${build}`, import.meta.url))
    const stand = await startStand({ portalPort: 0, leads, seed: 1, app: { dir, port: 0 } })
    await use(stand)
    await stand.close()
  }, { scope: 'worker' }],
  stand: [async ({ workerStand }, use) => {
    // a page that was closed sends its draft on its way out: that has come in when a later request is answered
    await (await fetch(`${workerStand.portalUrl}/emulator/rules`)).text()
    await workerStand.reset()
    await use(workerStand)
  }, { auto: true }],
  printed: [async ({ page }, use) => {
    const printed: string[] = []
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') printed.push(message.text())
    })
    page.on('pageerror', error => printed.push(String(error)))
    await use(printed)
    expect(printed, 'errors and warnings in the browser that the test did not expect').toEqual([])
  }, { auto: true }],
})

export { expect }

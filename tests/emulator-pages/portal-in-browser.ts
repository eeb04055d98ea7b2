import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Frame, type Locator, type Page } from '@playwright/test'
import { expect } from 'vitest'
import { serveApp } from '../../emulator/app-host.ts'
import { LEAD, type Placement } from '../../emulator/entities.ts'
import { startPortal, type RunningPortal } from '../../emulator/server.ts'
import { launchOptions } from '../../scripts/chromium.ts'

/** A portal with a tab bound to the test app, and a browser to look at it. */
export interface PortalInBrowser {
  readonly portal: RunningPortal
  readonly appUrl: string
  /** Opens a path of the portal in a page of its own. */
  visit(path: string, width?: number): Promise<Page>
  close(): Promise<void>
}

export async function openPortal(): Promise<PortalInBrowser> {
  const dir = await mkdtemp(join(tmpdir(), 'test-app-'))
  for (const name of ['index.html', 'install.html']) await copyFile(here('app/index.html'), join(dir, name))
  await copyFile(here('../../node_modules/@bitrix24/b24jssdk/dist/umd/index.min.js'), join(dir, 'sdk.js'))
  const app = await serveApp({ dir, port: 0 })
  const portal = await startPortal({ port: 0, leads: 60, seed: 1, appUrl: `${app.url}/` })
  bindTab(portal, app.url)
  const browser = await chromium.launch(launchOptions())
  const context = await browser.newContext()
  return {
    portal,
    appUrl: app.url,
    async visit(path, width = 1280) {
      const page = await context.newPage()
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${portal.url}${path}`)
      return page
    },
    async close() {
      await browser.close()
      await portal.close()
      await app.close()
      await rm(dir, { recursive: true })
    },
  }
}

/** Binds the lead tab to the test app, titled in both languages; returns its record. */
export function bindTab({ store }: RunningPortal, appUrl: string): Placement {
  return store.state.placements.put({
    id: store.nextId('placement'),
    placement: 'CRM_LEAD_DETAIL_TAB',
    handler: `${appUrl}/`,
    title: 'Triple A',
    description: '',
    groupName: '',
    langAll: { ru: { TITLE: 'Квалификация' }, en: { TITLE: 'Qualification' } },
    options: {},
  })
}

/** The app in the `index`-th frame under `root`, once the SDK has started in it. */
export async function appFrame(root: Page | Locator, index = 0): Promise<Frame> {
  const element = root.locator('iframe').nth(index)
  await element.contentFrame().getByText('ready', { exact: true }).waitFor({ state: 'attached' })
  const frame = await (await element.elementHandle()).contentFrame()
  if (!frame) throw new Error('The frame has no document.')
  return frame
}

/** Runs a method of the SDK's frame object in the app, such as `auth.refreshAuth`, and hands back its result. */
export async function callSdk(frame: Frame, path: string, ...args: unknown[]): Promise<unknown> {
  return frame.evaluate(`(async () => {
    const steps = ${JSON.stringify(path.split('.'))}
    const name = steps.pop()
    const owner = steps.reduce((at, step) => at[step], window.b24)
    return owner[name](...${JSON.stringify(args)})
  })()`)
}

/** What an expression gives in the app, `b24` being the SDK's frame object. */
export async function inApp(frame: Frame, expression: string): Promise<unknown> {
  return frame.evaluate(expression)
}

export function retitle({ store }: RunningPortal, leadId: number, title: string): void {
  const leads = store.state.items[LEAD]
  const lead = leads.get(leadId)
  expect(lead).toBeDefined()
  if (lead) leads.put({ ...lead, values: { ...lead.values, title } })
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

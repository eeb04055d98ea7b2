/** Messages to the app that are not the portal's answers: from somebody else's window, and from the portal's page itself. */
import type { Frame, Page } from '@playwright/test'
import { expect, test as base } from '../support/browser.ts'
import { openCard, showCard, type LeadCard } from '../support/lead-card.ts'
import { appFrame, traceOfScript } from './app-frame.ts'
import { startOtherHost } from './other-host.ts'
import { storedLead } from './portal-side.ts'

interface Foreign {
  /** Opens a window of another host beside the page; the page with the app's frame is its opener. */
  readonly openForeign: () => Promise<Page>
  /** What that host was asked for beyond its window. */
  readonly foreignAsked: () => readonly string[]
}

const test = base.extend<Foreign & { readonly host: Awaited<ReturnType<typeof startOtherHost>> }>({
  host: async ({ page: _page }, use) => {
    const host = await startOtherHost()
    await use(host)
    await host.close()
  },
  openForeign: async ({ page, host }, use) => {
    await use(async () => {
      const [foreign] = await Promise.all([page.waitForEvent('popup'), page.evaluate((url) => { window.open(url) }, `${host.url}/window`)])
      await foreign.waitForLoadState()
      await page.bringToFront()
      return foreign
    })
  },
  foreignAsked: async ({ host }, use) => {
    await use(() => host.asked.filter(line => line !== 'GET /window'))
  },
})

const LAST = 'the last one'

/** Posts to the app's frame and waits until it has heard everything. */
async function post(from: Page, app: Frame, messages: readonly unknown[]): Promise<void> {
  await app.evaluate((last) => {
    Reflect.set(window, 'heardLast', false)
    addEventListener('message', (event) => { if (event.data === last) Reflect.set(window, 'heardLast', true) })
  }, LAST)
  await from.evaluate((all) => {
    const opener: unknown = window.opener
    const around = opener === null ? window : opener as Window
    for (const message of all) around.frames[0]?.postMessage(message, '*')
  }, [...messages, LAST])
  await expect.poll(() => app.evaluate(() => Reflect.get(window, 'heardLast') as unknown)).toBe(true)
}

/** Takes down the ids of the app's commands; with `held`, also keeps its first one back from the portal until it is let go. */
async function listenIn(page: Page, { held }: { readonly held: boolean }): Promise<{ readonly ids: () => Promise<readonly string[]>; readonly letGo: () => Promise<void> }> {
  await page.addInitScript((holds) => {
    if (window !== top) return
    const ids: string[] = []
    let kept: MessageEvent | undefined
    Reflect.set(window, 'idsOfApp', ids)
    Reflect.set(window, 'letGo', () => {
      if (kept) window.dispatchEvent(new MessageEvent('message', { data: kept.data, origin: kept.origin, source: kept.source }))
    })
    addEventListener('message', (event: MessageEvent<unknown>) => {
      if (typeof event.data !== 'string') return
      ids.push(event.data.split(':').at(-2) ?? '')
      if (!holds || kept || !event.data.startsWith('getInitData:')) return
      kept = event
      event.stopImmediatePropagation()
    })
  }, held)
  return {
    ids: () => page.evaluate(() => Reflect.get(window, 'idsOfApp') as string[]),
    letGo: () => page.evaluate(() => { (Reflect.get(window, 'letGo') as () => void)() }),
  }
}

const HOSTILE_BODIES = [
  '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
  '[{"__proto__":{"polluted":"yes"}}]',
  '{"AUTH_ID":"forged","DOMAIN":"evil.example","PROTOCOL":"0","PLACEMENT":"DEFAULT","APP_OPTIONS":{"__proto__":{"polluted":"yes"}}}',
  '{"error":"javascript:ran=1","url":"javascript:ran=1","html":"<img src=x onerror=ran=1>"}',
  '"javascript:ran=1"',
  '<script>ran=1</script>',
  '{"half":',
  'null',
  '',
]

function hostile(ids: readonly string[], sid: string): readonly unknown[] {
  const forged = [...ids, crypto.randomUUID(), '__proto__', 'constructor', 'toString', '']
  return [
    ...forged.flatMap(id => HOSTILE_BODIES.map(body => `${id}:${body}`)),
    ...forged.flatMap(id => ['getInitData', 'refreshAuth', 'reloadData', 'setInstallFinish'].map(command => `${command}:{"install":true}:${id}:${sid}`)),
    { method: 'refreshAuth', params: {}, callback: forged[0] ?? '', appSid: sid },
    { type: 'webpackOk', data: 'ran=1' },
    ':', 'ran=1', 'javascript:ran=1', 'setImmediate$0', 7, true, null, ['a:b'],
  ]
}

/** All that the tab says, the running clock apart. */
async function said(card: LeadCard): Promise<string> {
  return (await card.main.innerText()).replaceAll(/\d+:\d\d/g, '')
}

async function untouched(app: Frame): Promise<void> {
  expect(await app.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined()
  expect(await traceOfScript(app)).toBeUndefined()
}

async function finish(card: LeadCard): Promise<void> {
  await card.enter()
  await card.press('2', '1', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
}

for (const sender of ['a window of another host', 'the page of the portal'] as const) {
  test(`forged answers and commands from ${sender} change nothing, and the lead is saved`, async ({ page, stand, openForeign, foreignAsked }) => {
    const { ids } = await listenIn(page, { held: false })
    const card = await openCard(page, stand)
    await card.press('1', '1')
    await expect(card.asked('Бюджет')).toBeVisible()
    const app = await appFrame(page)
    const before = await said(card)
    const known = await ids()
    expect(known).not.toEqual([])

    const from = sender === 'the page of the portal' ? page : await openForeign()
    await post(from, app, hostile(known, app.name().split('|')[2] ?? ''))

    expect(await said(card)).toBe(before)
    await untouched(app)
    await finish(card)
    expect(storedLead(stand, 1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', title: 'AAA Кирпич для дома в Павловске' })
    expect(foreignAsked()).toEqual([])
  })
}

test('the hand-over is not taken from another host, though it knows the id that the app waits for', async ({ page, stand, openForeign, foreignAsked, host }) => {
  const { ids, letGo } = await listenIn(page, { held: true })
  const card = await showCard(page, stand)
  await card.tab.click()
  await expect.poll(async () => (await ids()).length).toBe(1)
  const app = await appFrame(page)
  const foreign = await openForeign()
  const [id = ''] = await ids()
  const handOver = { DOMAIN: new URL(host.url).host, PROTOCOL: '0', LANG: 'en', AUTH_ID: 'forged', REFRESH_ID: 'forged', AUTH_EXPIRES: '3600', MEMBER_ID: 'forged', IS_ADMIN: true, FIRST_RUN: false, APP_OPTIONS: [], USER_OPTIONS: [], PLACEMENT: 'DEFAULT', PLACEMENT_OPTIONS: [] }
  await post(foreign, app, [`${id}:${JSON.stringify(handOver)}`, `${id}:{"broken`])
  await expect(app.locator('.sk')).toBeAttached()

  await letGo()
  await card.ready()
  await untouched(app)
  await card.enter()
  await card.press('1', '1')
  await expect(card.asked('Бюджет')).toBeVisible()
  await finish(card)
  expect(foreignAsked()).toEqual([])
})

/** What a whole journey leaves behind in addresses, in the console and in the browser's storage: nothing of the client, no token. */
import type { BrowserContext, Frame, Page, Request } from '@playwright/test'
import { LEAD } from '../../emulator/entities.ts'
import type { Stand } from '../../scripts/stand.ts'
import { expect } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { appFrame } from './app-frame.ts'
import { test } from './own-browser.ts'
import { arm } from './portal-side.ts'

const NOTE = 'просит перезвонить жене'

/** What the portal knows of the client of a lead, as it stands there and as digits. */
function clientOf({ portal: { store: { state } } }: Stand, id: number): readonly string[] {
  const lead = state.items[LEAD].get(id)
  if (!lead) throw new Error(`the portal has no lead ${id}`)
  const known = [lead.values['name'], lead.values['lastName'], ...lead.fm.flatMap(field => [field.value, field.match])]
  return known.filter(text => typeof text === 'string' && text !== '').map(String)
}

interface Traces {
  readonly requests: readonly Request[]
  readonly console: readonly string[]
}

function watch(context: BrowserContext): Traces {
  const requests: Request[] = []
  const lines: string[] = []
  context.on('request', request => requests.push(request))
  context.on('console', message => lines.push(`${message.text()} ${message.location().url}`))
  return { requests, console: lines }
}

/** Values of these fields in a body of form data or JSON. */
function tokensIn(requests: readonly Request[]): ReadonlySet<string> {
  const bodies = requests.map(request => request.postData() ?? '')
  const found = bodies.flatMap(body => [...body.matchAll(/(?:AUTH_ID=|REFRESH_ID=|APPLICATION_TOKEN=|"auth":")(\w+)/g)].map(([, token = '']) => token))
  return new Set(found)
}

/** All that the app's origin keeps in this browser, and what the document shows of itself. */
function keptBy(app: Frame) {
  return app.evaluate(async () => ({
    local: Object.fromEntries(Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').map(key => [key, localStorage.getItem(key) ?? ''])),
    elsewhere: [...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(({ name }) => name), ...await caches.keys(), document.cookie].filter(Boolean),
    document: [document.title, location.href, document.referrer, JSON.stringify(history.state)],
  }))
}

function naming(secrets: Iterable<string>, texts: readonly string[]): readonly string[] {
  const decoded = texts.flatMap(text => [text, decodeURIComponent(text.replaceAll(/%(?![\da-f]{2})/gi, '%25'))])
  return [...secrets].flatMap(secret => decoded.filter(text => text.includes(secret)))
}

/** Opens the lead, answers, writes a note, lets the token run out and the save fail half-way, finishes it, and comes back. */
async function journey(page: Page, stand: Stand, look: (app: Frame) => Promise<void>): Promise<void> {
  const card = await openCard(page, stand)
  await card.press('1')
  await expect(card.asked('Срочность')).toBeVisible()
  await card.question.getByRole('textbox', { name: 'Заметка' }).fill(NOTE)
  await look(await appFrame(page))
  await page.getByRole('tab', { name: 'Общие' }).click()
  await card.openTab()
  await card.enter()
  await card.press('1', '2', '1')
  await expect(card.asked('Удобная связь')).toBeVisible()
  stand.portal.portal.tokens.expireAll()
  await arm(stand, { method: 'crm.activity.todo.add', kind: '403' })
  await card.press('Control+Enter')
  await expect(card.save.getByRole('alert')).toContainText('Записано не всё')
  await look(await appFrame(page))
  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  await page.reload()
  await card.openTab()
  await expect(card.main).toContainText(/Сохранено .+, Иван Морозов/)
  await look(await appFrame(page))
}

test('no token, name or phone number stands in an address, in the console, in a header or in the browser\'s storage', async ({ ownContext, ownBrowser, stand, printed }) => {
  const traces = watch(ownContext)
  const client = clientOf(stand, 1)
  const kept: Awaited<ReturnType<typeof keptBy>>[] = []
  await journey(ownBrowser, stand, async (app) => { kept.push(await keptBy(app)) })

  const tokens = tokensIn(traces.requests)
  expect(tokens.size, 'the first token, the one after it ran out, the ones of the reload').toBeGreaterThanOrEqual(4)
  expect(client).toEqual(expect.arrayContaining(['Кузнецов', '+7 921 555-14-20']))
  const secrets = [...tokens, ...client, NOTE]

  const addresses = traces.requests.map(request => request.url())
  expect(addresses.some(address => address.startsWith(`${stand.portalUrl}/rest/`))).toBe(true)
  expect(naming(secrets, addresses)).toEqual([])
  const headers = await Promise.all(traces.requests.map(request => request.allHeaders()))
  expect(naming(secrets, headers.map(all => JSON.stringify(all)))).toEqual([])
  expect(naming(secrets, traces.console)).toEqual([])
  expect(naming(secrets, kept.flatMap(one => one.document))).toEqual([])

  // the note is the draft's own; what waits holds all that is sent, the words of the notice among it
  expect(naming(tokens, kept.flatMap(one => Object.entries(one.local).flat()))).toEqual([])
  expect(naming(client, kept.flatMap(one => Object.entries(one.local).filter(([key]) => !key.includes('/waiting/')).flat()))).toEqual([])
  expect(kept[0]?.local).toHaveProperty([`triple-a/${new URL(stand.portalUrl).host}/4/1`], expect.stringContaining(NOTE))
  const place = new RegExp(`^triple-a/${new URL(stand.portalUrl).host}/4/(?:waiting/)?1$`)
  expect(kept.flatMap(one => Object.keys(one.local)).filter(key => !place.test(key))).toEqual([])
  expect(kept.flatMap(one => one.elsewhere)).toEqual([])
  expect(await ownContext.cookies(stand.appUrl)).toEqual([])
  expect(printed.splice(0).join()).toContain('401')
})

test('a token leaves the browser only in what the portal is asked, and in the form by which the portal opens the app', async ({ ownContext, ownBrowser, stand, printed }) => {
  const { requests } = watch(ownContext)
  await journey(ownBrowser, stand, () => Promise.resolve())
  const secrets = [...tokensIn(requests), ...clientOf(stand, 1)]
  const carrying = requests.filter(request => naming(secrets, [request.postData() ?? '']).length > 0)
  const elsewhere = carrying.filter(request => !request.url().startsWith(`${stand.portalUrl}/rest/`))
  expect(elsewhere.map(request => [request.method(), new URL(request.url()).origin, request.isNavigationRequest()]))
    .toEqual([['POST', stand.appUrl, true], ['POST', stand.appUrl, true]])
  expect(printed.splice(0).join()).toContain('401')
})

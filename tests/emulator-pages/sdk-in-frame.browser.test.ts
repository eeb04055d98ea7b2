/** The official SDK's frame class in a real browser, where refusals and silence look different from Node. */
import type { Frame, Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appFrame, callSdk, inApp, openPortal, type PortalInBrowser } from './portal-in-browser.ts'

let run: PortalInBrowser

beforeAll(async () => {
  run = await openPortal()
})
beforeEach(() => {
  const { rules, faults, edits, log } = run.portal.portal
  rules.reset()
  faults.set([])
  edits.set([])
  log.clear()
})
afterAll(() => run.close())

async function post(path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${run.portal.url}/emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
}

function statuses(): number[] {
  return run.portal.portal.log.entries().map(one => one.status)
}

/** The code of what a call throws, or its result, once it is there. */
const PROFILE = 'b24.actions.v2.call.make({ method: "profile" }).then((answer) => answer.getData().result.ID, (error) => error.code)'

/** The app in a page whose clock stands still until it is moved. */
async function onAClock(path: string): Promise<{ page: Page, frame: Frame }> {
  const page = await run.visit('/call/')
  await page.clock.install()
  await page.goto(`${run.portal.url}${path}`)
  return { page, frame: await appFrame(page) }
}

const TAB = '/crm/lead/details/7/?tab=1&user=admin&lang=en'

describe('REST from a frame', () => {
  it('renews an expired token through the page, once for calls that meet it together', async () => {
    const page = await run.visit(TAB)
    const frame = await appFrame(page)
    run.portal.portal.tokens.expireAll()
    const renewals: string[] = []
    page.on('request', request => request.url().endsWith('/refresh') && renewals.push(request.url()))
    // the page holds its answer until all three were refused
    await page.route('**/emulator/frame/*/refresh', async (route) => {
      await expect.poll(() => statuses().length).toBe(3)
      await route.continue()
    })
    expect(await inApp(frame, `Promise.all([${PROFILE}, ${PROFILE}, ${PROFILE}])`)).toEqual(['1', '1', '1'])
    expect(statuses()).toEqual([401, 401, 401, 200, 200, 200])
    expect(renewals).toHaveLength(1)
    await page.close()
  })

  it('is an unknown error ten seconds after the page has met a renewal with silence', async () => {
    const { page, frame } = await onAClock(TAB)
    await post('rules', { refresh: 'fails' })
    run.portal.portal.tokens.expireAll()
    await inApp(frame, `void (window.outcome = "waiting", ${PROFILE}.then((code) => { window.outcome = code }))`)
    await page.getByRole('status').filter({ hasText: 'gave the app no new token' }).waitFor()
    await page.clock.runFor(9000)
    expect(await inApp(frame, 'window.outcome')).toBe('waiting')
    await page.clock.runFor(2000)
    await frame.waitForFunction('window.outcome !== "waiting"')
    expect(await inApp(frame, 'window.outcome')).toBe('JSSDK_UNKNOWN_ERROR')
    expect(statuses()).toEqual([401])
    await page.close()
  })

  it.each([
    ['503', [503, 503, 503], 'QUERY_LIMIT_EXCEEDED'], ['no-cors', [503, 503, 503], 'NETWORK_ERROR'],
    ['html', [200], 'JSSDK_UNKNOWN_ERROR'], ['500', [500], 'INTERNAL_SERVER_ERROR'],
  ])('tells %s by its code only where the browser lets it see one', async (kind, requests, code) => {
    const { page, frame } = await onAClock(TAB)
    run.portal.portal.log.clear()
    await post('faults', [{ method: 'profile', kind, times: 9 }])
    await inApp(frame, `void (window.outcome = "waiting", ${PROFILE}.then((code) => { window.outcome = code }))`)
    await expect.poll(async () => {
      await page.clock.runFor(500)
      return inApp(frame, 'window.outcome')
    }).toBe(code)
    expect(statuses()).toEqual(requests)
    await page.close()
  })

  it('is sent once more by the browser itself when a kept connection is cut, whatever the SDK is told about attempts', async () => {
    const page = await run.visit(TAB)
    const frame = await appFrame(page)
    await inApp(frame, 'b24.setRestrictionManagerParams({ ...b24.getHttpClient("v2").getRestrictionManagerParams(), maxRetries: 1 })')
    run.portal.portal.log.clear()
    await post('faults', [{ method: 'user.option.set', kind: 'cut', when: 'after' }])
    const set = 'b24.actions.v2.call.make({ method: "user.option.set", params: { options: { cut: "1" } } })'
    expect(await inApp(frame, `${set}.then((answer) => answer.isSuccess, (error) => error.code)`)).toBe(true)
    expect(statuses()).toEqual([0, 200])
    await page.close()
  })

  it('loses the answer of a write that ran when its headers are missing, and writes again', async () => {
    const { page, frame } = await onAClock(TAB)
    const comments = (): number => run.portal.store.state.comments.all().length
    const before = comments()
    await post('faults', [{ method: 'crm.timeline.comment.add', kind: 'no-cors', when: 'after', times: 1 }])
    const comment = '{ method: "crm.timeline.comment.add", params: { fields: { ENTITY_ID: 7, ENTITY_TYPE: "lead", COMMENT: "x" } } }'
    await inApp(frame, `void (window.outcome = "waiting", b24.actions.v2.call.make(${comment}).then((answer) => { window.outcome = answer.isSuccess }))`)
    await expect.poll(async () => {
      await page.clock.runFor(500)
      return inApp(frame, 'window.outcome')
    }).toBe(true)
    expect(comments() - before).toBe(2)
    await page.close()
  })
})

describe('the start of the SDK', () => {
  it('fails at once outside a portal', async () => {
    const page = await run.visit('/call/')
    await page.goto(`${run.appUrl}/`)
    expect(await page.evaluate('B24Js.initializeB24Frame().then(() => "started", (error) => error.code)')).toBe('JSSDK_CLIENT_SIDE_WARNING')
    await page.close()
  })

  it('waits forever for a page that does not answer', async () => {
    const page = await run.visit('/call/')
    await page.clock.install()
    await page.route('**/emulator/assets/base-commands.js', async (route) => {
      const script = await (await route.fetch()).text()
      await route.fulfill({ contentType: 'text/javascript', body: script.replace('reply(init)', 'void reply') })
    })
    await page.goto(`${run.portal.url}${TAB}`)
    const state = page.locator('iframe').contentFrame().getByText('starting')
    await state.waitFor()
    await page.clock.runFor(120_000)
    expect(await state.count()).toBe(1)
    await page.close()
  })
})

describe('a portal with rules', () => {
  it('shows no tab before the installation and none to whom it is not for', async () => {
    await post('rules', { installed: false })
    const page = await run.visit('/crm/lead/details/7/?user=admin&lang=en')
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['General'])
    await page.goto(`${run.portal.url}/marketplace/app/triple-a/?user=admin&lang=en`)
    const install = await appFrame(page)
    expect(await inApp(install, 'b24.isInstallMode')).toBe(true)
    await inApp(install, 'void b24.installFinish()')
    await page.waitForURL(/install_finished=Y/)
    await post('rules', { noAccess: ['manager'] })
    await page.goto(`${run.portal.url}/crm/lead/details/7/?user=manager&lang=en`)
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['General'])
    await page.goto(`${run.portal.url}/crm/lead/details/7/?user=admin&lang=en`)
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['General', 'Qualification'])
    await page.close()
  })

  it('tells an app that was open already with a 403, which the SDK does not repeat', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&user=manager')
    const frame = await appFrame(page)
    run.portal.portal.log.clear()
    await post('rules', { noAccess: ['manager'] })
    expect(await inApp(frame, PROFILE)).toBe('user_access_error')
    expect(statuses()).toEqual([403])
    await page.close()
  })
})

describe('the conversion of the lead', () => {
  it('takes the open app away with its card, without a word to it', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&user=admin&lang=en')
    const first = await inApp(await appFrame(page), 'window.name')
    await page.getByRole('button', { name: 'Convert' }).click()
    await page.waitForFunction(name => document.querySelector('iframe')?.name !== name && document.querySelector('iframe') !== null, String(first))
    const frame = await appFrame(page)
    expect(await inApp(frame, 'b24.actions.v2.call.make({ method: "crm.item.get", params: { entityTypeId: 1, id: 7 } }).then((one) => one.getData().result.item.stageSemanticId)')).toBe('S')
    expect(await page.getByRole('button', { name: 'Convert' }).count()).toBe(0)
    await page.close()
  })

  it('by somebody else leaves an open app as it is, until its card looks', async () => {
    const page = await run.visit('/crm/lead/details/8/?tab=1&user=admin&lang=en')
    const frame = await appFrame(page)
    const name = await inApp(frame, 'window.name')
    await post('convert', { lead: 8, user: 'director' })
    expect(await inApp(frame, 'window.name')).toBe(name)
    await inApp(frame, 'void b24.placement.call("reloadData")')
    await page.waitForFunction(old => document.querySelector('iframe')?.name !== old && document.querySelector('iframe') !== null, String(name))
    await page.close()
  })
})

describe('commands that a tab is denied', () => {
  it('meet silence: the title, the scrolling and the reloading of the page', async () => {
    const page = await run.visit(TAB)
    const frame = await appFrame(page)
    const late = { isSafely: true }
    expect(await Promise.all([
      callSdk(frame, 'parent.setTitle', 'x'), callSdk(frame, 'parent.scrollParentWindow', 10), callSdk(frame, 'parent.reloadWindow'),
    ])).toEqual([late, late, late])
    expect(await inApp(frame, 'b24.placement.options.ID')).toBe('7')
    await page.close()
  })
})

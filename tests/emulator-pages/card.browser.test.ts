import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEAD } from '../../emulator/entities.ts'
import { appFrame, callSdk, inApp, openPortal, retitle, type PortalInBrowser } from './portal-in-browser.ts'

let run: PortalInBrowser

beforeAll(async () => {
  run = await openPortal()
})

afterAll(() => run.close())

describe('the lead card around an app', () => {
  it('makes the frame when its tab is first shown, and keeps it alive behind other tabs', async () => {
    const page = await run.visit('/crm/lead/details/7/?lang=en')
    expect(await page.locator('iframe').count()).toBe(0)
    await page.getByRole('tab', { name: 'Qualification' }).click()
    const frame = await appFrame(page)
    await inApp(frame, 'void (window.mark = "still here")')
    await page.getByRole('tab', { name: 'General' }).click()
    expect(await page.locator('iframe').isVisible()).toBe(false)
    expect(await callSdk(frame, 'placement.getInterface')).toMatchObject({ command: ['reloadData'] })
    await page.getByRole('tab', { name: 'Qualification' }).click()
    expect(await page.locator('iframe').count()).toBe(1)
    expect(await inApp(frame, 'window.mark')).toBe('still here')
    await page.close()
  })

  it('shows at reloadData what changed, and leaves the frame as it is', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&lang=en&user=admin')
    const frame = await appFrame(page)
    await inApp(frame, 'void (window.mark = "still here")')
    const { store } = run.portal
    retitle(run.portal, 7, 'AAB <i>Bricks</i>')
    const record = { id: 900, entityTypeId: LEAD, entityId: 7, authorId: 4, created: Date.now() } as const
    store.state.comments.put({ ...record, text: '[b]Code AAB[/b]\n<img src=x onerror=alert(1)>[url=javascript:alert(2)]no[/url]' })
    store.state.notices.put({ id: 900, userId: 1, authorId: 4, type: 'SYSTEM', message: 'Hot lead', tag: '', subTag: '', created: Date.now() })
    expect(await callSdk(frame, 'placement.call', 'reloadData')).toBe('')
    await page.getByRole('heading', { level: 1, name: 'AAB <i>Bricks</i>' }).waitFor()
    await page.getByRole('tab', { name: 'General' }).click()
    const timeline = page.getByRole('region', { name: 'Timeline' })
    expect(await timeline.locator('strong').innerText()).toBe('Code AAB')
    expect(await timeline.locator('img, a, script').count()).toBe(0)
    await page.getByText('Notices', { exact: false }).click()
    expect(await page.locator('[data-region=notices]').innerText()).toContain('Hot lead')
    expect(await inApp(frame, 'window.mark')).toBe('still here')
    await page.close()
  })

  it('shows user fields with their labels and the words of their lists', async () => {
    const { state } = run.portal.store
    const common = {
      entityTypeId: LEAD, xmlId: null, sort: 10, multiple: false, mandatory: false, showFilter: 'Y', showInList: 'Y',
      editInList: 'Y', isSearchable: 'N', settings: {},
    } as const
    state.userFields.put({
      ...common, id: 1, name: 'UF_CRM_ABC_CLASS', type: 'enumeration',
      labels: { EDIT_FORM_LABEL: { ru: 'Приоритет', en: 'Priority' } },
      list: [{ id: 31, value: 'AAA', sort: 10, isDefault: false, xmlId: 'A' }],
    })
    const lead = state.items[LEAD].get(6)
    if (lead) state.items[LEAD].put({ ...lead, values: { ...lead.values, UF_CRM_ABC_CLASS: 31 } })
    const page = await run.visit('/crm/lead/details/6/?lang=en')
    expect(await page.getByRole('region', { name: 'Qualification' }).innerText()).toMatch(/Priority\s+AAA/)
    await page.goto(`${run.portal.url}/crm/lead/details/6/?lang=ru`)
    expect(await page.getByRole('region', { name: 'Квалификация' }).innerText()).toMatch(/Приоритет\s+AAA/)
    await page.close()
  })

  it('starts the app anew, under a new sid, when the card is reloaded or the lead is won', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&lang=en')
    const first = await inApp(await appFrame(page), 'window.name')
    await page.getByRole('button', { name: 'Reload card' }).click()
    await page.waitForFunction((name) => {
      const frame = document.querySelector('iframe')
      return frame !== null && frame.name !== name
    }, String(first))
    const second = await appFrame(page)
    const { state } = run.portal.store
    const lead = state.items[LEAD].get(7)
    if (lead) state.items[LEAD].put({ ...lead, values: { ...lead.values, stageId: 'CONVERTED', stageSemanticId: 'S' } })
    const name = await inApp(second, 'window.name')
    await inApp(second, 'void b24.placement.call("reloadData")')
    await page.waitForFunction((old) => {
      const frame = document.querySelector('iframe')
      return frame !== null && frame.name !== old
    }, String(name))
    await page.close()
  })

  it('opens a second card on top by its number, with a frame of its own', async () => {
    const page = await run.visit('/crm/lead/details/1/?tab=1&lang=en')
    const below = await appFrame(page)
    await page.getByRole('spinbutton', { name: 'Lead No.' }).fill('2')
    await page.getByRole('button', { name: 'Open on top' }).click()
    const overlay = page.getByRole('dialog')
    await overlay.getByRole('tab', { name: 'Qualification' }).click()
    const above = await appFrame(overlay)
    expect(await inApp(below, 'b24.placement.options.ID')).toBe('1')
    expect(await inApp(above, 'b24.placement.options.ID')).toBe('2')
    expect(await inApp(above, 'window.name')).not.toBe(await inApp(below, 'window.name'))
    await page.keyboard.press('Escape')
    expect(await overlay.count()).toBe(0)
    expect(await callSdk(below, 'placement.getInterface')).toMatchObject({ event: [] })
    await page.close()
  })

  it('opens the app for a lead that is not saved under a cover, with 0 for its id', async () => {
    const page = await run.visit('/crm/lead/details/0/?tab=1&lang=en')
    expect(await inApp(await appFrame(page), 'b24.placement.options.ID')).toBe('0')
    expect(await page.getByText('Save the lead first').isVisible()).toBe(true)
    await page.close()
  })

  it('answers REST calls that the app makes with the token of its frame', async () => {
    const page = await run.visit('/crm/lead/details/1/?tab=1&user=manager')
    const frame = await appFrame(page)
    const profile = await inApp(frame, 'b24.actions.v2.call.make({ method: "profile" }).then((answer) => answer.getData().result)')
    expect(profile).toMatchObject({ ID: '4', ADMIN: false })
    run.portal.portal.tokens.expireAll()
    const again = await inApp(frame, 'b24.actions.v2.call.make({ method: "profile" }).then((answer) => answer.isSuccess)')
    expect(again).toBe(true)
    await page.close()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEAL } from '../../emulator/entities.ts'
import { axeIn, RECOMMENDED } from '../support/axe.ts'
import { appFrame, bindTab, callSdk, inApp, openPortal, retitle, type PortalInBrowser } from './portal-in-browser.ts'

let run: PortalInBrowser

beforeAll(async () => {
  run = await openPortal()
})

afterAll(() => run.close())

async function status(path: string): Promise<number> {
  return (await fetch(`${run.portal.url}${path}`)).status
}

describe('the pages of the portal', () => {
  it('lead from the start page to a card, with user and language kept on the way', async () => {
    const page = await run.visit('/')
    expect(await page.locator('html').getAttribute('lang')).toBe('ru')
    await page.getByRole('link', { name: /Иван Морозов.*manager/ }).click()
    await page.getByRole('main').getByRole('link', { name: 'English' }).click()
    await page.getByRole('link', { name: 'List of leads' }).click()
    await page.getByRole('main').getByRole('table').getByRole('link').first().click()
    const query = new URL(page.url()).searchParams
    expect([query.get('user'), query.get('lang')]).toEqual(['manager', 'en'])
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['General', 'Qualification'])
    await page.close()
  })

  it('list leads by fifty, and only those that the person may read', async () => {
    const page = await run.visit('/crm/lead/list/?user=admin&lang=en')
    expect(await page.getByRole('row').count()).toBe(51)
    await page.getByRole('link', { name: 'Next page' }).click()
    expect(await page.getByRole('row').count()).toBe(11)
    await page.goto(`${run.portal.url}/crm/lead/list/?user=nocrm&lang=en`)
    expect(await page.getByRole('row').count()).toBe(0)
    await page.close()
  })

  it('show a hostile title as text', async () => {
    retitle(run.portal, 3, '"><script>document.title = "broken"</script>')
    const page = await run.visit('/crm/lead/list/?lang=en')
    await page.getByRole('link', { name: '"><script>' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('"><script>document.title = "broken"</script>')
    expect(await page.title()).not.toBe('broken')
    await page.close()
  })

  it('say plainly what is missing, forbidden or not part of this version', async () => {
    expect(await status('/crm/lead/details/999999/')).toBe(404)
    expect(await status('/crm/deal/details/0/')).toBe(404)
    expect(await status('/crm/contact/details/1/')).toBe(404)
    expect(await status('/crm/lead/details/1/?user=nocrm')).toBe(403)
    expect(await status('/crm/lead/details/0/?user=nocrm')).toBe(403)
    expect(await status('/call/?lead=1')).toBe(501)
    expect(await status('/site/')).toBe(200)
    expect(await status('/emulator/assets/..%2froutes.js')).toBe(404)
  })

  it('hand the parameters of their address to the main page of the app', async () => {
    const page = await run.visit('/marketplace/app/triple-a/?user=admin&lang=en&tab=sets&lead=7')
    const frame = await appFrame(page)
    expect(await inApp(frame, 'b24.placement.isDefault')).toBe(true)
    expect(await inApp(frame, 'b24.placement.options')).toEqual({ tab: 'sets', lead: '7' })
    expect(await inApp(frame, 'b24.auth.isAdmin')).toBe(true)
    expect(await callSdk(frame, 'placement.getInterface')).toEqual({ command: [], event: [] })
    await callSdk(frame, 'parent.setTitle', 'Set-up')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Set-up')
    await page.close()
  })

  it('give an app without parameters an empty list, as PHP does', async () => {
    const page = await run.visit('/marketplace/app/triple-a/')
    expect(await inApp(await appFrame(page), 'b24.placement.options')).toEqual([])
    await page.close()
  })

  it('open the installation page for an administrator until the app says that it is done', async () => {
    const page = await run.visit('/marketplace/app/triple-a/?user=admin&lang=en&install=Y')
    const frame = await appFrame(page)
    expect(new URL(frame.url()).pathname).toBe('/install.html')
    expect(await inApp(frame, 'b24.isInstallMode')).toBe(true)
    await inApp(frame, 'void b24.installFinish()')
    await page.waitForURL(/install_finished=Y/)
    expect(await inApp(await appFrame(page), 'b24.isInstallMode')).toBe(false)
    await page.goto(`${run.portal.url}/marketplace/app/triple-a/?user=manager&lang=en&install=Y`)
    expect(await page.getByRole('main').innerText()).toContain('an administrator has to finish it')
    await page.close()
  })

  it('show a deal with the tabs bound to deals', async () => {
    const { state } = run.portal.store
    const deal = state.items[DEAL].put({
      id: 900, entityTypeId: DEAL, fm: [], values: { title: 'Bricks for a house', stageId: 'NEW', leadId: 1, assignedById: 4, opportunity: 100000, currencyId: 'RUB' },
    })
    const tab = state.placements.put({ ...bindTab(run.portal, run.appUrl), placement: 'CRM_DEAL_DETAIL_TAB' })
    const page = await run.visit(`/crm/deal/details/${deal.id}/?tab=1&lang=en&user=manager`)
    const frame = await appFrame(page)
    expect(await inApp(frame, 'b24.placement.placement')).toBe('CRM_DEAL_DETAIL_TAB')
    expect(await inApp(frame, 'b24.placement.options.ID')).toBe('900')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Bricks for a house')
    state.placements.delete(tab.id)
    await page.close()
  })

  it('fit a narrow screen', async () => {
    const page = await run.visit('/', 380)
    for (const path of ['/', '/crm/lead/list/', '/crm/lead/details/2/', '/crm/lead/details/2/?tab=1', '/marketplace/app/triple-a/']) {
      await page.goto(`${run.portal.url}${path}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380)
    }
    await page.close()
  })

  it.each([
    '/', '/crm/lead/list/', '/crm/lead/details/2/', '/crm/lead/details/2/?tab=1', '/crm/lead/details/11/?lang=en',
    '/crm/lead/details/0/?tab=1', '/marketplace/app/triple-a/', '/call/',
  ])('can be read by everyone: %s', async (path) => {
    const page = await run.visit(path)
    expect((await axeIn(page.mainFrame(), RECOMMENDED)).violations).toEqual([])
    await page.close()
  })

  it('can be used by keyboard alone', async () => {
    const page = await run.visit('/crm/lead/details/2/?lang=en')
    await page.getByRole('tab', { name: 'General' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { name: 'Qualification' }).getAttribute('aria-selected')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Qualification')
    await page.keyboard.press('Home')
    expect(await page.getByRole('tabpanel', { name: 'General' }).isVisible()).toBe(true)
    await page.close()
  })
})

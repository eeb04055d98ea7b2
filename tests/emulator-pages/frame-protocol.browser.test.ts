import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appFrame, bindTab, callSdk, inApp, openPortal, type PortalInBrowser } from './portal-in-browser.ts'

let run: PortalInBrowser

beforeAll(async () => {
  run = await openPortal()
})

afterAll(() => run.close())

const SAFELY_LATE = { isSafely: true }

describe('an app in a tab of the lead card', () => {
  it.each(['', '&open=get'])('starts the unmodified SDK and learns whose lead it shows (%s)', async (mode) => {
    const page = await run.visit('/call/')
    const verbs: string[] = []
    page.on('request', (request) => request.url().startsWith(`${run.appUrl}/?`) && verbs.push(request.method()))
    await page.goto(`${run.portal.url}/crm/lead/details/7/?tab=1&user=manager&lang=en${mode}`)
    const frame = await appFrame(page)
    expect(verbs).toEqual([mode === '' ? 'POST' : 'GET'])
    expect(await inApp(frame, 'b24.placement.placement')).toBe('CRM_LEAD_DETAIL_TAB')
    expect(await inApp(frame, 'b24.placement.options')).toEqual({ ID: '7', URI: expect.stringContaining('/crm/lead/details/7/') })
    expect(await inApp(frame, 'b24.getLang()')).toBe('en')
    expect(await inApp(frame, 'b24.auth.isAdmin')).toBe(false)
    expect(await inApp(frame, 'b24.getTargetOrigin()')).toBe(run.portal.url)
    expect(await inApp(frame, 'window.name')).toMatch(new RegExp(`^${new URL(run.portal.url).host}\\|0\\|[0-9a-f]{32}$`))
    await page.close()
  })

  it('gets the fields of the form that a portal posts', async () => {
    const page = await run.visit('/crm/lead/details/7/?user=manager&lang=ru')
    const posted = page.waitForRequest((request) => request.method() === 'POST' && request.url().startsWith(run.appUrl))
    await page.getByRole('tab', { name: 'Квалификация' }).first().click()
    const request = await posted
    const query = Object.fromEntries(new URL(request.url()).searchParams)
    const fields = request.postDataJSON()
    expect(query).toEqual({ DOMAIN: new URL(run.portal.url).host, PROTOCOL: '0', LANG: 'ru', APP_SID: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(fields).toMatchObject({ AUTH_EXPIRES: '3600', member_id: run.portal.portal.memberId, status: 'L', PLACEMENT: 'CRM_LEAD_DETAIL_TAB' })
    expect(JSON.parse(fields.PLACEMENT_OPTIONS)).toMatchObject({ ID: '7' })
    expect(fields.AUTH_ID).not.toBe(fields.REFRESH_ID)
    await page.close()
  })

  it('sets its own height, never its width, and hears the real size', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1')
    const frame = await appFrame(page)
    const box = await callSdk(frame, 'parent.resizeWindow', 200, 377)
    expect(box).toEqual({ width: expect.any(Number), height: 377 })
    const shown = await page.locator('iframe').boundingBox()
    expect(shown?.height).toBe(377)
    expect(shown?.width).toBeGreaterThan(1000)
    await page.close()
  })

  it('is told that reloadData is all there is', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1')
    const frame = await appFrame(page)
    expect(await callSdk(frame, 'placement.getInterface')).toEqual({ command: ['reloadData'], event: [] })
    await page.close()
  })

  it('meets silence when it asks for what is unknown, denied or not its business', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&user=manager')
    const frame = await appFrame(page)
    // together: the SDK waits a second for each
    const asked = await Promise.all([
      callSdk(frame, 'placement.call', 'noSuchCommand', { id: 1 }),
      callSdk(frame, 'placement.call', 'constructor'),
      callSdk(frame, 'parent.setTitle', 'Mine now'),
      callSdk(frame, 'placement.bindEvent', 'onCrmEntityUpdate'),
      callSdk(frame, 'placement.call', 'setAppOption', { name: 'theme', value: 'dark' }),
    ])
    expect(asked).toEqual(asked.map(() => SAFELY_LATE))
    expect(run.portal.store.appOptions()).toEqual({})
    await page.close()
  })

  it('keeps options: those of the user echoed, those of the app given back whole to an administrator', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&user=admin')
    const frame = await appFrame(page)
    await callSdk(frame, 'options.userSet', 'layout', 'narrow')
    await callSdk(frame, 'options.appSet', 'fields', 'one')
    expect(await callSdk(frame, 'placement.call', 'setUserOption', { name: 'size', value: 2 })).toMatchObject({ name: 'size', value: 2 })
    expect(await callSdk(frame, 'placement.call', 'setAppOption', { name: 'other', value: true })).toEqual({ fields: 'one', other: 'true' })
    expect(run.portal.store.userOptions(1)).toEqual({ layout: 'narrow', size: '2' })
    await page.reload()
    const again = await appFrame(page)
    expect(await callSdk(again, 'options.userGet', 'layout')).toBe('narrow')
    expect(await callSdk(again, 'options.appGet', 'fields')).toBe('one')
    await page.close()
  })

  it('is new to a user once, until the SDK has said that it ran', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&user=head')
    expect(await inApp(await appFrame(page), 'b24.isFirstRun')).toBe(true)
    await page.reload()
    expect(await inApp(await appFrame(page), 'b24.isFirstRun')).toBe(false)
    await page.close()
  })

  it('gets a new token, and the page keeps it for the next start of the app', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1')
    const frame = await appFrame(page)
    const before = await inApp(frame, 'b24.auth.getAuthData().access_token')
    const after = await callSdk(frame, 'auth.refreshAuth')
    expect(after).toMatchObject({ access_token: expect.stringMatching(/^[0-9a-f]{70}$/), expires_in: 3600 })
    expect(after).not.toMatchObject({ access_token: before })
    expect(await callSdk(frame, 'auth.refreshAuth')).not.toEqual(after)
    await page.close()
  })

  it('is heard but not answered when it asks for a call, and when the portal has no token for it', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&lang=en')
    const frame = await appFrame(page)
    expect(await callSdk(frame, 'parent.imPhoneTo', '+7 921 555-14-20')).toEqual(SAFELY_LATE)
    expect(await page.getByRole('status').innerText()).toBe('The app wants to dial: +7 921 555-14-20')
    await page.route('**/emulator/frame/*/refresh', (route) => route.fulfill({ status: 403, body: '' }))
    await inApp(frame, 'void (window.token = "waiting", b24.auth.refreshAuth().then((auth) => { window.token = auth }, () => {}))')
    await page.getByRole('status').filter({ hasText: 'gave the app no new token' }).waitFor()
    expect(await inApp(frame, 'window.token')).toBe('waiting')
    await page.close()
  })

  it('is not answered in the name of another frame or from another origin', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1')
    const frame = await appFrame(page)
    const answers = await inApp(frame, `(async () => {
      const [, , sid] = window.name.split('|')
      const heard = []
      addEventListener('message', (event) => heard.push(event.data.split(':')[0]))
      const post = (data) => parent.postMessage(data, '*')
      post('getInitData:wrong-sid:' + sid.replace(/^./, (digit) => digit === '0' ? '1' : '0'))
      post('getInitData:' + sid)
      post('resizeWindow:{not json:bad-json:' + sid)
      post({ method: 'getInitData', callback: 'object-without-sid' })
      post(17)
      const foreign = document.createElement('iframe')
      foreign.srcdoc = '<script>top.postMessage("getInitData:foreign:' + sid + '", "*"); parent.postMessage("done", "*")<\\/script>'
      foreign.sandbox = 'allow-scripts'
      await new Promise((resolve) => {
        addEventListener('message', (event) => event.data === 'done' && resolve())
        document.body.append(foreign)
      })
      post({ method: 'getInterface', params: '', callback: 'as-object', appSid: sid })
      post('setUserOption:{"name":"a:b","value":"c:d"}:with-colons:' + sid)
      await new Promise((resolve) => addEventListener('message', (event) => event.data.startsWith('with-colons') && resolve()))
      return heard
    })()`)
    expect(answers).toEqual(['done', 'as-object', 'with-colons'])
    await page.close()
  })

  it('stays silent in a dialog that was left, and answers with the person who was chosen', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&lang=en')
    const frame = await appFrame(page)
    await inApp(frame, 'void (window.left = "waiting", b24.dialog.selectUser().then((user) => { window.left = user }))')
    await page.getByRole('button', { name: 'Cancel' }).click()
    const chosen = callSdk(frame, 'dialog.selectUser')
    await page.getByRole('dialog', { name: 'Choose a person' }).getByRole('radio', { name: /Emily Carter/ }).check()
    await page.getByRole('button', { name: 'Choose' }).click()
    expect(await chosen).toMatchObject({ id: '5', name: 'Emily Carter' })
    expect(await inApp(frame, 'window.left')).toBe('waiting')
    await page.close()
  })

  it('is given the rights and the records that were chosen, and nothing when they were not', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&lang=en')
    const frame = await appFrame(page)
    const rights = callSdk(frame, 'dialog.selectAccess', ['U4'])
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'All employees' }).check()
    await dialog.getByRole('checkbox', { name: 'Emily Carter' }).check()
    expect(await dialog.getByRole('checkbox').count()).toBe(8)
    await page.getByRole('button', { name: 'Choose' }).click()
    expect(await rights).toEqual([{ id: 'AU', name: 'All employees', provider: 'group' }, { id: 'U5', name: 'Emily Carter', provider: 'user' }])
    const records = callSdk(frame, 'dialog.selectCRM', { entityType: ['lead', 'company'], multiple: false })
    await dialog.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Choose' }).click()
    expect(await records).toMatchObject({ lead: [{ id: 'L_60', type: 'lead', title: expect.any(String) }], company: [] })
    await inApp(frame, 'void (window.left = "waiting", b24.dialog.selectCRM({ entityType: ["lead"] }).then((one) => { window.left = one }))')
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await callSdk(frame, 'placement.getInterface')).toMatchObject({ event: [] })
    expect(await inApp(frame, 'window.left')).toBe('waiting')
    await page.close()
  })

  it('opens its main page over the card with its parameters, and hears when that is closed', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&lang=en')
    const frame = await appFrame(page)
    const closed = callSdk(frame, 'slider.openSliderAppPage', { place: 'history', lead: 7, bx24_title: 'History', bx24_width: 640 })
    const overlay = page.getByRole('dialog', { name: 'History' })
    const inner = await appFrame(overlay)
    expect(await inApp(inner, 'b24.placement.isDefault')).toBe(true)
    expect(await inApp(inner, 'b24.placement.options')).toEqual({ place: 'history', lead: '7' })
    expect(await callSdk(inner, 'parent.resizeWindow', 100, 100)).toEqual(SAFELY_LATE)
    await inApp(inner, 'void b24.parent.closeApplication().catch(() => {})')
    expect(await closed).toBe('')
    expect(await overlay.count()).toBe(0)
    await page.close()
  })

  it('opens another card over its own, with a frame of its own there, and hears when that is closed', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1&lang=en')
    const frame = await appFrame(page)
    const closed = inApp(frame, `b24.slider.openPath(new URL('/crm/lead/details/8/?tab=1', '${run.portal.url}'), 900)`)
    const overlay = page.getByRole('dialog')
    const inner = await appFrame(overlay)
    expect(await inApp(inner, 'b24.placement.options.ID')).toBe('8')
    expect(await inApp(frame, 'b24.placement.options.ID')).toBe('7')
    expect(await inApp(inner, 'window.name')).not.toBe(await inApp(frame, 'window.name'))
    expect(await callSdk(inner, 'parent.resizeWindow', 1, 301)).toMatchObject({ height: 301 })
    expect((await page.locator('main iframe').boundingBox())?.height).toBe(600)
    await overlay.getByRole('button', { name: 'Close' }).click()
    expect(await closed).toEqual({ isOpenAtNewWindow: false, isClose: true })
    await page.close()
  })

  it('learns that a path is not for apps', async () => {
    const page = await run.visit('/crm/lead/details/7/?tab=1')
    const frame = await appFrame(page)
    for (const path of ['/stream/', 'https://elsewhere.example/crm/lead/', '/company/personal/user/x/', '']) {
      expect(await callSdk(frame, 'placement.call', 'openPath', { path })).toEqual({ result: 'error', errorCode: 'PATH_NOT_AVAILABLE' })
    }
    await page.close()
  })
})

describe('two tabs of one app', () => {
  it('are two frames with a sid each when the handler is bound twice', async () => {
    const second = bindTab(run.portal, run.appUrl)
    const page = await run.visit('/crm/lead/details/7/?lang=en')
    await page.getByRole('tab', { name: 'Qualification' }).nth(0).click()
    await appFrame(page, 0)
    await page.getByRole('tab', { name: 'Qualification' }).nth(1).click()
    const [first, other] = [await appFrame(page, 0), await appFrame(page, 1)]
    expect(await inApp(first, 'window.name')).not.toBe(await inApp(other, 'window.name'))
    run.portal.store.state.placements.delete(second.id)
    await page.close()
  })
})

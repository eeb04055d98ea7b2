import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { aPortal, at, type Caller } from './running-portal.ts'

const portal = aPortal(25)
let admin: Caller
let manager: Caller

beforeEach(async () => {
  admin = await portal.as('admin')
  manager = await portal.as('manager')
})

async function rule(rules: unknown): Promise<Response> {
  return portal.post('/emulator/rules', rules)
}

async function page(path: string): Promise<{ status: number, text: string }> {
  const response = await fetch(`${portal.running().url}${path}`)
  return { status: response.status, text: await response.text() }
}

/** What happens when the page of this user's browser wants a frame for the app. */
async function frame(user: string, query: string): Promise<number> {
  return (await portal.post(`/emulator/frame?user=${user}&${query}`, { options: {} })).status
}

function bindTab(): number {
  const { store } = portal.running()
  return store.state.placements.put({
    id: store.nextId('placement'), placement: 'CRM_LEAD_DETAIL_TAB', handler: 'http://127.0.0.1:5173/', title: 'Triple A',
    description: '', groupName: '', langAll: {}, options: {},
  }).id
}

describe('rules', () => {
  it('are all off at the start and after a reset, and only what is named changes', async () => {
    const usual = {
      requiredFields: false, simpleMode: false, installed: true, noAccess: [], plan: 'full', stages: { refuse: [] }, finish: 'works', refresh: 'works', slow: 0, formDuplicates: 'NONE', siteSet: '', siteCode: '',
    }
    expect(await portal.get('/emulator/rules')).toEqual(usual)
    await rule({ simpleMode: true })
    expect(await (await rule({ plan: 'none' })).json()).toEqual({ ok: true, ...usual, simpleMode: true, plan: 'none' })
    await portal.post('/emulator/reset')
    expect(await portal.get('/emulator/rules')).toEqual(usual)
  })

  it.each([
    [], { simpleMode: 1 }, { requiredFields: 'TITLE' }, { requiredFields: [1] }, { noAccess: ['nobody'] }, { noAccess: 'manager' }, { installed: 'no' },
    { plan: 'half' }, { stages: ['JUNK'] }, { stages: {} }, { refresh: false }, { slow: -1 }, { slow: 'long' }, { unknown: true },
  ])('%j is refused, and changes nothing', async (rules) => {
    expect((await rule(rules)).status).toBe(400)
    expect(await portal.get('/emulator/rules')).toMatchObject({ installed: true, slow: 0 })
  })
})

describe('required fields', () => {
  beforeEach(async () => {
    await admin.ok('crm.lead.userfield.add', { fields: { FIELD_NAME: 'NEED', USER_TYPE_ID: 'string', MANDATORY: 'Y' } })
    await admin.ok('crm.lead.userfield.add', { fields: { FIELD_NAME: 'EXTRA', USER_TYPE_ID: 'string' } })
  })

  const write = { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y' }

  it('are not looked at unless it is switched on', async () => {
    await admin.ok('crm.item.update', { ...write, fields: { UF_CRM_EXTRA: 'x' } })
  })

  it('are the mandatory ones: a write that leaves one empty is refused with its name', async () => {
    await rule({ requiredFields: true })
    expect(await admin.call('crm.item.update', { ...write, fields: { UF_CRM_EXTRA: 'x' } })).toMatchObject({
      status: 400, body: { error: 'CRM_FIELD_ERROR_REQUIRED', error_description: 'Required field "UF_CRM_NEED" is empty' },
    })
    expect((await admin.call('crm.item.add', { entityTypeId: 1, fields: { title: 'new' } })).body)
      .toMatchObject({ error: 'CRM_FIELD_ERROR_REQUIRED', error_description: 'Required field "ufCrmNeed" is empty' })
    await admin.ok('crm.item.update', { ...write, fields: { UF_CRM_NEED: 'y', UF_CRM_EXTRA: 'x' } })
    await admin.ok('crm.item.update', { ...write, fields: { UF_CRM_EXTRA: '' } })
    expect((await admin.call('crm.item.update', { ...write, fields: { UF_CRM_NEED: '' } })).status).toBe(400)
  })

  it('are refused by the classic methods with an empty code', async () => {
    await rule({ requiredFields: true })
    expect(await admin.call('crm.lead.update', { id: 1, fields: { TITLE: 'x' } }))
      .toMatchObject({ status: 400, body: { error: '', error_description: 'Required field "UF_CRM_NEED" is empty' } })
  })

  it('can be named, standard ones too', async () => {
    await rule({ requiredFields: ['UF_CRM_EXTRA', 'SOURCE_ID'] })
    expect((await admin.call('crm.item.update', { ...write, fields: { UF_CRM_EXTRA: 'x', sourceId: '' } })).body).toMatchObject({ error_description: 'Required field "sourceId" is empty' })
    await admin.ok('crm.item.update', { ...write, fields: { UF_CRM_EXTRA: 'x', sourceId: 'CALL' } })
  })
})

describe('a portal without leads', () => {
  it('says so in its mode and on its pages, and still reads by REST the leads that it has', async () => {
    await rule({ simpleMode: true })
    expect(await manager.ok('crm.settings.mode.get')).toBe(2)
    for (const path of ['/crm/lead/list/?lang=en', '/crm/lead/details/1/?lang=en', '/?lang=en']) expect((await page(path)).text).toContain('works without leads')
    expect(at(await manager.ok('crm.item.get', { entityTypeId: 1, id: 1 }), 'item', 'id')).toBe(1)
  })
})

describe('an app that is not installed completely', () => {
  it('has no tab for anyone, and its main page is the installation for administrators only', async () => {
    const binding = bindTab()
    await rule({ installed: false })
    expect((await page('/crm/lead/details/1/?user=admin')).text).not.toContain('data-tab=')
    expect(await frame('admin', `placement=CRM_LEAD_DETAIL_TAB&binding=${binding}`)).toBe(403)
    expect(at(await manager.ok('app.info'), 'INSTALLED')).toBe(false)
    expect((await page('/marketplace/app/triple-a/?user=admin')).text).toContain('data-install="Y"')
    expect((await page('/marketplace/app/triple-a/?user=manager&lang=en')).text).toContain('not installed completely')
    expect(await frame('manager', 'placement=DEFAULT')).toBe(403)
  })

  it('is installed when the app of an administrator says so', async () => {
    const binding = bindTab()
    await rule({ installed: false })
    const opened = await portal.post('/emulator/frame?user=admin&placement=DEFAULT', { options: {} })
    const opening: unknown = await opened.json()
    expect(opening).toMatchObject({ init: { INSTALL: true }, action: expect.stringContaining('/install.html') })
    expect((await portal.post(`/emulator/frame/${String(at(opening, 'sid'))}/installed`)).status).toBe(200)
    expect(at(await manager.ok('app.info'), 'INSTALLED')).toBe(true)
    expect(await frame('manager', `placement=CRM_LEAD_DETAIL_TAB&binding=${binding}`)).toBe(200)
    expect((await page('/crm/lead/details/1/?user=manager')).text).toContain('data-tab=')
  })
})

describe('a user without access to the app', () => {
  it('has no tab and no main page, and REST answers user_access_error; administrators and webhooks are let in', async () => {
    const binding = bindTab()
    await rule({ noAccess: ['manager', 'admin'] })
    expect((await page('/crm/lead/details/1/?user=manager')).text).not.toContain('data-tab=')
    expect((await page('/crm/lead/details/1/?user=head')).text).toContain('data-tab=')
    expect(await page('/marketplace/app/triple-a/?user=manager')).toMatchObject({ status: 403 })
    expect(await frame('manager', `placement=CRM_LEAD_DETAIL_TAB&binding=${binding}`)).toBe(403)
    expect(await manager.call('batch', { cmd: ['profile'] })).toMatchObject({ status: 403, body: { error: 'user_access_error' } })
    await admin.ok('profile')
    expect((await fetch(`${portal.running().url}/rest/4/manager/profile`)).status).toBe(200)
  })
})

describe('a plan without REST', () => {
  it('refuses every request, a batch as a whole', async () => {
    await rule({ plan: 'none' })
    const refusal = { status: 403, body: { error: 'ACCESS_DENIED', error_description: 'REST API is available only on commercial plans' } }
    expect(await admin.call('profile')).toMatchObject(refusal)
    expect(await admin.call('batch', { cmd: ['profile'] })).toMatchObject(refusal)
  })
})

describe('a stage that is closed', () => {
  it('takes no lead, with an empty code: in a batch nothing but the text tells', async () => {
    await rule({ stages: { refuse: ['JUNK'] } })
    const refusal = { error: '', error_description: 'Insufficient permissions to change the stage' }
    expect(await admin.call('crm.item.update', { entityTypeId: 1, id: 1, fields: { stageId: 'JUNK', title: 'x' } })).toMatchObject({ status: 400, body: refusal })
    const result = await admin.ok('batch', { cmd: { move: 'crm.lead.update?id=1&fields[STATUS_ID]=JUNK', lead: 'crm.item.get?entityTypeId=1&id=1' } })
    expect(result).toMatchObject({ result_error: { move: refusal }, result: { lead: { item: { stageId: 'NEW', title: 'Кирпич для дома в Павловске' } } } })
    await admin.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { stageId: 'IN_PROCESS' } })
  })
})

describe('the renewal of tokens', () => {
  async function renew(refresh: string): Promise<{ status: number, body: unknown }> {
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'x', client_secret: 'y', refresh_token: refresh })
    const response = await fetch(`${portal.running().url}/oauth/token/`, { method: 'POST', body })
    return { status: response.status, body: await response.json() }
  }

  it('gives a new pair for a refresh token, once', async () => {
    const old = String(at(await portal.get('/emulator/token?user=manager&scope=crm'), 'refresh_token'))
    const { status, body } = await renew(old)
    expect({ status, body }).toMatchObject({ status: 200, body: { expires_in: 3600, scope: 'crm', user_id: 4, status: 'L' } })
    expect((await fetch(`${portal.running().url}/rest/crm.item.get?entityTypeId=1&id=1&auth=${String(at(body, 'access_token'))}`)).status).toBe(200)
    expect(await renew(old)).toEqual({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('can be refused: to frames by silence, to others with invalid_grant, which costs no refresh token', async () => {
    const old = String(at(await portal.get('/emulator/token?user=manager'), 'refresh_token'))
    const opening: unknown = await (await portal.post('/emulator/frame?user=manager&placement=DEFAULT', { options: {} })).json()
    const inFrame = async (): Promise<number> => (await portal.post(`/emulator/frame/${String(at(opening, 'sid'))}/refresh`)).status
    await rule({ refresh: 'fails' })
    expect(await renew(old)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await inFrame()).toBe(403)
    await rule({ refresh: 'works' })
    expect((await renew(old)).status).toBe(200)
    expect(await inFrame()).toBe(200)
  })
})

describe('a slow portal', () => {
  it('lets every request wait', async () => {
    await rule({ slow: 60 })
    const began = performance.now()
    await manager.ok('profile')
    expect(performance.now() - began).toBeGreaterThanOrEqual(59)
  })

  it('does nothing any more for a request that waited through a reset', async () => {
    await rule({ slow: 200 })
    // a fault that is taken tells that the request has come
    await portal.post('/emulator/faults', [{ method: 'user.option.set', kind: 'no-time' }])
    const late = expect(manager.ok('user.option.set', { options: { note: 'late' } })).rejects.toThrow()
    while (portal.running().portal.faults.left().length > 0) await setImmediate()
    await portal.post('/emulator/reset', {})
    await late
    expect(await (await portal.as('manager')).ok('user.option.get', {})).toEqual([])
  })
})

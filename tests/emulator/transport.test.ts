import { describe, expect, it } from 'vitest'
import { answerOf, aPortal, at, textAt } from './running-portal.ts'

const portal = aPortal()

async function token(user = 'manager'): Promise<string> {
  return textAt(await portal.get(`/emulator/token?user=${user}`), 'access_token')
}

describe('the transport', () => {
  it('answers GET, a form and JSON alike, with or without .json and in any case', async () => {
    const auth = await token()
    const { url } = portal.running()
    const answers = await Promise.all([
      fetch(`${url}/rest/crm.item.get?entityTypeId=1&id=1&auth=${auth}`),
      fetch(`${url}/rest/CRM.Item.Get.json`, { method: 'POST', body: new URLSearchParams({ entityTypeId: '1', id: '1', auth }) }),
      fetch(`${url}/rest/crm.item.get?bx24_request_id=1&auth=${auth}`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ entityTypeId: 1, id: 1 }),
      }),
    ])
    for (const response of answers) expect(at((await answerOf(response)).result, 'item', 'id')).toBe(1)
  })

  it('gives every success a time object, in the portal\'s zone', async () => {
    const { body } = await (await portal.as('manager')).call('server.time')
    expect(body['result']).toMatch(/^2026-06-01T12:0\d:\d\d\+03:00$/)
    expect(Object.keys(Object(body['time']))).toEqual(expect.arrayContaining(['start', 'finish', 'duration', 'processing', 'date_start', 'date_finish', 'operating']))
  })

  it('allows other origins on answers, errors and preflights', async () => {
    const { url } = portal.running()
    const preflight = await fetch(`${url}/rest/profile`, { method: 'OPTIONS' })
    const refused = await fetch(`${url}/rest/profile`, { method: 'POST' })
    expect([preflight.status, refused.status]).toEqual([204, 401])
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type')
    for (const response of [preflight, refused]) expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('refuses unknown methods and unknown tokens', async () => {
    const manager = await portal.as('manager')
    expect(await manager.call('crm.webform.list')).toMatchObject({ status: 404, body: { error: 'ERROR_METHOD_NOT_FOUND' } })
    const response = await fetch(`${portal.running().url}/rest/profile?auth=none`)
    expect(await answerOf(response)).toMatchObject({ status: 401, body: { error: 'NO_AUTH_FOUND' } })
  })

  it('prints errors of the classic methods with an empty code', async () => {
    const manager = await portal.as('manager')
    expect(await manager.call('crm.lead.get', { id: 99999 })).toMatchObject({ status: 400, body: { error: '', error_description: 'Not found' } })
  })
})

describe('tokens', () => {
  it('live for an hour of the portal\'s clock and can be renewed once', async () => {
    const { portal: { tokens }, store } = portal.running()
    const user = store.user('manager')
    if (!user) throw new Error('no manager')
    const { AUTH_ID, REFRESH_ID, AUTH_EXPIRES } = tokens.issue(user)
    expect(AUTH_EXPIRES).toBe('3600')

    const profile = async (auth: string): Promise<number> => (await fetch(`${portal.running().url}/rest/profile?auth=${auth}`)).status
    expect(await profile(AUTH_ID)).toBe(200)
    await portal.post('/emulator/clock', { advance: 3601 })
    const late = await answerOf(await fetch(`${portal.running().url}/rest/profile?auth=${AUTH_ID}`))
    expect(late).toMatchObject({ status: 401, body: { error: 'expired_token' } })

    const renewed = tokens.refresh(REFRESH_ID)
    expect(await profile(renewed?.AUTH_ID ?? '')).toBe(200)
    expect(tokens.refresh(REFRESH_ID)).toBeUndefined()
  })

  it('are as unknown as forged ones once they are revoked, and cannot be renewed', async () => {
    const { portal: { tokens }, store } = portal.running()
    const user = store.user('manager')
    if (!user) throw new Error('the seed has no manager')
    const { AUTH_ID, REFRESH_ID } = tokens.issue(user)
    tokens.revokeAll()
    const answer = await answerOf(await fetch(`${portal.running().url}/rest/profile?auth=${AUTH_ID}`))
    expect(answer).toMatchObject({ status: 401, body: { error: 'NO_AUTH_FOUND' } })
    expect(tokens.refresh(REFRESH_ID)).toBeUndefined()
  })

  it('open only the scopes that they were given', async () => {
    const narrow = await portal.as('manager', 'crm,user_brief')
    expect(await narrow.call('department.get')).toMatchObject({ status: 403, body: { error: 'insufficient_scope' } })
    expect(await narrow.ok('scope')).toEqual(['crm', 'user_brief'])
    expect(await narrow.ok('user.current')).not.toHaveProperty('EMAIL')
    expect(await narrow.ok('method.get', { name: 'department.get' })).toEqual({ isExisting: true, isAvailable: false })
  })
})

describe('an incoming webhook', () => {
  it('acts as its user, without the context of an application', async () => {
    const { url } = portal.running()
    const hook = async (path: string): Promise<unknown> => (await fetch(`${url}/rest/${path}`)).json()
    expect(await hook('4/manager/profile.json')).toMatchObject({ result: { ID: '4', ADMIN: false } })
    expect(await hook('1/admin/app.option.get')).toMatchObject({ error: 'AccessException', error_description: 'Application context required' })
    expect(await hook('1/admin/placement.get')).toMatchObject({ error: 'WRONG_AUTH_TYPE' })
    expect(await hook('1/manager/profile')).toMatchObject({ error: 'INVALID_CREDENTIALS' })
  })
})

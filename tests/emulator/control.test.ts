import { beforeEach, describe, expect, it } from 'vitest'
import { aPortal, at, listAt, type Caller } from './running-portal.ts'

const portal = aPortal(25)
let manager: Caller

beforeEach(async () => {
  manager = await portal.as('manager')
})

async function arm(...faults: Record<string, unknown>[]): Promise<void> {
  const response = await portal.post('/emulator/faults', faults)
  expect(response.status).toBe(200)
}

async function log(): Promise<unknown[]> {
  return listAt({ entries: await portal.get('/emulator/log') }, 'entries')
}

async function title(): Promise<unknown> {
  return at(await manager.ok('crm.item.get', { entityTypeId: 1, id: 1 }), 'item', 'title')
}

const RENAME = ['crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'renamed', comments: 'kept' } }] as const

describe('the log', () => {
  it('lists every request with its user, commands and status', async () => {
    await manager.ok('profile')
    await manager.call('CRM.activity.todo.updatedeadline', {})
    await manager.ok('batch', { cmd: { a: 'user.current', b: 'CRM.item.get?entityTypeId=1&id=1' } })
    await fetch(`${portal.running().url}/rest/profile`)
    expect(await log()).toMatchObject([
      { method: 'profile', user: 'manager', commands: [], status: 200 },
      { method: 'crm.activity.todo.updateDeadline', user: 'manager', status: 400 },
      { method: 'batch', user: 'manager', commands: ['user.current', 'crm.item.get'], status: 200 },
      { method: 'profile', user: null, status: 401 },
    ])
  })
})

describe('reset', () => {
  it('brings back the seed, the clock, the log and forgets faults; tokens stay good', async () => {
    await manager.ok(...RENAME)
    await portal.post('/emulator/clock', { advance: 3000 })
    await arm({ method: '*', kind: '500', times: 9 })
    await portal.post('/emulator/reset')
    expect(await log()).toEqual([])
    expect(await title()).toBe('Кирпич для дома в Павловске')
    expect(await manager.ok('server.time')).toMatch(/^2026-06-01T12:0/)
  })

  it('can change the size', async () => {
    await portal.post('/emulator/reset', { leads: 3 })
    expect((await (await portal.as('admin')).call('crm.lead.list')).body).toMatchObject({ total: 3 })
    await portal.post('/emulator/reset', { leads: 25 })
  })
})

describe('the snapshot', () => {
  it('has every part, and is a copy', async () => {
    const snapshot = Object(await portal.get('/emulator/snapshot'))
    expect(Object.keys(snapshot)).toEqual(expect.arrayContaining([
      'leads', 'deals', 'contacts', 'companies', 'activities', 'comments', 'notices', 'appOptions', 'userOptions', 'entities', 'userfields', 'stages', 'placements',
    ]))
    expect(at(snapshot, 'leads', 0)).toMatchObject({ id: 1, title: 'Кирпич для дома в Павловске', stageId: 'NEW' })
    expect(at(snapshot, 'stages', 0)).toMatchObject({ STATUS_ID: 'NEW' })
  })
})

describe('faults', () => {
  it.each([
    ['401', 401, 'expired_token'], ['403', 403, 'INVALID_CREDENTIALS'], ['429', 429, 'OPERATION_TIME_LIMIT'],
    ['500', 500, 'INTERNAL_SERVER_ERROR'], ['503', 503, 'QUERY_LIMIT_EXCEEDED'],
  ])('%s before: refused once, nothing ran', async (kind, status, error) => {
    await arm({ method: 'crm.item.update', kind })
    expect(await manager.call(...RENAME)).toMatchObject({ status, body: { error } })
    expect(await title()).toBe('Кирпич для дома в Павловске')
    expect(await manager.call(...RENAME)).toMatchObject({ status: 200 })
  })

  it.each(['500', '503', 'no-result'])('%s after: it ran', async (kind) => {
    await arm({ method: 'crm.item.update', kind, when: 'after', user: 'manager' })
    const { body } = await manager.call(...RENAME)
    expect(body).not.toHaveProperty('result')
    expect(await title()).toBe('renamed')
  })

  it('cut the connection, before or after', async () => {
    await arm({ method: 'crm.item.update', kind: 'cut' })
    await expect(manager.call(...RENAME)).rejects.toThrow('fetch failed')
    expect(await title()).toBe('Кирпич для дома в Павловске')
    await arm({ method: 'crm.item.update', kind: 'cut', when: 'after' })
    await expect(manager.call('batch', { cmd: { a: 'crm.item.update?entityTypeId=1&id=1&fields[title]=renamed' } })).rejects.toThrow('fetch failed')
    expect(await title()).toBe('renamed')
    expect(await log()).toMatchObject([{ status: 0 }, {}, { status: 0, commands: ['crm.item.update'] }, {}])
  })

  it('hang until the caller gives up', async () => {
    await arm({ method: 'profile', kind: 'hang' })
    const { url } = portal.running()
    const aborted = fetch(`${url}/rest/profile`, { signal: AbortSignal.timeout(100) })
    await expect(aborted).rejects.toThrow('timeout')
  })

  it('spoil the answer: a page, no time, a dropped field', async () => {
    await arm({ method: 'profile', kind: 'html' }, { method: 'server.time', kind: 'no-time' }, { method: 'crm.item.update', kind: 'drop-field', field: 'title' })
    await expect(manager.call('profile')).rejects.toThrow('JSON')
    expect((await manager.call('server.time')).body).not.toHaveProperty('time')
    expect(await manager.ok(...RENAME)).toMatchObject({ item: { title: 'Кирпич для дома в Павловске', comments: 'kept' } })
  })

  it('in a batch concern one command, or lose its answer without an error', async () => {
    await arm({ method: 'profile', kind: 'no-result' }, { method: 'user.current', kind: '403' })
    expect(await manager.ok('batch', { cmd: { a: 'profile', b: 'user.current', c: 'server.time' } }))
      .toEqual(expect.objectContaining({ result: { c: expect.any(String) }, result_error: { b: expect.objectContaining({ error: 'INVALID_CREDENTIALS' }) } }))
  })

  it('are for one user if he is named, and cleared by an empty list', async () => {
    await arm({ method: '*', kind: '500', user: 'head', times: 5 })
    expect(await manager.call('profile')).toMatchObject({ status: 200 })
    expect(await (await portal.as('head')).call('profile')).toMatchObject({ status: 500 })
    await arm()
    expect(await (await portal.as('head')).call('profile')).toMatchObject({ status: 200 })
  })

  it('that are not understood are refused', async () => {
    for (const body of [{}, [{ method: 'profile', kind: 'flood' }], [{ kind: '500' }], [{ method: 'profile', kind: '500', when: 'later' }]]) {
      expect((await portal.post('/emulator/faults', body)).status).toBe(400)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { aPortal, at } from './running-portal.ts'

const portal = aPortal(25)

async function limit(settings: unknown): Promise<number> {
  return (await portal.post('/emulator/limits', settings)).status
}

describe('the limit of the rate', () => {
  it('lets a burst through, then as many as drain away; a batch counts as one', async () => {
    const manager = await portal.as('manager')
    expect(await limit({ rate: { burst: 3, drain: 0.001 } })).toBe(200)
    await manager.ok('batch', { cmd: ['profile', 'profile', 'profile', 'profile'] })
    await manager.ok('profile')
    await manager.ok('profile')
    expect(await manager.call('profile')).toMatchObject({ status: 503, body: { error: 'QUERY_LIMIT_EXCEEDED' } })
    await portal.post('/emulator/clock', { advance: 1001 })
    await manager.ok('profile')
    expect((await manager.call('profile')).status).toBe(503)
  })
})

describe('the limit of the operating time', () => {
  it('blocks one method for as long as its minutes count, and tells how much is used', async () => {
    const manager = await portal.as('manager')
    await limit({ operating: { limit: 1, seconds: 0.5 } })
    const first = await manager.call('crm.lead.get', { id: 1 })
    expect(at(first.body, 'time', 'operating')).toBe(0.5)
    const batch = await manager.ok('batch', { cmd: { a: 'crm.lead.get?id=1', b: 'crm.lead.get?id=1', c: 'profile' } })
    expect(batch).toMatchObject({ result: { a: { ID: '1' }, c: { ID: '4' } }, result_error: { b: { error: 'OPERATION_TIME_LIMIT' } }, result_time: { a: { operating: 1 } } })
    expect(await manager.call('crm.lead.get', { id: 1 })).toMatchObject({ status: 429 })
    await portal.post('/emulator/clock', { advance: 601 })
    await manager.ok('crm.lead.get', { id: 1 })
  })
})

describe('settings of limits', () => {
  it('are off after a reset, and refused when they make no sense', async () => {
    await limit({ rate: { burst: 0, drain: 0 } })
    await portal.post('/emulator/reset')
    await (await portal.as('manager')).ok('profile')
    for (const wrong of [[], { rate: true }, { rate: { burst: 3 } }, { operating: { seconds: 1 } }]) expect(await limit(wrong)).toBe(400)
  })
})

import { describe, expect, it } from 'vitest'
import { markPortal, returnToMark } from '../../emulator/mark.ts'
import { startPortal } from '../../emulator/server.ts'
import { snapshot } from '../../emulator/snapshot.ts'
import { aPortal, asRecord, at } from './running-portal.ts'

const portal = aPortal(5)

async function back(): Promise<number> {
  return (await portal.post('/emulator/reset', { to: 'mark' })).status
}

/** Writes to everything that a save and a set-up write to. */
async function changeEverything(name: string, gone: number): Promise<void> {
  const admin = await portal.as('admin')
  await admin.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { title: name, stageId: 'IN_PROCESS', fm: { n0: { typeId: 'PHONE', value: '1' } } } })
  await admin.ok('crm.item.delete', { entityTypeId: 1, id: gone })
  await admin.ok('crm.item.add', { entityTypeId: 2, fields: { title: name } })
  await admin.ok('crm.item.productrow.set', { ownerType: 'L', ownerId: 3, productRows: [{ productName: name, price: 40, quantity: 3 }] })
  await admin.ok('crm.activity.todo.add', { ownerTypeId: 1, ownerId: 1, deadline: '2026-06-02', title: name })
  await admin.ok('crm.timeline.comment.add', { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: name } })
  await admin.ok('im.notify', { USER_ID: 3, MESSAGE: name })
  await admin.ok('crm.lead.userfield.add', { fields: { FIELD_NAME: name, USER_TYPE_ID: 'enumeration', LIST: [{ VALUE: name }] } })
  await admin.ok('crm.status.add', { fields: { ENTITY_ID: 'STATUS', STATUS_ID: name, NAME: name } })
  await admin.ok('crm.item.details.configuration.set', { entityTypeId: 1, scope: 'C', data: [{ name, title: name, type: 'section' }] })
  await admin.ok('entity.add', { ENTITY: name, NAME: name })
  await admin.ok('entity.item.add', { ENTITY: name, NAME: name })
  await admin.ok('app.option.set', { options: { [name]: name } })
  await admin.ok('user.option.set', { options: { [name]: name } })
  await admin.ok('placement.bind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: `http://127.0.0.1:5173/${name}`, TITLE: name })
  await admin.ok('crm.automation.trigger', { target: 'LEAD_1', code: name })
}

describe('a mark', () => {
  it('is where the portal goes back to, with its records, clock and log, as often as wanted', async () => {
    await changeEverything('FIRST', 2)
    await portal.post('/emulator/clock', { advance: 900 })
    const marked = await portal.post('/emulator/mark')
    expect(await marked.json()).toEqual({ ok: true, at: expect.stringMatching(/^2026-06-01T09:15:0/) })
    const [held, log] = [await portal.get('/emulator/snapshot'), await portal.get('/emulator/log')]
    const manager = await portal.as('manager')
    for (let round = 0; round < 2; round += 1) {
      await changeEverything('SECOND', 4)
      await portal.post('/emulator/clock', { advance: 900 })
      const changed = asRecord(await portal.get('/emulator/snapshot'))
      for (const [part, value] of Object.entries(asRecord(held))) if (!['contacts', 'companies'].includes(part)) expect(changed[part], part).not.toEqual(value)
      expect(await back()).toBe(200)
      expect(await portal.get('/emulator/snapshot')).toEqual(held)
      expect(await portal.get('/emulator/log')).toEqual(log)
      expect(await manager.ok('server.time')).toMatch(/^2026-06-01T12:15:0/)
    }
  })

  it('is not touched by what happens after it, and gives ids on from where it was', async () => {
    await portal.post('/emulator/mark')
    const admin = await portal.as('admin')
    const comment = (): Promise<unknown> => admin.ok('crm.timeline.comment.add', { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'x' } })
    const first = await comment()
    await back()
    expect(await comment()).toBe(first)
    expect(at(await portal.get('/emulator/snapshot?only=comments'), 'comments')).toHaveLength(1)
  })

  it('has nothing armed and nothing under way', async () => {
    await portal.post('/emulator/mark')
    const manager = await portal.as('manager')
    const rename = { entityTypeId: 1, id: 1, fields: { title: 'late' } }
    await portal.post('/emulator/rules', { plan: 'none' })
    await portal.post('/emulator/limits', { rate: { burst: 0, drain: 0 } })
    await portal.post('/emulator/edits', [{ when: 'before', method: 'crm.item.get', edit: { method: 'crm.item.update', params: rename, user: 'head' } }])
    await portal.post('/emulator/faults', [{ method: 'crm.item.update', kind: 'late' }, { method: '*', kind: '500', times: 9 }])
    await expect(manager.call('crm.item.update', rename)).rejects.toThrow('fetch failed')
    await back()
    expect(await manager.ok('crm.item.get', { entityTypeId: 1, id: 1 })).toMatchObject({ item: { title: 'Кирпич для дома в Павловске' } })
  })

  it('outlives a reset to the seed, and is needed to go back to it', async () => {
    const admin = await portal.as('admin')
    await admin.ok('app.option.set', { options: { a: 1 } })
    await portal.post('/emulator/mark')
    await portal.post('/emulator/reset')
    expect(await admin.ok('app.option.get')).toEqual([])
    await back()
    expect(await admin.ok('app.option.get')).toEqual({ a: 1 })
    expect((await portal.post('/emulator/reset', { to: 'seed' })).status).toBe(400)
  })

  it('is reached in less than 5 ms with five leads, in the same process', async () => {
    await changeEverything('FIRST', 2)
    const { portal: inside, store } = portal.running()
    const mark = markPortal(inside)
    const held = snapshot(store.state, null)
    const rounds = 200
    const began = performance.now()
    for (let round = 0; round < rounds; round += 1) returnToMark(inside, mark)
    expect((performance.now() - began) / rounds).toBeLessThan(5)
    expect(snapshot(store.state, null)).toEqual(held)
  })
})

it('a portal without a mark says so', async () => {
  const other = await startPortal({ port: 0, leads: 1, seed: 1, appUrl: 'http://127.0.0.1:5173/' })
  const answer = await fetch(`${other.url}/emulator/reset`, { method: 'POST', body: '{"to":"mark"}' })
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid', what: 'to: mark, after POST /emulator/mark' }])
  await other.close()
})

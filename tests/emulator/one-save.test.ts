/** A save as one halting batch behind a look at `updatedTime`: what the portal does with it, sent once, twice, or too late. */
import { beforeEach, describe, expect, it } from 'vitest'
import { phpLine } from './php-line.ts'
import { aPortal, at, listAt, NOON, textAt, type Caller } from './running-portal.ts'

const portal = aPortal(25)
const LEAD = { entityTypeId: 1, id: 1 }
let manager: Caller
let head: Caller

beforeEach(async () => {
  const admin = await portal.as('admin')
  await admin.ok('entity.add', { ENTITY: 'abcruns', NAME: 'Runs', ACCESS: { AU: 'W' } })
  for (const PROPERTY of ['LEAD', 'TODO', 'COMMENT']) await admin.ok('entity.item.property.add', { ENTITY: 'abcruns', PROPERTY, NAME: PROPERTY, TYPE: 'S' })
  manager = await portal.as('manager')
  head = await portal.as('head')
})

async function updatedTime(id = 1): Promise<string> {
  return textAt(await manager.ok('crm.item.get', { entityTypeId: 1, id }), 'item', 'updatedTime')
}

/** The ids that a look at this time finds. */
async function found(time: string, id = 1): Promise<unknown[]> {
  return listAt(await manager.ok('crm.item.list', { entityTypeId: 1, select: ['id'], filter: { id, updatedTime: time }, start: -1 }), 'items')
}

function commands(read: string, run = 'run-1', text = '{}'): Record<string, string> {
  const owner = { ownerTypeId: 1, ownerId: 1 }
  return {
    lock: `crm.item.list?${phpLine({ entityTypeId: 1, select: ['id'], filter: { id: 1, updatedTime: read }, start: -1 })}`,
    lead: `crm.item.update?${phpLine({ entityTypeId: 1, id: '$result[lock][items][0][id]', fields: { title: `AAB ${run}` } })}`,
    comment: `crm.timeline.comment.add?${phpLine({ fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: `AAB [${run}]` } })}`,
    todo: `crm.activity.todo.add?${phpLine({ ...owner, deadline: '2026-06-02T09:45:00+03:00', title: 'Call', description: `[${run} 1]` })}`,
    notice: `im.notify.personal.add?${phpLine({ USER_ID: 3, MESSAGE: 'AAB', TAG: 'ABC|LEAD|1' })}`,
    run: `entity.item.add?${phpLine({
      ENTITY: 'abcruns', NAME: run, DETAIL_TEXT: text, PROPERTY_VALUES: { LEAD: 1, TODO: '$result[todo][id]', COMMENT: '$result[comment]' },
    })}`,
    done: `user.option.set?${phpLine({ options: { 'r.1': '' } })}`,
  }
}

function save(read: string, run?: string, text?: string): Promise<unknown> {
  return manager.ok('batch', { halt: 1, cmd: commands(read, run, text) })
}

/** How many comments, to-dos and runs the lead has. */
async function traces(): Promise<number[]> {
  const [comments, todos, runs] = await Promise.all([
    manager.ok('crm.timeline.comment.list', { filter: { ENTITY_ID: 1, ENTITY_TYPE: 'lead' } }),
    manager.ok('crm.activity.list', { filter: { OWNER_TYPE_ID: 1, OWNER_ID: 1 } }),
    manager.ok('entity.item.get', { ENTITY: 'abcruns', FILTER: { PROPERTY_LEAD: 1 } }),
  ])
  return [comments, todos, runs].map(list => listAt({ list }, 'list').length)
}

describe('a look at updatedTime', () => {
  it('finds every lead of the seed by the time that its answer printed', async () => {
    for (let id = 1; id <= 25; id += 1) {
      const { status, result } = await manager.call('crm.item.get', { entityTypeId: 1, id })
      if (status === 200) expect(await found(textAt(result, 'item', 'updatedTime'), id)).toEqual([{ id }])
    }
  })

  it('does not mind the offset in which the time is written', async () => {
    const read = await updatedTime()
    const instant = Date.parse(read)
    const inOffset = (hours: number, zone: string): string => new Date(instant + hours * 3_600_000).toISOString().replace('.000Z', zone)
    for (const written of [read, inOffset(0, 'Z'), inOffset(0, '+00:00'), inOffset(-7, '-07:00'), inOffset(5.5, '+05:30'), inOffset(3, '+0300')]) {
      expect(await found(written)).toEqual([{ id: 1 }])
    }
    expect(await found(inOffset(0, '+01:00'))).toEqual([])
  })

  it('finds nothing after any change of the lead', async () => {
    const changes: readonly [string, Record<string, unknown>][] = [
      ['crm.item.update', { ...LEAD, fields: { comments: 'called' } }],
      ['crm.item.update', { ...LEAD, fields: { stageId: 'IN_PROCESS' } }],
      ['crm.item.update', { ...LEAD, fields: { assignedById: 5 } }],
      ['crm.item.update', { ...LEAD, fields: { fm: { n0: { typeId: 'PHONE', value: '+7 900 1112233' } } } }],
      ['crm.lead.update', { id: 1, fields: { OPPORTUNITY: 5 } }],
      ['crm.item.productrow.set', { ownerType: 'L', ownerId: 1, productRows: [{ productName: 'Bricks', price: 40, quantity: 3 }] }],
      ['crm.item.delete', LEAD],
    ]
    for (const [method, params] of changes) {
      const read = textAt(await head.ok('crm.item.get', LEAD), 'item', 'updatedTime')
      await portal.post('/emulator/clock', { advance: 1 })
      await head.ok(method, params)
      const list = { entityTypeId: 1, select: ['id'], filter: { id: 1, updatedTime: read }, start: -1 }
      expect(await head.ok('crm.item.list', list)).toEqual({ items: [] })
    }
  })

  it('is not disturbed by comments and to-dos, nor by a write in which nothing differs', async () => {
    const read = await updatedTime()
    await portal.post('/emulator/clock', { advance: 60 })
    await head.ok('crm.timeline.comment.add', { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'x' } })
    await head.ok('crm.activity.todo.add', { ownerTypeId: 1, ownerId: 1, deadline: '2026-06-02' })
    await head.ok('crm.item.update', { ...LEAD, fields: { stageId: 'NEW' } })
    expect(await found(read)).toEqual([{ id: 1 }])
  })

  it('counts seconds: a second change within the same one cannot be seen by it', async () => {
    const times = []
    for (const title of ['one', 'two', 'three']) {
      await portal.post('/emulator/clock', { advance: 1 })
      times.push(textAt(await head.ok('crm.item.update', { ...LEAD, fields: { title } }), 'item', 'updatedTime'))
    }
    expect([...new Set(times)].sort()).toEqual(times)
    for (const title of ['four', 'five']) {
      portal.running().portal.clock.set(NOON + 60_000)
      await head.ok('crm.item.update', { ...LEAD, fields: { title } })
      expect(await updatedTime()).toBe('2026-06-01T12:01:00+03:00')
    }
  })
})

describe('a look at updatedTime and at a field of one\'s own', () => {
  it('tells even two saves of the same second apart', async () => {
    const admin = await portal.as('admin')
    await admin.ok('crm.lead.userfield.add', { fields: { FIELD_NAME: 'ABC_RUN', USER_TYPE_ID: 'string' } })
    const found = (run: string): Promise<unknown> => manager.ok('crm.item.list', {
      entityTypeId: 1, select: ['id'], filter: { id: 1, updatedTime: '2026-06-01T12:01:00+03:00', ufCrmAbcRun: run }, start: -1,
    })
    const { clock } = portal.running().portal
    clock.set(NOON + 60_000)
    await manager.ok('crm.item.update', { ...LEAD, fields: { title: 'x' } })
    expect(await found('')).toEqual({ items: [{ id: 1 }] })
    clock.set(NOON + 60_000)
    await manager.ok('crm.item.update', { ...LEAD, fields: { title: 'AAB x', ufCrmAbcRun: 'run-1' } })
    expect(await updatedTime()).toBe('2026-06-01T12:01:00+03:00')
    expect(await found('')).toEqual({ items: [] })
    expect(await found('run-1')).toEqual({ items: [{ id: 1 }] })
  })
})

describe('a save behind such a look', () => {
  it('does all of its commands and keeps in the run what they made', async () => {
    const answer = await save(await updatedTime())
    expect(at(answer, 'result_error')).toEqual([])
    expect(Object.keys(Object(at(answer, 'result')))).toEqual(['lock', 'lead', 'comment', 'todo', 'notice', 'run', 'done'])
    expect(await traces()).toEqual([1, 1, 1])
    const [run] = listAt({ runs: await manager.ok('entity.item.get', { ENTITY: 'abcruns' }) }, 'runs')
    expect(at(run, 'PROPERTY_VALUES')).toEqual({ LEAD: '1', TODO: String(at(answer, 'result', 'todo', 'id')), COMMENT: String(at(answer, 'result', 'comment')) })
  })

  it('sent twice does its work once: the second one halts at the lead', async () => {
    const read = await updatedTime()
    await save(read)
    expect(await save(read)).toMatchObject({
      result: { lock: { items: [] } },
      result_error: { lead: { error: '100', error_description: 'Invalid value {} to match with parameter {id}. Should be value of type int.' } },
    })
    expect(await traces()).toEqual([1, 1, 1])
  })

  it('after somebody else\'s change writes nothing at all', async () => {
    const read = await updatedTime()
    await head.ok('crm.item.update', { ...LEAD, fields: { comments: 'called' } })
    const answer = await save(read)
    expect(Object.keys(Object(at(answer, 'result')))).toEqual(['lock'])
    expect(await traces()).toEqual([0, 0, 0])
    expect(at(await manager.ok('crm.item.get', LEAD), 'item')).toMatchObject({ title: 'Кирпич для дома в Павловске', comments: 'called' })
  })

  it('of a lead that is gone halts as well, and an id that nobody has is another refusal', async () => {
    const read = await updatedTime()
    await head.ok('crm.item.delete', LEAD)
    expect(at(await save(read), 'result_error')).toMatchObject({ lead: { error: '100' } })
    expect(await manager.call('crm.item.update', { ...LEAD, fields: { title: 'x' } })).toMatchObject({ status: 400, body: { error: 'NOT_FOUND' } })
    expect(await manager.call('crm.item.update', { entityTypeId: 1, fields: { title: 'x' } }))
      .toMatchObject({ status: 400, body: { error: '100', error_description: 'Could not find value for parameter {id}' } })
  })

  it.each([[''], ['abc'], [[]], [{ 0: 1 }], [null]])('refuses %j as the id of a record', async (id) => {
    for (const method of ['crm.item.get', 'crm.item.update', 'crm.item.delete']) {
      expect(await head.call(method, { entityTypeId: 1, id, fields: {} })).toMatchObject({ status: 400, body: { error: '100' } })
    }
  })

  it('carries a run of 40 kB unharmed', async () => {
    const text = JSON.stringify({ note: '«Ёж» & 50% + = \\ "\n\t $ 🧱 [b] '.repeat(1100) })
    expect(Buffer.byteLength(text)).toBeGreaterThan(40_000)
    await save(await updatedTime(), 'run-1', text)
    expect(await manager.ok('entity.item.get', { ENTITY: 'abcruns', FILTER: { NAME: 'run-1' } })).toMatchObject([{ DETAIL_TEXT: text }])
  })
})

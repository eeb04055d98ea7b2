/** Faults that leave it open what the portal has done: it ran twice, it ran late, it answered from the past, or with nothing. */
import { beforeEach, describe, expect, it } from 'vitest'
import { phpLine } from './php-line.ts'
import { aPortal, at, listAt, type Caller } from './running-portal.ts'

const portal = aPortal(10)
const LEAD = { entityTypeId: 1, id: 1 }
const OLD = 'Кирпич для дома в Павловске'
let manager: Caller
let head: Caller

beforeEach(async () => {
  manager = await portal.as('manager')
  head = await portal.as('head')
})

async function arm(...faults: Record<string, unknown>[]): Promise<void> {
  expect((await portal.post('/emulator/faults', faults)).status).toBe(200)
}

async function title(caller = head): Promise<unknown> {
  return at(await caller.ok('crm.item.get', LEAD), 'item', 'title')
}

function rename(to: string): Promise<unknown> {
  return manager.ok('crm.item.update', { ...LEAD, fields: { title: to } })
}

const COMMENT = { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'x' } }

async function comments(): Promise<unknown[]> {
  return listAt(await portal.get('/emulator/snapshot?only=comments'), 'comments')
}

describe('twice', () => {
  it('runs the request two times and answers the second', async () => {
    await arm({ method: 'crm.timeline.comment.add', kind: 'twice' })
    const id = await manager.ok('crm.timeline.comment.add', COMMENT)
    expect((await comments()).map(one => at(one, 'ID'))).toEqual([String(Number(id) - 1), String(id)])
    expect(await portal.get('/emulator/log')).toMatchObject([{ method: 'crm.timeline.comment.add', status: 0 }, { status: 200 }])
    await manager.ok('crm.timeline.comment.add', COMMENT)
    expect(await comments()).toHaveLength(3)
  })

  it('runs a whole batch two times though it names one command of it', async () => {
    await arm({ method: 'crm.timeline.comment.add', kind: 'twice', when: 'after' })
    const answer = await manager.ok('batch', { cmd: { a: `crm.timeline.comment.add?${phpLine(COMMENT)}`, b: `crm.timeline.comment.add?${phpLine(COMMENT)}` } })
    expect(await comments()).toHaveLength(4)
    expect(at(answer, 'result', 'b')).toBe(4)
  })
})

describe('late', () => {
  it('gives no answer, and takes effect when the same user comes again', async () => {
    await arm({ method: 'crm.item.update', kind: 'late' })
    await expect(rename('late')).rejects.toThrow('fetch failed')
    expect(await title()).toBe(OLD)
    expect(await title(manager)).toBe('late')
    expect(await portal.get('/emulator/log')).toMatchObject([{ method: 'crm.item.update', status: 0 }, {}, {}])
  })

  it('comes before the next request, which may write over it', async () => {
    await arm({ method: 'crm.item.update', kind: 'late' })
    await expect(rename('late')).rejects.toThrow('fetch failed')
    await rename('later')
    expect(await title()).toBe('later')
  })

  it('waits for its own repetition when that one is late too', async () => {
    await arm({ method: 'crm.item.update', kind: 'late', times: 2 })
    await expect(rename('first')).rejects.toThrow('fetch failed')
    await expect(rename('second')).rejects.toThrow('fetch failed')
    expect(await title()).toBe('first')
    expect(await title(manager)).toBe('second')
  })

  it('takes effect when the clock is moved, before it moves', async () => {
    await arm({ method: 'crm.item.update', kind: 'late' })
    await expect(rename('late')).rejects.toThrow('fetch failed')
    await portal.post('/emulator/clock', { advance: 600 })
    expect(at(await head.ok('crm.item.get', LEAD), 'item')).toMatchObject({ title: 'late', updatedBy: 4, updatedTime: expect.stringMatching(/T12:00/) })
  })

  it('is lost in a reset', async () => {
    await arm({ method: 'crm.item.update', kind: 'late' })
    await expect(rename('late')).rejects.toThrow('fetch failed')
    await portal.post('/emulator/reset')
    expect(await title(manager)).toBe(OLD)
  })
})

describe('stale', () => {
  it('answers what the call before would have been answered', async () => {
    expect(await title(manager)).toBe(OLD)
    await rename('one')
    await arm({ method: 'crm.item.get', kind: 'stale', times: 2 })
    expect(await title(manager)).toBe(OLD)
    await rename('two')
    expect(await title(manager)).toBe('one')
    expect(await title(manager)).toBe('two')
  })

  it('is true the first time, for other parameters, and for other users', async () => {
    await rename('one')
    await arm({ method: 'crm.item.get', kind: 'stale', times: 3 })
    expect(await title(manager)).toBe('one')
    await rename('two')
    expect(await title(head)).toBe('two')
    expect(await manager.ok('crm.item.get', { ...LEAD, useOriginalUfNames: 'Y' })).toMatchObject({ item: { title: 'two' } })
  })

  it('knows refusals, and commands of a batch by what their references stood for', async () => {
    const batch = { cmd: { lead: `crm.item.get?${phpLine(LEAD)}`, list: 'crm.timeline.comment.list?filter[ENTITY_TYPE]=lead&filter[ENTITY_ID]=$result[lead][item][id]' } }
    await manager.ok('batch', batch)
    await manager.ok('crm.timeline.comment.add', COMMENT)
    await arm({ method: 'crm.timeline.comment.list', kind: 'stale' })
    expect(at(await manager.ok('batch', batch), 'result', 'list')).toEqual([])
    expect(at(await manager.ok('batch', batch), 'result', 'list')).toHaveLength(1)

    await manager.call('crm.timeline.comment.get', { id: 2 })
    await manager.ok('crm.timeline.comment.add', COMMENT)
    await arm({ method: 'crm.timeline.comment.get', kind: 'stale' })
    expect(await manager.call('crm.timeline.comment.get', { id: 2 })).toMatchObject({ status: 400, body: { error_description: 'Not found.' } })
  })
})

describe('empty', () => {
  it.each([['before', OLD], ['after', 'renamed']])('%s: the result is an empty list, the lead is called %s', async (when, expected) => {
    await arm({ method: 'crm.item.update', kind: 'empty', when })
    expect(await rename('renamed')).toEqual([])
    expect(await title()).toBe(expected)
  })

  it('leaves a reference to it empty', async () => {
    await arm({ method: 'crm.item.list', kind: 'empty' })
    const cmd = { lock: 'crm.item.list?entityTypeId=1&filter[id]=1&select[]=id', lead: 'crm.item.update?entityTypeId=1&id=$result[lock][items][0][id]&fields[title]=x' }
    expect(await manager.ok('batch', { halt: 1, cmd })).toMatchObject({ result: { lock: [] }, result_error: { lead: { error: '100' } } })
    expect(await title()).toBe(OLD)
  })
})

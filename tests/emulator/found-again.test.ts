/** What an undo, and a look after an unclear end, ask of the portal. */
import { beforeEach, describe, expect, it } from 'vitest'
import { aPortal, at, listAt, type Caller } from './running-portal.ts'

const portal = aPortal(25)
const OWNER = { ownerTypeId: 1, ownerId: 1 }
let manager: Caller

beforeEach(async () => {
  manager = await portal.as('manager')
})

function todo(caller: Caller, description: string, more: Record<string, unknown> = {}): Promise<unknown> {
  return caller.ok('crm.activity.todo.add', { ...OWNER, deadline: '2026-06-02T09:45:00+03:00', title: 'Call', description, ...more }).then(made => at(made, 'id'))
}

function comment(caller: Caller, text: string, lead = 1): Promise<unknown> {
  return caller.ok('crm.timeline.comment.add', { fields: { ENTITY_ID: lead, ENTITY_TYPE: 'lead', COMMENT: text } })
}

describe('a storage of runs', () => {
  beforeEach(async () => {
    const admin = await portal.as('admin')
    await admin.ok('entity.add', { ENTITY: 'abcruns', NAME: 'Runs', ACCESS: { AU: 'W' } })
    await admin.ok('entity.item.property.add', { ENTITY: 'abcruns', PROPERTY: 'LEAD', NAME: 'Lead', TYPE: 'S' })
    for (const [NAME, LEAD] of [['run-1', 1], ['run-2', 11], ['run-3', 1], ['run-1', 1]]) await manager.ok('entity.item.add', { ENTITY: 'abcruns', NAME, PROPERTY_VALUES: { LEAD } })
  })

  it.each([
    [{ FILTER: { PROPERTY_LEAD: 1 }, SORT: { ID: 'DESC' } }, ['run-1', 'run-3', 'run-1']],
    [{ FILTER: { PROPERTY_LEAD: '1' }, SORT: { ID: 'ASC' } }, ['run-1', 'run-3', 'run-1']],
    [{ FILTER: { NAME: 'run-1' }, SORT: { ID: 'DESC' } }, ['run-1', 'run-1']],
    [{ FILTER: { NAME: 'run-1', PROPERTY_LEAD: 11 } }, []],
    [{ SORT: { ID: 'DESC' } }, ['run-1', 'run-3', 'run-2', 'run-1']],
  ])('finds by %j', async (params, names) => {
    const rows = listAt({ rows: await manager.ok('entity.item.get', { ENTITY: 'abcruns', ...params }) }, 'rows')
    expect(rows.map(row => at(row, 'NAME'))).toEqual(names)
    const ids = rows.map(row => Number(at(row, 'ID')))
    expect(ids).toEqual(ids.toSorted((left, right) => 'SORT' in params && params.SORT.ID === 'DESC' ? right - left : left - right))
  })
})

describe('to-dos and comments', () => {
  it('are listed newest first, in every state, with the columns that were asked for', async () => {
    const first = await todo(manager, '[run-1 1]')
    const second = await todo(manager, '[run-1 2]', { responsibleId: 5 })
    await manager.ok('crm.activity.update', { id: first, fields: { COMPLETED: 'Y' } })
    expect(await manager.ok('crm.activity.list', {
      filter: { OWNER_TYPE_ID: 1, OWNER_ID: 1 }, order: { ID: 'DESC' }, select: ['ID', 'DESCRIPTION', 'SUBJECT', 'RESPONSIBLE_ID', 'COMPLETED'],
    })).toEqual([
      { ID: String(second), DESCRIPTION: '[run-1 2]', SUBJECT: 'Call', RESPONSIBLE_ID: '5', COMPLETED: 'N' },
      { ID: String(first), DESCRIPTION: '[run-1 1]', SUBJECT: 'Call', RESPONSIBLE_ID: '4', COMPLETED: 'Y' },
    ])
    const ids = [await comment(manager, 'one'), await comment(manager, 'two')]
    const listed = listAt({ rows: await manager.ok('crm.timeline.comment.list', { filter: { ENTITY_ID: 1, ENTITY_TYPE: 'lead' }, order: { ID: 'DESC' } }) }, 'rows')
    expect(listed.map(row => [at(row, 'ID'), at(row, 'COMMENT')])).toEqual([[String(ids[1]), 'two'], [String(ids[0]), 'one']])
  })

  it('are changed and removed, once', async () => {
    const [activity, id] = [await todo(manager, 'x'), await comment(manager, 'x')]
    await manager.ok('crm.activity.todo.update', { ...OWNER, id: activity, deadline: '2026-06-05T10:00:00+03:00', title: 'Later' })
    expect(await manager.ok('crm.activity.get', { id: activity })).toMatchObject({ SUBJECT: 'Later', DESCRIPTION: 'x', DEADLINE: '2026-06-05T10:00:00+03:00' })
    expect(await manager.ok('crm.activity.delete', { id: activity })).toBe(true)
    expect(await manager.call('crm.activity.delete', { id: activity })).toMatchObject({ status: 400, body: { error: '', error_description: 'Activity is not found.' } })
    expect(await manager.call('crm.activity.todo.update', { ...OWNER, id: activity, deadline: '2026-06-05' })).toMatchObject({ status: 400, body: { error: 'NOT_FOUND' } })

    await manager.ok('crm.timeline.comment.update', { id, fields: { COMMENT: 'y' } })
    expect(await manager.ok('crm.timeline.comment.get', { id })).toMatchObject({ COMMENT: 'y', AUTHOR_ID: '4' })
    await manager.ok('crm.timeline.comment.delete', { id })
    expect(await manager.call('crm.timeline.comment.get', { id })).toMatchObject({ status: 400, body: { error: '', error_description: 'Not found.' } })
    expect(await manager.call('crm.timeline.comment.update', { id, fields: { COMMENT: 'z' } })).toMatchObject({ status: 400, body: { error: 'NOT_FOUND' } })
  })

  it('of a lead that a manager may not change stay as they are; the pages know no rule about authors', async () => {
    const admin = await portal.as('admin')
    const reader = await portal.as('manager2')
    const [activity, id] = [await todo(admin, 'x'), await comment(admin, 'x')]
    expect(await reader.ok('crm.activity.get', { id: activity })).toMatchObject({ DESCRIPTION: 'x' })
    expect(await reader.ok('crm.timeline.comment.get', { id })).toMatchObject({ COMMENT: 'x' })
    const denied = { status: 400, body: { error: 'ACCESS_DENIED' } }
    expect(await reader.call('crm.activity.delete', { id: activity })).toMatchObject({ status: 400, body: { error: '', error_description: 'Access denied.' } })
    expect(await reader.call('crm.activity.update', { id: activity, fields: { COMPLETED: 'Y' } })).toMatchObject({ status: 400, body: { error: '', error_description: 'Access denied.' } })
    expect(await reader.call('crm.activity.todo.update', { ...OWNER, id: activity, deadline: '2026-06-05' })).toMatchObject(denied)
    expect(await reader.call('crm.timeline.comment.update', { id, fields: { COMMENT: 'y' } })).toMatchObject(denied)
    expect(await reader.call('crm.timeline.comment.delete', { id })).toMatchObject(denied)

    await manager.ok('crm.activity.delete', { id: activity })
    await manager.ok('crm.timeline.comment.delete', { id })
  })
})

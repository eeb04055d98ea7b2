import { describe, expect, it } from 'vitest'
import { aPortal, at, listAt } from './running-portal.ts'

const portal = aPortal(25)

// lead 1: manager's, opened · 9: manager's, not opened · 5: manager2's · 12: head's · 21: seller's, opened · 22: seller's, not opened
const READ = {
  admin: [1, 9, 5, 12, 21, 22],
  crmadmin: [1, 9, 5, 12, 21, 22],
  director: [1, 9, 5, 12, 21, 22],
  head: [1, 9, 5, 12],
  manager: [1, 9],
  manager2: [1, 5, 12, 21],
  seller: [21, 22],
  nocrm: [],
}

const WRITE = { ...READ, manager2: [5] }

describe('who may do what with leads', () => {
  it.each(Object.entries(READ))('%s reads what is his to read, alone and in lists', async (user, expected) => {
    const caller = await portal.as(user)
    const readable: number[] = []
    for (const id of [1, 9, 5, 12, 21, 22]) {
      const { status, body } = await caller.call('crm.item.get', { entityTypeId: 1, id })
      if (status === 200) readable.push(id)
      else expect(body).toMatchObject({ error: 'ACCESS_DENIED' })
    }
    expect(readable).toEqual(expected)
    const list = await caller.call('crm.item.list', { entityTypeId: 1, select: ['id'], filter: { '@id': [1, 9, 5, 12, 21, 22] } })
    if (user === 'nocrm') expect(list.body).toMatchObject({ error: 'ACCESS_DENIED' })
    else expect(listAt(list.result, 'items').map(item => at(item, 'id')).sort()).toEqual([...expected].sort())
  })

  it.each(Object.entries(WRITE))('%s writes what is his to write', async (user, expected) => {
    const caller = await portal.as(user)
    const writable: number[] = []
    for (const id of [1, 9, 5, 12, 21, 22]) {
      const { status } = await caller.call('crm.item.update', { entityTypeId: 1, id, fields: { comments: user } })
      if (status === 200) writable.push(id)
    }
    expect(writable).toEqual(expected)
  })

  it('classic methods refuse in their own way', async () => {
    const nocrm = await portal.as('nocrm')
    for (const [method, params] of [['crm.lead.get', { id: 1 }], ['crm.lead.list', {}], ['crm.status.list', {}], ['crm.activity.get', { id: 1 }]] as const) {
      expect(await nocrm.call(method, params)).toMatchObject({ status: 400, body: { error: '', error_description: 'Access denied.' } })
    }
    expect(await nocrm.ok('profile')).toMatchObject({ ID: '6', ADMIN: false })
  })

  it('to-dos and comments follow the lead', async () => {
    const manager2 = await portal.as('manager2')
    expect(await manager2.call('crm.activity.todo.add', { ownerTypeId: 1, ownerId: 1, deadline: '2026-06-02' })).toMatchObject({ status: 400, body: { error: 'ACCESS_DENIED' } })
    const manager = await portal.as('manager')
    expect(await manager.call('crm.timeline.comment.add', { fields: { ENTITY_ID: 5, ENTITY_TYPE: 'lead', COMMENT: 'x' } })).toMatchObject({ body: { error: 'ACCESS_DENIED' } })
    const owners = listAt({ rows: await manager.ok('crm.activity.list', { filter: { OWNER_TYPE_ID: 1 } }) }, 'rows').map(row => at(row, 'OWNER_ID'))
    expect(owners).toEqual(['4', '6', '24'])
  })
})

describe('who may set up what', () => {
  const SETUP = [
    ['crm.lead.userfield.add', { fields: { FIELD_NAME: 'X', USER_TYPE_ID: 'string' } }, ['admin', 'crmadmin']],
    ['crm.status.add', { fields: { ENTITY_ID: 'STATUS', STATUS_ID: 'X', NAME: 'X' } }, ['admin', 'crmadmin']],
    ['crm.currency.list', {}, ['admin', 'crmadmin']],
    ['app.option.set', { options: { a: 1 } }, ['admin']],
    ['placement.bind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: 'http://a.example/' }, ['admin']],
    ['placement.get', {}, ['admin']],
    ['crm.item.details.configuration.set', { entityTypeId: 1, scope: 'C', data: [{ name: 'a', title: 'A', type: 'section', elements: [] }] }, ['admin']],
    ['crm.item.details.configuration.set', { entityTypeId: 1, scope: 'P', data: [{ name: 'a', title: 'A', type: 'section', elements: [] }] }, ['admin', 'crmadmin', 'manager']],
    ['app.option.get', {}, ['admin', 'crmadmin', 'manager']],
    ['placement.list', {}, ['admin', 'crmadmin', 'manager']],
  ] as const

  it.each(SETUP)('%s', async (method, params, allowed) => {
    const may: string[] = []
    for (const user of ['admin', 'crmadmin', 'manager']) {
      await portal.post('/emulator/reset')
      const { status } = await (await portal.as(user)).call(method, params)
      if (status === 200) may.push(user)
    }
    expect(may).toEqual(allowed)
  })

  it('says who is an administrator', async () => {
    expect(await (await portal.as('crmadmin')).ok('user.admin')).toBe(false)
    expect(await (await portal.as('admin')).ok('profile')).toMatchObject({ ADMIN: true })
    expect(await (await portal.as('manager')).call('app.option.set', { options: { a: 1 } }))
      .toMatchObject({ status: 400, body: { error: 'AccessException', error_description: 'Administrator authorization required' } })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { aPortal, asRecord, at, listAt, type Caller } from './running-portal.ts'

const portal = aPortal(25)
let manager: Caller

beforeEach(async () => {
  manager = await portal.as('manager')
})

async function lead(id = 1): Promise<Record<string, unknown>> {
  return asRecord(at(await manager.ok('crm.item.get', { entityTypeId: 1, id }), 'item'))
}

describe('writing a lead', () => {
  it('drops unknown and read-only fields without a word', async () => {
    const before = await lead()
    await manager.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { TITLE: 'upper', createdBy: 1, isReturnCustomer: 'Y', id: 7, nothing: 1 } })
    expect(await lead()).toEqual(before)
  })

  it('skips the save when nothing differs', async () => {
    const { updatedTime, title } = await lead()
    await portal.post('/emulator/clock', { advance: 600 })
    await manager.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { title } })
    expect((await lead())['updatedTime']).toBe(updatedTime)
    await manager.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'another' } })
    expect((await lead())['updatedTime']).not.toBe(updatedTime)
  })

  it('keeps the history of its stages', async () => {
    await manager.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { stageId: 'IN_PROCESS' } })
    await manager.ok('crm.lead.update', { id: 1, fields: { STATUS_ID: 'JUNK' } })
    const rows = listAt(await manager.ok('crm.stagehistory.list', { entityTypeId: 1, filter: { OWNER_ID: 1 }, order: { ID: 'ASC' } }), 'items')
    expect(rows).toMatchObject([{ TYPE_ID: 1, STATUS_ID: 'NEW' }, { TYPE_ID: 2, STATUS_ID: 'IN_PROCESS' }, { TYPE_ID: 3, STATUS_ID: 'JUNK', STATUS_SEMANTIC_ID: 'F' }])
    expect(await lead()).toMatchObject({ stageSemanticId: 'F', dateClosed: expect.any(String) })
    expect(await manager.call('crm.item.update', { entityTypeId: 1, id: 1, fields: { stageId: 'NO_SUCH' } })).toMatchObject({ body: { error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' } })
  })

  it('reckons the amount from product rows unless it is set by hand', async () => {
    await manager.ok('crm.item.update', { entityTypeId: 1, id: 10, fields: { opportunity: 5 } })
    expect((await lead(10))['opportunity']).toBe(95_000)
    await manager.ok('crm.item.update', { entityTypeId: 1, id: 10, fields: { opportunity: 5, isManualOpportunity: 'Y' } })
    expect((await lead(10))['opportunity']).toBe(5)
  })

  it('follows its product rows when they are replaced', async () => {
    const rows = await manager.ok('crm.item.productrow.set', { ownerType: 'L', ownerId: 10, productRows: [{ productName: 'Bricks', price: 40, quantity: 3 }] })
    expect(await manager.ok('crm.item.productrow.list', { filter: { '=ownerType': 'L', '=ownerId': 10 } })).toEqual(rows)
    expect((await lead(10))['opportunity']).toBe(120)
    expect(await manager.call('crm.item.productrow.set', { ownerType: 'L', ownerId: 5, productRows: [] })).toMatchObject({ body: { error: 'ACCESS_DENIED' } })
  })

  it('adds, changes and removes phones by id', async () => {
    const [phone] = listAt(await lead(), 'fm')
    await manager.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { fm: { [String(at(phone, 'id'))]: { typeId: 'PHONE', value: '' }, n0: { typeId: 'PHONE', valueType: 'MOBILE', value: '+7 900 1112233' }, n1: { value: 'no type' } } } })
    expect(listAt(await lead(), 'fm')).toMatchObject([{ typeId: 'EMAIL' }, { typeId: 'PHONE', value: '+7 900 1112233' }])
    expect(await manager.ok('crm.duplicate.findbycomm', { type: 'PHONE', values: ['8 (900) 111-22-33'] })).toEqual({ LEAD: [1] })
  })

  it('makes it a repeated one when a client is bound', async () => {
    await manager.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { contactId: 1 } })
    expect(await lead()).toMatchObject({ isReturnCustomer: 'Y', contactIds: [1] })
  })

  it('can be turned into company, contact and deal that know the lead', async () => {
    const deal = at(await manager.ok('crm.item.add', { entityTypeId: 2, fields: { title: 'Deal', leadId: 1, opportunity: '12.5' } }), 'item')
    expect(deal).toMatchObject({ leadId: 1, stageId: 'NEW', opportunity: 12.5, assignedById: 4 })
    await manager.ok('crm.item.delete', { entityTypeId: 2, id: at(deal, 'id') })
    expect(await manager.call('crm.item.get', { entityTypeId: 2, id: at(deal, 'id') })).toMatchObject({ body: { error: 'NOT_FOUND' } })
  })
})

describe('to-dos', () => {
  it('are activities until they are completed', async () => {
    const own = { ownerTypeId: 1, ownerId: 1 }
    const id = at(await manager.ok('crm.activity.todo.add', { ...own, deadline: '2026-06-02T09:45:00+03:00', title: 'Call', description: 'first [run 1/1]', pingOffsets: [0, 15], colorId: '2' }), 'id')
    await manager.ok('crm.activity.todo.updateDeadline', { ...own, id, value: '2026-06-03T09:45:00' })
    expect(await manager.ok('crm.activity.list', { filter: { OWNER_TYPE_ID: 1, OWNER_ID: 1, COMPLETED: 'N', '%DESCRIPTION': 'run 1/1' } }))
      .toMatchObject([{ ID: String(id), SUBJECT: 'Call', DEADLINE: '2026-06-03T09:45:00+03:00', PROVIDER_ID: 'CRM_TODO' }])

    await manager.ok('crm.activity.update', { id, fields: { COMPLETED: 'Y' } })
    expect(await manager.call('crm.activity.todo.update', { ...own, id, deadline: '2026-06-04' })).toMatchObject({ body: { error: 'CAN_NOT_UPDATE_COMPLETED_TODO' } })
    expect(await manager.call('crm.activity.todo.updateColor', { ...own, id, colorId: '1' })).toMatchObject({ body: { error: 'CAN_NOT_UPDATE_COLOR_COMPLETED_TODO' } })
    expect(await manager.ok('crm.activity.get', { id })).toMatchObject({ COMPLETED: 'Y' })
  })

  it.each([
    [{ ownerTypeId: 1, ownerId: 1 }, '100'],
    [{ ownerTypeId: 1, ownerId: 999, deadline: '2026-06-02' }, 'OWNER_NOT_FOUND'],
    [{ ownerTypeId: 1, ownerId: 1, deadline: 'soon' }, 'WRONG_DATETIME_FORMAT'],
  ])('%j is refused', async (params, code) => {
    expect(await manager.call('crm.activity.todo.add', params)).toMatchObject({ status: 400, body: { error: code } })
  })
})

describe('comments, notices, triggers', () => {
  it('a comment belongs to its author and can be changed and removed', async () => {
    const id = await manager.ok('crm.timeline.comment.add', { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: '[b]AAB[/b]' } })
    expect(await manager.ok('crm.timeline.comment.update', { id, fields: { COMMENT: 'BBB' } })).toBe(id)
    expect(await manager.ok('crm.timeline.comment.list', { filter: { ENTITY_ID: 1, ENTITY_TYPE: 'lead' } })).toMatchObject([{ COMMENT: 'BBB', AUTHOR_ID: '4' }])
    expect(await manager.ok('crm.timeline.comment.delete', { id, ownerTypeId: 1, ownerId: 1 })).toBeNull()
    expect(await manager.call('crm.timeline.comment.add', { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: ' ' } })).toMatchObject({ body: { error: 'INVALID_ARG_VALUE' } })
  })

  it('a notice with the tag of an earlier one replaces it', async () => {
    await manager.ok('im.notify.personal.add', { USER_ID: 3, MESSAGE: 'first', TAG: 'ABC|LEAD|1' })
    await manager.ok('im.notify.system.add', { USER_ID: 3, MESSAGE: 'other', TAG: 'ABC|LEAD|2' })
    await manager.ok('im.notify', { USER_ID: 3, MESSAGE: 'second', TAG: 'ABC|LEAD|1' })
    expect(await portal.get('/emulator/snapshot?only=notices')).toMatchObject({ notices: [{ MESSAGE: 'other' }, { MESSAGE: 'second', USER_ID: '3' }] })
    expect(await manager.call('im.notify', { USER_ID: 3 })).toMatchObject({ body: { error: 'MESSAGE_EMPTY' } })
    expect(await manager.call('im.notify', { MESSAGE: 'x' })).toMatchObject({ body: { error: 'USER_ID_EMPTY' } })
  })

  it('a trigger needs the right to change its target', async () => {
    expect(await manager.ok('crm.automation.trigger', { target: 'LEAD_1', code: 'nobody-knows' })).toBe(true)
    expect(await manager.call('crm.automation.trigger', { target: 'LEAD_5', code: 'x' })).toMatchObject({ status: 400, body: { error: 'ACCESS_DENIED' } })
    expect(await manager.call('crm.automation.trigger', { target: 'lead' })).toMatchObject({ body: { error: '', error_description: 'Incorrect target format.' } })
  })
})

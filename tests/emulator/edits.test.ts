import { beforeEach, describe, expect, it } from 'vitest'
import { aPortal, at, listAt, type Caller } from './running-portal.ts'

const portal = aPortal(25)
let manager: Caller

beforeEach(async () => {
  manager = await portal.as('manager')
})

async function arm(...edits: unknown[]): Promise<number> {
  return (await portal.post('/emulator/edits', edits)).status
}

function renaming(title: string): Record<string, unknown> {
  return { method: 'crm.item.update', params: { entityTypeId: 1, id: 1, fields: { title } }, user: 'head' }
}

async function title(): Promise<unknown> {
  return at(await manager.ok('crm.item.get', { entityTypeId: 1, id: 1 }), 'item', 'title')
}

const OLD = 'Кирпич для дома в Павловске'

describe('an edit of somebody else', () => {
  it('comes right before a call, which sees it', async () => {
    expect(await arm({ when: 'before', method: 'crm.item.get', edit: renaming('by the head') })).toBe(200)
    const item = at(await manager.ok('crm.item.get', { entityTypeId: 1, id: 1 }), 'item')
    expect(item).toMatchObject({ title: 'by the head', updatedBy: 3 })
  })

  it('comes right after a call, of which only the next one knows', async () => {
    await arm({ when: 'after', method: 'crm.item.get', edit: renaming('by the head') })
    expect(await title()).toBe(OLD)
    expect(await title()).toBe('by the head')
  })

  it('may wait for a later call, come several times, and be for one user\'s calls', async () => {
    await arm({
      when: 'before', method: 'crm.item.get', from: 2, times: 2, of: 'manager',
      edit: { method: 'crm.timeline.comment.add', params: { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'me too' } }, user: 'head' },
    })
    const comments = async (): Promise<number> => listAt(await portal.get('/emulator/snapshot?only=comments'), 'comments').length
    const before = await comments()
    const counts = []
    await (await portal.as('head')).ok('crm.item.get', { entityTypeId: 1, id: 1 })
    for (let call = 0; call < 4; call += 1) {
      await title()
      counts.push(await comments() - before)
    }
    expect(counts).toEqual([0, 1, 2, 2])
    expect(await portal.get('/emulator/edits')).toMatchObject({ left: [], done: [{ user: 'head', ok: true }, { ok: true }] })
  })

  it('comes between the commands of a batch, or around it', async () => {
    await arm(
      { when: 'before', method: 'batch', edit: renaming('first') },
      { when: 'after', method: 'user.current', edit: renaming('second') },
      { when: 'after', method: 'batch', edit: renaming('third') },
    )
    const lead = 'crm.item.get?entityTypeId=1&id=1'
    const result = await manager.ok('batch', { cmd: { a: lead, b: 'user.current', c: lead } })
    expect(result).toMatchObject({ result: { a: { item: { title: 'first' } }, c: { item: { title: 'second' } } } })
    expect(await title()).toBe('third')
  })

  it('is in no log, meets no faults, and tells when the portal refused it', async () => {
    await portal.post('/emulator/faults', [{ method: 'crm.item.update', kind: '500' }])
    await arm({ when: 'before', method: 'profile', edit: renaming('x') }, { when: 'before', method: 'profile', edit: { ...renaming('y'), user: 'seller' } })
    await manager.ok('profile')
    expect(await portal.get('/emulator/log')).toHaveLength(1)
    expect(await portal.get('/emulator/edits')).toMatchObject({ done: [{ ok: true }, { user: 'seller', ok: false, error: { error: 'ACCESS_DENIED' } }] })
    expect(await title()).toBe('x')
  })

  it('is forgotten at a reset and refused when it makes no sense', async () => {
    await arm({ when: 'before', method: 'crm.item.get', edit: renaming('x') })
    await portal.post('/emulator/reset')
    expect(await title()).toBe(OLD)
    const edit = renaming('x')
    for (const wrong of [
      {}, { when: 'now', method: 'profile', edit }, { when: 'before', method: 'no.such', edit }, { when: 'before', method: 'profile' },
      { when: 'before', method: 'profile', edit: { ...edit, user: 'nobody' } }, { when: 'before', method: 'profile', edit: { ...edit, method: 'no.such' } },
      { when: 'before', method: 'profile', edit: { ...edit, params: 'x' } }, { when: 'before', method: 'profile', from: 0, edit }, { when: 'before', method: 'profile', times: 0, edit },
    ]) expect(await arm(wrong)).toBe(400)
    expect((await portal.post('/emulator/edits', {})).status).toBe(400)
  })
})

describe('what somebody else can do inside a batch', () => {
  const OWNER = { ownerTypeId: 1, ownerId: 1 }
  const lead = 'crm.item.get?entityTypeId=1&id=1'

  function batch(cmd: Record<string, string>): Promise<unknown> {
    return manager.ok('batch', { cmd })
  }

  async function done(): Promise<unknown> {
    return at(await portal.get('/emulator/edits'), 'done')
  }

  it('delete the lead, after the command that read it and before the one that writes it', async () => {
    await arm({ when: 'before', method: 'crm.item.update', edit: { method: 'crm.item.delete', params: { entityTypeId: 1, id: 1 }, user: 'head' } })
    expect(await batch({ read: lead, write: 'crm.item.update?entityTypeId=1&id=1&fields[title]=x', again: lead })).toMatchObject({
      result: { read: { item: { id: 1 } } }, result_error: { write: { error: 'NOT_FOUND' }, again: { error: 'NOT_FOUND' } },
    })
    expect(await done()).toMatchObject([{ method: 'crm.item.delete', ok: true }])
  })

  it('take an item out of a list, before a lead is given it', async () => {
    const admin = await portal.as('admin')
    const id = await admin.ok('crm.lead.userfield.add', { fields: { FIELD_NAME: 'NEED', USER_TYPE_ID: 'enumeration', LIST: [{ VALUE: 'yes', XML_ID: 'yes' }, { VALUE: 'no', XML_ID: 'no' }] } })
    const item = at(await admin.ok('crm.lead.userfield.get', { id }), 'LIST', 0, 'ID')
    await arm({ when: 'after', method: 'crm.item.get', edit: { method: 'crm.lead.userfield.update', params: { id, fields: { LIST: [{ ID: item, DEL: 'Y' }] } }, user: 'crmadmin' } })
    const write = `crm.item.update?entityTypeId=1&id=1&useOriginalUfNames=Y&fields[UF_CRM_NEED]=${String(item)}`
    expect(await batch({ read: lead, write, list: `crm.lead.userfield.get?id=${String(id)}` })).toMatchObject({
      result: { list: { LIST: [{ XML_ID: 'no' }] } }, result_error: { write: { error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' } },
    })
    expect(await done()).toMatchObject([{ user: 'crmadmin', ok: true }])
  })

  it('move the lead to another stage', async () => {
    await arm({ when: 'after', method: 'user.current', edit: { method: 'crm.item.update', params: { entityTypeId: 1, id: 1, fields: { stageId: 'JUNK' } }, user: 'head' } })
    expect(await batch({ before: lead, me: 'user.current', after: lead }))
      .toMatchObject({ result: { before: { item: { stageId: 'NEW' } }, after: { item: { stageId: 'JUNK', stageSemanticId: 'F', updatedBy: 3 } } } })
  })

  it('complete a to-do, before it is changed', async () => {
    const id = at(await manager.ok('crm.activity.todo.add', { ...OWNER, deadline: '2026-06-02' }), 'id')
    await arm({ when: 'before', method: 'crm.activity.todo.update', edit: { method: 'crm.activity.update', params: { id, fields: { COMPLETED: 'Y' } }, user: 'head' } })
    const result = await batch({ me: 'user.current', move: `crm.activity.todo.update?ownerTypeId=1&ownerId=1&id=${String(id)}&deadline=2026-06-03` })
    expect(result).toMatchObject({ result_error: { move: { error: 'CAN_NOT_UPDATE_COMPLETED_TODO' } } })
    expect(await manager.ok('crm.activity.get', { id })).toMatchObject({ COMPLETED: 'Y', EDITOR_ID: '3' })
  })

  it('delete a comment, right after it was read', async () => {
    const id = await manager.ok('crm.timeline.comment.add', { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'x' } })
    await arm({ when: 'after', method: 'crm.timeline.comment.get', edit: { method: 'crm.timeline.comment.delete', params: { id }, user: 'head' } })
    expect(await batch({ read: `crm.timeline.comment.get?id=${String(id)}`, write: `crm.timeline.comment.update?id=${String(id)}&fields[COMMENT]=y` }))
      .toMatchObject({ result: { read: { COMMENT: 'x' } }, result_error: { write: { error: 'NOT_FOUND' } } })
  })
})

describe('the conversion of a lead in the portal', () => {
  const convert = (body: unknown): Promise<Response> => portal.post('/emulator/convert', body)

  it('makes a deal and a contact, and the lead is won and a repeated client\'s', async () => {
    const response = await convert({ lead: 1, user: 'manager' })
    const made: unknown = await response.json()
    expect(response.status).toBe(200)
    expect(at(await manager.ok('crm.item.get', { entityTypeId: 1, id: 1 }), 'item')).toMatchObject({
      stageId: 'CONVERTED', stageSemanticId: 'S', isReturnCustomer: 'Y', contactId: at(made, 'contactId'), updatedBy: 4,
    })
    expect(at(await manager.ok('crm.item.get', { entityTypeId: 2, id: at(made, 'dealId') }), 'item'))
      .toMatchObject({ leadId: 1, title: OLD, stageId: 'NEW', assignedById: 4, contactId: at(made, 'contactId') })
    const contact = at(await manager.ok('crm.item.get', { entityTypeId: 3, id: at(made, 'contactId') }), 'item')
    expect(listAt(contact, 'fm').length).toBeGreaterThan(0)
  })

  it('is for who may change the lead, and once', async () => {
    expect((await convert({ lead: 1, user: 'seller' })).status).toBe(403)
    expect((await convert({ lead: 1 })).status).toBe(200)
    expect((await convert({ lead: 1 })).status).toBe(403)
    expect((await convert({ lead: 99_999 })).status).toBe(403)
    expect((await convert({ user: 'admin' })).status).toBe(400)
  })
})

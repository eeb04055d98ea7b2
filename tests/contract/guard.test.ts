/** What a run on a real portal is kept from, whatever a statement asks for. */
import { describe, expect, it } from 'vitest'
import { hidden } from './live/hidden.ts'
import { settingsFrom } from './live/environment.ts'
import { guard } from './suite/guard.ts'
import type { Allowed } from './suite/guard.ts'
import type { Params } from './suite/statement.ts'

const NOTHING: Allowed = { lead: undefined, closedLead: undefined, storage: false, setUp: false, me: 4 }

/** Is the request let through? */
async function passes(allowed: Allowed, method: string, params: Params): Promise<boolean> {
  let sent = false
  const rest = guard(allowed).rest(() => {
    sent = true
    return Promise.resolve({ http: 200, body: { result: 1 } })
  })
  await rest(method, params).catch((error: unknown) => {
    expect(String(error)).toContain('nothing was sent')
  })
  return sent
}

const update = (id: number): Params => ({ entityTypeId: 1, id, fields: { title: 'x' } })

describe('the guard', () => {
  it.each(['crm.item.get', 'crm.item.list', 'profile', 'app.option.get', 'crm.timeline.comment.get'])('lets %s through, which reads', async (method) => {
    expect(await passes(NOTHING, method, {})).toBe(true)
  })

  it.each(['crm.item.update', 'crm.item.delete', 'crm.item.add', 'crm.automation.trigger', 'app.option.set', 'user.option.set', 'entity.delete', 'im.notify', 'placement.bind', 'crm.status.add', 'crm.item.details.configuration.set', 'crm.lead.update', 'crm.unheard.of'])('stops %s while nothing is allowed', async (method) => {
    expect(await passes(NOTHING, method, { id: 1, entityTypeId: 1 })).toBe(false)
  })

  it('lets a write pass for the lead that is named, and for no other record', async () => {
    const allowed = { ...NOTHING, lead: 7 }
    expect(await passes(allowed, 'crm.item.update', update(7))).toBe(true)
    expect(await passes(allowed, 'crm.item.update', update(8))).toBe(false)
    expect(await passes(allowed, 'crm.item.update', { ...update(7), entityTypeId: 2 })).toBe(false)
    expect(await passes(allowed, 'crm.timeline.comment.add', { fields: { ENTITY_TYPE: 'lead', ENTITY_ID: 8, COMMENT: 'x' } })).toBe(false)
    expect(await passes(allowed, 'crm.activity.todo.add', { ownerTypeId: 1, ownerId: 8, deadline: 'x' })).toBe(false)
    expect(await passes(allowed, 'crm.automation.trigger', { target: 'LEAD_8', code: 'x' })).toBe(false)
    expect(await passes({ ...allowed, closedLead: 8 }, 'crm.automation.trigger', { target: 'LEAD_8', code: 'x' })).toBe(true)
    expect(await passes({ ...allowed, closedLead: 8 }, 'crm.item.update', update(8))).toBe(false)
  })

  it('lets nothing be changed or removed that it has not made itself', async () => {
    const allowed = { ...NOTHING, lead: 7, setUp: true }
    const held = guard(allowed).rest(method => Promise.resolve({ http: 200, body: { result: method.endsWith('todo.add') ? { id: 40 } : true } }))
    await held('crm.activity.todo.add', { ownerTypeId: 1, ownerId: 7, deadline: 'x' })
    await expect(held('crm.activity.delete', { id: 40 })).resolves.toMatchObject({ http: 200 })
    await expect(held('crm.activity.delete', { id: 41 })).rejects.toThrow('nothing was sent')
    await expect(held('crm.timeline.comment.delete', { id: 40 })).rejects.toThrow('nothing was sent')
    await expect(held('crm.lead.userfield.delete', { id: 40 })).rejects.toThrow('nothing was sent')
  })

  it('keeps options, storage, notices and fields to their own names', async () => {
    const allowed = { ...NOTHING, storage: true, setUp: true }
    expect(await passes(allowed, 'app.option.set', { options: { settings: '' } })).toBe(false)
    expect(await passes(allowed, 'user.option.set', { options: { 'contract.a': '', 'd.1': '' } })).toBe(false)
    expect(await passes(allowed, 'entity.delete', { ENTITY: 'abcruns' })).toBe(false)
    expect(await passes(allowed, 'im.notify.personal.add', { USER_ID: 3, MESSAGE: 'x' })).toBe(false)
    expect(await passes(allowed, 'crm.lead.userfield.add', { fields: { FIELD_NAME: 'UF_CRM_ABC_CODE' } })).toBe(false)
    expect(await passes(allowed, 'placement.unbind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB' })).toBe(false)
  })

  it('looks into a batch', async () => {
    expect(await passes({ ...NOTHING, lead: 7 }, 'batch', { cmd: { a: 'profile?', b: 'crm.item.update?entityTypeId=1&id=7' } })).toBe(false)
    expect(await passes(NOTHING, 'batch', { cmd: { a: 'profile?', b: 'crm.item.get?entityTypeId=1&id=7' } })).toBe(true)
    const portal = guard(NOTHING).portal({ send: () => Promise.reject(new Error('sent')) })
    await expect(portal.send({ read: { method: 'profile', params: {} }, write: { method: 'crm.item.update', params: update(7) } }, { halt: true })).rejects.toThrow('nothing was sent')
  })

  it('lets an update take its id from a lock on the lead that is named, and from nothing else', async () => {
    const portal = guard({ ...NOTHING, lead: 7 }).portal({ send: () => Promise.reject(new Error('was sent')) })
    const send = (id: number): Promise<unknown> => portal.send({
      lock: { method: 'crm.item.list', params: { entityTypeId: 1, filter: { id } } },
      update: { method: 'crm.item.update', params: { entityTypeId: 1, id: '$result[lock][items][0][id]', fields: {} } },
    }, { halt: true })
    await expect(send(7)).rejects.toThrow('was sent')
    await expect(send(8)).rejects.toThrow('nothing was sent')
  })
})

describe('what is printed', () => {
  it('has no secret in it, plain or encoded', () => {
    expect(hidden('https://p.example/rest/1/ab+cd/ef=gh/profile and ab%2Bcd%2Fef%3Dgh', ['ab+cd/ef=gh'])).toBe('https://p.example/rest/1/…/profile and …')
  })
})

describe('the environment', () => {
  it('names a portal by a token or by a webhook', () => {
    expect(settingsFrom({ TRIPLE_A_PORTAL: 'https://p.bitrix24.com/company/', TRIPLE_A_TOKEN: ' t ', TRIPLE_A_LEAD: '15', TRIPLE_A_ALSO: 'storage, set-up' }))
      .toEqual({ key: { kind: 'application', portal: 'https://p.bitrix24.com', token: 't' }, lead: 15, storage: true, setUp: true, closedLead: undefined, oldToken: undefined })
    expect(settingsFrom({ TRIPLE_A_WEBHOOK: 'https://p.bitrix24.com/rest/1/code/' }).key).toEqual({ kind: 'webhook', portal: 'https://p.bitrix24.com', user: 1, code: 'code' })
  })

  it.each([
    [{ TRIPLE_A_PORTAL: 'https://p.example' }, 'Set TRIPLE_A_PORTAL'],
    [{ TRIPLE_A_PORTAL: 'http://p.example', TRIPLE_A_TOKEN: 't' }, 'https://'],
    [{ TRIPLE_A_PORTAL: 'p.example', TRIPLE_A_TOKEN: 't' }, 'https://'],
    [{ TRIPLE_A_WEBHOOK: 'https://p.example/rest/1/code/', TRIPLE_A_TOKEN: 't' }, 'not both'],
    [{ TRIPLE_A_WEBHOOK: 'https://p.example/rest/code/' }, 'TRIPLE_A_WEBHOOK must end'],
    [{ TRIPLE_A_PORTAL: 'https://p.example', TRIPLE_A_TOKEN: 't', TRIPLE_A_LEAD: 'all' }, 'number of a lead'],
    [{ TRIPLE_A_PORTAL: 'https://p.example', TRIPLE_A_TOKEN: 't', TRIPLE_A_ALSO: 'everything' }, 'storage and set-up'],
  ])('is refused with what is wrong: %o', (environment, words) => {
    expect(() => settingsFrom(environment)).toThrow(words)
  })
})

/** What the app takes for granted when it reads from a portal; every test names the page that says so. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/portal/portal.ts'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'

const portal = emulatedPortal()

const getLead = (id: number | string): Command => ({ method: 'crm.item.get', params: { entityTypeId: 1, id, useOriginalUfNames: 'Y' } })
const Item = v.object({ item: v.looseObject({ id: v.number(), assignedById: v.number() }) })
const Departments = v.array(v.object({ ID: v.string(), PARENT: v.optional(v.string()), UF_HEAD: v.optional(v.string()) }))

describe('a batch (settings/how-to-call-rest-api/batch.md)', () => {
  it('puts a value of an earlier answer where a command refers to it', async () => {
    const manager = await portal.as('manager')
    const sent = await manager.send({
      lead: getLead(1),
      people: { method: 'user.get', params: { FILTER: { ID: ['$result[lead][item][assignedById]'] } } },
      department: { method: 'department.get', params: { ID: '$result[people][0][UF_DEPARTMENT][0]' } },
    }, { halt: false })
    expect(sent).toMatchObject({ ok: true, value: {
      lead: { ok: true, value: { item: { assignedById: PEOPLE.manager } } },
      people: { ok: true, value: [{ ID: '4' }] },
      department: { ok: true, value: [{ ID: '3' }] },
    } })
    expect(await portal.requests()).toMatchObject([{ method: 'batch', commands: ['crm.item.get', 'user.get', 'department.get'] }])
  })

  it('goes on after a failed command unless it is told to halt', async () => {
    const manager = await portal.as('manager')
    const commands = { gone: getLead(99999), lead: getLead(1) }
    expect(await manager.send(commands, { halt: false })).toMatchObject({ value: {
      gone: { ok: false, error: { kind: 'not-found', code: 'NOT_FOUND' } },
      lead: { ok: true },
    } })
    expect(await manager.send(commands, { halt: true })).toMatchObject({ value: {
      gone: { ok: false, error: { kind: 'not-found' } },
      lead: { ok: false, error: { kind: 'not-run' } },
    } })
  })

  it('refuses only the command whose scope the app was not given (_includes/system-errors.md)', async () => {
    const narrow = await portal.as('manager', ['crm'])
    const sent = await narrow.send({
      me: { method: 'profile', params: {} },
      lead: getLead(1),
      people: { method: 'user.get', params: { FILTER: { ID: [4] } } },
      department: { method: 'department.get', params: { ID: 3 } },
    }, { halt: false })
    expect(sent).toMatchObject({ ok: true, value: {
      me: { ok: true }, lead: { ok: true },
      people: { ok: false, error: { kind: 'missing-scope', method: 'user.get' } },
      department: { ok: false, error: { kind: 'missing-scope', method: 'department.get' } },
    } })
  })

  it('makes nothing of a reference to what is not there and runs the command all the same', async () => {
    const admin = await portal.as('admin')
    const sent = await admin.send({
      root: { method: 'department.get', params: { ID: 1 } },
      above: { method: 'department.get', params: { ID: '$result[root][0][PARENT]' } },
      comment: { method: 'crm.timeline.comment.add', params: { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'above: $result[root][0][PARENT].' } } },
    }, { halt: false })
    expect(sent).toMatchObject({ value: { above: { ok: true }, comment: { ok: true } } })
    expect((await portal.snapshot()).comments.map(one => one.COMMENT)).toContain('above: .')
  })

  it('carries every character of a text there and back', async () => {
    const manager = await portal.as('manager')
    const title = 'Ёлки & палки = 100% + "скидка" #1?\u00a0[b]😀\tконец;a[0]=1'
    const sent = await manager.send({
      update: { method: 'crm.item.update', params: { entityTypeId: 1, id: 1, fields: { title } } },
    }, { halt: true })
    expect(sent).toMatchObject({ value: { update: { ok: true, value: { item: { title } } } } })
    expect((await portal.lead(1)).title).toBe(title)
  })
})

describe('a lead (api-reference/crm/universal/crm-item-get.md)', () => {
  it('is typed: numbers as numbers, flags as Y and N, user fields under their own names', async () => {
    const reply = await portal.call(await portal.as('manager'), 'crm.item.get', getLead(2).params)
    expect(reply).toMatchObject({ item: {
      id: 2, assignedById: PEOPLE.manager, opportunity: 1_250_000, currencyId: 'RUB', isManualOpportunity: 'Y', isReturnCustomer: 'N', stageSemanticId: 'P',
    } })
    expect(Object.keys(v.parse(Item, reply).item)).toEqual(expect.arrayContaining(['UF_CRM_ABC_CODE', 'UF_CRM_ABC_CLASS', 'UF_CRM_ABC_NEED', 'UF_CRM_ABC_RUN']))
  })

  it('brings the phones and addresses of the client along', async () => {
    const reply = await portal.call(await portal.as('manager'), 'crm.item.get', getLead(1).params)
    expect(reply).toMatchObject({ item: { fm: [{ typeId: 'PHONE', value: '+7 921 555-14-20' }, { typeId: 'EMAIL', value: 'd.kuznetsov@mail.example' }] } })
  })

  it('is refused to who may not read it', async () => {
    const sent = await (await portal.as('seller')).send({ lead: getLead(1) }, { halt: false })
    expect(sent).toMatchObject({ value: { lead: { ok: false, error: { kind: 'not-allowed', code: 'ACCESS_DENIED' } } } })
  })
})

describe('people', () => {
  it('tells an administrator of the portal by ADMIN of profile, without any scope (api-reference/common/users/profile.md)', async () => {
    for (const [user, admin] of [['admin', true], ['crmadmin', false], ['manager', false]] as const) {
      expect(await portal.call(await portal.as(user, []), 'profile', {})).toMatchObject({ ID: String(PEOPLE[user]), ADMIN: admin })
    }
  })

  it('names a head only where there is one, and a parent only below the root (api-reference/departments/department-get.md)', async () => {
    const rows = v.parse(Departments, await portal.call(await portal.as('manager'), 'department.get', {}))
    expect(rows.find(row => row.ID === '1')).toEqual({ ID: '1', UF_HEAD: '1' })
    expect(rows.find(row => row.ID === '4')).toEqual({ ID: '4', PARENT: '2' })
  })

  it('gives only the people whose ids are asked for (api-reference/user/user-get.md)', async () => {
    const manager = await portal.as('manager')
    expect(await portal.call(manager, 'user.get', { FILTER: { ID: [4, 3] } })).toMatchObject([{ ID: '3', UF_DEPARTMENT: [3] }, { ID: '4', UF_DEPARTMENT: [3] }])
  })
})

describe('names of stages and sources (api-reference/crm/status/crm-status-list.md)', () => {
  it.each([['STATUS', 'NEW'], ['SOURCE', 'CALL']])('come for %s in the order of SORT', async (entity, first) => {
    const rows = await portal.call(await portal.as('manager'), 'crm.status.list', { filter: { ENTITY_ID: entity }, order: { SORT: 'ASC' } })
    const known = v.parse(v.array(v.object({ STATUS_ID: v.string(), NAME: v.string(), SORT: v.string() })), rows)
    expect(known[0]).toMatchObject({ STATUS_ID: first })
    expect(known.map(row => Number(row.SORT))).toEqual(known.map(row => Number(row.SORT)).sort((a, b) => a - b))
  })
})

describe('the right to change a lead, asked by crm.automation.trigger (api-reference/crm/automation/crm-automation-trigger.md)', () => {
  const ask = (id: number): Command => ({ method: 'crm.automation.trigger', params: { target: `LEAD_${id}`, code: 'NOBODY_HAS_SET_THIS_UP' } })

  it('is told without changing anything', async () => {
    const before = await portal.snapshot()
    const admin = await portal.as('admin')
    const moves = await portal.call(admin, 'crm.stagehistory.list', { entityTypeId: 1, filter: { OWNER_ID: 1 } })
    expect(await portal.call(await portal.as('manager'), 'crm.automation.trigger', ask(1).params)).toBe(true)
    expect(await portal.call(admin, 'crm.stagehistory.list', { entityTypeId: 1, filter: { OWNER_ID: 1 } })).toEqual(moves)
    const { triggers: _, ...after } = await portal.snapshot()
    expect(after).toEqual({ ...before, triggers: undefined })
  })

  it('is denied to who may only read the lead', async () => {
    const reader = await portal.as('manager2')
    expect(await reader.send({ lead: getLead(1), may: ask(1) }, { halt: false })).toMatchObject({ value: {
      lead: { ok: true },
      may: { ok: false, error: { kind: 'not-allowed', code: 'ACCESS_DENIED' } },
    } })
  })
})

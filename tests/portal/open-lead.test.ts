import { describe, expect, it } from 'vitest'
import { openLead, leadCommand } from '../../src/portal/open-lead.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { repeating } from '../../src/portal/repeating.ts'
import { readLead } from '../../src/portal/lead.ts'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'
import type { Login } from '../support/emulated-portal.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { supervisorIn } from '../../src/portal/supervisor.ts'
import { mapOf } from './made-fields.ts'

const portal = emulatedPortal()

/** The portal as the app has it, asked again where it is busy, without the time that takes. */
function patiently(direct: Portal) {
  const pauses: number[] = []
  const patient = repeating(direct, { now: () => 0, wait(milliseconds) { pauses.push(milliseconds); return Promise.resolve() }, random: () => 0.5 })
  return { patient, pauses }
}

async function opened(user: Login, lead: number, scopes?: readonly string[]) {
  const { fields } = await portal.installation()
  const result = await openLead(await portal.as(user, scopes), lead, fields)
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.description}`)
  return result.value
}

describe('opening a lead', () => {
  it.each([
    ['the head of his team', 1, 'head'],
    ['the head above for the head himself', 12, 'director'],
    ['the head above where the team has none', 21, 'director'],
  ] as const)('names as supervisor of the responsible %s', async (_, lead, supervisor) => {
    expect(supervisorIn((await opened('admin', lead)).hierarchy)).toMatchObject({ id: PEOPLE[supervisor], name: expect.stringMatching(/\S+ \S+/) as unknown })
  })

  it('names no supervisor for a lead of who heads the company', async () => {
    await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { assignedById: PEOPLE.admin } })
    expect(supervisorIn((await opened('admin', 1)).hierarchy)).toBeUndefined()
  })

  it('is one request', async () => {
    await opened('manager', 1)
    expect((await portal.requests()).map(one => one.method)).toEqual(['batch'])
  })

  it('does without people and departments where the app was not given them, and says what is missing', async () => {
    const lead = await opened('manager', 1, ['crm'])
    expect(lead).toMatchObject({ card: { record: { id: 1 } }, me: { id: PEOPLE.manager }, responsible: undefined, mayChange: 'yes' })
    expect(supervisorIn(lead.hierarchy)).toBeUndefined()
    expect(lead.missing.map(({ method, kind }) => [method, kind])).toEqual([['user.get', 'missing-scope'], ['department.get', 'missing-scope']])
  })

  it('does without the to-dos and names where the portal does not give them', async () => {
    await portal.faults([{ method: 'crm.activity.list', kind: '500' }, { method: 'crm.status.list', kind: '429', times: 2 }])
    const lead = await opened('manager', 1)
    expect(lead).toMatchObject({ card: { record: { id: 1 } }, stages: {}, sources: {} })
    expect(lead.missing.map(({ method }) => method)).toEqual(['crm.activity.list', 'crm.status.list', 'crm.status.list'])
  })

  it('does not wait for a part that is not needed to answer', async () => {
    await portal.faults([{ method: 'department.get', kind: '429', times: 1000 }])
    const { fields } = await portal.installation()
    const { patient, pauses } = patiently(await portal.as('manager'))
    expect(await openLead(patient, 1, fields)).toMatchObject({ ok: true, value: { card: { record: { id: 1 } }, missing: [{ method: 'department.get', kind: 'busy' }] } })
    expect(pauses).toEqual([])
  })

  it.each(['profile', 'crm.item.get'])('waits for what nothing goes without (%s)', async (method) => {
    await portal.faults([{ method, kind: '429' }])
    const { fields } = await portal.installation()
    const { patient, pauses } = patiently(await portal.as('manager'))
    expect(await openLead(patient, 1, fields)).toMatchObject({ ok: true, value: { missing: [] } })
    expect(pauses).toEqual([800])
  })

  it('is not possible without the CRM', async () => {
    const { fields } = await portal.installation()
    expect(await openLead(await portal.as('manager', ['user_brief', 'department']), 1, fields)).toMatchObject({ ok: false, error: { kind: 'missing-scope', method: 'crm.item.get' } })
    expect(await openLead(await portal.as('nocrm'), 1, fields)).toMatchObject({ ok: false, error: { kind: 'not-allowed' } })
  })

  it('takes no to-do of a person for one of ours', async () => {
    expect((await opened('manager', 4)).card.record.todo).toBeUndefined()
  })

  it('tells who may change the lead', async () => {
    expect((await opened('head', 1)).mayChange).toBe('yes')
    expect((await opened('manager2', 1)).mayChange).toBe('no')
  })

  it('does not take an answer for a lead that is none', async () => {
    await portal.faults([{ method: 'profile', kind: '500' }])
    const { fields } = await portal.installation()
    expect(await openLead(await portal.as('manager'), 1, fields)).toMatchObject({ ok: false, error: { method: 'profile' } })
  })
})

describe('a lead of the portal', () => {
  const MAP = mapOf([DEFAULT_SET])
  const ITEM = { id: 7, title: 'Brick', stageId: 'NEW', assignedById: 4 }
  const read = (item: object) => readLead({ item: { ...ITEM, ...item } }, MAP, undefined)
  const { results } = MAP

  it.each([
    ['nothing', {}, {}],
    ['null, empty text, false, empty list', { [results.code]: null, [results.class]: '', [results.coefficient]: false, UF_CRM_ABC_NEED: [], [results.important]: null }, {}],
    ['ids as numbers', { UF_CRM_ABC_NEED: 101, [results.class]: MAP.classes.B }, { answers: { need: 'yes' }, class: 'B' }],
    ['ids as texts', { UF_CRM_ABC_NEED: '102', [results.class]: String(MAP.classes.C) }, { answers: { need: 'later' }, class: 'C' }],
    ['an item that is none of ours', { UF_CRM_ABC_NEED: 9999, [results.class]: 9999, [results.reason]: 9999 }, { strange: { need: '9999' } }],
    ['several items where one is asked for', { UF_CRM_ABC_NEED: [1, 2] }, { strange: { need: '[1,2]' } }],
    ['a coefficient of 0', { [results.coefficient]: 0 }, { coefficient: 0 }],
    ['a coefficient of -0', { [results.coefficient]: -0 }, { coefficient: 0 }],
    ['a coefficient of -0 as text', { [results.coefficient]: '-0' }, { coefficient: 0 }],
    ['a coefficient that no number holds', { [results.coefficient]: '9'.repeat(400) }, {}],
    ['a coefficient as text', { [results.coefficient]: '2.5' }, { coefficient: 2.5 }],
    ['a day with a time', { [results.purchaseDate]: '2026-07-01T03:00:00+03:00' }, { purchaseDate: '2026-07-01' }],
    ['a day that is none', { [results.purchaseDate]: 'soon' }, {}],
    ['yes as Y', { [results.important]: 'Y' }, { important: true }],
    ['yes as 1', { [results.important]: 1 }, { important: true }],
    ['yes as "1"', { [results.important]: '1' }, { important: true }],
    ['yes as true', { [results.important]: true }, { important: true }],
    ['no as N', { [results.important]: 'N' }, {}],
    ['no as "0"', { [results.important]: '0' }, {}],
    ['a set and who and when', { [results.set]: 'default@3', [results.qualifiedBy]: '4', [results.qualifiedAt]: '2026-06-01T12:00:00+03:00' }, { set: 'default@3', qualifiedBy: 4, qualifiedAt: '2026-06-01T12:00:00+03:00' }],
    ['a set that is none', { [results.set]: 'default' }, {}],
  ])('with %s in its fields', (_, item, fields) => {
    expect(read(item)).toMatchObject({ ok: true, value: { record: { fields: { answers: {}, important: false, ...fields } } } })
    const lead = read(item)
    expect(lead.ok && Object.keys(lead.value.record.fields).sort()).toEqual(Object.keys({ answers: {}, important: false, ...fields }).sort())
  })

  it.each([
    ['an amount', { opportunity: 500, currencyId: 'RUB', isManualOpportunity: 'Y' }, { opportunity: { amount: 500, currency: 'RUB' }, amountFromProducts: false }],
    ['an amount from its products', { opportunity: 500, currencyId: 'RUB', isManualOpportunity: 'N' }, { opportunity: { amount: 500, currency: 'RUB' }, amountFromProducts: true }],
    ['no amount', { opportunity: 0, currencyId: 'RUB' }, { amountFromProducts: false }],
    ['a lost stage', { stageSemanticId: 'F' }, { inWork: false }],
    ['a won stage', { stageSemanticId: 'S' }, { inWork: false }],
  ])('with %s', (_, item, record) => {
    expect(read(item)).toMatchObject({ ok: true, value: { record } })
  })

  it.each([
    [{ name: 'Ann', lastName: 'Lee', companyTitle: 'Bricks' }, 'Ann Lee, Bricks'],
    [{ name: 'Ann', lastName: null }, 'Ann'],
    [{ companyTitle: 'Bricks' }, 'Bricks'],
    [{}, ''],
  ])('of the client %j is called "%s"', (item, client) => {
    expect(read(item)).toMatchObject({ ok: true, value: { client } })
  })

  it.each([undefined, null, [], {}, { item: null }, { item: { id: '7' } }, { item: { ...ITEM, stageId: undefined } }])('is not read from %j', (value) => {
    expect(readLead(value, MAP, undefined)).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
  })

  it('is asked for with its user fields under their own names', () => {
    expect(leadCommand(7).params).toMatchObject({ entityTypeId: 1, id: 7, useOriginalUfNames: 'Y' })
  })
})

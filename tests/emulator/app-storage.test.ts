import { beforeEach, describe, expect, it } from 'vitest'
import { aPortal, at, listAt, type Caller } from './running-portal.ts'

const portal = aPortal(25)
let admin: Caller
let manager: Caller

beforeEach(async () => {
  admin = await portal.as('admin')
  manager = await portal.as('manager')
})

describe('options', () => {
  it('of the app are written by administrators and read by all', async () => {
    expect(await manager.ok('app.option.get')).toEqual([])
    await admin.ok('app.option.set', { options: { set: '{"a":1}', other: 'x' } })
    await admin.ok('app.option.set', { options: { other: 'y' } })
    expect(await manager.ok('app.option.get')).toEqual({ set: '{"a":1}', other: 'y' })
    expect(await manager.ok('app.option.get', { option: 'set' })).toBe('{"a":1}')
    expect(await admin.call('app.option.set', { options: [] })).toMatchObject({ status: 400, body: { error: 'ArgumentNullException' } })
  })

  it('of a user are his own', async () => {
    await manager.ok('user.option.set', { options: { 'd.1': 'draft' } })
    expect(await manager.ok('user.option.get', { option: 'd.1' })).toBe('draft')
    expect(await admin.ok('user.option.get')).toEqual([])
    expect(portal.running().store.userOptions(4)).toEqual({ 'd.1': 'draft' })
  })

  it('are lost together when they outgrow their one row', async () => {
    await admin.ok('app.option.set', { options: { small: 'x' } })
    expect(await admin.ok('app.option.set', { options: { big: 'я'.repeat(40_000) } })).toBe(true)
    expect(await admin.ok('app.option.get')).toEqual([])
  })

  it('are handed out as copies', async () => {
    await admin.ok('app.option.set', { options: { map: { a: 1 } } })
    const { store } = portal.running()
    Object.assign(Object(store.appOptions()['map']), { a: 2 })
    expect(store.appOptions()).toEqual({ map: { a: 1 } })
  })
})

describe('the app\'s own storage', () => {
  beforeEach(async () => {
    await admin.ok('entity.add', { ENTITY: 'abcruns', NAME: 'Runs', ACCESS: { AU: 'W' } })
    await admin.ok('entity.item.property.add', { ENTITY: 'abcruns', PROPERTY: 'LEAD', NAME: 'Lead', TYPE: 'S' })
  })

  it('keeps items with properties and finds them again', async () => {
    const id = await manager.ok('entity.item.add', { ENTITY: 'abcruns', NAME: 'run-1', DETAIL_TEXT: '{"code":"AAB"}', PROPERTY_VALUES: { LEAD: 1, UNKNOWN: 2 } })
    await manager.ok('entity.item.add', { ENTITY: 'abcruns', NAME: 'run-2', PROPERTY_VALUES: { LEAD: 2 } })
    expect(await manager.ok('entity.item.get', { ENTITY: 'abcruns', SORT: { ID: 'DESC' }, FILTER: { PROPERTY_LEAD: '1' } }))
      .toMatchObject([{ ID: String(id), NAME: 'run-1', DETAIL_TEXT: '{"code":"AAB"}', CREATED_BY: '4', PROPERTY_VALUES: { LEAD: '1' } }])
    await manager.ok('entity.item.update', { ENTITY: 'abcruns', ID: id, NAME: 'renamed' })
    expect(await manager.ok('entity.item.get', { ENTITY: 'abcruns', FILTER: { NAME: 'renamed' } })).toHaveLength(1)
    await manager.ok('entity.item.delete', { ENTITY: 'abcruns', ID: id })
    expect((await manager.call('entity.item.get', { ENTITY: 'abcruns' })).body).toMatchObject({ total: 1 })
  })

  it('obeys its rights', async () => {
    await admin.ok('entity.add', { ENTITY: 'abcsets', NAME: 'Sets', ACCESS: { AU: 'R' } })
    expect(await manager.call('entity.item.add', { ENTITY: 'abcsets', NAME: 'x' })).toMatchObject({ status: 400, body: { error: 'ACCESS_DENIED' } })
    expect(await manager.call('entity.delete', { ENTITY: 'abcruns' })).toMatchObject({ body: { error: 'ACCESS_DENIED' } })
    expect(await admin.ok('entity.rights', { ENTITY: 'abcsets' })).toEqual({ AU: 'R', U1: 'X' })
    expect(await manager.ok('entity.get', { ENTITY: 'abcsets' })).toMatchObject({ ENTITY: 'abcsets', NAME: 'Sets' })
  })

  it.each([
    ['entity.add', { ENTITY: 'abcruns' }, 'ERROR_ENTITY_ALREADY_EXISTS'],
    ['entity.add', { ENTITY: '' }, 'ERROR_ARGUMENT'],
    ['entity.add', { ENTITY: 'longer_than_13' }, 'ERROR_ARGUMENT'],
    ['entity.get', { ENTITY: 'none' }, 'ERROR_ENTITY_NOT_FOUND'],
    ['entity.item.update', { ENTITY: 'abcruns', ID: 99 }, 'ERROR_ITEM_NOT_FOUND'],
    ['entity.item.property.get', { ENTITY: 'abcruns', PROPERTY: 'NONE' }, 'ERROR_PROPERTY_NOT_FOUND'],
  ])('%s %j is refused', async (method, params, code) => {
    expect(await admin.call(method, params)).toMatchObject({ status: 400, body: { error: code } })
  })
})

describe('placements', () => {
  const tab = { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: 'http://127.0.0.1:5173/', TITLE: 'Triple A' }

  it('are bound once for a handler and unbound with a count', async () => {
    await admin.ok('placement.bind', { ...tab, LANG_ALL: { ru: { TITLE: 'Квалификация' } }, OPTIONS: { a: 1 } })
    expect(await admin.call('placement.bind', tab)).toMatchObject({ status: 400, body: { error: 'ERROR_PLACEMENT_HANDLER_EXISTS' } })
    expect(await admin.ok('placement.get')).toMatchObject([{ placement: 'CRM_LEAD_DETAIL_TAB', handler: tab.HANDLER, options: [], langAll: { ru: { TITLE: 'Квалификация' } } }])
    expect(await admin.ok('placement.unbind', { PLACEMENT: tab.PLACEMENT })).toEqual({ count: 1 })
  })

  it('need their scope and their parameters', async () => {
    const narrow = await portal.as('admin', 'placement,crm')
    expect(await narrow.call('placement.bind', { ...tab, PLACEMENT: 'CALL_CARD' })).toMatchObject({ body: { error: 'ERROR_PLACEMENT_NOT_FOUND' } })
    expect(await admin.call('placement.bind', { ...tab, HANDLER: '' })).toMatchObject({ body: { error: 'ERROR_ARGUMENT', argument: 'HANDLER' } })
    expect(await admin.call('placement.bind', { ...tab, PLACEMENT: 'PAGE_BACKGROUND_WORKER' })).toMatchObject({ body: { error: 'EMPTY_ERROR_HANDLER_URL' } })
    expect(await narrow.ok('placement.list')).not.toContain('CALL_CARD')
  })
})

describe('the layout of the lead card', () => {
  it('is null until it is set, and replaced as a whole', async () => {
    const common = { entityTypeId: 1, scope: 'C', extras: { leadCustomerType: 1 } }
    expect(await manager.ok('crm.item.details.configuration.get', common)).toBeNull()
    await admin.ok('crm.item.details.configuration.set', { ...common, data: [{ name: 'main', title: 'Main', type: 'section', elements: [{ name: 'TITLE' }] }] })
    expect(await manager.ok('crm.item.details.configuration.get', common)).toMatchObject([{ elements: [{ name: 'TITLE', optionFlags: '0' }] }])
    expect(await manager.ok('crm.item.details.configuration.get', { ...common, extras: { leadCustomerType: 2 } })).toBeNull()
  })

  it('a stage can be added, renamed and removed while no lead is in it', async () => {
    const crmadmin = await portal.as('crmadmin')
    const id = await crmadmin.ok('crm.status.add', { fields: { ENTITY_ID: 'STATUS', STATUS_ID: 'ABC_HOT', NAME: 'Горячие', SORT: 25, SEMANTICS: 'F' } })
    const rows = listAt({ rows: await crmadmin.ok('crm.status.list', { filter: { ENTITY_ID: 'STATUS' }, order: { SORT: 'ASC' } }) }, 'rows')
    expect(rows.find(row => at(row, 'ID') === String(id))).toMatchObject({ SYSTEM: 'N', SEMANTICS: 'F' })
    await crmadmin.ok('crm.status.update', { id, fields: { NAME: 'Горячий' } })
    await crmadmin.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { stageId: 'ABC_HOT' } })
    expect(await crmadmin.call('crm.status.delete', { id })).toMatchObject({ body: { error_description: 'There are active items in this status.' } })
    expect(await crmadmin.call('crm.status.delete', { id: 1 })).toMatchObject({ status: 400 })
  })
})

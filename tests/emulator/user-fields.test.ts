import { beforeEach, describe, expect, it } from 'vitest'
import { aPortal, asRecord, at, listAt, textAt, type Caller } from './running-portal.ts'

const portal = aPortal(25)
let admin: Caller

beforeEach(async () => {
  admin = await portal.as('admin')
})

async function field(fields: Record<string, unknown>): Promise<unknown> {
  return admin.ok('crm.lead.userfield.add', { fields: { USER_TYPE_ID: 'string', ...fields } })
}

async function urgency(multiple = false): Promise<{ id: unknown, now: number, later: number }> {
  const id = await field({
    FIELD_NAME: 'ABC_URGENCY', USER_TYPE_ID: 'enumeration', MULTIPLE: multiple ? 'Y' : 'N', EDIT_FORM_LABEL: { ru: 'Срочность', en: 'Urgency' },
    LIST: [{ VALUE: 'Сейчас', XML_ID: 'now', SORT: 10 }, { VALUE: 'Позже', XML_ID: 'later', SORT: 20 }, { VALUE: '' }],
  })
  const items = listAt(await admin.ok('crm.lead.userfield.get', { id }), 'LIST')
  return { id, now: Number(at(items, 0, 'ID')), later: Number(at(items, 1, 'ID')) }
}

async function update(fields: Record<string, unknown>, id = 1): Promise<unknown> {
  return at(await admin.ok('crm.item.update', { entityTypeId: 1, id, fields, useOriginalUfNames: 'Y' }), 'item')
}

describe('the definition of a user field', () => {
  it.each([['NOTE', 'UF_CRM_NOTE'], ['UF_NOTE', 'UF_CRM_NOTE'], ['UF_CRM_NOTE', 'UF_CRM_NOTE'], ['note_2', 'UF_CRM_NOTE_2']])('%s is called %s', async (given, name) => {
    const id = await field({ FIELD_NAME: given })
    expect(textAt(await admin.ok('crm.lead.userfield.get', { id }), 'FIELD_NAME')).toBe(name)
  })

  it.each([
    [{}, ''], [{ FIELD_NAME: 'A-B' }, 'ERROR_CORE'], [{ FIELD_NAME: 'X'.repeat(44) }, 'ERROR_CORE'], [{ FIELD_NAME: 'A', USER_TYPE_ID: '' }, ''],
    [{ FIELD_NAME: 'A', USER_TYPE_ID: 'nothing' }, 'ERROR_CORE'],
    [{ FIELD_NAME: 'A', USER_TYPE_ID: 'enumeration', LIST: [{ VALUE: '1', XML_ID: 'a' }, { VALUE: '2', XML_ID: 'a' }] }, 'ERROR_CORE'],
  ])('%j is refused', async (fields, code) => {
    expect(await admin.call('crm.lead.userfield.add', { fields: { USER_TYPE_ID: 'string', ...fields } })).toMatchObject({ status: 400, body: { error: code } })
  })

  it('is unique by name', async () => {
    await field({ FIELD_NAME: 'ONCE' })
    expect(await admin.call('crm.lead.userfield.add', { fields: { FIELD_NAME: 'ONCE', USER_TYPE_ID: 'string' } })).toMatchObject({ status: 400 })
  })

  it('shows labels in lists only for a language', async () => {
    await urgency()
    const list = (filter: unknown): Promise<unknown> => admin.ok('crm.lead.userfield.list', { filter })
    expect(at(await list({}), 0)).not.toHaveProperty('EDIT_FORM_LABEL')
    expect(at(await list({ LANG: 'ru', FIELD_NAME: 'UF_CRM_ABC_URGENCY' }), 0)).toMatchObject({ EDIT_FORM_LABEL: 'Срочность', LIST: [{ XML_ID: 'now' }, { XML_ID: 'later' }] })
  })

  it('changes its list by id: change, add, remove; the rest stays', async () => {
    const { id, now, later } = await urgency()
    await admin.ok('crm.lead.userfield.update', { id, fields: { LIST: [{ ID: now, VALUE: 'Срочно' }, { VALUE: 'Никогда', XML_ID: 'never', SORT: 30 }] } })
    await admin.ok('crm.lead.userfield.update', { id, fields: { LIST: [{ ID: later, DEL: 'Y' }] } })
    const items = listAt(await admin.ok('crm.lead.userfield.get', { id }), 'LIST')
    expect(items).toMatchObject([{ ID: String(now), VALUE: 'Срочно', XML_ID: 'now' }, { VALUE: 'Никогда', XML_ID: 'never' }])
    expect(await admin.call('crm.lead.userfield.update', { id, fields: { LIST: [{ VALUE: 'x', XML_ID: 'now' }] } })).toMatchObject({ body: { error: 'ERROR_CORE' } })
  })

  it('takes the values with it when it goes', async () => {
    const { id, now } = await urgency()
    await update({ UF_CRM_ABC_URGENCY: now })
    await admin.ok('crm.lead.userfield.delete', { id })
    await urgency()
    expect(asRecord(at(await admin.ok('crm.item.get', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y' }), 'item'))['UF_CRM_ABC_URGENCY']).toBeNull()
  })
})

describe('values of user fields', () => {
  it('of a list are item ids: numbers in the universal family, text in the classic one', async () => {
    const { now } = await urgency()
    expect(await update({ UF_CRM_ABC_URGENCY: String(now) })).toMatchObject({ UF_CRM_ABC_URGENCY: now })
    expect(await admin.ok('crm.lead.get', { id: 1 })).toMatchObject({ UF_CRM_ABC_URGENCY: String(now) })
    expect(at(await admin.ok('crm.item.get', { entityTypeId: 1, id: 1 }), 'item', 'ufCrmAbcUrgency')).toBe(now)
    expect(at(await admin.ok('crm.item.fields', { entityTypeId: 1, useOriginalUfNames: 'Y' }), 'fields', 'UF_CRM_ABC_URGENCY')).toMatchObject({
      type: 'enumeration', items: [{ ID: String(now), VALUE: 'Сейчас' }, { VALUE: 'Позже' }], upperName: 'UF_CRM_ABC_URGENCY',
    })
    expect(listAt(await admin.ok('crm.item.list', { entityTypeId: 1, useOriginalUfNames: 'Y', select: ['id', 'UF_CRM_ABC_URGENCY'], filter: { UF_CRM_ABC_URGENCY: now } }), 'items'))
      .toEqual([{ id: 1, UF_CRM_ABC_URGENCY: now }])
  })

  it('of a list must be its items', async () => {
    await urgency()
    expect(await admin.call('crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { UF_CRM_ABC_URGENCY: 99999 } }))
      .toMatchObject({ status: 400, body: { error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' } })
  })

  it('of a multiple field come as lists; an empty list does not clear it', async () => {
    const { now, later } = await urgency(true)
    expect(await update({ UF_CRM_ABC_URGENCY: [now, later] })).toMatchObject({ UF_CRM_ABC_URGENCY: [now, later] })
    expect(await update({ UF_CRM_ABC_URGENCY: [] })).toMatchObject({ UF_CRM_ABC_URGENCY: [now, later] })
    expect(await admin.call('crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { UF_CRM_ABC_URGENCY: now } })).toMatchObject({ body: { error: '100' } })
    await update({ UF_CRM_ABC_URGENCY: [''] })
    expect(await admin.ok('crm.lead.get', { id: 1 })).toMatchObject({ UF_CRM_ABC_URGENCY: false })
  })

  it('keep their types', async () => {
    for (const [FIELD_NAME, USER_TYPE_ID] of [['AT', 'datetime'], ['DAY', 'date'], ['COEFFICIENT', 'double'], ['FLAG', 'boolean'], ['TEXT', 'string']]) {
      await field({ FIELD_NAME, USER_TYPE_ID })
    }
    const written = { UF_CRM_AT: '2026-06-02T10:30:00+00:00', UF_CRM_DAY: '2026-09-01', UF_CRM_COEFFICIENT: '2.5', UF_CRM_FLAG: 'Y', UF_CRM_TEXT: 'AAB' }
    expect(await update(written)).toMatchObject({
      UF_CRM_AT: '2026-06-02T13:30:00+03:00', UF_CRM_DAY: '2026-09-01T00:00:00+03:00', UF_CRM_COEFFICIENT: 2.5, UF_CRM_FLAG: 'Y', UF_CRM_TEXT: 'AAB',
    })
    expect(await update({ UF_CRM_AT: '', UF_CRM_COEFFICIENT: null, UF_CRM_FLAG: 0 })).toMatchObject({ UF_CRM_AT: null, UF_CRM_COEFFICIENT: null, UF_CRM_FLAG: 'N' })
    expect(await admin.call('crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { UF_CRM_AT: 'soon' } })).toMatchObject({ body: { error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' } })
  })

  it('go by camelCase names unless original ones are asked for', async () => {
    await field({ FIELD_NAME: 'ABC_CODE' })
    await field({ FIELD_NAME: '10_DIGIT10' })
    const item = asRecord(at(await admin.ok('crm.item.update', { entityTypeId: 1, id: 1, fields: { ufCrmAbcCode: 'AAB', UF_CRM_ABC_CODE: 'no' } }), 'item'))
    expect(item).toMatchObject({ ufCrmAbcCode: 'AAB', ufCrm_10_DIGIT10: null })
  })
})

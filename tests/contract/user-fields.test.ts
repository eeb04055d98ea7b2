/** What the app takes for granted of a lead's user fields; every test names the page that says so. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { Param } from '../../src/portal/portal.ts'
import { compareFields, fieldCommand, makeFields, readUserFields } from '../../src/portal/setup/user-fields.ts'
import { wantedFields } from '../../src/portal/setup/wanted-fields.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'

const portal = emulatedPortal({ sets: [] })
const WANTED = wantedFields([DEFAULT_SET])

async function fieldsNow() {
  const fields = await readUserFields(await portal.as('manager'))
  if (!fields.ok) throw new Error(fields.error.code)
  return fields.value
}

async function fieldNow(code: string) {
  const field = (await fieldsNow()).find(one => one.FIELD_NAME === code)
  if (!field) throw new Error(`no ${code}`)
  return field
}

async function makeAll(): Promise<void> {
  const made = await makeFields(await portal.as('crmadmin'), compareFields(WANTED, await fieldsNow()))
  expect(made).toEqual({ ok: true, value: WANTED.length })
}

async function change(id: number, fields: Readonly<Record<string, Param>>): Promise<void> {
  await portal.call(await portal.as('crmadmin'), 'crm.lead.userfield.update', { id, fields })
}

describe('user fields (api-reference/crm/leads/userfield/)', () => {
  it('can be made by an administrator of the CRM and come back in one list with their items', async () => {
    await makeAll()
    expect(compareFields(WANTED, await fieldsNow()).map(({ state }) => state)).toEqual(WANTED.map(() => 'there'))
    expect((await fieldNow('UF_CRM_ABC_CLASS')).LIST).toMatchObject([
      { VALUE: 'AAA', XML_ID: 'ABC_CLASS_A' }, { VALUE: 'BBB', XML_ID: 'ABC_CLASS_B' }, { VALUE: 'CCC', XML_ID: 'ABC_CLASS_C' },
    ])
  })

  it('are not made twice under one code', async () => {
    await makeAll()
    const [wanted] = WANTED
    const again = wanted && fieldCommand({ state: 'missing', wanted })
    if (!again) throw new Error('nothing is wanted')
    expect(await (await portal.as('crmadmin')).send({ again }, { halt: true })).toMatchObject({ value: { again: { ok: false } } })
    expect((await fieldsNow()).filter(one => one.FIELD_NAME === wanted.code)).toHaveLength(1)
  })

  it('get the items that are missing, found by XML_ID, and keep the others with their ids', async () => {
    await makeAll()
    const before = await fieldNow('UF_CRM_ABC_NEED')
    const gone = before.LIST.find(item => item.XML_ID === 'ABC_NEED_LATER')
    await change(before.ID, { LIST: [{ ID: gone?.ID ?? 0, DEL: 'Y' }] })
    const states = compareFields(WANTED, await fieldsNow())
    expect(states.filter(({ state }) => state !== 'there')).toMatchObject([{ state: 'incomplete', items: [{ key: 'later' }] }])
    expect(await makeFields(await portal.as('crmadmin'), states)).toEqual({ ok: true, value: 1 })
    const after = await fieldNow('UF_CRM_ABC_NEED')
    expect(after.LIST.map(item => item.XML_ID).sort()).toEqual(before.LIST.map(item => item.XML_ID).sort())
    const kept = before.LIST.filter(item => item.ID !== gone?.ID)
    expect(after.LIST).toEqual(expect.arrayContaining(kept))
  })

  it('are still ours when people gave other labels to them and to their items', async () => {
    await makeAll()
    const field = await fieldNow('UF_CRM_ABC_NEED')
    await change(field.ID, { EDIT_FORM_LABEL: { ru: 'Нужен ли кирпич', en: 'Bricks?' }, LIST: field.LIST.map(item => ({ ID: item.ID, VALUE: `Ответ ${item.ID}` })) })
    const renamed = await fieldNow('UF_CRM_ABC_NEED')
    expect(renamed.LIST.map(item => item.VALUE)).toEqual(field.LIST.map(item => `Ответ ${item.ID}`))
    expect(compareFields(WANTED, await fieldsNow()).map(({ state }) => state)).toEqual(WANTED.map(() => 'there'))
  })

  it('are not made by a manager', async () => {
    const made = await makeFields(await portal.as('manager'), compareFields(WANTED, await fieldsNow()))
    expect(made).toMatchObject({ ok: false, error: { method: 'crm.lead.userfield.add' } })
    expect(await fieldsNow()).toEqual([])
  })
})

/** The app's storages are made once, and completed where they are not complete. */
import { describe, expect, it } from 'vitest'
import { JOURNAL_STORAGE, makeStorage, SHELF_STORAGE } from '../../src/portal/setup/storage.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'

const portal = emulatedPortal({ sets: [] })
const MADE = { ok: true, value: true }
const THERE = { ok: true, value: false }

const writes = async () => (await portal.requests()).flatMap(({ commands }) => commands).filter(method => method.endsWith('.add'))

describe('the journal’s storage', () => {
  it('is made with its properties, for everybody to write to', async () => {
    const admin = await portal.as('admin')
    expect(await makeStorage(admin, JOURNAL_STORAGE)).toEqual(MADE)
    expect(await portal.call(admin, 'entity.rights', { ENTITY: 'abcruns' })).toMatchObject({ AU: 'W' })
    expect(await portal.call(admin, 'entity.item.property.get', { ENTITY: 'abcruns' })).toMatchObject([
      { PROPERTY: 'LEAD', TYPE: 'N' }, { PROPERTY: 'COMMENT', TYPE: 'N' }, { PROPERTY: 'TODO', TYPE: 'N' },
    ])
  })

  it('is left as it is the second time, by whoever looks', async () => {
    await makeStorage(await portal.as('admin'), JOURNAL_STORAGE)
    const before = (await writes()).length
    expect(await makeStorage(await portal.as('admin'), JOURNAL_STORAGE)).toEqual(THERE)
    expect(await makeStorage(await portal.as('manager'), JOURNAL_STORAGE)).toEqual(THERE)
    expect(await writes()).toHaveLength(before)
  })

  it('gets only what is missing, after it was interrupted', async () => {
    const admin = await portal.as('admin')
    await portal.call(admin, 'entity.add', { ENTITY: 'abcruns', NAME: 'Mine', ACCESS: { AU: 'W' } })
    await portal.call(admin, 'entity.item.property.add', { ENTITY: 'abcruns', PROPERTY: 'LEAD', NAME: 'Lead', TYPE: 'N' })
    const before = (await writes()).length
    expect(await makeStorage(admin, JOURNAL_STORAGE)).toEqual(MADE)
    expect((await writes()).slice(before)).toEqual(['entity.item.property.add', 'entity.item.property.add'])
    expect(await makeStorage(admin, JOURNAL_STORAGE)).toEqual(THERE)
  })

  it('is not touched when the portal does not tell whether it is there', async () => {
    await portal.faults([{ method: 'entity.get', kind: '500' }])
    expect(await makeStorage(await portal.as('admin'), JOURNAL_STORAGE)).toMatchObject({ ok: false, error: { code: 'INTERNAL_SERVER_ERROR' } })
    expect(await writes()).toEqual([])
  })

  it.each(['entity.add', 'entity.item.property.add'] as const)('names the refusal of %s, and is completed the next time', async (method) => {
    const admin = await portal.as('admin')
    await portal.faults([{ method, kind: '500' }])
    expect(await makeStorage(admin, JOURNAL_STORAGE)).toMatchObject({ ok: false, error: { method, code: 'INTERNAL_SERVER_ERROR' } })
    expect(await makeStorage(admin, JOURNAL_STORAGE)).toEqual(MADE)
    expect(await makeStorage(admin, JOURNAL_STORAGE)).toEqual(THERE)
  })
})

it('lets nobody but administrators write versions of sets', async () => {
  const admin = await portal.as('admin')
  expect(await makeStorage(admin, SHELF_STORAGE)).toEqual(MADE)
  expect(await portal.call(admin, 'entity.rights', { ENTITY: 'abcsets' })).toMatchObject({ AU: 'R' })
  expect(await portal.call(admin, 'entity.item.property.get', { ENTITY: 'abcsets' })).toMatchObject([{ PROPERTY: 'SET', TYPE: 'S' }])
})

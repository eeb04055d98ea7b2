/** What the app takes for granted of its options and of its places in the portal; every test names the page that says so. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { bindPlacements } from '../../src/portal/setup/placements.ts'
import { readOptions } from '../../src/portal/options.ts'
import { APP_URL, emulatedPortal } from '../support/emulated-portal.ts'

const portal = emulatedPortal({ sets: [] })
const LARGE = JSON.stringify({ words: 'Жёлтый кирпич "облицовочный" [100]\n'.repeat(600), id: '$' })

describe('options of the app (api-reference/common/settings/)', () => {
  it('come back as they were written, whole sets of them', async () => {
    const admin = await portal.as('admin')
    await portal.call(admin, 'app.option.set', { options: { settings: '{"a":1}', 'set.default': LARGE } })
    await portal.call(admin, 'app.option.set', { options: { fields: '{}' } })
    expect(readOptions(await portal.call(await portal.as('manager'), 'app.option.get', {}))).toEqual({ settings: '{"a":1}', 'set.default': LARGE, fields: '{}' })
  })

  it('are no object but an empty list while there are none', async () => {
    const raw = await portal.call(await portal.as('manager'), 'app.option.get', {})
    expect(raw).toEqual([])
    expect(readOptions(raw)).toEqual({})
  })

  it('are written by an administrator of the portal only', async () => {
    for (const user of ['manager', 'crmadmin'] as const) {
      expect(await (await portal.as(user)).send({ set: { method: 'app.option.set', params: { options: { settings: '{}' } } } }, { halt: true }))
        .toMatchObject({ value: { set: { ok: false, error: { kind: 'not-allowed', code: 'AccessException' } } } })
    }
  })
})

describe('options of a user (api-reference/common/settings/user-option-set.md)', () => {
  it('are his own, and an empty one counts as none', async () => {
    const [manager, head] = [await portal.as('manager'), await portal.as('head')]
    await portal.call(manager, 'user.option.set', { options: { 'd.1': 'one', 'd.2': 'two' } })
    await portal.call(head, 'user.option.set', { options: { 'd.1': 'of the head' } })
    await portal.call(manager, 'user.option.set', { options: { 'd.1': '' } })
    expect(readOptions(await portal.call(manager, 'user.option.get', {}))).toEqual({ 'd.2': 'two' })
    expect(readOptions(await portal.call(head, 'user.option.get', {}))).toEqual({ 'd.1': 'of the head' })
  })
})

describe('placements (api-reference/widgets/placement-bind.md)', () => {
  it('are bound once however often the set-up runs', async () => {
    const admin = await portal.as('admin')
    expect(await bindPlacements(admin, APP_URL)).toEqual({ ok: true, value: { bound: 1, unbound: 0 } })
    expect(await bindPlacements(admin, APP_URL)).toEqual({ ok: true, value: { bound: 0, unbound: 0 } })
    expect((await portal.snapshot()).placements).toMatchObject([{ placement: 'CRM_LEAD_DETAIL_TAB', handler: APP_URL, title: 'Qualification', langAll: { ru: { TITLE: 'Квалификация' } } }])
  })

  it('move to another address: the tab at the old one goes', async () => {
    const admin = await portal.as('admin')
    await bindPlacements(admin, APP_URL)
    expect(await bindPlacements(admin, `${APP_URL}v2/`)).toEqual({ ok: true, value: { bound: 1, unbound: 1 } })
    expect((await portal.snapshot()).placements).toMatchObject([{ placement: 'CRM_LEAD_DETAIL_TAB', handler: `${APP_URL}v2/` }])
  })

  it('of this app are listed and unbound, those of other apps are not', async () => {
    const asked = async (path: string): Promise<unknown> => (await fetch(`${portal.url()}/${path}`)).json()
    const { access_token: auth } = v.parse(v.object({ access_token: v.string() }), await asked('emulator/token?user=admin&app=local.other'))
    const asOther = (method: string, query: string): Promise<unknown> => asked(`rest/${method}?auth=${auth}&${query}`)
    expect(await asOther('placement.bind', `PLACEMENT=CRM_LEAD_DETAIL_TAB&HANDLER=${encodeURIComponent(APP_URL)}&TITLE=Other`)).toMatchObject({ result: true })
    expect(await bindPlacements(await portal.as('admin'), APP_URL)).toEqual({ ok: true, value: { bound: 1, unbound: 0 } })
    expect(await asOther('placement.unbind', 'PLACEMENT=CRM_LEAD_DETAIL_TAB')).toMatchObject({ result: { count: 1 } })
    expect((await portal.snapshot()).placements).toMatchObject([{ title: 'Qualification' }])
  })

  it.each(['twice', 'cut', 'no-result'] as const)('count as bound when the portal lists them, however the write was answered (%s)', async (kind) => {
    await portal.faults([{ method: 'placement.bind', kind, when: 'after' }])
    expect(await bindPlacements(await portal.as('admin'), APP_URL)).toEqual({ ok: true, value: { bound: 1, unbound: 0 } })
  })

  it('that lost the titles of the languages, or have an old one, are bound anew', async () => {
    const admin = await portal.as('admin')
    for (const titles of [{ TITLE: 'Qualification' }, { TITLE: 'ABC', LANG_ALL: { ru: { TITLE: 'АВС' } } }]) {
      await portal.call(admin, 'placement.unbind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB' })
      await portal.call(admin, 'placement.bind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: APP_URL, ...titles })
      if (titles.LANG_ALL === undefined) await portal.faults([{ method: 'placement.bind', kind: 'drop-field', field: 'LANG_ALL' }])
      expect(await bindPlacements(admin, APP_URL)).toEqual({ ok: true, value: { bound: 1, unbound: 1 } })
      expect((await portal.snapshot()).placements).toMatchObject([{ title: 'Qualification', langAll: { ru: { TITLE: 'Квалификация' }, en: { TITLE: 'Qualification' } } }])
    }
  })

  it('are for an administrator of the portal', async () => {
    expect(await bindPlacements(await portal.as('crmadmin'), APP_URL)).toMatchObject({ ok: false, error: { kind: 'not-allowed', method: 'placement.get', code: 'ACCESS_DENIED' } })
  })

  it('need their scope', async () => {
    expect(await bindPlacements(await portal.as('admin', ['crm']), APP_URL)).toMatchObject({ ok: false, error: { kind: 'missing-scope' } })
  })
})

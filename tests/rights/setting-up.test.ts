// @vitest-environment node
/** Who may set the portal up and publish a set, and how far the others get. */
import { expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { bringAll } from '../../src/portal/setup/checklist.ts'
import { publish } from '../../src/portal/setup/publish.ts'
import { APP_URL, emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'
import type { Login } from '../support/emulated-portal.ts'

const bare = emulatedPortal({ leads: 5, sets: [] })
const ready = emulatedPortal({ leads: 5 })
const EVERYBODY = Object.keys(PEOPLE) as Login[]

it.each(EVERYBODY)('a new portal is set up by %s as far as the rights go, and what is refused leaves nothing behind', async (user) => {
  await bare.reset()
  const before = await bare.snapshot()
  const done = await bringAll(await bare.as(user), { sets: [DEFAULT_SET], zone: 'Europe/Moscow', handler: APP_URL, language: 'ru' }, ['fields', 'storage', 'placements', 'sets'])
  const after = await bare.snapshot()
  if (user === 'admin') {
    expect(done.ok).toBe(true)
    expect(Object.keys(after.appOptions).sort()).toEqual(['fields', 'set.default', 'settings'])
    return
  }
  // the classic methods refuse with an empty code, which a batch leaves without a result
  expect(done).toMatchObject({ ok: false, error: user === 'crmadmin' ? { item: 'placements', problem: { error: { kind: 'not-allowed' } } } : { item: 'fields', problem: { error: { kind: 'no-result' } } } })
  expect([after.appOptions, after.placements]).toEqual([before.appOptions, before.placements])
  // fields are the CRM's, and may be made by who administers it
  expect(after.userfields.length > before.userfields.length).toBe(user === 'crmadmin')
})

it.each(EVERYBODY)('a set is published by %s only with the right to it, and the one in force stays', async (user) => {
  const { fields } = await ready.installation()
  const before = (await ready.snapshot()).appOptions
  const published = await publish(await ready.as(user), [{ ...DEFAULT_SET, version: 2 }], fields, 'Europe/Moscow')
  const { appOptions } = await ready.snapshot()
  if (user === 'admin') {
    expect(published.ok).toBe(true)
    expect(String(appOptions['settings'])).toContain('default@2')
  } else {
    expect(published).toMatchObject({ ok: false, error: { kind: 'portal', error: { kind: 'not-allowed' } } })
    expect(appOptions).toEqual(before)
  }
})

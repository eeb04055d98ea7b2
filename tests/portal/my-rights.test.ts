import { expect, it } from 'vitest'
import { readMyRights } from '../../src/portal/my-rights.ts'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'
import type { Login } from '../support/emulated-portal.ts'

const portal = emulatedPortal({ leads: 1, sets: [] })

it.each([
  ['admin', true, true],
  ['crmadmin', false, true],
  ['head', false, false],
  ['manager', false, false],
  ['nocrm', false, false],
] satisfies readonly (readonly [Login, boolean, boolean])[])('%s administers the portal: %s, the CRM: %s', async (user, admin, crmAdmin) => {
  const found = await readMyRights(await portal.as(user))
  expect(found).toMatchObject({ ok: true, value: { me: { id: PEOPLE[user], admin, crmAdmin } } })
})

it('says why where the portal does not tell who it is', async () => {
  const me = await portal.as('crmadmin')
  await portal.faults([{ method: 'profile', kind: '403', times: 9 }])
  expect(await readMyRights(me)).toMatchObject({ ok: false, error: { method: 'profile' } })
})

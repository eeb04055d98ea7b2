/** A portal that hands no options over. */
import { describe, expect, it } from 'vitest'
import { findInstallation } from '../../src/portal/installation.ts'
import { openLead } from '../../src/portal/open-lead.ts'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'

const portal = emulatedPortal()

async function found(lead: number) {
  const answer = await findInstallation(() => undefined, await portal.as('manager'), lead)
  if (!answer.ok) throw new Error(answer.error.kind)
  return answer.value
}

describe('a portal that hands nothing over', () => {
  it('is asked once for installation and lead, also for who qualified it', async () => {
    await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { UF_CRM_ABC_QUALIFIED_BY: PEOPLE.head } })
    const before = (await portal.requests()).length
    const { installation, portal: told } = await found(1)
    const opened = await openLead(told, 1, installation.fields)
    expect((await portal.requests()).slice(before)).toHaveLength(1)
    expect(opened).toEqual(await openLead(await portal.as('manager'), 1, installation.fields))
    expect(opened).toMatchObject({ ok: true, value: { card: { record: { id: 1 } }, qualifier: { id: PEOPLE.head }, missing: [] } })
  })

  it('is asked anew when the lead is opened again', async () => {
    const { installation, portal: told } = await found(1)
    await openLead(told, 1, installation.fields)
    await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'Кирпич и блоки' } })
    expect(await openLead(told, 1, installation.fields)).toMatchObject({ ok: true, value: { card: { record: { title: 'Кирпич и блоки' } } } })
  })

  it('is asked again where another field holds who qualified', async () => {
    const { installation: { fields }, portal: told } = await found(1)
    const before = (await portal.requests()).length
    expect(await openLead(told, 1, { ...fields, results: { ...fields.results, qualifiedBy: 'UF_CRM_OTHER' } })).toMatchObject({ ok: true })
    expect((await portal.requests()).slice(before)).toHaveLength(1)
  })

  it('that refuses says so', async () => {
    await portal.rules({ noAccess: ['manager'] })
    expect(await findInstallation(() => undefined, await portal.as('manager'), 1)).toMatchObject({ ok: false, error: { kind: 'portal', error: { kind: 'no-access' } } })
    await portal.rules({ noAccess: [] })
    await portal.faults([{ method: 'app.option.get', kind: '403' }])
    expect(await findInstallation(() => undefined, await portal.as('manager'), 1)).toMatchObject({ ok: false, error: { kind: 'portal', error: { method: 'app.option.get' } } })
  })

  it('opens its settings though the lead is gone, which opening it tells', async () => {
    const { installation, portal: told } = await found(987_654)
    expect(await openLead(told, 987_654, installation.fields)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  })
})

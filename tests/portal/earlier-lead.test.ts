import { beforeEach, describe, expect, it } from 'vitest'
import { clientOf, findEarlierLead } from '../../src/portal/earlier-lead.ts'
import type { LeadCard } from '../../src/portal/lead.ts'
import { openLead } from '../../src/portal/open-lead.ts'
import type { Command } from '../../src/portal/portal.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import type { Login } from '../support/emulated-portal.ts'

const portal = emulatedPortal()

async function cardOf(lead: number): Promise<LeadCard> {
  const opened = await openLead(await portal.as('manager'), lead, (await portal.installation()).fields)
  if (!opened.ok) throw new Error(opened.error.kind)
  return opened.value.card
}

async function change(lead: number, fields: Command['params']): Promise<void> {
  await portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: lead, useOriginalUfNames: 'Y', fields })
}

async function found(lead: number, user: Login = 'manager') {
  const card = await cardOf(lead)
  const client = clientOf(card)
  if (!client) throw new Error('the lead has no client')
  return findEarlierLead(await portal.as(user), card, client, (await portal.installation()).fields)
}

describe('whose leads are the same client’s', () => {
  it('is told by the contact, else by the company, else by nothing', async () => {
    const card = await cardOf(1)
    expect(clientOf({ ...card, contact: 3, company: 5 })).toEqual({ contactId: 3 })
    expect(clientOf({ ...card, contact: 0, company: 5 })).toEqual({ companyId: 5 })
    expect(clientOf({ ...card, contact: 0, company: 0 })).toBeUndefined()
  })
})

describe('the earlier lead of a client', () => {
  beforeEach(async () => {
    for (const lead of [1, 2, 3, 4]) await change(lead, { contactId: 2 })
  })

  it('is the newest other one that was qualified', async () => {
    const { fields } = await portal.installation()
    const need = { [fields.answers['need'] ?? '']: fields.choices['need']?.['yes'] ?? 0 }
    await change(2, { title: 'AAA Второй', UF_CRM_ABC_CODE: 'AAA', ...need })
    await change(3, { title: 'CCC Третий', UF_CRM_ABC_CODE: 'CCC', ...need })
    expect(await found(1)).toMatchObject({ ok: true, value: { id: 3, title: 'CCC Третий', fields: { code: 'CCC', answers: { need: 'yes' } } } })
    expect(await found(3)).toMatchObject({ ok: true, value: { id: 2 } })
  })

  it('is nothing where no other was qualified, or this one alone', async () => {
    expect(await found(1)).toEqual({ ok: true, value: undefined })
    await change(1, { UF_CRM_ABC_CODE: 'AAA' })
    expect(await found(1)).toEqual({ ok: true, value: undefined })
  })

  it('is nothing where the user may not see it', async () => {
    await change(2, { UF_CRM_ABC_CODE: 'AAA' })
    await portal.rules({ noAccess: ['manager2'] })
    expect(await found(1, 'nocrm')).toMatchObject({ ok: false, error: { kind: 'not-allowed' } })
  })

  it('is an error where the portal does not answer', async () => {
    await change(2, { UF_CRM_ABC_CODE: 'AAA' })
    const card = await cardOf(1)
    await portal.faults([{ method: 'crm.item.list', kind: '500' }])
    expect(await findEarlierLead(await portal.as('manager'), card, { contactId: 2 }, (await portal.installation()).fields)).toMatchObject({ ok: false })
  })
})

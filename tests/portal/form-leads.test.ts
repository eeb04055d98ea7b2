import { describe, expect, it } from 'vitest'
import { BANT } from '../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { readFormLeads } from '../../src/portal/form-leads.ts'
import type { Command } from '../../src/portal/portal.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'

const portal = emulatedPortal({ leads: 120, sets: [DEFAULT_SET, BANT] })

async function need(choice = 'yes'): Promise<Command['params']> {
  const { fields } = await portal.installation()
  return { [fields.answers['need'] ?? '']: fields.choices['need']?.[choice] ?? 0 }
}

async function change(lead: number, fields: Command['params']): Promise<void> {
  await portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: lead, useOriginalUfNames: 'Y', fields })
}

async function found(user: 'admin' | 'nocrm' = 'admin') {
  return readFormLeads(await portal.as(user), await portal.installation(), () => true)
}

/** Seeded leads that a form made and that are in work. */
async function fromForms(): Promise<readonly number[]> {
  return (await portal.snapshot()).leads.filter(lead => lead['webformId'] !== null && Number(lead['webformId']) > 0 && lead['stageSemanticId'] === 'P').map(({ id }) => id)
}

describe('leads from forms that nobody opened', () => {
  it('are those of a form with an answer and no code, oldest first, each with its set', async () => {
    const [first = 0, second = 0, third = 0, qualified = 0] = await fromForms()
    await change(second, await need())
    await change(first, { ...await need(), UF_CRM_ABC_SET: 'bant@1' })
    await change(qualified, { ...await need(), UF_CRM_ABC_CODE: 'AAA' })
    await change(third, { UF_CRM_ABC_CODE: '' })
    const result = await found()
    expect(result.ok && result.value.leads.map(({ card, set }) => [card.record.id, set.id])).toEqual([[first, 'bant'], [second, 'default']])
    expect(result.ok && result.value.more).toBe(false)
  })

  it('leave out leads that no form made, and those that are over', async () => {
    const [one = 0] = await fromForms()
    await change(1, await need())
    await change(one, { ...await need(), stageId: 'JUNK' })
    expect(await found()).toEqual({ ok: true, value: { leads: [], more: false } })
  })

  it('are asked for in one request where they fit on a page', async () => {
    const before = (await portal.requests()).length
    await found()
    expect((await portal.requests()).length - before).toBe(1)
  })

  it('are told as refused to who has no access to leads', async () => {
    expect(await found('nocrm')).toMatchObject({ ok: false })
  })
})

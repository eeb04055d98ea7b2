// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Param } from '../../src/portal/portal.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { HOT, itemId, openTab, oursOf, WARM } from './lead-tab.ts'

const portal = emulatedPortal()

/** What a colleague writes meanwhile. */
async function meanwhile(fields: Readonly<Record<string, Param>>): Promise<void> {
  await portal.call(await portal.as('head'), 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields })
}

describe('a lead that was changed between opening and saving', () => {
  it('stops the save before anything is written and names the line', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await meanwhile({ title: 'Кирпич и блоки' })
    const before = await portal.snapshot()
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'conflict', conflicts: [{
      before: { id: 'title', from: 'Кирпич для дома в Павловске', to: 'AAA Кирпич для дома в Павловске' },
      line: { id: 'title', from: 'Кирпич и блоки', to: 'AAA Кирпич и блоки' },
    }] })
    expect({ ...await portal.snapshot(), userOptions: {} }).toEqual(before)
    expect(tab.queue.own).toMatchObject({ reason: 'changed', sent: false })
    expect(tab.work).toMatchObject({ dirty: true, busy: false })
  })

  it('is written by saving again, on top of what the colleague wrote', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await meanwhile({ title: 'Кирпич и блоки' })
    await tab.save()
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect((await portal.lead(1)).title).toBe('AAA Кирпич и блоки')
    expect(oursOf(await portal.snapshot(), 1).todos).toHaveLength(1)
  })

  it('names the answer that a colleague gave', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await meanwhile({ UF_CRM_ABC_NEED: itemId(await portal.snapshot(), 'UF_CRM_ABC_NEED', 'ABC_NEED_NO') })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'conflict', conflicts: [{ line: { id: 'answer.need', from: 'no', to: 'yes' }, before: { from: undefined, to: 'yes' } }] })
  })

  it('only where this save writes nothing is no conflict', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await meanwhile({ comments: 'звонил дважды', stageId: 'IN_PROCESS', assignedById: 5 })
    await tab.save()
    expect(tab.saving.saving.state).not.toBe('conflict')
  })

  it('in the same way as this save would change it is no conflict but less to write', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await meanwhile({ UF_CRM_ABC_NEED: itemId(await portal.snapshot(), 'UF_CRM_ABC_NEED', 'ABC_NEED_YES') })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
  })

  it('by a whole qualification of a colleague stops too', async () => {
    const tab = await openTab(portal)
    const colleague = await openTab(portal, { user: 'head' })
    tab.answer(HOT)
    colleague.answer(WARM)
    await colleague.save()
    await tab.save()
    expect(tab.saving.saving.state).toBe('conflict')
    expect((await portal.lead(1)).title).toBe('BBA Кирпич для дома в Павловске')
  })
})

describe('a second save in the same tab', () => {
  it('is not stopped by what the first one wrote', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    tab.work.again()
    tab.answer(WARM)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
  })

  it('is stopped by what a colleague wrote after the first one', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    tab.work.again()
    tab.answer(WARM)
    await meanwhile({ UF_CRM_ABC_BUDGET: itemId(await portal.snapshot(), 'UF_CRM_ABC_BUDGET', 'ABC_BUDGET_CANNOT_PAY') })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'conflict', conflicts: [{ line: { id: 'answer.budget', from: 'cannot_pay', to: 'from_100k' } }] })
  })
})

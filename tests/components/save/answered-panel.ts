/** The save panel of a lead whose questions have these answers. */
import { nextTick } from 'vue'
import SavePanel from '../../../src/components/save/SavePanel.vue'
import type { EmulatedPortal } from '../../support/emulated-portal.ts'
import { openPanel } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

export const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }

export function panelsOn(portal: EmulatedPortal) {
  async function answered(answers: Readonly<Record<string, string>>, wishes?: WorkplaceWishes): Promise<OpenPanel> {
    const open = await openPanel(SavePanel, portal, wishes)
    for (const [question, choice] of Object.entries(answers)) open.store.choose(question, choice)
    await nextTick()
    return open
  }

  /** Changes the lead behind the back of whoever is answering. */
  async function changeLead(lead: number, fields: Readonly<Record<string, string>>): Promise<void> {
    await portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: lead, useOriginalUfNames: 'Y', fields })
  }

  return { answered, changeLead }
}

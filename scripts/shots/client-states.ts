/** The lead tab of a client who has answered before the manager asks. */
import { LEAD } from '../../emulator/entities.ts'
import { callAs } from '../../tests/browser/portal-side.ts'
import { CLIENT_PHONE, itemOf, newestLead, postForm } from '../../tests/support/site-form.ts'
import { openSite } from '../../tests/support/site-page.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { changeLead, opened } from './state.ts'
import type { Scene, State } from './state.ts'

/** Of the same client as the lead that is shown. */
const EARLIER_LEAD = 3

const ANSWERS: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Да, нужно', 'Как можно скорее', 'От 300 до 500 тыс. ₽', 'Для компании'],
  en: ['Yes, I need it', 'As soon as possible', '₽300,000 to 500,000', 'For a company'],
}

/** A client answers in the form on the site; gives the lead that it made. */
async function fromSite({ page, stand, language }: Scene, answers: number): Promise<number> {
  const site = await openSite(page, stand, 'hidden=UF_CRM_ABC_SET', language)
  for (const answer of ANSWERS[language].slice(0, answers)) await site.choose(answer)
  for (let left = 4 - answers; left > 0; left -= 1) await site.skip()
  const before = newestLead(stand)
  await site.sendWith(CLIENT_PHONE)
  await site.status.filter({ hasText: site.words.thanks }).waitFor()
  const lead = newestLead(stand)
  if (lead === before) throw new Error('the form made no lead')
  return lead
}

export const CLIENTS: readonly State[] = [
  {
    name: 'client-answered',
    about: 'a client answered three of four questions in a form, and the manager begins',
    async reach(scene) {
      const card = await opened(scene, { lead: await fromSite(scene, 3) })
      await card.question.getByText(card.words.question.declared).waitFor()
    },
  },
  {
    name: 'client-confirmed',
    about: 'what the client answered is confirmed, one answer was another in the call',
    async reach(scene) {
      const card = await opened(scene, { lead: await fromSite(scene, 4) })
      await card.press('Enter', 'Enter', '1', 'Enter')
      await card.question.getByText(card.words.question.optional, { exact: true }).waitFor()
    },
  },
  {
    name: 'client-impossible',
    about: 'what came from a form cannot be: an unknown item, a version that never was, text in a list',
    async reach(scene) {
      const { stand } = scene
      const now = itemOf(stand, 'UF_CRM_ABC_URGENCY', 'Прямо сейчас')
      const lead = await postForm(stand, { UF_CRM_ABC_NEED: 999999, UF_CRM_ABC_BUDGET: '<b>много</b>', UF_CRM_ABC_SET: 'default@77', UF_CRM_ABC_URGENCY: now })
      await opened(scene, { lead })
    },
  },
  {
    name: 'client-before',
    about: 'the client was qualified in an earlier lead',
    async reach(scene) {
      const { stand } = scene
      const earlier = {
        contactId: 2, title: 'ABA: Забор для дачи', UF_CRM_ABC_CODE: 'ABA', UF_CRM_ABC_QUALIFIED_AT: '2026-05-12T10:00:00+03:00',
        UF_CRM_ABC_NEED: itemOf(stand, 'UF_CRM_ABC_NEED', 'Есть потребность'), UF_CRM_ABC_CLIENT_TYPE: itemOf(stand, 'UF_CRM_ABC_CLIENT_TYPE', 'B2B'),
      }
      await callAs(stand, 'admin', 'crm.item.update', { entityTypeId: LEAD, id: EARLIER_LEAD, useOriginalUfNames: 'Y', fields: earlier })
      await changeLead(scene, { contactId: 2 })
      const card = await opened(scene)
      await card.frame.locator('.before button').waitFor()
    },
  },
]

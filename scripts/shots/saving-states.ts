/** The lead tab before, while and after it is written to the portal. */
import { arm, callAs } from '../../tests/browser/portal-side.ts'
import { openCard } from '../../tests/support/lead-card.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { preparePortal } from '../prepare-portal.ts'
import { answered, BEST, changeLead, deleteLead, fieldId, saved, SHOWN_LEAD, stopped } from './state.ts'
import type { State } from './state.ts'

export const SAVING: readonly State[] = [
  {
    name: 'saved',
    about: 'everything is written',
    async reach(scene) { await saved(await answered(scene)) },
  },
  {
    name: 'asked-title',
    about: 'the title may carry somebody else’s code',
    async reach(scene) {
      await changeLead(scene, { title: 'ABC Кирпич для дома' })
      const card = await answered(scene)
      await card.save.getByRole('group', { name: card.words.save.titleQuestion }).waitFor()
    },
  },
  {
    name: 'conflict',
    about: 'somebody changed title and amount meanwhile',
    async reach(scene) {
      const card = await answered(scene)
      await changeLead(scene, { title: 'ООО «Балтика-Строй»: облицовка двух фасадов', UF_CRM_ABC_CODE: 'CCB' })
      await stopped(card, card.words.trouble.changed.title)
    },
  },
  {
    name: 'two-tabs',
    about: 'the same person has saved the lead in another tab',
    async reach(scene) {
      const card = await answered(scene)
      const other = await openCard(await scene.page.context().newPage(), scene.stand, { lead: SHOWN_LEAD, language: scene.language })
      await other.press('1', '1', '3', '3')
      await saved(other)
      await other.page.close()
      await stopped(card, card.words.trouble.changed.title)
    },
  },
  {
    name: 'partly',
    about: 'a step failed after others were done',
    async reach(scene) {
      const card = await answered(scene)
      await arm(scene.stand, { method: 'crm.activity.todo.add', kind: '403' })
      await stopped(card, card.words.save.partlyTitle)
      await card.use(card.save.locator('summary').first())
    },
  },
  {
    name: 'dropped-field',
    about: 'the portal took a field and did not keep it',
    async reach(scene) {
      const card = await answered(scene)
      await arm(scene.stand, { method: 'crm.item.update', kind: 'drop-field', field: 'UF_CRM_ABC_CODE', times: 2 })
      await stopped(card, card.words.save.partlyTitle)
    },
  },
  {
    name: 'unsure',
    about: 'no answer came, so nobody knows',
    prints: /net::ERR_/,
    async reach(scene) {
      const card = await answered(scene)
      // the browser itself sends a request once more when a kept connection closes without a byte
      await arm(scene.stand, { method: 'crm.item.update', kind: 'cut', times: 2 })
      await stopped(card, card.words.save.queue.title)
    },
  },
  {
    name: 'gone-meanwhile',
    about: 'the lead was deleted while its questions were answered',
    async reach(scene) {
      const card = await answered(scene)
      await deleteLead(scene)
      await stopped(card, card.words.trouble.gone.title)
    },
  },
  {
    name: 'closed-meanwhile',
    about: 'the lead was given to somebody else while its questions were answered',
    async reach(scene) {
      const card = await answered(scene)
      await changeLead(scene, { assignedById: 8, opened: 'N' })
      await stopped(card, card.words.trouble.closed.title)
    },
  },
  {
    name: 'converted-meanwhile',
    about: 'the lead became a deal while its questions were answered',
    async reach(scene) {
      const card = await answered(scene)
      await scene.page.request.post(`${scene.stand.portalUrl}/emulator/convert`, { data: { lead: SHOWN_LEAD, user: 'manager' } })
      await stopped(card, card.words.trouble.converted.title)
    },
  },
  {
    name: 'list-item-gone',
    about: 'an item of a list was deleted by hand',
    async reach(scene) {
      const card = await answered(scene)
      const id = fieldId(scene.stand, 'UF_CRM_ABC_CLIENT_TYPE')
      const item = scene.stand.portal.store.state.userFields.get(id)?.list.find(one => one.value === 'B2B')
      await callAs(scene.stand, 'admin', 'crm.lead.userfield.update', { id, fields: { LIST: [{ ID: item?.id, DEL: 'Y' }] } })
      await card.press('Control+Enter')
      await card.save.getByRole('alert').waitFor()
    },
  },
  {
    name: 'field-gone',
    about: 'a field was deleted by hand',
    async reach(scene) {
      const card = await answered(scene)
      await callAs(scene.stand, 'admin', 'crm.lead.userfield.delete', { id: fieldId(scene.stand, 'UF_CRM_ABC_CODE') })
      await card.press('Control+Enter')
      await card.save.getByRole('alert').waitFor()
    },
  },
  {
    name: 'required-field',
    about: 'the portal wants a field that the lead does not have',
    async reach(scene) {
      scene.stand.portal.portal.rules.change({ requiredFields: ['comments'] })
      const card = await answered(scene)
      await stopped(card, card.words.trouble.required.title)
    },
  },
  {
    name: 'stage-refused',
    about: 'the portal does not let the lead into the stage of its class',
    async reach(scene) {
      await preparePortal(scene.stand.portalUrl, [{ ...DEFAULT_SET, stages: { A: 'IN_PROCESS' } }])
      scene.stand.portal.portal.rules.change({ stages: { refuse: ['IN_PROCESS'] } })
      const card = await answered(scene)
      await card.press('Control+Enter')
      await card.save.getByRole('alert').waitFor()
    },
  },
  {
    name: 'newer-set',
    about: 'a newer version of the set was published meanwhile',
    async reach(scene) {
      const card = await answered(scene)
      await preparePortal(scene.stand.portalUrl, [{ ...DEFAULT_SET, version: 2 }])
      await card.press('Control+Enter')
      await card.save.getByRole('alert').or(card.save.getByRole('status')).first().waitFor()
    },
  },
  {
    name: 'expired-save',
    about: 'the session is over and cannot be renewed',
    prints: /401/,
    async reach(scene) {
      const card = await answered(scene)
      await arm(scene.stand, { method: '*', kind: '401', times: 9 })
      await stopped(card, card.words.save.queue.title)
    },
  },
  {
    name: 'nothing-ticked',
    about: 'no line is to be written',
    async reach(scene) {
      const card = await answered(scene, { lead: 1 })
      const boxes = await card.save.getByRole('checkbox').count()
      for (let box = 0; box < boxes; box += 1) await card.save.getByRole('checkbox').nth(box).uncheck()
      await card.save.getByText(card.words.save.noneTicked).waitFor()
    },
  },
  {
    name: 'walked-through',
    about: 'all questions are asked and answered',
    async reach(scene) {
      const card = await answered(scene)
      await card.press(BEST[0])
      await card.question.getByRole('heading', { name: card.words.end.allAsked }).waitFor()
    },
  },
]

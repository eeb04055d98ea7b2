/** The app's own page with leads from forms that nobody opened. */
import { loadFormLeadsWords } from '../../src/i18n/form-leads-words.ts'
import { loadHomeWords } from '../../src/i18n/home-words.ts'
import { itemOf, postForm } from '../../tests/support/site-form.ts'
import { arm, callAs } from '../../tests/browser/portal-side.ts'
import type { Scene, State } from './state.ts'

const HOT = { UF_CRM_ABC_NEED: 'Есть потребность', UF_CRM_ABC_URGENCY: 'Прямо сейчас', UF_CRM_ABC_BUDGET: 'От 1 млн ₽', UF_CRM_ABC_CLIENT_TYPE: 'B2B' }

async function fill({ stand }: Scene): Promise<readonly number[]> {
  const post = (answers: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}) =>
    postForm(stand, { ...Object.fromEntries(Object.entries(answers).map(([field, words]) => [field, itemOf(stand, field, words)])), ...more })
  const leads = [
    await post(HOT),
    await post({ UF_CRM_ABC_NEED: 'Нет потребности' }, { UF_CRM_ABC_SET: 'default@77' }),
    await post({ UF_CRM_ABC_NEED: 'Может понадобиться, но потом', UF_CRM_ABC_BUDGET: 'От 300 до 500 тыс. ₽' }),
  ]
  await callAs(stand, 'admin', 'crm.item.update', { entityTypeId: 1, id: leads[2], fields: { title: 'Комплексная поставка облицовочного кирпича для второй очереди «Приморская набережная»' } })
  return leads
}

async function opened(scene: Scene) {
  const { page, stand, language } = scene
  const [words, home] = await Promise.all([loadFormLeadsWords(language), loadHomeWords(language)])
  await page.goto(`${stand.portalUrl}/marketplace/app/triple-a/?user=admin&lang=${language}`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: home.sections.formLeads, exact: true }).click()
  const press = (name: string) => frame.getByRole('button', { name, exact: true }).click()
  const says = (text: string) => frame.getByRole('status').filter({ hasText: text }).waitFor()
  return { words, frame, press, says }
}

export const FORM_LEADS: readonly State[] = [
  {
    name: 'form-leads-none',
    about: 'nobody has answered in a form',
    async reach(scene) {
      const page = await opened(scene)
      await page.says(page.words.none)
    },
  },
  {
    name: 'form-leads-asked',
    about: 'three leads are listed, and whether they are to be written is asked',
    async reach(scene) {
      await fill(scene)
      const page = await opened(scene)
      await page.press(page.words.write(3))
      await page.frame.getByRole('group', { name: page.words.sure(3) }).waitFor()
    },
  },
  {
    name: 'form-leads-ended',
    about: 'two leads are written, one was qualified meanwhile',
    async reach(scene) {
      const [, second] = await fill(scene)
      const page = await opened(scene)
      await page.press(page.words.write(3))
      await callAs(scene.stand, 'admin', 'crm.item.update', { entityTypeId: 1, id: second, useOriginalUfNames: 'Y', fields: { UF_CRM_ABC_CODE: 'CCC' } })
      await page.press(page.words.go)
      await page.says(page.words.ended(2, 1, 0, 0))
    },
  },
  {
    name: 'form-leads-failed',
    about: 'the portal failed at one of three leads',
    async reach(scene) {
      await fill(scene)
      const page = await opened(scene)
      await arm(scene.stand, { method: 'crm.item.update', kind: '500', when: 'after', times: 1 })
      await page.press(page.words.write(3))
      await page.press(page.words.go)
      await page.says(page.words.ended(2, 0, 1, 0))
    },
  },
  {
    name: 'form-leads-untold',
    about: 'leads are written and the portal refused the message about the hot one',
    async reach(scene) {
      await fill(scene)
      const page = await opened(scene)
      await arm(scene.stand, { method: 'im.notify.personal.add', kind: '403', times: 2 })
      await page.press(page.words.write(3))
      await page.press(page.words.go)
      await page.says(page.words.ended(3, 0, 0, 0))
      await page.press(page.words.tell)
      await page.frame.getByRole('alert').filter({ hasText: page.words.refused }).waitFor()
    },
  },
]

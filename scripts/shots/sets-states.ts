/** The page of question sets. */
import { arm } from '../../tests/browser/portal-side.ts'
import { openSetsPage } from '../../tests/support/sets-frame.ts'
import type { SetsFrame } from '../../tests/support/sets-frame.ts'
import type { Scene, State } from './state.ts'

const NAME = { ru: 'Базовая анкета', en: 'Basic set' } as const

async function edited({ page, stand, language }: Scene): Promise<SetsFrame> {
  const sets = await openSetsPage(page, stand, { language })
  await sets.card(NAME[language]).getByRole('button', { name: sets.words.edit }).click()
  await sets.field('questions[0].name').fill('Задача')
  await sets.field('questions[0].name').blur()
  return sets
}

async function published(scene: Scene): Promise<SetsFrame> {
  const sets = await edited(scene)
  await sets.button(sets.words.editor.publish).click()
  await sets.button(sets.words.publishing.go).click()
  await sets.frame.getByText(sets.words.publishing.done(scene.language === 'ru' ? NAME.ru : NAME.en, 2)).waitFor()
  return sets
}

export const SETS: readonly State[] = [
  {
    name: 'sets-published',
    about: 'a set was published, its versions are unfolded, and a broken file was refused',
    async reach(scene) {
      const sets = await published(scene)
      for (const folded of await sets.card(NAME[scene.language]).locator('summary').all()) await folded.click()
      await sets.frame.getByLabel(sets.words.fresh.importFile).setInputFiles({ name: 'cut.json', mimeType: 'application/json', buffer: Buffer.from('{\n  "id": ') })
      await sets.frame.getByRole('alert').waitFor()
    },
  },
  {
    name: 'sets-draft',
    about: 'a draft of a set is at work',
    async reach(scene) { await edited(scene) },
  },
  {
    name: 'sets-publishing',
    about: 'a set is about to be published',
    async reach(scene) {
      const sets = await edited(scene)
      await sets.button(sets.words.editor.publish).click()
      await sets.button(sets.words.publishing.go).waitFor()
    },
  },
  {
    name: 'sets-refused',
    about: 'the portal refused to publish',
    prints: /status of 403/,
    async reach(scene) {
      const sets = await edited(scene)
      await sets.button(sets.words.editor.publish).click()
      await arm(scene.stand, { method: 'app.option.set', kind: '403' })
      await sets.button(sets.words.publishing.go).click()
      await sets.frame.getByRole('alert').waitFor()
    },
  },
  {
    name: 'sets-preview',
    about: 'a draft is tried as a manager on a real lead',
    async reach(scene) {
      const sets = await edited(scene)
      await sets.button(sets.words.editor.preview).click()
      await sets.frame.locator('input[inputmode=numeric]').fill('1')
      await sets.frame.locator('input[inputmode=numeric]').press('Enter')
      await sets.frame.getByRole('radiogroup').waitFor()
    },
  },
  {
    name: 'sets-client',
    about: 'a draft is tried as a client',
    async reach(scene) {
      const sets = await edited(scene)
      await sets.button(sets.words.editor.preview).click()
      await sets.frame.locator('.views input').nth(1).check()
      await sets.frame.locator('.client').waitFor()
    },
  },
]

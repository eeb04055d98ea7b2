/** The parts of the set editor that are about what follows the answers. */
import type { EditorMessages } from '../../src/i18n/editor-words.ts'
import { showEditor } from '../../tests/support/editor-window/open.ts'
import type { Scene, State } from './state.ts'

async function open({ page, language }: Scene, section: keyof EditorMessages['editor']['sections'], shown: (words: EditorMessages) => string): Promise<EditorMessages> {
  const words = await showEditor(page, language)
  await page.getByRole('button', { name: words.editor.sections[section], exact: true }).click()
  await page.getByRole('heading', { name: shown(words), exact: true }).waitFor()
  return words
}

export const PLANNING: readonly State[] = [
  {
    name: 'editor-potential',
    about: 'the potential scale of a set is edited: an amount is tried, and an edge was refused',
    bare: true,
    async reach(scene) {
      const words = await open(scene, 'potential', one => one.potential.title)
      await scene.page.getByLabel(words.potential.try).fill('250000')
      const edge = scene.page.locator('.edge input').first()
      await edge.fill('5000000')
      await edge.press('Enter')
    },
  },
  {
    name: 'editor-plan',
    about: 'the plan of a set is edited: a step is unfolded, gaps were refused, and a pasted date is none',
    bare: true,
    async reach(scene) {
      const words = await open(scene, 'plan', one => one.plan.touches.title)
      const { page } = scene
      await page.locator('[data-place="followUp.steps"] summary').first().click()
      const gaps = page.getByLabel(words.plan.timing.gaps('A'))
      await gaps.fill('1, x')
      await gaps.press('Enter')
      await page.getByText(words.plan.time.paste, { exact: true }).click()
      await page.getByLabel(words.plan.time.pasted).fill('01.01.2027\n31.02.2027')
      await page.getByRole('button', { name: words.plan.time.pasteAdd }).click()
    },
  },
  {
    name: 'editor-texts',
    about: 'what a save sends is written with variables, one of them unknown, and previewed',
    bare: true,
    async reach(scene) {
      const words = await open(scene, 'texts', one => one.texts.title)
      const { page } = scene
      await page.locator(`textarea[data-place="texts.comment"][data-about="${scene.language}"]`).fill('{client}: {class}, {touches}\n{reason}\n{amount} {phone}')
      await page.getByText(words.texts.variables, { exact: true }).first().click()
      await page.locator('.read').first().waitFor()
    },
  },
  {
    name: 'editor-general',
    about: 'what holds for a whole set is edited',
    bare: true,
    reach: scene => open(scene, 'general', one => one.general.title),
  },
]

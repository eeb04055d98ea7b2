/** The set editor with the default set in it. */
import type { Page } from '@playwright/test'
import type { EditorMessages } from '../../src/i18n/editor-words.ts'
import { showEditor } from '../../tests/support/editor-window/open.ts'
import type { Scene, State } from './state.ts'

async function choose(page: Page, words: EditorMessages, index: number): Promise<void> {
  await page.getByRole('navigation', { name: words.questions.list }).getByRole('button').nth(index).click()
}

async function section(page: Page, title: string, shown: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click()
  await page.getByText(shown).waitFor()
}

/** The name of the question about money in the language of whoever looks. */
const BUDGET = { ru: 'Бюджет', en: 'Budget' } as const

export const EDITING: readonly State[] = [
  {
    name: 'editor-choices',
    about: 'a question with choices is edited',
    bare: true,
    reach: ({ page, language }: Scene) => showEditor(page, language),
  },
  {
    name: 'editor-unfolded',
    about: 'everything of a question in the editor is unfolded, and a new one is named',
    bare: true,
    async reach({ page, language }) {
      const words = await showEditor(page, language)
      await choose(page, words, 1)
      for (const folded of await page.locator('summary').all()) await folded.click()
      await page.getByRole('button', { name: words.questions.add }).click()
    },
  },
  {
    name: 'editor-bands',
    about: 'bands are edited: an edge was refused, a text is missing, and a question is about to be removed',
    bare: true,
    async reach({ page, language }) {
      const words = await showEditor(page, language)
      await choose(page, words, 2)
      const edge = page.locator('.edge input').first()
      await edge.fill('5')
      await edge.press('Enter')
      await page.locator('article textarea').first().fill('')
      await page.getByRole('button', { name: words.fields.remove(BUDGET[language]), exact: true }).click()
      await page.getByRole('complementary').getByRole('heading', { name: words.doctor.errors(1) }).waitFor()
    },
  },
  {
    name: 'editor-code',
    about: 'the code of a set is edited',
    bare: true,
    async reach({ page, language }) {
      const words = await showEditor(page, language)
      await section(page, words.editor.sections.code, words.code.about)
    },
  },
  {
    name: 'editor-classes',
    about: 'the class table of a set is edited, with the map below it',
    bare: true,
    async reach({ page, language }) {
      const words = await showEditor(page, language)
      await section(page, words.editor.sections.rules, words.map.about)
      await page.locator('td select').first().selectOption('letters')
    },
  },
]

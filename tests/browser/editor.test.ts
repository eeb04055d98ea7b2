import type { Locator, Page } from '@playwright/test'
import type { SetDraft } from '../../src/domain/question-set.ts'
import { axeIn, COLOURS, REQUIRED } from '../support/axe.ts'
import { expect, test } from '../support/editor-window/open.ts'

/** The set as the editor gave it back last. */
function lastDraft(page: Page): Promise<SetDraft | undefined> {
  return page.evaluate(() => window.drafts.at(-1))
}

/** Goes on with Tab until the focus is where it should be. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

test('a question is added, graded, put into the code and asked by a class row, with the keyboard alone', async ({ open }) => {
  const { page, words } = await open()
  const press = (...keys: string[]) => keys.reduce<Promise<void>>(async (before, key) => { await before; await page.keyboard.press(key) }, Promise.resolve())

  await tabTo(page, page.getByRole('button', { name: words.questions.add }))
  await press('Enter')
  await page.keyboard.type('Кто решает')
  await press('Tab', 'ArrowDown', 'Enter')
  await tabTo(page, page.getByRole('button', { name: words.questions.put, exact: true }))
  await press('Enter')
  await expect(page.locator('[data-place="questions[5].script"][lang="ru"]')).toBeFocused()
  await page.keyboard.type('С кем вы советуетесь?')
  expect((await lastDraft(page))?.questions[5]).toMatchObject({ id: 'kto_reshaet', kind: 'yesno', script: { ru: 'С кем вы советуетесь?' } })

  await press('Control+z')
  expect((await lastDraft(page))?.questions[5]?.script).toEqual({})
  await press('Control+y')

  const code = page.getByRole('button', { name: words.editor.sections.code, exact: true })
  await code.focus()
  await press('Enter')
  const add = page.getByLabel(words.code.add)
  await tabTo(page, add)
  await press('ArrowDown')
  expect((await lastDraft(page))?.code[3]).toEqual({ questions: ['kto_reshaet'] })

  await page.getByRole('button', { name: words.editor.sections.rules, exact: true }).focus()
  await press('Enter')
  await tabTo(page, page.getByLabel(words.rules.addColumn))
  await press('End')
  const cell = page.getByLabel(words.rules.cell(words.rules.row(1), 'Кто решает'))
  await cell.focus()
  await press('ArrowDown')
  expect((await lastDraft(page))?.classRules[0]?.when).toMatchObject({ kto_reshaet: 'plus' })
})

test('what is moved by Alt and an arrow keeps the focus, however often', async ({ open }) => {
  const { page } = await open()
  await page.getByRole('button', { name: '1. Потребность' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('button', { name: '3. Потребность' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Потребность: теперь 3 из 5' })).toHaveCount(1)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('button', { name: '2. Потребность' })).toBeFocused()
})

test('what is dragged by the mouse lands where it is dropped', async ({ open }) => {
  const { page, words } = await open()
  const rows = page.getByRole('navigation', { name: words.questions.list }).getByRole('listitem')
  await rows.nth(0).hover()
  await rows.nth(0).locator('[draggable]').dragTo(rows.nth(2))
  await expect(rows.nth(2)).toContainText('Потребность')
  const choices = page.locator('.card')
  await choices.nth(2).locator('[draggable]').dragTo(choices.nth(0))
  expect((await lastDraft(page))?.questions[2]).toMatchObject({ id: 'need', choices: [{ id: 'no' }, { id: 'yes' }, { id: 'later' }] })
})

test('a finding of the doctor leads into the field, unfolds it and shows its language', async ({ open }) => {
  const { page, words } = await open()
  await page.getByText(words.questions.extras).click()
  await page.locator('[data-place="questions[0].hint"][lang="en"]').fill('')
  await page.getByText(words.questions.extras).click()
  await page.getByLabel(words.editor.texts).selectOption('ru')
  await page.getByRole('button', { name: words.editor.sections.rules, exact: true }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Вопрос «Потребность» · подсказка' }).press('Enter')
  await expect(page.locator('[data-place="questions[0].hint"][lang="en"]')).toBeFocused()
})

for (const width of [380, 1240]) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in any section, and nothing sticks out: ${width} px, ${theme}`, async ({ open, page: window }) => {
      await window.setViewportSize({ width, height: 900 })
      const { page, words } = await open({ theme, language: theme === 'dark' ? 'en' : 'ru' })
      const look = async (): Promise<void> => {
        await expect(page.getByRole('region', { name: words.editor.region })).toBeVisible()
        const report = await axeIn(page.mainFrame(), theme === 'dark' ? COLOURS : REQUIRED)
        expect(report.applied).toBeGreaterThan(0)
        expect(report.violations).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      }
      for (const folded of await page.locator('summary').all()) await folded.click()
      await look()
      await page.getByRole('navigation', { name: words.questions.list }).getByRole('button').nth(2).click()
      const edge = page.locator('.edge input').first()
      await edge.fill('x')
      await edge.press('Enter')
      await page.locator('article textarea').first().fill('')
      await page.getByRole('button', { name: words.fields.remove(theme === 'dark' ? 'Budget' : 'Бюджет'), exact: true }).click()
      await page.getByRole('alertdialog').waitFor()
      await page.getByRole('complementary').getByRole('heading', { name: words.doctor.errors(1) }).waitFor()
      await look()
      await page.getByRole('button', { name: words.editor.sections.code, exact: true }).click()
      await page.getByText(words.code.about).waitFor()
      await look()
      await page.getByRole('button', { name: words.editor.sections.rules, exact: true }).click()
      await page.locator('td select').first().selectOption('letters')
      await page.getByText(words.map.about).waitFor()
      await look()
    })
  }
}

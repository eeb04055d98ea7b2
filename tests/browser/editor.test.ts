import type { Locator, Page } from '@playwright/test'
import type { SetDraft } from '../../src/domain/question-set.ts'
import { expect, test } from '../support/browser.ts'
import { showEditor } from '../support/editor-window/open.ts'

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

test('a question is added, graded, put into the code and asked by a class row, with the keyboard alone', async ({ page }) => {
  const words = await showEditor(page)
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

test('what is moved by Alt and an arrow keeps the focus, however often', async ({ page }) => {
  await showEditor(page)
  await page.getByRole('button', { name: '1. Потребность' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('button', { name: '3. Потребность' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Потребность: теперь 3 из 5' })).toHaveCount(1)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('button', { name: '2. Потребность' })).toBeFocused()
})

test('what is dragged by the mouse lands where it is dropped', async ({ page }) => {
  const words = await showEditor(page)
  const rows = page.getByRole('navigation', { name: words.questions.list }).getByRole('listitem')
  await rows.nth(0).hover()
  await rows.nth(0).locator('[draggable]').dragTo(rows.nth(2))
  await expect(rows.nth(2)).toContainText('Потребность')
  const choices = page.locator('.card')
  await choices.nth(2).locator('[draggable]').dragTo(choices.nth(0))
  expect((await lastDraft(page))?.questions[2]).toMatchObject({ id: 'need', choices: [{ id: 'no' }, { id: 'yes' }, { id: 'later' }] })
})

test('a finding of the doctor leads into the field, unfolds it and shows its language', async ({ page }) => {
  const words = await showEditor(page)
  await page.getByText(words.questions.extras).click()
  await page.locator('[data-place="questions[0].hint"][lang="en"]').fill('')
  await page.getByText(words.questions.extras).click()
  await page.getByLabel(words.editor.texts).selectOption('ru')
  await page.getByRole('button', { name: words.editor.sections.rules, exact: true }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Вопрос «Потребность» · подсказка' }).press('Enter')
  await expect(page.locator('[data-place="questions[0].hint"][lang="en"]')).toBeFocused()
})

test('nothing sticks out of a narrow window, in any section, with everything unfolded', async ({ page }) => {
  await page.setViewportSize({ width: 380, height: 900 })
  const words = await showEditor(page)
  const overflow = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  for (const folded of await page.locator('summary').all()) await folded.click()
  expect(await overflow()).toBe(0)
  await page.getByRole('navigation', { name: words.questions.list }).getByRole('button').nth(2).click()
  await page.getByRole('button', { name: words.bands.splitOf('От 1 млн ₽') }).click()
  expect(await overflow()).toBe(0)
  for (const [section, shown] of [['code', words.code.about], ['rules', words.map.about]] as const) {
    await page.getByRole('button', { name: words.editor.sections[section], exact: true }).click()
    await page.getByText(shown).waitFor()
    expect(await overflow()).toBe(0)
  }
})

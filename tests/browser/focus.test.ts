import { expect, test } from '../support/browser.ts'
import { openCard, type LeadCard } from '../support/lead-card.ts'
import { arm, rename } from './portal-side.ts'

/** The focus is on something in the app, not on the bare page, from where a screen reader would begin anew. */
async function keepsFocus(card: LeadCard): Promise<void> {
  await expect.poll(() => card.main.evaluate(main => main.contains(main.ownerDocument.activeElement))).toBe(true)
}

test('a choice with the focus on it hands it to the next question, and to the question about the offer', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.use(card.radio('Есть потребность'))
  await expect(card.question).toBeFocused()
  await card.use(card.radio('Через 3, 6 месяцев или позже'))
  await expect(card.radio('Да')).toBeVisible()
  await expect(card.question).toBeFocused()
  await card.press('2')
  await expect(card.asked('Бюджет')).toBeVisible()
})

test('the Save button hands the focus to what became of the save', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1', '1')
  await expect(card.question).toContainText('Все вопросы заданы')
  await card.use(card.button('Сохранить'))
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  await keepsFocus(card)
})

test('so do the buttons that finish a save or accept a conflict', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1', '1')
  await expect(card.question).toContainText('Все вопросы заданы')
  await rename(stand, 1, 'Другое название')
  await card.press('Control+Enter')
  await expect(card.save.getByRole('alert')).toBeFocused()
  await arm(stand, { method: 'crm.activity.todo.add', kind: '403' })
  await card.use(card.button('Сохранить с этим решением'))
  await expect(card.save.getByRole('alert')).toContainText('Записано не всё')
  await expect(card.save.getByRole('alert')).toBeFocused()
  await card.use(card.button('Доделать остальное'))
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  await keepsFocus(card)
})

test('starting anew goes to the first question', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1', '1', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  await card.use(card.button('Квалифицировать заново'))
  await expect(card.question).toBeFocused()
  await card.press('3')
  await expect(card.asked('Срочность')).toBeVisible()
})

test('after a save Enter alone starts anew, whatever the save was made with', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1', '1')
  await expect(card.question).toContainText('Все вопросы заданы')
  await card.use(card.button('Сохранить'))
  await expect(card.button('Квалифицировать заново')).toBeVisible()
  await keepsFocus(card)
  await card.press('Enter')
  await expect(card.asked('Потребность')).toBeVisible()
})

test('F2 goes to the question about the title, also from within a note', async ({ page, stand }) => {
  await rename(stand, 1, 'ABC Кирпич')
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1')
  await expect(card.save).toContainText('F2')
  await card.question.getByRole('textbox', { name: 'Заметка' }).focus()
  await card.press('F2')
  await expect(card.save.getByRole('radio', { checked: true })).toBeFocused()
  await card.press('ArrowDown', 'Control+Enter')
  await expect(card.title).toHaveText('AAA Кирпич')
})

test('closing the keys brings the focus back to where it was', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  const note = card.question.getByRole('textbox', { name: 'Заметка' })
  await note.focus()
  await card.press('F1')
  await expect(card.frame.getByRole('dialog', { name: 'Клавиши' })).toBeVisible()
  await card.press('Escape')
  await expect(note).toBeFocused()
})

test('Tab walks through the app and leaves it again', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  const seen = async () => page.evaluate(() => document.activeElement instanceof HTMLIFrameElement)
  for (let walked = 0; walked < 40 && await seen(); walked += 1) await card.press('Tab')
  expect(await seen()).toBe(false)
})

import { expect, test } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'

/** A key press as a keyboard with another layout makes it. */
async function pressAs(card: Awaited<ReturnType<typeof openCard>>, init: { key: string; code: string; shiftKey?: boolean }): Promise<void> {
  await card.main.dispatchEvent('keydown', { ...init, bubbles: true, cancelable: true })
}

test('the question mark of a Russian layout, Shift with 7, is "not known" and never the seventh choice', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await pressAs(card, { key: '?', code: 'Digit7', shiftKey: true })
  await expect(card.asked('Срочность')).toBeVisible()
  await expect(card.path.getByRole('button', { name: 'Потребность' })).toContainText('не знает')
})

test('the digits of the numeric pad and of a layout with shifted digits choose too', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await pressAs(card, { key: '2', code: 'Numpad2' })
  await expect(card.path.getByRole('button', { name: 'Потребность' })).toContainText('Может понадобиться, но потом')
  await pressAs(card, { key: '&', code: 'Digit1' })
  await expect(card.path.getByRole('button', { name: 'Срочность' })).toContainText('Прямо сейчас')
})

test('0 is not known, Backspace goes back, Enter goes on', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('0')
  await expect(card.path.getByRole('button', { name: 'Потребность' })).toContainText('не знает')
  await expect(card.asked('Срочность')).toBeVisible()
  await card.press('Backspace')
  await expect(card.asked('Потребность')).toBeVisible()
  await card.press('Enter')
  await expect(card.asked('Срочность')).toBeVisible()
  await card.press('Enter')
  await expect(card.asked('Бюджет')).toBeVisible()
  await expect(card.path.getByRole('button', { name: 'Срочность' })).toContainText('—')
})

test('a digit without a choice does nothing', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('9')
  await expect(card.asked('Потребность')).toBeVisible()
  await expect(card.result).toContainText('Кода пока нет')
})

test('F1 shows the keys over the card, and F1 or Escape closes them', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  const help = card.frame.getByRole('dialog', { name: 'Клавиши' })
  await card.press('F1')
  await expect(help).toBeVisible()
  await card.press('2')
  await card.press('F1')
  await expect(help).toBeHidden()
  await expect(card.result).toContainText('Кода пока нет')
  await card.press('F1')
  await expect(help).toBeVisible()
  await card.press('Escape')
  await expect(help).toBeHidden()
})

test('going on after a choice can be switched off', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('F1')
  await card.use(card.frame.getByRole('checkbox', { name: 'После выбора сразу переходить к следующему вопросу' }), 'Space')
  await card.press('Escape')
  await card.press('1')
  await expect(card.radio('Есть потребность')).toBeChecked()
  await expect(card.asked('Потребность')).toBeVisible()
  await card.press('Enter')
  await expect(card.asked('Срочность')).toBeVisible()
})

test('arrows move the focus through the choices and choose nothing', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.radio('Есть потребность').focus()
  await card.press('ArrowDown', 'ArrowDown')
  await expect(card.radio('Нет потребности')).toBeFocused()
  await card.press('ArrowDown')
  await expect(card.radio('Есть потребность')).toBeFocused()
  await card.press('ArrowUp')
  await expect(card.radio('Нет потребности')).toBeFocused()
  await expect(card.question.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(card.result).toContainText('Кода пока нет')
  await card.press('Space')
  await expect(card.path.getByRole('button', { name: 'Потребность' })).toContainText('Нет потребности')
})

test('whoever types is left alone: digits, Backspace, 0 and ? in a note choose nothing', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  const note = card.question.getByRole('textbox', { name: 'Заметка' })
  await note.focus()
  await page.keyboard.type('1203?')
  await card.press('Backspace')
  await expect(note).toHaveValue('1203')
  await expect(card.asked('Потребность')).toBeVisible()
  await expect(card.result).toContainText('Кода пока нет')
})

test('what the client said is typed, counts as not known and is shown again', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.use(card.button('Нет подходящего ответа'))
  const said = card.question.getByRole('textbox', { name: 'Что сказал клиент' })
  await expect(said).toBeFocused()
  await page.keyboard.type('2 года назад')
  await expect(card.asked('Потребность')).toBeVisible()
  await card.press('Enter')
  await expect(card.asked('Срочность')).toBeVisible()
  await expect(card.path.getByRole('button', { name: 'Потребность' })).toContainText('не знает')
  await card.press('Backspace')
  await expect(card.question.getByRole('textbox', { name: 'Что сказал клиент' })).toHaveValue('2 года назад')
})

test('in the money question digits choose the band, Tab goes to the sum, and the sum picks the band', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1')
  const sum = card.question.getByRole('textbox', { name: 'Точная сумма' })
  await sum.waitFor()
  await card.press('Tab')
  await expect(sum).toBeFocused()
  await page.keyboard.type('350 000')
  await expect(card.radio('От 300 до 500 тыс. ₽')).toBeChecked()
  await expect(card.plan).toContainText('6 × 2 = 12')
  await card.press('Enter')
  await expect(card.asked('Тип клиента')).toBeVisible()
  await expect(card.path.getByRole('button', { name: 'Бюджет' })).toContainText(/350\s000/)
  await card.press('Backspace')
  await card.press('1')
  await expect(card.path.getByRole('button', { name: 'Бюджет' })).toContainText('От 1 млн')
})

test('a sum that is no number says so and changes nothing', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1')
  const sum = card.question.getByRole('textbox', { name: 'Точная сумма' })
  await sum.waitFor()
  await card.press('Tab')
  await expect(sum).toBeFocused()
  await page.keyboard.type('много')
  await expect(card.question.getByRole('alert')).toContainText('Введите сумму числом')
  await expect(card.question.getByRole('radio', { checked: true })).toHaveCount(0)
  await card.press('Enter')
  await expect(card.asked('Бюджет')).toBeVisible()
})

test('Ctrl+Enter saves from within a field', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1')
  await card.question.getByRole('textbox', { name: 'Заметка' }).focus()
  await page.keyboard.type('Перезвонить после 15:00')
  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  await expect(card.title).toHaveText(/^AAA /)
})

test('a horizon that is not now asks for the offer, whose yes lifts the letter', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '3')
  await expect(card.question).toContainText('А если условия будут заметно выгоднее обычных')
  await expect(card.radio('Да')).toBeVisible()
  await card.press('1')
  await expect(card.asked('Бюджет')).toBeVisible()
  expect(await card.code()).toBe('??B')
})

test('a date that the client named picks the horizon by itself', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1')
  const inTwoMonths = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  await card.question.getByLabel('Клиент назвал дату').fill(inTwoMonths)
  await expect(card.question).toContainText('В течение 3 месяцев')
  await expect(card.radio('Да')).toBeVisible()
  await card.press('2')
  await expect(card.asked('Бюджет')).toBeVisible()
  expect(await card.code()).toBe('??B')
})

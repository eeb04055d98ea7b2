import { expect, test } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'

test('code, class, coefficient and arithmetic change with every answer', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await expect(card.result).toContainText('Кода пока нет')
  await expect(card.plan).toBeHidden()

  await card.press('1')
  await expect(card.letter(1)).toHaveAccessibleName('?: Тип клиента')
  await expect(card.result).toContainText('возможен A, B или C')
  expect(await card.code()).toBe('???')

  await card.press('1')
  await expect(card.result).toContainText('возможен A или C')
  expect(await card.code()).toBe('??A')
  await expect(card.plan).toContainText('Класс ещё не определён')

  await card.press('2')
  await expect(card.result.getByRole('button', { name: 'AAA' })).toBeVisible()
  expect(await card.code()).toBe('?AA')
  await expect(card.plan).toContainText('6 × 3 = 18')

  await card.press('3')
  await expect(card.letter(1)).toHaveAccessibleName('B: Тип клиента')
  expect(await card.code()).toBe('BAA')
  await expect(card.frame.getByRole('status')).toContainText(['Код B A A. Класс A. Вопрос: Удобная связь'])
})

test('changing the budget changes the plan', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1')
  for (const [digit, arithmetic] of [['1', '6 × 4 = 24'], ['3', '6 × 2 = 12'], ['4', '6 × 1 = 6']] as const) {
    await card.press(digit)
    await expect(card.plan).toContainText(arithmetic)
    await card.press('Backspace')
    await expect(card.asked('Бюджет')).toBeVisible()
  }
  await card.press('6')
  await expect(card.plan).toContainText('6 × 0 = 0')
  await expect(card.result).toContainText('CCC')
  await expect(card.plan).toContainText('Вернуться к лиду')
})

test('a large order is marked, and a hot lead too', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '1')
  await expect(card.result).toContainText('Горячий')
  await expect(card.result).toContainText('Особо важный')
})

test('each letter explains itself on focus and on hover, and so do the class and the coefficient', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '2', '2', '2', '3')
  await expect.poll(() => card.code()).toBe('BAB')

  await card.letter(1).focus()
  await expect(card.result).toContainText('B — Тип клиента: B2C.')
  await expect(card.result).toContainText('До AAB не хватает: Тип клиента — «B2B»')
  await card.letter(2).focus()
  await expect(card.result).toContainText('A — Потребность: Есть потребность; Бюджет: От 500 тыс. до 1 млн ₽ (считается худший из ответов).')
  await card.letter(3).hover()
  await expect(card.result).toContainText('B — Срочность: В течение 3 месяцев')
  await expect(card.result).toContainText('«да» на хорошее предложение')

  const coefficient = card.result.getByRole('button', { name: '3', exact: true })
  await coefficient.focus()
  await expect(card.result).toContainText('по выбранной строке бюджета')
  await expect(card.letter(1)).toHaveAccessibleDescription(/B — Тип клиента: B2C/)
})

test('after "no need" the class is settled, and the screen says that the rest is optional', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('3')
  await expect(card.main).toContainText('Класс уже ясен: C. Остальные вопросы можно не задавать.')
  await expect(card.main).toContainText('Плану не хватает: Бюджет.')
  await expect(card.result).toContainText('Нет потребности')
  await expect(card.plan).toContainText('По правилу класса касания такому лиду не планируются.')
  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  await expect(card.title).toHaveText(/^\?C\? /)
})

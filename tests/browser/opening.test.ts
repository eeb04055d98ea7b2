import { expect, test } from '../support/browser.ts'
import { openCard, showCard } from '../support/lead-card.ts'
import { arm } from './portal-side.ts'

test('while the lead is fetched the first question can be read, and takes no answer yet', async ({ page, stand }) => {
  await arm(stand, { method: 'crm.item.get', kind: 'slow' })
  const card = await showCard(page, stand)
  await card.tab.click()
  await expect(card.main.getByRole('status')).toHaveText('Открываем лид…')
  await expect(card.asked('Потребность')).toBeVisible()
  for (const choice of await card.question.getByRole('radio').all()) await expect(choice).toBeDisabled()
  for (const name of ['Назад', 'Дальше']) await expect(card.button(name)).toBeDisabled()
  await card.path.getByRole('button', { name: 'Бюджет' }).click()
  await page.keyboard.press('1')
  await expect(card.asked('Потребность')).toBeVisible()

  await expect(card.main).not.toContainText('Открываем лид…')
  await expect(card.question.getByRole('radio').first()).toBeEnabled()
  await expect(card.asked('Потребность')).toBeVisible()
  await expect(card.result).toContainText('Кода пока нет')
})

test('what loads after the question is tried again when the line fails, and the save writes', async ({ page, stand, printed }) => {
  let failures = 1
  await page.route('**/assets/ru-rest-*.js', route => failures-- > 0 ? route.abort() : route.continue())
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(printed.splice(0).join()).toContain('ERR_FAILED')
})

test('what cannot be loaded at all is said above the question, which stays', async ({ page, stand, printed }) => {
  await page.route('**/assets/ru-rest-*.js', route => route.abort())
  const card = await showCard(page, stand)
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('не загрузилось целиком', { timeout: 15_000 })
  await expect(card.frame.getByRole('alert')).toHaveCount(1)
  await expect(card.asked('Потребность')).toBeVisible()
  expect(printed.splice(0)).not.toEqual([])
})

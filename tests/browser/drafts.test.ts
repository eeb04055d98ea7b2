import { expect } from '../support/browser.ts'
import { LeadCard, openCard, showCard } from '../support/lead-card.ts'
import { test } from './own-browser.ts'
import { farDraft, requestsOf, storedLead } from './portal-side.ts'

async function answersAreBack(card: LeadCard): Promise<void> {
  await expect(card.main).toContainText(/Черновик от .+: ответы на месте, в лид они ещё не записаны/)
  await expect(card.path.getByRole('button', { name: 'Потребность' })).toContainText('Есть потребность')
  await expect(card.path.getByRole('button', { name: 'Срочность' })).toContainText('Прямо сейчас')
  await expect(card.asked('Бюджет')).toBeVisible()
  expect(await card.code()).toBe('??A')
}

test('answers survive a closed page in the browser itself, without a request of their own', async ({ ownBrowser, stand }) => {
  const card = await openCard(ownBrowser, stand)
  await card.press('1', '1')
  await expect(card.asked('Бюджет')).toBeVisible()
  expect(farDraft(stand, 'manager', 1)).toBeUndefined()
  await ownBrowser.reload()
  await card.openTab()
  await answersAreBack(card)
})

test('the draft of a browser is of one person and one lead', async ({ ownBrowser, stand }) => {
  const card = await openCard(ownBrowser, stand)
  await card.press('1', '1')
  await expect(card.asked('Бюджет')).toBeVisible()
  for (const wishes of [{ lead: 2 }, { user: 'admin' as const }]) {
    const other = await openCard(ownBrowser, stand, wishes)
    await expect(other.result).toContainText('Кода пока нет')
    await expect(other.main).not.toContainText('Черновик')
  }
})

test('where the browser keeps nothing, the portal has the draft as soon as the tab is hidden', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1')
  await expect(card.asked('Бюджет')).toBeVisible()
  await page.getByRole('tab', { name: 'Общие' }).click()
  await expect.poll(() => farDraft(stand, 'manager', 1)).toMatch(/"urgency"/)
  await page.reload()
  await card.openTab()
  await answersAreBack(card)
})

test('reloading the card brings the draft back too', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1')
  await expect(card.asked('Бюджет')).toBeVisible()
  await page.getByRole('tab', { name: 'Общие' }).click()
  await expect.poll(() => farDraft(stand, 'manager', 1)).toMatch(/"urgency"/)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Обновить карточку' }).click()])
  await card.openTab()
  await answersAreBack(card)
})

test('after the save there is no draft any more', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1')
  await page.getByRole('tab', { name: 'Общие' }).click()
  await expect.poll(() => farDraft(stand, 'manager', 1)).toMatch(/"urgency"/)
  await card.tab.click()
  await card.enter()
  await card.press('2', '1', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(farDraft(stand, 'manager', 1)).toBe('')

  await page.reload()
  await card.openTab()
  await expect(card.main).not.toContainText('Черновик')
  await expect(card.main).toContainText(/Сохранено .+, Иван Морозов, за 0:\d\d/)
})

test('after the save the browser keeps no draft either', async ({ ownBrowser, stand }) => {
  const card = await openCard(ownBrowser, stand)
  await card.press('1', '1', '2', '1', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  await ownBrowser.reload()
  await card.openTab()
  await expect(card.main).not.toContainText('Черновик')
  expect(await card.code()).toBe('AAA')
})

test('opening a lead and looking around keeps nothing', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('Enter', 'Enter', 'Backspace')
  await page.getByRole('tab', { name: 'Общие' }).click()
  await expect(card.main).toBeHidden()
  await card.tab.click()
  await expect(card.main).toBeVisible()
  expect(requestsOf(stand, 'manager').drafts).toEqual([])
})

test('a hidden tab keeps its state and goes on where it was', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1')
  await card.question.getByRole('textbox', { name: 'Заметка' }).fill('просил скидку')
  await page.getByRole('tab', { name: 'Общие' }).click()
  await expect(card.main).toBeHidden()
  await card.tab.click()
  await expect(card.asked('Бюджет')).toBeVisible()
  await expect(card.question.getByRole('textbox', { name: 'Заметка' })).toHaveValue('просил скидку')
  expect(requestsOf(stand, 'manager').all).toHaveLength(1)
})

test('two cards that lie on each other do not mix', async ({ page, stand }) => {
  const below = await openCard(page, stand)
  await below.press('1', '1', '2')
  await expect(below.asked('Тип клиента')).toBeVisible()

  await page.getByRole('spinbutton', { name: 'Лид №' }).fill('2')
  await page.getByRole('button', { name: 'Открыть поверх' }).click()
  const above = new LeadCard(page, page.getByRole('dialog'), below.words, 'ru')
  await above.openTab()
  await above.enter()
  await expect(above.result).toContainText('Кода пока нет')
  await above.press('3', 'Control+Enter')
  await expect(above.save.getByRole('status')).toContainText('Сохранено')
  await expect(above.title).toHaveText(/^\?C\? ООО/)
  await page.getByRole('button', { name: 'Закрыть' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await expect(below.asked('Тип клиента')).toBeVisible()
  expect(await below.code()).toBe('?AA')
  expect(storedLead(stand, 1)['UF_CRM_ABC_CODE'] ?? '').toBe('')
})

test('an answer that waits ten seconds goes to the portal by itself', async ({ page, stand }) => {
  await page.clock.install()
  const card = await showCard(page, stand)
  await card.openTab()
  await card.enter()
  await card.press('1')
  await expect(card.asked('Срочность')).toBeVisible()
  expect(farDraft(stand, 'manager', 1)).toBeUndefined()
  await page.clock.fastForward(10_000)
  await expect.poll(() => farDraft(stand, 'manager', 1)).toMatch(/"need"/)
})

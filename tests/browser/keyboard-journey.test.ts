import { expect, test } from '../support/browser.ts'
import { showCard } from '../support/lead-card.ts'
import { commentsOf, noticesTo, requestsOf, storedLead, todosOf } from './portal-side.ts'

const MOST_PRESSES = 8

test('a lead is qualified and saved without a mouse, in at most 8 key presses from the opened tab', async ({ page, stand }) => {
  const card = await showCard(page, stand)
  await card.openTabByKeyboard()
  const frameName = await page.locator('iframe').getAttribute('name')

  await card.enter()
  await card.press('1', '1', '2', '1')
  await expect(card.asked('Удобная связь')).toBeVisible()
  await card.press('Control+Enter')

  const saved = card.save.getByRole('status')
  await expect(saved).toContainText('Сохранено')
  await expect(saved).toContainText('поля лида, комментарий, дело, уведомление')
  await expect(saved).toContainText(/\d{1,2} [а-я]+ в \d\d:\d\d, Иван Морозов, за 0:\d\d/)
  expect(card.presses).toBeLessThanOrEqual(MOST_PRESSES)

  expect(storedLead(stand, 1)).toMatchObject({
    title: 'AAA Кирпич для дома в Павловске',
    UF_CRM_ABC_NEED: 'Есть потребность',
    UF_CRM_ABC_URGENCY: 'Прямо сейчас',
    UF_CRM_ABC_BUDGET: 'От 500 тыс. до 1 млн ₽',
    UF_CRM_ABC_CLIENT_TYPE: 'B2B',
    UF_CRM_ABC_CODE: 'AAA',
    UF_CRM_ABC_CLASS: 'AAA',
    UF_CRM_ABC_COEFFICIENT: 3,
    UF_CRM_ABC_SET: 'default@1',
    UF_CRM_ABC_QUALIFIED_BY: '4',
  })
  const [todo, ...moreTodos] = todosOf(stand, 1)
  expect(moreTodos).toEqual([])
  expect(todo?.subject).toContain('Касание 1')
  expect(todo?.deadline).toBeGreaterThan(Date.now())
  expect(todo?.responsibleId).toBe(4)
  const comments = commentsOf(stand, 1)
  expect(comments).toHaveLength(1)
  expect(comments[0]).toContain('Квалификация: AAA')
  const notices = noticesTo(stand, 'head')
  expect(notices).toHaveLength(1)
  expect(notices[0]).toContain('Горячий лид')

  await expect(card.title).toHaveText('AAA Кирпич для дома в Павловске')
  expect(await page.locator('iframe').getAttribute('name')).toBe(frameName)
})

test('opening the tab is one request and saving two', async ({ page, stand }) => {
  const card = await showCard(page, stand)
  await card.openTabByKeyboard()
  expect(requestsOf(stand, 'manager').all).toHaveLength(1)

  await card.enter()
  await card.press('1', '1', '2', '1', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  const { all } = requestsOf(stand, 'manager')
  expect(all.map(entry => entry.commands)).toEqual([
    expect.arrayContaining(['profile', 'crm.item.get']),
    ['crm.item.get', 'crm.activity.list', 'crm.activity.list', 'crm.timeline.comment.list', 'entity.item.get', 'app.option.get', 'user.option.set'],
    ['crm.item.list', 'crm.item.update', 'crm.timeline.comment.add', 'crm.activity.todo.add', 'im.notify.personal.add', 'entity.item.add', 'user.option.set'],
  ])
})

test('the timeline and the to-dos of the card show what the save made', async ({ page, stand }) => {
  const card = await showCard(page, stand)
  await card.openTabByKeyboard()
  await card.enter()
  await card.press('1', '1', '2', '1', 'Control+Enter')
  await expect(card.title).toHaveText(/^AAA /)
  await page.getByRole('tab', { name: 'Общие' }).click()
  await expect(page.getByRole('region', { name: 'Лента' })).toContainText('Квалификация: AAA')
  await expect(page.getByRole('region', { name: 'Дела' })).toContainText('Касание 1')
  await expect(page.getByRole('region', { name: 'Квалификация' })).toContainText('AAA')
})

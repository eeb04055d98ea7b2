import { expect, test } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { arm, commentsOf, rename, requestsOf, storedLead, todosOf } from './portal-side.ts'

const ANSWERS = ['1', '1', '2', '1'] as const

test('a title changed by someone else stops the save, is shown, and is taken in by the next one', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await rename(stand, 1, 'Кирпич для дома в Пушкине')
  await card.press('Control+Enter')

  const conflict = card.save.getByRole('alert')
  await expect(conflict).toBeFocused()
  await expect(conflict).toContainText('Пока вы заполняли анкету, лид изменили')
  const title = conflict.getByRole('group', { name: 'Название' })
  await expect(title).toContainText('Кирпич для дома в Павловске')
  await expect(title).toContainText('Кирпич для дома в Пушкине')
  expect(storedLead(stand, 1)['UF_CRM_ABC_CODE'] ?? '').toBe('')
  expect(commentsOf(stand, 1)).toEqual([])

  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)).toMatchObject({ title: 'AAA Кирпич для дома в Пушкине', UF_CRM_ABC_CODE: 'AAA' })
})

test('in a conflict the value of the lead can be left as it is', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await rename(stand, 1, 'Кирпич для дома в Пушкине')
  await card.press('Control+Enter')
  await card.use(card.save.getByRole('alert').getByRole('radio', { name: 'Оставить как сейчас в лиде' }), 'Space')
  await card.use(card.button('Сохранить с этим решением'))
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)).toMatchObject({ title: 'Кирпич для дома в Пушкине', UF_CRM_ABC_CODE: 'AAA' })
})

test('a title that may begin with a code asks; by default nothing of it is lost', async ({ page, stand }) => {
  await rename(stand, 1, 'ABC Кирпич для дома')
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  const doubt = card.save.getByRole('group', { name: 'Каким сделать название?' })
  await expect(doubt).toContainText('Название начинается с «ABC»')
  await expect(doubt.getByRole('radio', { name: 'Ничего не убирать' })).toBeChecked()
  await card.press('Control+Enter')
  await expect(card.title).toHaveText('AAA ABC Кирпич для дома')
})

test('a title that may begin with a code loses it when the manager says so', async ({ page, stand }) => {
  await rename(stand, 1, 'ABC Кирпич для дома')
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await card.use(card.save.getByRole('radio', { name: 'Убрать «ABC»' }), 'Space')
  await card.press('Control+Enter')
  await expect(card.title).toHaveText('AAA Кирпич для дома')
})

test('a line that was unticked is not written', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await card.use(card.save.getByRole('checkbox', { name: 'Название' }), 'Space')
  await card.use(card.save.getByRole('checkbox', { name: 'Дело' }), 'Space')
  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)).toMatchObject({ title: 'Кирпич для дома в Павловске', UF_CRM_ABC_CODE: 'AAA' })
  expect(todosOf(stand, 1)).toEqual([])
})

test('a step that fails says which are done, and the rest is finished without doubles', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await arm(stand, { method: 'crm.activity.todo.add', kind: '403' })
  await card.press('Control+Enter')

  const partly = card.save.getByRole('alert')
  await expect(partly).toBeFocused()
  await expect(partly).toContainText('Записано не всё')
  await expect(partly).toContainText('Поля и название лида: готово')
  await expect(partly).toContainText('Комментарий в ленте: готово')
  await expect(partly).toContainText('Дело: не получилось')
  await expect(partly).toContainText('Уведомление руководителю: не выполнялось')
  await expect(card.title).toHaveText(/^AAA /)

  await card.use(card.button('Доделать остальное'))
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(commentsOf(stand, 1)).toHaveLength(1)
  expect(todosOf(stand, 1)).toHaveLength(1)
})

test('a field that the portal takes and drops, also at the second try, is named', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await arm(stand, { method: 'crm.item.update', kind: 'drop-field', field: 'UF_CRM_ABC_CODE', times: 2 })
  await card.press('Control+Enter')
  const partly = card.save.getByRole('alert')
  await expect(partly).toContainText('Портал принял, но не сохранил')
  await expect(partly).toContainText('Код: AAA')
})

test('a save without an answer waits, says that nobody knows, and is written once', async ({ page, stand, printed }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  // the browser itself sends a request once more when a kept connection closes without a byte
  await arm(stand, { method: 'crm.item.update', kind: 'cut', when: 'after', times: 2 })
  await card.press('Control+Enter')
  await expect(card.save.getByRole('alert')).toContainText('Сохранение ждёт портала')
  expect(storedLead(stand, 1)['title']).toBe('AAA Кирпич для дома в Павловске')

  await card.use(card.button('Отправить сейчас'))
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)).toMatchObject({ title: 'AAA Кирпич для дома в Павловске', UF_CRM_ABC_CODE: 'AAA' })
  expect(commentsOf(stand, 1)).toHaveLength(1)
  expect(todosOf(stand, 1)).toHaveLength(1)
  expect(printed.splice(0)).toEqual([expect.stringContaining('net::ERR_')])
})

test('a save that got lost on the way goes by itself a few seconds later', async ({ page, stand, printed }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await arm(stand, { method: 'crm.item.update', kind: 'cut', when: 'before', times: 2 })
  await card.press('Control+Enter')
  await expect(card.save.getByRole('alert')).toContainText('Сохранение ждёт портала')
  expect(storedLead(stand, 1)['title']).toBe('Кирпич для дома в Павловске')
  await expect(card.save.getByRole('status')).toContainText('Сохранено', { timeout: 20_000 })
  expect(commentsOf(stand, 1)).toHaveLength(1)
  expect(todosOf(stand, 1)).toHaveLength(1)
  expect(printed.splice(0)).toEqual([expect.stringContaining('net::ERR_')])
})

test('a tab opened while the portal is overloaded offers another try', async ({ page, stand, printed }) => {
  // each of the app's three tries is sent twice by the browser
  await arm(stand, { method: 'crm.item.get', kind: 'cut', times: 6 })
  await page.goto(`${stand.portalUrl}/crm/lead/details/1/?user=manager&lang=ru&tab=1`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('alert')).toContainText('Нет связи с порталом', { timeout: 15_000 })
  await arm(stand)
  await frame.getByRole('button', { name: 'Повторить' }).click()
  await expect(frame.getByRole('radio', { name: 'Есть потребность' })).toBeVisible()
  expect(printed.splice(0).join(' ')).toContain('net::ERR_')
})

test('pressing save twice saves once', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS, 'Control+Enter', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(requestsOf(stand, 'manager').all).toHaveLength(3)
  expect(commentsOf(stand, 1)).toHaveLength(1)
})

test('a token that ran out during a long call is renewed without a word', async ({ page, stand, printed }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  stand.portal.portal.tokens.expireAll()
  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA' })
  expect(commentsOf(stand, 1)).toHaveLength(1)
  expect(printed.splice(0)).toEqual([expect.stringContaining('401')])
})

test('a portal that is overloaded is named, and the save waits for it', async ({ page, stand, printed }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await arm(stand, { method: 'crm.item.update', kind: '503', times: 3 })
  await card.press('Control+Enter')
  await expect(card.save.getByRole('alert')).toContainText('Портал перегружен', { timeout: 20_000 })
  await expect(card.save.getByRole('alert')).toContainText('Пока ничего не записано')
  await card.use(card.button('Отправить сейчас'))
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(commentsOf(stand, 1)).toHaveLength(1)
  expect(todosOf(stand, 1)).toHaveLength(1)
  expect(printed.splice(0).join(' ')).toContain('503')
})

test('two people at one lead: the second one to save sees what the first one wrote', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  const other = await openCard(await page.context().newPage(), stand, { user: 'admin' })
  await other.press('1', '1', '2', '3', 'Control+Enter')
  await expect(other.save.getByRole('status')).toContainText('Сохранено')

  await page.bringToFront()
  await expect(card.title).toHaveText(/^BAA /)
  await card.press('Control+Enter')
  const conflict = card.save.getByRole('alert')
  await expect(conflict.getByRole('group', { name: 'Тип клиента' })).toContainText(/Сейчас в лиде:?\s*B2C/)
  await expect(conflict.getByRole('group', { name: 'Код' })).toContainText('BAA')
  await card.press('Control+Enter')
  await expect(card.title).toHaveText('AAA Кирпич для дома в Павловске')
  expect(todosOf(stand, 1)).toHaveLength(1)
})

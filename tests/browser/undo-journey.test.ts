import { expect, test } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { commentsOf, noticesTo, rename, requestsOf, storedLead, todosOf } from './portal-side.ts'

const TITLE = 'Кирпич для дома в Павловске'

test('a save is undone and brought back without a mouse: first it says what goes back, then it does that, three requests each', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  const before = storedLead(stand, 1)
  await card.press('1', '1', '2', '1', 'Control+Enter')
  await expect(card.save.getByRole('status').first()).toContainText('Сохранено')
  const after = storedLead(stand, 1)
  const asked = requestsOf(stand, 'manager').all.length

  await card.use(card.button('Отменить сохранение'))
  const undo = card.save.getByRole('group', { name: 'Отмена последнего сохранения' })
  await expect(undo).toBeFocused()
  await expect(undo).toContainText('Лид снова станет таким')
  await expect(undo).toContainText(TITLE)
  await expect(undo).toContainText('Уведомление руководителю отозвать нельзя')
  expect(storedLead(stand, 1)).toEqual(after)
  await card.use(undo.getByRole('button', { name: 'Отменить сохранение' }))
  await expect(undo.getByRole('status')).toContainText('Сохранение отменено')
  await expect(card.title).toHaveText(TITLE)
  const { updatedTime: _before, ...held } = before
  expect(storedLead(stand, 1)).toMatchObject(held)
  expect(todosOf(stand, 1)).toEqual([])
  expect(commentsOf(stand, 1)).toEqual([expect.stringContaining('Отменено')])
  expect(requestsOf(stand, 'manager').all.length - asked).toBe(3)

  await card.use(card.button('Вернуть отменённое'))
  await card.use(undo.getByRole('button', { name: 'Вернуть отменённое' }))
  await expect(undo.getByRole('status')).toContainText('Отменённое возвращено')
  await expect(card.title).toHaveText(`AAA ${TITLE}`)
  expect(storedLead(stand, 1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', title: `AAA ${TITLE}` })
  expect(todosOf(stand, 1)).toHaveLength(1)
  expect(commentsOf(stand, 1)).toHaveLength(1)
  expect(noticesTo(stand, 'head')).toHaveLength(1)
})

test('what somebody changed since stays as they made it, and is named', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1', 'Control+Enter')
  await expect(card.title).toHaveText(`AAA ${TITLE}`)
  await rename(stand, 1, 'Два дома в Павловске')
  await card.use(card.button('Отменить сохранение'))
  const undo = card.save.getByRole('group', { name: 'Отмена последнего сохранения' })
  await card.use(undo.getByRole('button', { name: 'Отменить сохранение' }))
  await expect(undo.getByRole('status')).toContainText('сейчас Два дома в Павловске')
  expect(storedLead(stand, 1)['title']).toBe('Два дома в Павловске')
  expect(storedLead(stand, 1)['UF_CRM_ABC_CODE'] ?? '').toBe('')
})

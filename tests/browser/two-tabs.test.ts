/** The same lead in two tabs of one browser that lets the app's frame keep things. */
import { expect } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { test } from './own-browser.ts'
import { storedLead, todosOf } from './portal-side.ts'

test('both tabs say that the other one answers, and the answers of one go on in the other', async ({ ownContext, stand }) => {
  const first = await openCard(await ownContext.newPage(), stand)
  const second = await openCard(await ownContext.newPage(), stand)
  await second.press('1')
  await expect(second.asked('Срочность')).toBeVisible()
  await expect(first.main).toContainText('По этому лиду отвечают ещё в одной вкладке')

  await first.page.bringToFront()
  await first.enter()
  await first.press('2', '1')
  await expect(first.asked('Бюджет')).toBeVisible()
  await expect(second.main).toContainText('По этому лиду отвечают ещё в одной вкладке')

  await second.page.bringToFront()
  await second.use(second.button('Взять ответы оттуда'))
  await expect(second.path.getByRole('button', { name: 'Потребность' })).toContainText('Может понадобиться, но потом')
  await expect(first.main).not.toContainText('ещё в одной вкладке')
  await second.use(second.button('Вернуть прежние'))
  await expect(second.path.getByRole('button', { name: 'Потребность' })).toContainText('Есть потребность')
  await expect(first.main).toContainText('По этому лиду отвечают ещё в одной вкладке')
})

test('a lead saved in one tab is said in the other, and shown there without losing its answers or overwriting unseen', async ({ ownContext, stand }) => {
  const first = await openCard(await ownContext.newPage(), stand)
  const second = await openCard(await ownContext.newPage(), stand)
  await second.press('1', '1', '3', '3')
  await first.page.bringToFront()
  await first.enter()
  await first.press('1', '1', '2', '1', 'Control+Enter')
  await expect(first.save.getByRole('status')).toContainText('Сохранено')

  await second.page.bringToFront()
  await expect(second.main).toContainText('Квалификация этого лида сохранена в другой вкладке')
  await second.use(second.frame.getByRole('button', { name: 'Показать', exact: true }))
  await expect(second.main).not.toContainText('сохранена в другой вкладке')
  expect(await second.code()).toBe('BBA')
  await second.enter()
  await second.press('Control+Enter')
  const conflict = second.save.getByRole('alert')
  await expect(conflict.getByRole('group', { name: 'Код' })).toContainText('AAA')
  expect(storedLead(stand, 1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA' })
  await second.press('Control+Enter')
  await expect(second.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)).toMatchObject({ UF_CRM_ABC_CODE: 'BBA' })
  expect(todosOf(stand, 1)).toHaveLength(1)
})

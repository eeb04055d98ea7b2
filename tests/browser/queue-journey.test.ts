/** A save that cannot get through outlives its page, in a browser that lets the app's frame keep things. */
import { expect } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import type { LeadCard } from '../support/lead-card.ts'
import { test } from './own-browser.ts'
import { arm, commentsOf, noticesTo, storedLead, todosOf } from './portal-side.ts'
import type { Stand } from '../../scripts/stand.ts'

/** No request that writes a lead gets through: more tries than the test makes, each sent twice by the browser. */
const NO_WAY = { method: 'crm.item.update', kind: 'cut', when: 'before', times: 99 } as const

async function stuck(card: LeadCard, stand: Stand): Promise<void> {
  await card.press('1', '1', '2', '1')
  await arm(stand, NO_WAY)
  await card.press('Control+Enter')
  await expect(card.save.getByRole('alert')).toContainText('Сохранение ждёт портала')
}

function expectSavedOnce(stand: Stand, lead: number): void {
  expect(storedLead(stand, lead)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA' })
  expect(commentsOf(stand, lead)).toHaveLength(1)
  expect(todosOf(stand, lead)).toHaveLength(1)
}

test('a save that waits is there after a reload, with its answers, and is written once', async ({ ownBrowser, stand, printed }) => {
  await stuck(await openCard(ownBrowser, stand), stand)
  await ownBrowser.reload()
  const card = await openCard(ownBrowser, stand)
  await expect(card.save.getByRole('alert')).toContainText('Сохранение ждёт портала')
  await expect(card.path.getByRole('button', { name: 'Потребность' })).toContainText('Есть потребность')
  expect(storedLead(stand, 1)['UF_CRM_ABC_CODE'] ?? '').toBe('')

  await arm(stand)
  await card.use(card.button('Отправить сейчас'))
  await expect(card.save.getByRole('status').first()).toContainText('Сохранено')
  expectSavedOnce(stand, 1)
  expect(noticesTo(stand, 'head')).toHaveLength(1)
  expect(printed.splice(0).join(' ')).toContain('net::ERR_')
})

test('a save that waits does not hold up the next lead, where it is listed and sent by hand', async ({ ownBrowser, stand, printed }) => {
  await stuck(await openCard(ownBrowser, stand), stand)
  const next = await openCard(ownBrowser, stand, { lead: 3 })
  const others = next.frame.getByRole('region', { name: 'Ждут отправки: 1 лид' })
  await expect(others.getByRole('link', { name: 'Кирпич для дома в Павловске' })).toBeVisible()
  await expect(others).toContainText('ждёт')

  await arm(stand)
  await next.enter()
  await next.press('1', '1', '2', '1', 'Control+Enter')
  await expect(next.save.getByRole('status').first()).toContainText('Сохранено')
  expectSavedOnce(stand, 3)

  await next.use(others.getByRole('button', { name: 'Отправить сейчас' }))
  await expect(next.frame.getByText('Отправлено: Кирпич для дома в Павловске')).toBeVisible()
  expectSavedOnce(stand, 1)
  expect(printed.splice(0).join(' ')).toContain('net::ERR_')
})

test('a save that was given up is not sent, and its answers stay', async ({ ownBrowser, stand, printed }) => {
  const card = await openCard(ownBrowser, stand)
  await stuck(card, stand)
  await arm(stand)
  await card.use(card.save.getByRole('button', { name: 'Не отправлять' }))
  const anyway = card.save.getByRole('button', { name: 'Всё равно отказаться' })
  await card.use(anyway)
  await expect(card.save.getByRole('alert')).toHaveCount(0)
  expect(await card.code()).toBe('AAA')

  await ownBrowser.reload()
  const again = await openCard(ownBrowser, stand)
  await expect(again.path.getByRole('button', { name: 'Потребность' })).toContainText('Есть потребность')
  await expect(again.save.getByRole('alert')).toHaveCount(0)
  expect(storedLead(stand, 1)['UF_CRM_ABC_CODE'] ?? '').toBe('')
  expect(printed.splice(0).join(' ')).toContain('net::ERR_')
})

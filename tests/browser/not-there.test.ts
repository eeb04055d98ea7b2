/** What is not there: a session, an access, leads, a portal that has time. */
import { expect, test } from '../support/browser.ts'
import { openCard, showCard } from '../support/lead-card.ts'
import { arm, commentsOf, storedLead } from './portal-side.ts'
import type { Stand } from '../../scripts/stand.ts'

const ANSWERS = ['1', '1', '2', '1'] as const

async function rule(stand: Stand, rules: unknown): Promise<void> {
  const answer = await fetch(`${stand.portalUrl}/emulator/rules`, { method: 'POST', body: JSON.stringify(rules) })
  if (!answer.ok) throw new Error(await answer.text())
}

test('a session that is not renewed is said, and saving works when it is', async ({ page, stand, printed }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  stand.portal.portal.tokens.expireAll()
  await rule(stand, { refresh: 'fails' })
  await page.clock.install()
  await card.press('Control+Enter')
  const alert = card.save.getByRole('alert')
  await expect(async () => {
    await page.clock.fastForward(11_000)
    await expect(alert).toContainText('Сеанс работы с порталом истёк', { timeout: 500 })
  }).toPass()
  await expect(alert).toContainText('Пока ничего не записано')
  expect(await card.code()).toBe('AAA')
  expect(commentsOf(stand, 1)).toEqual([])

  await rule(stand, { refresh: 'works' })
  await card.use(card.button('Отправить сейчас'))
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA' })
  printed.splice(0)
})

test('who loses the access to the app while answering reads that, and not that the lead is closed', async ({ page, stand, printed }) => {
  const card = await openCard(page, stand)
  await card.press(...ANSWERS)
  await rule(stand, { noAccess: ['manager'] })
  await card.press('Control+Enter')
  await expect(card.save.getByRole('alert')).toContainText('Администратор портала закрыл вам доступ к приложению')
  await rule(stand, { noAccess: [] })
  await card.use(card.button('Повторить'))
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(printed.splice(0)).not.toEqual([])
})

test('a plan without REST is named', async ({ page, stand, printed }) => {
  const card = await showCard(page, stand, { language: 'en' })
  await rule(stand, { plan: 'none' })
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('The portal’s plan has no REST')
  expect(printed.splice(0)).not.toEqual([])
})

test('a portal without leads says where the answers stay', async ({ page, stand }) => {
  const card = await showCard(page, stand)
  await rule(stand, { simpleMode: true })
  await card.openTab()
  await expect(card.main).toContainText('Портал работает без лидов')
})

test('a portal that was busy for a moment opens the lead all the same', async ({ page, stand, printed }) => {
  const card = await showCard(page, stand)
  await arm(stand, { method: 'crm.item.get', kind: '503', times: 2 })
  await card.tab.click()
  await expect(card.question.getByRole('radio').first()).toBeEnabled({ timeout: 15_000 })
  expect(printed.splice(0).join(' ')).toContain('503')
})

/** From a portal where nothing is set up to the first question in a lead card, counted. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser.ts'
import { asNew, openAppPage } from '../support/install-page.ts'
import { showCard } from '../support/lead-card.ts'
import { asFresh, openSetUpPage, setUpIn } from '../support/set-up-frame.ts'

/** What a person does in the page and its frames: presses that do something, and signs that are typed. */
async function countDeeds(page: Page): Promise<{ clicks: number; signs: number }> {
  const deeds = { clicks: 0, signs: 0 }
  await page.exposeBinding('countDeed', (_, kind: 'clicks' | 'signs') => { deeds[kind] += 1 })
  await page.addInitScript(() => {
    const count = (kind: string) => { void (window as unknown as { countDeed(kind: string): Promise<void> }).countDeed(kind) }
    addEventListener('click', (event) => { if (event.isTrusted) count('clicks') }, true)
    addEventListener('keydown', (event) => { if (event.isTrusted && event.key.length === 1 && event.key !== ' ') count('signs') }, true)
  })
  return deeds
}

test('an app that was only just uploaded is ready after at most six presses and no typing', async ({ page, stand }) => {
  const deeds = await countDeeds(page)
  await asFresh(stand)
  asNew(stand)
  const install = await openAppPage(page, stand)
  await install.button('Установить').click()
  await page.waitForURL(/install_finished=Y/)
  const setUp = await setUpIn(page.frameLocator('iframe'), 'ru')
  await expect(setUp.status).toHaveText('Осталось пунктов: 5.')
  await setUp.button(setUp.words.goOn).click()
  await expect(setUp.status).toContainText('Портал готов')
  await expect(setUp.frame.getByRole('alert')).toHaveCount(0)

  const card = await showCard(page, stand)
  await card.tab.click()
  await expect(card.asked('Потребность')).toBeVisible()
  expect(deeds.clicks).toBeLessThanOrEqual(6)
  expect(deeds.signs).toBe(0)
})

test('the keyboard alone does it, too', async ({ page, stand }) => {
  await asFresh(stand)
  const setUp = await openSetUpPage(page, stand, { language: 'en' })
  await setUp.button('Set everything up').focus()
  await page.keyboard.press('Enter')
  await expect(setUp.status).toContainText('The portal is ready')
  const undo = setUp.item('card').getByRole('button', { name: 'Undo' })
  await undo.focus()
  await page.keyboard.press('Enter')
  await expect(setUp.item('card')).toHaveAttribute('data-state', 'missing')
})

test('a tab on a portal that is not set up sends to the page where that is done', async ({ page, stand }) => {
  await openSetUpPage(page, stand)
  stand.portal.store.state.appOptions.clear()
  const card = await showCard(page, stand)
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('откройте Triple A в списке приложений')
})

test('somebody who administers nothing sees what is missing and whom to ask', async ({ page, stand }) => {
  await asFresh(stand)
  const setUp = await openSetUpPage(page, stand, { user: 'manager' })
  await expect(setUp.frame.getByText(setUp.words.roleNote.nobody)).toBeVisible()
  await expect(setUp.frame.locator('.set-up').getByRole('button')).toHaveText([setUp.words.check])
})

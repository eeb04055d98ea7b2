import { expect, test } from '../support/browser.ts'
import { openCard, showCard, type LeadCard } from '../support/lead-card.ts'
import { arm } from './portal-side.ts'

test.beforeEach(async ({ page }) => { await page.emulateMedia({ reducedMotion: 'reduce' }) })

/** What moves in the frame, by the element that it moves. */
async function moving(card: LeadCard): Promise<readonly string[]> {
  return card.frame.locator('html').evaluate(({ ownerDocument }) => ownerDocument.getAnimations()
    .filter(animation => animation.playState === 'running' && Number(animation.effect?.getComputedTiming().activeDuration) > 0)
    .map(animation => animation.effect instanceof KeyframeEffect ? animation.effect.target?.outerHTML.slice(0, 120) ?? '' : ''))
}

test('nothing moves while a lead is qualified for whoever asked for less motion', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  for (const key of ['1', '3', '1', '2', '1']) {
    await card.press(key)
    expect(await moving(card)).toEqual([])
  }
  await card.use(card.question.locator('summary'))
  await card.press('F1')
  await expect(card.frame.getByRole('dialog')).toBeVisible()
  expect(await moving(card)).toEqual([])
})

test('nor while it is opened and while it is written', async ({ page, stand }) => {
  const card = await showCard(page, stand)
  await arm(stand, { method: 'crm.item.get', kind: 'slow' })
  const asked = page.waitForRequest(request => request.url().includes('/rest/'))
  await card.tab.click()
  await asked
  expect(await moving(card)).toEqual([])
  await card.ready()
  await card.enter()
  await card.press('1', '1', '2', '1')
  await arm(stand, { method: 'crm.item.update', kind: 'hang' })
  await card.press('Control+Enter')
  await expect(card.save.getByRole('button', { name: card.words.save.saving })).toBeVisible()
  expect(await moving(card)).toEqual([])
})

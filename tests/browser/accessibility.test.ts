import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser.ts'
import { openCard, showCard, type LeadCard } from '../support/lead-card.ts'
import { arm, callAs, rename } from './portal-side.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const THEMES = ['light', 'dark'] as const
const LANGUAGES = ['ru', 'en'] as const

// six runs of axe in one test
test.describe.configure({ timeout: 60_000 })

/** What axe finds inside the app's frame, in both themes. */
async function violations(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme })
    const root = page.frameLocator('iframe').locator('html')
    await expect(root).toContainClass(colorScheme)
    await root.evaluate(async ({ ownerDocument }) => { await Promise.allSettled(ownerDocument.getAnimations().map(animation => animation.finished)) })
    const report = await new AxeBuilder({ page }).include(['iframe', 'html']).withTags(TAGS).analyze()
    expect(report.passes.length, 'rules that axe could apply in the frame').toBeGreaterThan(5)
    found.push(...report.violations.flatMap(({ id, nodes }) => nodes.map(node =>
      `${colorScheme} ${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary ?? ''}`)))
  }
  return found
}

async function sound(page: Page, state: string): Promise<void> {
  expect.soft(await violations(page), state).toEqual([])
}

async function answer(card: LeadCard): Promise<void> {
  await card.press('1', '1', '2', '1')
  await expect(card.asked(card.words.question.optional)).toBeVisible()
}

for (const language of LANGUAGES) {
  test(`axe finds nothing while a lead is qualified and saved (${language})`, async ({ page, stand }) => {
    const card = await openCard(page, stand, { lead: 8, language })
    await sound(page, 'unanswered')
    await card.press('F1')
    await expect(card.frame.getByRole('dialog')).toBeVisible()
    await sound(page, 'keys')
    await card.press('Escape')
    await card.press('3', '2')
    await expect(card.radio(card.words.basics.yes)).toBeVisible()
    await sound(page, 'half-way')
  })

  test(`axe finds nothing on a complete and on a saved lead (${language})`, async ({ page, stand }) => {
    const card = await openCard(page, stand, { language })
    await answer(card)
    await card.use(card.question.locator('summary'))
    await card.use(card.button(card.words.question.noFit))
    await sound(page, 'complete')
    await card.press('Control+Enter')
    await expect(card.save.getByRole('status')).toContainText(card.words.save.saved)
    await sound(page, 'saved')
  })

  test(`axe finds nothing on a title that asks and on a conflict (${language})`, async ({ page, stand }) => {
    await rename(stand, 1, 'ABC Bricks')
    const card = await openCard(page, stand, { language })
    await answer(card)
    await expect(card.save.getByRole('group', { name: card.words.save.titleQuestion })).toBeVisible()
    await sound(page, 'asked title')
    await rename(stand, 1, 'ABC More bricks')
    await card.press('Control+Enter')
    await expect(card.save.getByRole('alert')).toContainText(card.words.save.conflictTitle)
    await sound(page, 'conflict')
  })

  test(`axe finds nothing on a save that is half done (${language})`, async ({ page, stand }) => {
    const card = await openCard(page, stand, { language })
    await answer(card)
    await arm(stand, { method: 'crm.activity.todo.add', kind: '500' })
    await card.press('Control+Enter')
    await expect(card.save.getByRole('alert')).toContainText(card.words.save.partlyTitle)
    await card.use(card.save.locator('summary').first())
    await sound(page, 'partly')
  })

  test(`axe finds nothing on a lead that may only be read (${language})`, async ({ page, stand }) => {
    const card = await openCard(page, stand, { language, user: 'manager2' })
    await expect(card.main).toContainText(card.words.head.readOnly)
    await sound(page, 'read-only')
  })

  test(`axe finds nothing where there is a problem instead of the lead (${language})`, async ({ page, stand }) => {
    const card = await showCard(page, stand, { language })
    await callAs(stand, 'admin', 'crm.item.delete', { entityTypeId: 1, id: 1 })
    await card.tab.click()
    await expect(card.frame.getByRole('alert')).toBeVisible()
    await card.use(card.frame.locator('summary'))
    await sound(page, 'problem')
  })
}

test('axe finds nothing in one column of a narrow window', async ({ page, stand }) => {
  await page.setViewportSize({ width: 380, height: 900 })
  const card = await openCard(page, stand)
  await answer(card)
  await sound(page, 'narrow')
})

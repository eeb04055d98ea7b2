import { expect, test } from '../support/browser.ts'
import { showCard } from '../support/lead-card.ts'
import { arm } from './portal-side.ts'

test('while the lead is fetched the first question can be read, and takes no answer yet', async ({ page, stand }) => {
  await arm(stand, { method: 'crm.item.get', kind: 'slow' })
  const card = await showCard(page, stand)
  await card.tab.click()
  await expect(card.main.getByRole('status')).toHaveText('Открываем лид…')
  await expect(card.asked('Потребность')).toBeVisible()
  for (const choice of await card.question.getByRole('radio').all()) await expect(choice).toBeDisabled()
  await page.keyboard.press('Tab')
  await page.keyboard.press('1')
  await expect(card.asked('Потребность')).toBeVisible()

  await expect(card.main).not.toContainText('Открываем лид…')
  await expect(card.question.getByRole('radio').first()).toBeEnabled()
  await expect(card.question.getByRole('radio', { checked: true })).toHaveCount(0)
})

/** A manager sees in the call that another question set fits better. */
import { preparePortal } from '../../scripts/prepare-portal.ts'
import { BANT } from '../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { expect } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { test } from './own-browser.ts'
import { storedLead } from './portal-side.ts'

test('he changes to it by keyboard, keeps what was answered, and the lead remembers by which it was asked', async ({ ownBrowser, stand }) => {
  await preparePortal(stand.portalUrl, [DEFAULT_SET, BANT])
  const card = await openCard(ownBrowser, stand)
  await card.press('1')
  const summary = card.frame.getByText('Анкета: Базовая анкета')
  await summary.focus()
  await card.press('Enter', 'Tab', 'Enter')
  await expect(card.frame.getByText('Анкета: BANT')).toBeVisible()
  await expect(card.path.getByRole('button', { name: /Потребность\s*Да/ })).toBeVisible()

  await card.page.reload()
  await card.openTab()
  await expect(card.frame.getByText('Анкета: BANT')).toBeVisible()
  await expect(card.path.getByRole('button', { name: /Потребность\s*Да/ })).toBeVisible()

  await card.enter()
  await card.press('1', '1', '1', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)['UF_CRM_ABC_SET']).toBe('bant@1')

  await card.page.reload()
  await card.openTab()
  await expect(card.frame.getByText('Анкета: BANT')).toBeVisible()
  await card.frame.getByText('Анкета: BANT').click()
  await card.frame.getByRole('button', { name: 'Спросить по анкете «Базовая анкета»' }).click()
  await expect(card.frame.getByText('Анкета: Базовая анкета')).toBeVisible()
  await expect(card.path.getByRole('button', { name: 'Есть потребность' })).toBeVisible()
})

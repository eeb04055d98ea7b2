import { expect, test } from '../support/browser.ts'

test.use({ build: 'dist-bare' })

test('the bare page, opened in a lead card, gets the lead and takes an answer', async ({ page, stand }) => {
  await page.goto(`${stand.portalUrl}/crm/lead/details/1/?user=admin&lang=ru`)
  await page.getByRole('tab', { name: 'Квалификация' }).click()
  const frame = page.frameLocator('iframe')
  const choice = frame.getByRole('radio').first()
  await expect(choice).toBeEnabled()
  await choice.click()
  await expect(choice).toHaveAttribute('aria-checked', 'true')
  await expect(frame.getByRole('status')).not.toBeEmpty()
})

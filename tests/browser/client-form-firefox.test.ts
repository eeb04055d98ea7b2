/** The questionnaire in another engine than the one that all other tests run in. */
import { WORDS } from '../../src/client-form/words.ts'
import { expect, test } from '../support/browser.ts'
import { findFirefox, inFirefox, NO_FIREFOX } from '../support/firefox.ts'
import { CLIENT_PHONE, newestLead } from '../support/site-form.ts'
import { storedLead } from './portal-side.ts'

const SHOWN = WORDS.ru

test('a client in Firefox answers by keyboard and mouse, and it arrives in the lead’s own fields', async ({ stand }, info) => {
  const firefox = findFirefox()
  test.skip(firefox === undefined && process.env['CI'] === undefined, NO_FIREFOX)
  if (firefox === undefined) throw new Error(NO_FIREFOX)
  const before = newestLead(stand)

  await inFirefox(firefox, info.outputPath(), async (page) => {
    const printed: string[] = []
    page.on('console', message => { if (message.type() !== 'log') printed.push(message.text()) })
    page.on('pageerror', error => printed.push(String(error)))
    await page.goto(`${stand.portalUrl}/site/?lang=ru&hidden=UF_CRM_ABC_SET`)
    const press = (name: string) => page.locator(`[data-triple-a] >>> ::-p-text(${name})`).click()

    await press('Да, нужно')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await press('Как можно скорее')
    await press(SHOWN.next)
    await press(SHOWN.skip)
    await press('Для компании')
    await press(SHOWN.next)
    await page.locator('input[type=tel]').fill(CLIENT_PHONE)
    await page.locator('input[type=checkbox]').click()
    await page.locator('.b24-form-btn').click()
    await page.locator(`[data-triple-a] >>> ::-p-text(${SHOWN.thanks})`).wait()
    expect(printed).toEqual([])
  })

  expect(newestLead(stand)).toBe(before + 1)
  expect(storedLead(stand, before + 1)).toMatchObject({
    UF_CRM_ABC_NEED: 'Есть потребность', UF_CRM_ABC_URGENCY: 'Прямо сейчас', UF_CRM_ABC_CLIENT_TYPE: 'B2B', UF_CRM_ABC_SET: 'default@1',
  })
  expect(storedLead(stand, before + 1)).not.toHaveProperty('UF_CRM_ABC_BUDGET')
})

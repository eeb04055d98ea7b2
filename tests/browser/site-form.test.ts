/** The code for a site, made by keyboard and put on the site. */
import { FORM } from '../../emulator/forms/form.ts'
import { LOADER } from '../../emulator/forms/site-page.ts'
import { loadHomeWords } from '../../src/i18n/home-words.ts'
import { loadSiteFormWords } from '../../src/i18n/site-form-words.ts'
import { axeIn, REQUIRED } from '../support/axe.ts'
import { expect, test } from '../support/browser.ts'
import { CLIENT_PHONE, newestLead } from '../support/site-form.ts'
import { openSite } from '../support/site-page.ts'
import { storedLead } from './portal-side.ts'

/** As the portal gives it: an inline script that fetches the form's loader. */
function embedCode(portal: string): string {
  return `<script data-b24-form="inline/${FORM.id}/${FORM.sec}" data-skip-moving="true">(function(w,d,u){var s=d.createElement('script');s.async=true;s.src=u;d.head.appendChild(s)})(window,document,'${portal}${LOADER}')</script>`
}

test('the code that the page makes guides clients through the form on the site', async ({ page, stand, printed }) => {
  const [home, words] = await Promise.all([loadHomeWords('ru'), loadSiteFormWords('ru')])
  await page.goto(`${stand.portalUrl}/marketplace/app/triple-a/?user=admin&lang=ru`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: home.sections.siteForm, exact: true }).press('Enter')
  const code = frame.getByLabel(words.code.label)
  await code.focus()
  await page.keyboard.insertText(embedCode(stand.portalUrl))
  const made = frame.getByLabel(words.snippet.label)
  await expect(made).toHaveValue(/data-set=/)
  await frame.getByRole('button', { name: words.snippet.copy, exact: true }).press('Enter')
  // the portal grants its frames no clipboard, and the browser says so
  await expect(frame.getByText(words.snippet.selected)).toBeVisible()
  await expect(made).toBeFocused()
  expect(printed.splice(0)).toEqual([expect.stringContaining('Clipboard API has been blocked')])
  const found = await axeIn(page.frames().at(-1) ?? page.mainFrame(), REQUIRED)
  expect(found.violations).toEqual([])

  stand.portal.portal.rules.change({ siteCode: await made.inputValue() })
  const site = await openSite(page, stand)
  for (const answer of ['Да, нужно', 'Как можно скорее', 'От 300 до 500 тыс. ₽', 'Для компании']) await site.choose(answer)
  await site.sendWith(CLIENT_PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  expect(storedLead(stand, newestLead(stand))).toMatchObject({ UF_CRM_ABC_NEED: 'Есть потребность', UF_CRM_ABC_CLIENT_TYPE: 'B2B' })
})

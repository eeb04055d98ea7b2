/** The code for a site, made by keyboard and put on the site. */
import { FORM } from '../../emulator/forms/form.ts'
import { LOADER } from '../../emulator/forms/site-page.ts'
import { loadHomeWords } from '../../src/i18n/home-words.ts'
import { loadSiteFormWords } from '../../src/i18n/site-form-words.ts'
import { axeIn, REQUIRED } from '../support/axe.ts'
import { expect, test } from '../support/browser.ts'
import { openSite } from '../support/site-page.ts'

test('the code that the page makes guides clients through the form on the site', async ({ page, stand, printed }) => {
  const [home, words] = await Promise.all([loadHomeWords('ru'), loadSiteFormWords('ru')])
  await page.goto(`${stand.portalUrl}/marketplace/app/triple-a/?user=admin&lang=ru`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: home.sections.siteForm, exact: true }).press('Enter')
  const code = frame.getByLabel(words.code.label)
  await code.focus()
  await page.keyboard.insertText(`<script data-b24-form="inline/${FORM.id}/${FORM.sec}">load('${stand.portalUrl}${LOADER}')</script>`)
  const made = frame.getByLabel(words.snippet.label)
  await expect(made).toHaveValue(/data-set=/)
  await frame.getByRole('button', { name: words.snippet.copy, exact: true }).press('Enter')
  // the portal grants its frames no clipboard, and the browser says so
  await expect(frame.getByText(words.snippet.selected)).toBeVisible()
  await expect(made).toBeFocused()
  expect(printed.splice(0)).toEqual([expect.stringContaining('Clipboard API has been blocked')])
  const found = await axeIn(page.frames().at(-1) ?? page.mainFrame(), REQUIRED)
  expect(found.violations).toEqual([])

  const [tag = ''] = (await made.inputValue()).split('\n')
  const site = await openSite(page, stand, '')
  const theirs = await page.locator('script[data-set]').evaluate(script => [script.getAttribute('src'), script.getAttribute('data-set')])
  const ours = await page.evaluate((html) => {
    const script = new DOMParser().parseFromString(html, 'text/html').querySelector('script')
    return [script?.getAttribute('src'), script?.getAttribute('data-set')]
  }, tag)
  expect(ours).toEqual(theirs)
  await site.choose('Да, нужно')
  await expect(site.guide).toBeVisible()
})

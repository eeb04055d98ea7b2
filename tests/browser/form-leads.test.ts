/** Leads from forms that nobody opened, from the site to the portal's fields. */
import { loadFormLeadsWords } from '../../src/i18n/form-leads-words.ts'
import { loadHomeWords } from '../../src/i18n/home-words.ts'
import { parseRun } from '../../src/domain/run.ts'
import { axeIn, REQUIRED } from '../support/axe.ts'
import { expect, test } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { itemOf, postForm } from '../support/site-form.ts'
import { noticesTo, storedLead, todosOf } from './portal-side.ts'

test('they are looked through and written on one confirmation, by keyboard, and stay unconfirmed for the manager', async ({ page, stand }) => {
  const item = (field: string, words: string) => [field, itemOf(stand, field, words)] as const
  const hot = await postForm(stand, Object.fromEntries([
    item('UF_CRM_ABC_NEED', 'Есть потребность'), item('UF_CRM_ABC_URGENCY', 'Прямо сейчас'), item('UF_CRM_ABC_BUDGET', 'От 1 млн ₽'), item('UF_CRM_ABC_CLIENT_TYPE', 'B2B'),
  ]))
  const cold = await postForm(stand, Object.fromEntries([item('UF_CRM_ABC_NEED', 'Нет потребности')]))
  const silent = await postForm(stand, {})
  const [words, home] = await Promise.all([loadFormLeadsWords('ru'), loadHomeWords('ru')])

  await page.goto(`${stand.portalUrl}/marketplace/app/triple-a/?user=admin&lang=ru`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: home.sections.formLeads, exact: true }).click()
  const table = frame.getByRole('table', { name: words.list })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table).toContainText('AAA')
  const found = await axeIn(page.frames().at(-1) ?? page.mainFrame(), REQUIRED)
  expect(found.applied).toBeGreaterThan(10)
  expect(found.violations).toEqual([])

  await frame.getByRole('button', { name: words.write(2), exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(frame.getByRole('group', { name: words.sure(2) })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(frame.getByRole('status')).toHaveText(words.ended(2, 0, 0, 0))

  expect(storedLead(stand, hot)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', title: expect.stringMatching(/^AAA /) })
  const run = parseRun(String(storedLead(stand, hot)['UF_CRM_ABC_RUN']))
  expect(run).toMatchObject({ ok: true, value: { seconds: 0, declared: { answers: { need: 'yes', budget: 'from_1m' }, confirmed: [] } } })
  expect(todosOf(stand, hot)).toHaveLength(1)
  expect(String(storedLead(stand, cold)['UF_CRM_ABC_CODE'])).toMatch(/C/)
  expect(storedLead(stand, silent)).not.toHaveProperty('UF_CRM_ABC_CODE')
  const notices = (['head', 'director', 'admin'] as const).flatMap(user => noticesTo(stand, user))
  expect(notices).toEqual([expect.stringContaining(words.notice.head(1))])

  const card = await openCard(page, stand, { lead: hot })
  await expect(card.frame.getByRole('region', { name: 'Клиент ответил в форме' })).toContainText('Уточнено 0 из 4')
  await expect(card.main).toContainText('Отменить')
})

/** From the answers of a client on the site to the manager who calls back. */
import { LEAD } from '../../emulator/entities.ts'
import type { Stand } from '../../scripts/stand.ts'
import { parseRun } from '../../src/domain/run.ts'
import { axeIn, REQUIRED } from '../support/axe.ts'
import { expect, test } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { openSite } from '../support/site-page.ts'
import { storedLead } from './portal-side.ts'

const PHONE = '+7 900 555-66-77'

function newest({ portal: { store: { state } } }: Stand): number {
  return Math.max(...[...state.items[LEAD].all()].map(({ id }) => id))
}

function declaredIn(stand: Stand, lead: number) {
  const run = parseRun(String(storedLead(stand, lead)['UF_CRM_ABC_RUN']))
  if (!run.ok) throw new Error('the run cannot be read')
  return run.value.declared
}

test('what a client answered is confirmed or corrected with one key each, and both are kept', async ({ page, stand }) => {
  const site = await openSite(page, stand, 'hidden=UF_CRM_ABC_SET')
  for (const answer of ['Да, нужно', 'Как можно скорее', 'От 300 до 500 тыс. ₽', 'Для компании']) await site.choose(answer)
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  const lead = newest(stand)

  const card = await openCard(page, stand, { lead })
  const said = card.frame.getByRole('region', { name: 'Клиент ответил в форме' })
  await expect(said).toContainText('Уточнено 0 из 4')
  await expect(card.question).toContainText('ответил клиент: Enter подтвердит')
  expect(await card.code()).toMatch(/^A/)
  const found = await axeIn(page.frames().at(-1) ?? page.mainFrame(), REQUIRED)
  expect(found.applied).toBeGreaterThan(10)
  expect(found.violations).toEqual([])
  await card.press('Enter', 'Enter', '1', 'Enter')
  await expect(said).toContainText('Уточнено 4 из 4')
  await expect(said).toContainText('в разговоре: От 1 млн ₽')
  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')

  expect(storedLead(stand, lead)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', UF_CRM_ABC_BUDGET: 'От 1 млн ₽' })
  expect(declaredIn(stand, lead)).toMatchObject({ answers: { need: 'yes', budget: 'from_300k' }, set: 'default@1' })
})

test('a client who answered a part is asked the rest, and what he skipped is named', async ({ page, stand }) => {
  const site = await openSite(page, stand, '', 'en')
  await site.skip()
  await site.choose('As soon as possible')
  await site.skip()
  await site.skip()
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('The request has been sent.')

  const card = await openCard(page, stand, { lead: newest(stand), language: 'en' })
  const said = card.frame.getByRole('region', { name: 'The client answered in the form' })
  await expect(said).toContainText('Not answered: Need, Budget, Client type')
  await expect(card.asked('Need')).toBeVisible()
  await card.press('1')
  await expect(card.question).toContainText('said by the client: Enter confirms')
})

test('a client who answered nothing is asked as any other', async ({ page, stand }) => {
  const site = await openSite(page, stand, 'script=none')
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  const card = await openCard(page, stand, { lead: newest(stand) })
  await expect(card.asked('Потребность')).toBeVisible()
  await expect(card.frame.getByText('Клиент ответил в форме')).toHaveCount(0)
})

test('what was posted past the form is shown as it is, and trusted in nothing', async ({ page, stand }) => {
  const values = { LEAD_PHONE: [PHONE], LEAD_UF_CRM_ABC_NEED: ['999999'], LEAD_UF_CRM_ABC_BUDGET: ['<b>много</b>'], LEAD_UF_CRM_ABC_SET: ['default@77'], LEAD_UF_CRM_ABC_URGENCY: [String(itemOf(stand, 'UF_CRM_ABC_URGENCY', 'Прямо сейчас'))] }
  const data = new FormData()
  for (const [name, value] of Object.entries({ id: '3', sec: 'x7q2ma', lang: 'ru', values: JSON.stringify(values) })) data.set(name, value)
  await fetch(`${stand.portalUrl}/bitrix/services/main/ajax.php?action=crm.site.form.fill`, { method: 'POST', body: data })

  const card = await openCard(page, stand, { lead: newest(stand) })
  const said = card.frame.getByRole('region', { name: 'Клиент ответил в форме' })
  await expect(said).toContainText('Форма назвала default@77, а такой версии ещё не было.')
  await expect(said).toContainText('Прямо сейчас')
  await expect(card.frame.locator('b', { hasText: 'много' })).toHaveCount(0)
})

function itemOf({ portal: { store: { state } } }: Stand, code: string, words: string): number {
  const item = state.userFields.all().find(({ name }) => name === code)?.list.find(({ value }) => value === words)
  if (!item) throw new Error(`the field ${code} has no “${words}”`)
  return item.id
}

/** From the answers of a client on the site to the manager who calls back. */
import type { Stand } from '../../scripts/stand.ts'
import { parseRun } from '../../src/domain/run.ts'
import { axeIn, REQUIRED } from '../support/axe.ts'
import { expect, test } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { CLIENT_PHONE, itemOf, newestLead, postForm } from '../support/site-form.ts'
import { openSite } from '../support/site-page.ts'
import { storedLead } from './portal-side.ts'

function declaredIn(stand: Stand, lead: number) {
  const run = parseRun(String(storedLead(stand, lead)['UF_CRM_ABC_RUN']))
  if (!run.ok) throw new Error('the run cannot be read')
  return run.value.declared
}

test('what a client answered is confirmed or corrected with one key each, and both are kept', async ({ page, stand }) => {
  const site = await openSite(page, stand, 'hidden=UF_CRM_ABC_SET')
  for (const answer of ['Да, нужно', 'Как можно скорее', 'От 300 до 500 тыс. ₽', 'Для компании']) await site.choose(answer)
  await site.sendWith(CLIENT_PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  const lead = newestLead(stand)

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
  await site.sendWith(CLIENT_PHONE)
  await expect(site.state).toHaveText('The request has been sent.')

  const card = await openCard(page, stand, { lead: newestLead(stand), language: 'en' })
  const said = card.frame.getByRole('region', { name: 'The client answered in the form' })
  await expect(said).toContainText('Not answered: Need, Budget, Client type')
  await expect(card.asked('Need')).toBeVisible()
  await card.press('1')
  await expect(card.question).toContainText('said by the client: Enter confirms')
})

test('a client who answered nothing is asked as any other', async ({ page, stand }) => {
  const site = await openSite(page, stand, 'script=none')
  await site.sendWith(CLIENT_PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  const card = await openCard(page, stand, { lead: newestLead(stand) })
  await expect(card.asked('Потребность')).toBeVisible()
  await expect(card.frame.getByText('Клиент ответил в форме')).toHaveCount(0)
})

test('what was posted past the form is shown as it is, and trusted in nothing', async ({ page, stand }) => {
  const lead = await postForm(stand, {
    UF_CRM_ABC_NEED: 999999, UF_CRM_ABC_BUDGET: '<b>много</b>', UF_CRM_ABC_SET: 'default@77', UF_CRM_ABC_URGENCY: itemOf(stand, 'UF_CRM_ABC_URGENCY', 'Прямо сейчас'),
  })

  const card = await openCard(page, stand, { lead })
  const said = card.frame.getByRole('region', { name: 'Клиент ответил в форме' })
  await expect(said).toContainText('Форма назвала default@77, а такой версии ещё не было.')
  await expect(said).toContainText('Прямо сейчас')
  await expect(card.frame.locator('b', { hasText: 'много' })).toHaveCount(0)
})

for (const [what, query, need] of [
  ['whose fields stand in another order', 'order=reverse', 'Да, нужно'],
  ['of a form that lacks a field', 'without=UF_CRM_ABC_BUDGET', undefined],
] as const) {
  test(`the manager of a lead ${what} sees what was answered, and is asked the rest`, async ({ page, stand, printed }) => {
    const site = await openSite(page, stand, query)
    if (need === undefined) await site.list('Потребность').selectOption('Есть потребность')
    else {
      await site.choose(need)
      for (let question = 0; question < 3; question += 1) await site.skip()
    }
    await site.sendWith(CLIENT_PHONE)
    await expect(site.state).toHaveText('Заявка отправлена.')
    // the script says once why it left the form alone
    printed.splice(0)
    const card = await openCard(page, stand, { lead: newestLead(stand) })
    await expect(card.frame.getByRole('region', { name: 'Клиент ответил в форме' })).toContainText('Без ответа: Срочность, Бюджет, Тип клиента')
    await card.press('Enter', '1', '1', '1')
    await expect(card.frame.getByRole('region', { name: 'Клиент ответил в форме' })).toContainText('Уточнено 1 из 1')
    expect(await card.code()).toBe('AAA')
  })
}

test('a client who sends the form once more after a failure makes one lead, with all his answers', async ({ page, stand, printed }) => {
  const before = newestLead(stand)
  let tries = 0
  await page.route('**/ajax.php?action=crm.site.form.fill*', async (route) => {
    tries += 1
    await (tries === 1 ? route.abort() : route.fallback())
  })
  const site = await openSite(page, stand)
  for (const answer of ['Да, нужно', 'Как можно скорее', 'От 300 до 500 тыс. ₽', 'Для компании']) await site.choose(answer)
  await site.sendWith(CLIENT_PHONE)
  await expect.poll(() => tries).toBe(1)
  await expect(site.state).not.toHaveText('Заявка отправлена.')
  await site.send.click()
  await expect(site.state).toHaveText('Заявка отправлена.')
  printed.splice(0)
  expect(newestLead(stand)).toBe(before + 1)
  const card = await openCard(page, stand, { lead: before + 1 })
  await expect(card.frame.getByRole('region', { name: 'Клиент ответил в форме' })).toContainText('Уточнено 0 из 4')
})

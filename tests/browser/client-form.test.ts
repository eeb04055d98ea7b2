/** A client on a site: the questionnaire in front of the portal's form, and the plain form where it cannot be. */
import type { FieldValue } from '../../emulator/entities.ts'
import { LEAD } from '../../emulator/entities.ts'
import type { Stand } from '../../scripts/stand.ts'
import { axeIn, RECOMMENDED } from '../support/axe.ts'
import { expect, test } from '../support/browser.ts'
import { openSite } from '../support/site-page.ts'
import { storedLead } from './portal-side.ts'

const LISTS = ['UF_CRM_ABC_NEED', 'UF_CRM_ABC_URGENCY', 'UF_CRM_ABC_BUDGET', 'UF_CRM_ABC_CLIENT_TYPE'] as const
const PHONE = '+7 900 555-66-77'

function leads({ portal: { store: { state } } }: Stand): readonly number[] {
  return [...state.items[LEAD].all()].map(({ id }) => id).sort((a, b) => a - b)
}

/** What the newest lead has in the four lists, in words. */
function answersOf(stand: Stand): readonly FieldValue[] {
  const lead = storedLead(stand, leads(stand).at(-1) ?? 0)
  return LISTS.map(name => lead[name] ?? null)
}

test('a client answers everything, and it arrives in the lead’s own fields', async ({ page, stand }) => {
  const before = leads(stand).length
  const site = await openSite(page, stand)
  await expect(site.status).toHaveText('Вопрос 1 из 4')
  await expect(site.phone).toBeHidden()
  await site.choose('Да, нужно')
  await site.choose('Как можно скорее')
  await site.choose('От 300 до 500 тыс. ₽')
  await site.choose('Для компании')
  await expect(site.guide.getByRole('heading')).toBeFocused()
  await expect(site.list('Потребность')).toBeHidden()
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  await expect(site.status).toHaveText('Спасибо! Ваши ответы отправлены.')
  expect(leads(stand)).toHaveLength(before + 1)
  expect(answersOf(stand)).toEqual(['Есть потребность', 'Прямо сейчас', 'От 300 до 500 тыс. ₽', 'B2B'])
})

test('a client answers some, with a change of mind on the way', async ({ page, stand }) => {
  const site = await openSite(page, stand, '', 'en')
  await site.choose('Yes, I need it')
  await site.choose('I don’t know')
  await site.button('Back').click()
  await expect(site.guide.getByRole('radio', { name: 'I don’t know' })).toBeChecked()
  await site.choose('In the next three months')
  await site.skip()
  await site.choose('For a company')
  await site.button('Back to the questions').click()
  await expect(site.phone).toBeHidden()
  await site.choose('I don’t know')
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('The request has been sent.')
  expect(answersOf(stand)).toEqual(['Есть потребность', 'В течение 3 месяцев', null, null])
})

test('a client answers nothing, and is a lead all the same', async ({ page, stand }) => {
  const site = await openSite(page, stand)
  for (let question = 0; question < 4; question += 1) await site.skip()
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  expect(answersOf(stand)).toEqual([null, null, null, null])
})

test('a client walks through by keyboard alone', async ({ page, stand }) => {
  const site = await openSite(page, stand)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(site.guide.getByRole('radio', { name: 'Возможно, понадобится позже' })).toBeChecked()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(site.question('Когда вы планируете покупку?')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(site.guide.getByRole('alert')).toHaveText('Выберите ответ или пропустите вопрос.')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(site.question('На какую сумму вы рассчитываете?')).toBeVisible()
  // upwards from the first choice is the last one: not known
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(site.question('Для кого вы покупаете?')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(site.guide.getByRole('heading')).toBeFocused()
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  expect(answersOf(stand)).toEqual(['Может понадобиться, но потом', 'Прямо сейчас', null, null])
})

test('the hidden field for the set’s reference is filled where the form has one', async ({ page, stand }) => {
  const site = await openSite(page, stand, 'hidden=UF_CRM_ABC_SET')
  await site.choose('Да, нужно')
  for (let question = 0; question < 3; question += 1) await site.skip()
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  expect(storedLead(stand, leads(stand).at(-1) ?? 0)['UF_CRM_ABC_SET']).toBe('default@1')
})

for (const how of ['was not added', 'is blocked'] as const) {
  test(`the plain form works when the script ${how}`, async ({ page, stand, printed }) => {
    if (how === 'is blocked') await page.route('**/triple-a-form.js', route => route.abort())
    const site = await openSite(page, stand, how === 'is blocked' ? '' : 'script=none')
    await site.list('Потребность').selectOption('Есть потребность')
    await site.sendWith(PHONE)
    await expect(site.state).toHaveText('Заявка отправлена.')
    expect(answersOf(stand)).toEqual(['Есть потребность', null, null, null])
    expect(printed.splice(0).filter(line => !line.includes('ERR_FAILED'))).toEqual([])
  })
}

for (const [what, query, why] of [
  ['lacks a field', 'without=UF_CRM_ABC_BUDGET', 'the form has no field LEAD_UF_CRM_ABC_BUDGET'],
  ['requires an answer', 'required=UF_CRM_ABC_NEED', 'the field LEAD_UF_CRM_ABC_NEED is required, and a client may skip every question'],
] as const) {
  test(`the plain form works, and one warning says why, when it ${what}`, async ({ page, stand, printed }) => {
    const site = await openSite(page, stand, query)
    await site.list('Потребность').selectOption('Есть потребность')
    await site.sendWith(PHONE)
    await expect(site.state).toHaveText('Заявка отправлена.')
    await expect(site.guide).toHaveCount(0)
    expect(answersOf(stand)[0]).toBe('Есть потребность')
    expect(printed.splice(0)).toEqual([`Triple A: the form is shown as it is, because ${why}.`])
  })
}

test('a set that cannot be read leaves the plain form, with one warning', async ({ page, stand, printed }) => {
  stand.portal.portal.rules.change({ siteSet: '{"format":1,"id":"Default"}' })
  const site = await openSite(page, stand)
  await expect(site.phone).toBeVisible()
  await expect(site.guide).toHaveCount(0)
  expect(printed.splice(0)).toEqual([expect.stringMatching(/^Triple A: .*cannot read|^Triple A: .*can read \(flawed: id/)])
})

test('fields in another order are asked in the set’s order', async ({ page, stand }) => {
  const site = await openSite(page, stand, 'order=reverse')
  await expect(site.question('Нужно ли вам то, о чём вы спрашиваете?')).toBeVisible()
  await site.choose('Да, нужно')
  for (let question = 0; question < 3; question += 1) await site.skip()
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  expect(answersOf(stand)).toEqual(['Есть потребность', null, null, null])
})

for (const kind of ['500', '503'] as const) {
  test(`a submission that fails with ${kind} is repeated with all answers`, async ({ page, stand, printed }) => {
    await fetch(`${stand.portalUrl}/emulator/faults`, { method: 'POST', body: JSON.stringify([{ method: 'crm.site.form.fill', kind }]) })
    const before = leads(stand).length
    const site = await openSite(page, stand)
    await site.choose('Да, нужно')
    for (let question = 0; question < 3; question += 1) await site.skip()
    await site.sendWith(PHONE)
    await expect(site.state).toHaveText('Заявку не удалось отправить. Попробуйте ещё раз.')
    await expect(site.button('Вернуться к вопросам')).toBeVisible()
    await site.send.click()
    await expect(site.state).toHaveText('Заявка отправлена.')
    expect(leads(stand)).toHaveLength(before + 1)
    expect(answersOf(stand)[0]).toBe('Есть потребность')
    expect(printed.splice(0).filter(line => !line.includes('503'))).toEqual([])
  })
}

test('nothing is asked of anybody but the form’s own portal and the script’s host, nothing is stored, no global name is taken', async ({ page, stand }) => {
  const requests: string[] = []
  page.on('request', request => requests.push(`${request.method()} ${request.url().replace(/\?.*/, '')}`))
  const site = await openSite(page, stand, 'script=none')
  await expect(site.send).toBeVisible()
  const names = await page.evaluate(() => Object.keys(window).toSorted())
  const without = requests.splice(0)
  await openSite(page, stand)
  for (let question = 0; question < 4; question += 1) await site.skip()
  await site.sendWith(PHONE)
  await expect(site.state).toHaveText('Заявка отправлена.')
  expect(requests.toSorted()).toEqual([...without, `GET ${stand.appUrl}/triple-a-form.js`, `POST ${stand.portalUrl}/bitrix/services/main/ajax.php`].toSorted())
  expect(await page.evaluate(() => Object.keys(window).toSorted())).toEqual(names)
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0])
})

test('a client never sees a letter, a grade or what the manager says', async ({ page, stand }) => {
  const site = await openSite(page, stand)
  const seen: string[] = []
  for (let question = 0; question < 4; question += 1) {
    seen.push(await site.guide.innerText())
    await site.skip()
  }
  expect(seen.join('\n')).not.toMatch(/\b[ABC]{2,3}\b|\b[A-E]\b|B2B|C2C|Оплатить не может|закрыть этот вопрос/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any step, ${colorScheme}`, async ({ page, stand }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const site = await openSite(page, stand)
    const look = async (): Promise<void> => {
      const { applied, violations } = await axeIn(page.mainFrame(), RECOMMENDED)
      expect(applied).toBeGreaterThan(10)
      expect(violations).toEqual([])
    }
    await site.button('Дальше').click()
    await look()
    await site.choose('Да, нужно')
    await look()
    for (let question = 0; question < 3; question += 1) await site.skip()
    await look()
    await site.sendWith(PHONE)
    await expect(site.status).toHaveText('Спасибо! Ваши ответы отправлены.')
    await look()
  })
}

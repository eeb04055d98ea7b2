import { expect, test } from '../support/browser.ts'
import { openCard, showCard, type LeadCard } from '../support/lead-card.ts'
import { callAs, requestsOf, storedLead } from './portal-side.ts'

async function saved(card: LeadCard): Promise<void> {
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
}

test('a lead that nobody has qualified asks the first question and says who the client is', async ({ page, stand }) => {
  const card = await openCard(page, stand, { lead: 8 })
  await expect(card.asked('Потребность')).toBeVisible()
  await expect(card.question).toContainText('1 из 5')
  await expect(card.frame.getByRole('heading', { level: 1 })).toHaveText('Мария Ветрова')
  for (const detail of ['+7 911 700-10-10', 'vetrova@post.example', 'Повторный клиент', 'Иван Морозов', 'Не обработан']) await expect(card.main).toContainText(detail)
  await expect(card.main).toContainText(/310\s000/)
  await expect(card.save).toContainText('Ответьте на первый вопрос')
  await expect(card.button('Сохранить')).toHaveCount(0)
})

test('a lead saved with an unknown budget has an open class and a to-do that asks, and goes on from there', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '0', '1', 'Control+Enter')
  await saved(card)
  await expect(card.title).toHaveText(/^A\?A /)
  expect(storedLead(stand, 1)).toMatchObject({ UF_CRM_ABC_CODE: 'A?A' })
  expect(storedLead(stand, 1)['UF_CRM_ABC_CLASS'] ?? null).toBeNull()

  await page.reload()
  await card.openTab()
  await card.enter()
  await expect(card.result).toContainText('возможен A или C')
  await card.use(card.path.getByRole('button', { name: 'Бюджет' }))
  await card.press('1', 'Control+Enter')
  await saved(card)
  await expect(card.title).toHaveText('AAA Кирпич для дома в Павловске')
})

test('an answered lead is qualified anew: earlier answers are dated, one digit changes the code in the title', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1', '0', 'Control+Enter')
  await saved(card)
  await page.reload()
  await card.openTab()
  await card.enter()
  await expect(card.question).toContainText('Все вопросы заданы')
  await expect(card.main).toContainText(/Сохранено .+, Иван Морозов, за 0:\d\d, анкета «Базовая анкета», версия 1/)
  await card.button('Квалифицировать заново').focus()
  await card.press('Enter')
  await expect(card.asked('Потребность')).toBeVisible()
  await expect(card.question).toContainText(/ответ от \d+ [а-я]+ в \d\d:\d\d/)
  await expect(card.radio('Есть потребность')).toBeChecked()
  await card.press('Enter', '2', '0')
  await expect(card.asked('Бюджет')).toBeVisible()
  await card.press('Enter', '3', 'Control+Enter')
  await saved(card)
  await expect(card.title).toHaveText('BAB Кирпич для дома в Павловске')
})

test('who may only read sees everything and no Save', async ({ page, stand }) => {
  const card = await openCard(page, stand, { user: 'manager2' })
  await expect(card.main).toContainText('Вы можете смотреть этот лид, но не менять его.')
  await expect(card.radio('Есть потребность')).toBeDisabled()
  await expect(card.button('Сохранить')).toHaveCount(0)
  await card.press('1', 'Control+Enter', '0')
  await expect(card.result).toContainText('Кода пока нет')
  await card.press('Enter')
  await expect(card.asked('Срочность')).toBeVisible()
  expect(requestsOf(stand, 'manager2').all).toHaveLength(1)
})

test('who may only read sees the answers of others, with who gave them', async ({ page, stand }) => {
  const own = await openCard(page, stand)
  await own.press('1', '1', '2', '1', 'Control+Enter')
  await saved(own)
  const card = await openCard(page, stand, { user: 'manager2' })
  expect(await card.code()).toBe('AAA')
  await expect(card.main).toContainText(/Сохранено .+, Иван Морозов/)
  await expect(card.plan).toContainText('6 × 3 = 18')
})

test('who has no access to the CRM is not let near a lead', async ({ page, stand, printed }) => {
  const answer = await page.goto(`${stand.portalUrl}/crm/lead/details/1/?user=nocrm&lang=ru`)
  expect(answer?.status()).toBe(403)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Нет доступа')
  expect(printed.splice(0)).toEqual([expect.stringContaining('403')])
})

test('a lead that was made private before the tab opened says that it is not open to this person', async ({ page, stand }) => {
  const card = await showCard(page, stand, { user: 'manager2' })
  await callAs(stand, 'admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { opened: 'N' } })
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('Этот лид вам не открыт')
  await callAs(stand, 'admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { opened: 'Y' } })
  await card.use(card.button('Повторить'))
  await expect(card.asked('Потребность')).toBeVisible()
})

test('a lead deleted before the tab opened says that it is gone', async ({ page, stand }) => {
  const card = await showCard(page, stand)
  await callAs(stand, 'admin', 'crm.item.delete', { entityTypeId: 1, id: 1 })
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('Лида больше нет')
})

test('a lead deleted while its questions were answered writes nothing and says so', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1')
  await callAs(stand, 'admin', 'crm.item.delete', { entityTypeId: 1, id: 1 })
  await card.press('Control+Enter')
  const alert = card.save.getByRole('alert')
  await expect(alert).toContainText('Лид удалили, пока вы отвечали')
  await expect(alert).toContainText('ничего не записано')
  await expect(alert.getByRole('textbox', { name: 'Ваши ответы' })).toHaveValue(/^Потребность: Есть потребность\n/)
  expect(await card.code()).toBe('AAA')
})

test('a lead that is not saved yet is asked to be saved first', async ({ page, stand }) => {
  const card = await showCard(page, stand, { lead: 0 })
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('Сначала сохраните лид')
  expect(requestsOf(stand, 'manager').all).toEqual([])
})

test('outside a portal the app says where it belongs', async ({ page, stand }) => {
  await page.goto(stand.appUrl)
  await expect(page.getByRole('alert')).toContainText('Triple A открывается внутри Bitrix24')
})

test('a part of the app that cannot be fetched is said, and another try opens the lead', async ({ page, stand, printed }) => {
  const card = await showCard(page, stand)
  await page.route('**/assets/ru-*.js', route => route.abort())
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('не загрузилось целиком')
  await page.unroute('**/assets/ru-*.js')
  await card.use(card.button('Повторить'))
  await expect(card.asked('Потребность')).toBeVisible()
  expect(printed.splice(0)).not.toEqual([])
})

test('a portal that was not set up is named as such', async ({ page, stand }) => {
  const { store } = stand.portal
  const card = await showCard(page, stand)
  store.state.appOptions.clear()
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('Приложение ещё не настроено')
})

test('settings that cannot be read are shown as damaged, and stay as they are', async ({ page, stand }) => {
  const { store } = stand.portal
  for (const name of Object.keys(store.appOptions())) store.setAppOptions({ [name]: '{"format":' })
  const before = store.appOptions()
  const card = await showCard(page, stand)
  await card.tab.click()
  await expect(card.frame.getByRole('alert')).toContainText('Настройки приложения не читаются')
  expect(store.appOptions()).toEqual(before)
})

test('a portal that opens the frame and then says nothing is named as silent', async ({ page, stand, printed }) => {
  await page.clock.install()
  await page.goto(`${stand.portalUrl}/`)
  await page.evaluate(address => new Promise((loaded) => {
    const frame = document.createElement('iframe')
    frame.name = 'portal.example|1|0123456789abcdef0123456789abcdef'
    frame.addEventListener('load', loaded)
    frame.src = address
    document.body.append(frame)
  }), `${stand.appUrl}/?LANG=en`)
  await page.clock.fastForward(11_000)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('alert')).toContainText('The portal does not answer')
  await expect(frame.getByRole('button', { name: 'Try again' })).toBeVisible()
  // some browsers tell that the page around the frame is not the portal that the app speaks to
  printed.splice(0, printed.length, ...printed.filter(line => !line.includes('postMessage')))
})

test('the seconds of a run stand still while nobody looks at the tab', async ({ page, stand }) => {
  await page.clock.install()
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1')
  await page.clock.fastForward(30_000)
  await expect(card.save).toContainText(/Прошло 0:3\d/)
  const drafts = () => requestsOf(stand, 'manager').drafts.length
  await expect.poll(drafts).toBe(1)
  await card.press('Backspace')
  await page.getByRole('tab', { name: 'Общие' }).click()
  // the draft that goes when the tab is hidden shows that it was noticed
  await expect.poll(drafts).toBe(2)
  await page.clock.fastForward(600_000)
  await card.tab.click()
  await card.enter()
  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText(/Иван Морозов, за 0:3\d/)
})

/** From the upload to the tab in a lead card, and what stands in the way. */
import { narrowTo } from '../../scripts/shots/narrow.ts'
import { expect, test } from '../support/browser.ts'
import { asNew, moveAway, openAppPage } from '../support/install-page.ts'
import { openCard, showCard } from '../support/lead-card.ts'
import { arm, callAs } from './portal-side.ts'
import type { Stand } from '../../scripts/stand.ts'

const TAB = 'CRM_LEAD_DETAIL_TAB'

function bound({ portal: { store } }: Stand): readonly (readonly [string, string])[] {
  return store.state.placements.all().map(({ placement, handler }) => [placement, handler] as const)
}

for (const open of ['post', 'get'] as const) {
  test(`an administrator installs the app, and a manager finds its tab (opened by ${open})`, async ({ page, stand }) => {
    asNew(stand)
    const before = await showCard(page, stand)
    await expect(before.title).toBeVisible()
    await expect(before.tab).toHaveCount(0)

    const install = await openAppPage(page, stand, { open })
    await expect(install.heading).toHaveText('Установка Triple A')
    await expect(install.steps.getByRole('listitem')).toHaveText([/Вкладка «Квалификация».*ещё не сделано/, /Портал узнает.*ещё не сделано/])
    await install.button('Установить').click()
    await page.waitForURL(/install_finished=Y/)
    await expect(install.frame.getByRole('heading', { name: 'Настройка портала' })).toBeVisible()
    expect(bound(stand)).toEqual([[TAB, `${stand.appUrl}/index.html`]])
    expect(stand.portal.portal.rules.now.installed).toBe(true)

    const card = await openCard(page, stand)
    await expect(card.tab).toHaveCount(1)
    await expect(card.asked('Потребность')).toBeVisible()
  })
}

test('an app that moved takes its tab along, and leaves none behind', async ({ page, stand }) => {
  moveAway(stand)
  await callAs(stand, 'admin', 'placement.bind', { PLACEMENT: 'CALL_CARD', HANDLER: 'https://earlier.example/index.html', TITLE: 'Old' })
  const main = await openAppPage(page, stand, { language: 'en' })
  await main.frame.getByRole('link', { name: 'Check the installation' }).click()
  await expect(main.steps).toContainText('Earlier tabs of the app')
  await main.button('Put it right').click()
  await expect(main.heading).toHaveText('Triple A is installed')
  await expect(main.frame.getByRole('button')).toHaveCount(0)
  expect(bound(stand)).toEqual([[TAB, `${stand.appUrl}/index.html`]])

  const card = await openCard(page, stand, { language: 'en' })
  await expect(card.tab).toHaveCount(1)
})

test('a step that fails is named with what to do, and the next try goes on from there', async ({ page, stand }) => {
  asNew(stand)
  const install = await openAppPage(page, stand)
  await install.button('Установить').waitFor()
  await arm(stand, { method: 'placement.bind', kind: '500' })
  await install.button('Установить').press('Enter')
  await expect(install.alert).toContainText('Вкладку не удалось добавить')
  await expect(install.alert).toContainText('Сделанное раньше сохранилось')
  await expect(install.button('Повторить')).toBeFocused()
  expect(stand.portal.portal.rules.now.installed).toBe(false)
  await install.button('Повторить').press('Enter')
  await page.waitForURL(/install_finished=Y/)
  expect(bound(stand)).toHaveLength(1)
})

test('an end that the portal refuses brings the page back, where the rest can be done', async ({ page, stand, printed }) => {
  asNew(stand)
  stand.portal.portal.rules.change({ finish: 'fails' })
  const install = await openAppPage(page, stand)
  await install.button('Установить').click()
  await page.waitForURL(/install_finished=N/)
  await expect(install.steps.getByRole('listitem')).toHaveText([/Вкладка «Квалификация».*: готово/, /ещё не сделано/])
  stand.portal.portal.rules.change({ finish: 'works' })
  await install.button('Продолжить установку').click()
  await page.waitForURL(/install_finished=Y/)
  expect(bound(stand)).toHaveLength(1)
  expect(printed.splice(0).join()).toContain('403')
})

test('an end that the portal does not answer is told after a while', async ({ page, stand }) => {
  asNew(stand)
  stand.portal.portal.rules.change({ finish: 'silent' })
  await page.clock.install()
  const install = await openAppPage(page, stand, { language: 'en' })
  await install.button('Install').click()
  await expect(install.steps).toContainText('under way')
  await expect(async () => {
    await page.clock.fastForward(11_000)
    await expect(install.alert).toContainText('The portal did not confirm the installation', { timeout: 500 })
  }).toPass()
  await expect(install.button('Try again')).toBeVisible()
})

test('somebody who is no administrator is told whom to ask, and has nothing to press', async ({ page, stand }) => {
  for (const user of ['manager', 'crmadmin'] as const) {
    const main = await openAppPage(page, stand, { user })
    await main.frame.getByRole('link', { name: 'Проверить установку' }).click()
    await expect(main.alert).toContainText('Попросите администратора портала')
    await expect(main.frame.getByRole('button')).toHaveCount(0)
  }
})

test('permissions that were not ticked are named, and nothing is done without them', async ({ page, stand }) => {
  asNew(stand)
  await narrowTo({ page, stand }, 'admin', ['placement', 'user'])
  const install = await openAppPage(page, stand, { language: 'en' })
  await expect(install.alert.getByRole('listitem')).toHaveText(['CRM (crm): read the lead and write the result into it'])
  await install.button('Try again').click()
  await expect(install.alert).toContainText('was not given the permissions')
  expect(bound(stand)).toEqual([])
})

test('the page says that a portal has to open it', async ({ page, stand }) => {
  await page.goto(`${stand.appUrl}/install.html?LANG=en`)
  await expect(page.getByRole('alert')).toContainText('Your portal opens this page')
})

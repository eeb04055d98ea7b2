/** The whole way of a new portal: installed, set up, its set edited, refused, mended, published, and used in a call. */
import { loadHomeWords } from '../../src/i18n/home-words.ts'
import { expect, test } from '../support/browser.ts'
import { asNew, openAppPage } from '../support/install-page.ts'
import { openCard } from '../support/lead-card.ts'
import { asFresh, setUpIn } from '../support/set-up-frame.ts'
import { setsIn } from '../support/sets-frame.ts'
import { storedLead, todosOf } from './portal-side.ts'

test('a portal is installed, set up, given a question of its own, and a manager qualifies a lead by it', async ({ page, stand }) => {
  await asFresh(stand)
  asNew(stand)
  const install = await openAppPage(page, stand)
  await install.button('Установить').click()
  await page.waitForURL(/install_finished=Y/)
  const frame = page.frameLocator('iframe')
  const setUp = await setUpIn(frame, 'ru')
  await setUp.button(setUp.words.goOn).click()
  await expect(setUp.status).toContainText('Портал готов')

  const home = await loadHomeWords('ru')
  await setUp.button(home.sections.sets).click()
  const sets = await setsIn(frame, 'ru')
  await sets.card('Базовая анкета').getByRole('button', { name: sets.words.edit }).click()
  await sets.field('questions[0].name').fill('')
  await sets.field('questions[0].name').blur()
  await expect(sets.button(sets.words.editor.publish)).toBeDisabled()
  await sets.field('questions[0].name').fill('Задача клиента')
  await sets.field('questions[0].name').blur()
  await sets.button(sets.words.editor.publish).click()
  await sets.button(sets.words.publishing.go).click()
  await expect(sets.frame.getByText(sets.words.publishing.done('Базовая анкета', 2))).toBeVisible()

  const card = await openCard(page, stand)
  await expect(card.asked('Задача клиента')).toBeVisible()
  await card.press('1', '1', '2', '1', 'Control+Enter')
  await expect(card.save.getByRole('status')).toContainText('Сохранено')
  expect(storedLead(stand, 1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', UF_CRM_ABC_SET: 'default@2' })
  expect(todosOf(stand, 1)).toHaveLength(1)
})

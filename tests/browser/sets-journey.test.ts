/** Question sets from the list to the manager's call: edited, refused by the doctor, published, used, taken back. */
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { printSetFile } from '../../src/domain/set-file.ts'
import { loadHomeWords } from '../../src/i18n/home-words.ts'
import { expect, test } from '../support/browser.ts'
import { openCard } from '../support/lead-card.ts'
import { openSetsPage } from '../support/sets-frame.ts'
import { denyStorage } from '../support/storage.ts'

const NAME = 'Базовая анкета'

test('an edit that the doctor refuses is corrected, published, met by a manager, and taken back', async ({ page, stand }) => {
  const sets = await openSetsPage(page, stand)
  await sets.card(NAME).getByRole('button', { name: sets.words.edit }).click()
  await sets.field('questions[0].name').fill('')
  await sets.field('questions[0].name').blur()
  await expect(sets.button(sets.words.editor.publish)).toBeDisabled()
  await expect(sets.frame.getByText(sets.words.editor.errors(1))).toBeVisible()

  await sets.field('questions[0].name').fill('Задача клиента')
  await sets.field('questions[0].name').blur()
  await sets.button(sets.words.editor.publish).click()
  await expect(sets.frame.getByText('Вопрос «Задача клиента»: название по-русски')).toBeVisible()
  await sets.button(sets.words.publishing.go).click()
  await expect(sets.frame.getByText(sets.words.publishing.done(NAME, 2))).toBeVisible()

  const manager = await page.context().newPage()
  const card = await openCard(manager, stand)
  await expect(card.path).toContainText('Задача клиента')
  await manager.close()

  await sets.button(sets.words.publishing.undo).click()
  await expect(sets.frame.getByText(sets.words.publishing.undone(1))).toBeVisible()
  await expect(sets.card(NAME)).toContainText(sets.words.inForce(1))
})

test('of two administrators the later one is told, and publishes over it only knowingly', async ({ page, stand }) => {
  const mine = await openSetsPage(page, stand)
  await mine.card(NAME).getByRole('button', { name: mine.words.edit }).click()
  await mine.field('questions[0].name').fill('Моя задача')
  await mine.field('questions[0].name').blur()

  const other = await page.context().newPage()
  await denyStorage(other)
  const theirs = await openSetsPage(other, stand, { language: 'en' })
  await theirs.card('Basic set').getByRole('button', { name: theirs.words.edit }).click()
  await theirs.field('questions[0].script').fill('Что вы ищете?')
  await theirs.field('questions[0].script').blur()
  await theirs.button(theirs.words.editor.publish).click()
  await theirs.button(theirs.words.publishing.go).click()
  await expect(theirs.frame.getByText(theirs.words.publishing.done('Basic set', 2))).toBeVisible()
  await other.close()

  await mine.button(mine.words.editor.publish).click()
  await expect(mine.frame.getByRole('alert')).toContainText('Пока вы правили анкету, другую версию опубликовал Анна Соколова')
  await expect(mine.frame.getByRole('alert')).toContainText('Что вы ищете?')
  await mine.button(mine.words.publishing.over).click()
  await expect(mine.frame.getByText(mine.words.publishing.becomes(3))).toBeVisible()
  await mine.button(mine.words.publishing.go).click()
  await expect(mine.frame.getByText(mine.words.publishing.done(NAME, 3))).toBeVisible()
})

test('a broken file is refused with the place of the fault, a whole one becomes a draft', async ({ page, stand }) => {
  const sets = await openSetsPage(page, stand)
  const file = sets.frame.getByLabel(sets.words.fresh.importFile)
  const load = (name: string, text: string) => file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await load('cut.json', '{\n  "format": 1,\n  "id": ')
  await expect(sets.frame.getByRole('alert')).toContainText(sets.words.fresh.refused('cut.json'))
  await expect(sets.frame.getByRole('alert')).toContainText('строка 3')
  await load('odd.json', printSetFile(DEFAULT_SET).replace('"letters": 3', '"letters": 30'))
  await expect(sets.frame.getByRole('alert')).toContainText('letters')
  await load('mine.json', printSetFile({ ...DEFAULT_SET, id: 'mine', name: { ru: 'Моя анкета', en: 'Mine' } }))
  await expect(sets.button(sets.words.editor.publish)).toBeEnabled()
  await sets.button(sets.words.editor.keep).click()
  await expect(sets.frame.getByText(sets.words.editor.kept.shelf)).toBeVisible()
  await sets.button(sets.words.editor.back).click()
  await expect(sets.card('Моя анкета')).toContainText(sets.words.notInForce)
})

test('a browser that denies storage says so, and the draft goes to the portal and comes back from it', async ({ page, stand }) => {
  await denyStorage(page)
  const sets = await openSetsPage(page, stand)
  await sets.card(NAME).getByRole('button', { name: sets.words.edit }).click()
  await sets.field('questions[0].name').fill('Незаконченная правка')
  await sets.field('questions[0].name').blur()
  await expect(sets.frame.getByText(sets.words.editor.kept.nowhere)).toBeVisible()
  await sets.button(sets.words.editor.keep).click()
  await expect(sets.frame.getByText(sets.words.editor.kept.shelf)).toBeVisible()
  const again = await openSetsPage(page, stand)
  await again.card(NAME).getByRole('button', { name: again.words.goOn }).click()
  await expect(again.field('questions[0].name')).toHaveValue('Незаконченная правка')
})

test('somebody who is no administrator reads the sets and changes nothing', async ({ page, stand }) => {
  const sets = await openSetsPage(page, stand, { user: 'manager' })
  await expect(sets.card(NAME)).toContainText(sets.words.inForce(1))
  await expect(sets.button(sets.words.edit)).toHaveCount(0)
  await expect(sets.frame.getByRole('heading', { name: sets.words.fresh.title })).toHaveCount(0)
})

test('the page is as high as what it shows, also where that is less than before', async ({ page, stand }) => {
  const home = await loadHomeWords('ru')
  const sets = await openSetsPage(page, stand)
  const height = async () => (await page.locator('iframe').boundingBox())?.height ?? 0
  await sets.frame.getByRole('button', { name: home.sections.setUp, exact: true }).click()
  await expect.poll(height).toBeGreaterThan(1500)
  await sets.frame.getByRole('button', { name: home.sections.formLeads, exact: true }).click()
  await expect.poll(height).toBeLessThan(700)
  await page.setViewportSize({ width: 700, height: 700 })
  await expect.poll(async () => (await page.locator('iframe').boundingBox())?.width ?? 0).toBeLessThan(700)
  await sets.frame.getByRole('button', { name: home.sections.setUp, exact: true }).click()
  await expect.poll(height).toBeGreaterThan(1500)
})

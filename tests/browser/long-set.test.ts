import { LONG_SET } from '../../scripts/shots/long-set.ts'
import { preparePortal } from '../../scripts/prepare-portal.ts'
import type { Stand } from '../../scripts/stand.ts'
import { choicesOf, textIn } from '../../src/domain/question-set.ts'
import type { Question } from '../../src/domain/question-set.ts'
import { expect, test } from '../support/browser.ts'
import { openCard, type LeadCard } from '../support/lead-card.ts'
import { storedLead } from './portal-side.ts'

const LEAD = 2

function question(index: number): Question {
  const found = LONG_SET.questions[index]
  if (found === undefined) throw new Error(`the long set has no question ${index}`)
  return found
}

function labels(index: number): readonly string[] {
  return choicesOf(question(index)).map(choice => textIn(choice.label, 'ru', 'ru'))
}

/** The question with this index is on the screen, with all of its choices. */
async function asks(card: LeadCard, index: number): Promise<void> {
  await expect(card.question.getByRole('heading', { name: textIn(question(index).script, 'ru', 'ru') })).toBeVisible()
  await expect(card.question.getByRole('radio')).toHaveCount(9)
}

async function openLongSet(page: Parameters<typeof openCard>[0], stand: Stand): Promise<LeadCard> {
  await preparePortal(stand.portalUrl, [LONG_SET])
  const card = await openCard(page, stand, { lead: LEAD })
  await asks(card, 0)
  return card
}

/** The frame is as high as what is in it, and nothing in it scrolls. */
async function fits(card: LeadCard): Promise<void> {
  await expect.poll(() => card.main.evaluate((main) => {
    const { documentElement: root } = main.ownerDocument
    return [root.clientHeight - Math.ceil(main.getBoundingClientRect().height), root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth]
  })).toEqual([0, 0, 0])
}

test('each of the digits 1 to 9 chooses one of nine choices', async ({ page, stand }) => {
  const card = await openLongSet(page, stand)
  for (const [index, label] of labels(0).entries()) {
    await card.press(String(index + 1))
    await asks(card, 1)
    await card.press('Backspace')
    await asks(card, 0)
    await expect(card.question.getByRole('radio', { checked: true })).toHaveAccessibleName(label)
  }
})

test('arrows reach the ninth choice and go round, and Space takes it', async ({ page, stand }) => {
  const card = await openLongSet(page, stand)
  const radios = card.question.getByRole('radio')
  await radios.first().focus()
  await card.press('ArrowUp')
  await expect(radios.nth(8)).toBeFocused()
  await card.press('ArrowDown')
  await expect(radios.first()).toBeFocused()
  await card.press(...Array.from({ length: 8 }, () => 'ArrowDown'), 'Space')
  await asks(card, 1)
  await card.press('Backspace')
  await expect(radios.nth(8)).toBeChecked()
})

for (const width of [1440, 380]) {
  test(`five long questions fit into a window of ${width} pixels, one after the other`, async ({ page, stand }) => {
    await page.setViewportSize({ width, height: 900 })
    const card = await openLongSet(page, stand)
    for (let index = 0; index < LONG_SET.questions.length; index += 1) {
      await asks(card, index)
      await fits(card)
      await card.press('1')
    }
    await expect.poll(() => card.code()).toBe('AAAAA')
    await fits(card)
  })
}

test('a narrow window shows the choices in one column, below them what comes of the answers', async ({ page, stand }) => {
  await page.setViewportSize({ width: 380, height: 900 })
  const card = await openLongSet(page, stand)
  await card.press('1')
  await asks(card, 1)
  const boxes = await card.question.getByRole('radio').evaluateAll(radios => radios.map(radio => radio.getBoundingClientRect().toJSON() as DOMRect))
  expect(new Set(boxes.map(box => Math.round(box.left))).size).toBe(1)
  expect(boxes.every((box, index) => index === 0 || box.top >= (boxes[index - 1]?.bottom ?? 0))).toBe(true)
  const lowest = Math.max(...boxes.map(box => box.bottom))
  expect(await card.save.evaluate(section => section.getBoundingClientRect().top)).toBeGreaterThan(lowest)
})

test('a lead is qualified with it and saved', async ({ page, stand }) => {
  const card = await openLongSet(page, stand)
  for (const [index, digit] of ['2', '4', '1', '4', '9'].entries()) {
    await asks(card, index)
    await card.press(digit)
  }
  await expect.poll(() => card.code()).toBe('ABABC')
  await card.press('Control+Enter')
  await expect(card.save.getByRole('status')).toContainText(card.words.save.saved)
  expect(storedLead(stand, LEAD)).toMatchObject({
    UF_CRM_ABC_CODE: 'ABABC',
    UF_CRM_ABC_CLASS: 'AAA',
    UF_CRM_ABC_PURPOSE: labels(0)[1],
    UF_CRM_ABC_BASE: labels(1)[3],
    UF_CRM_ABC_TERM: labels(2)[0],
    UF_CRM_ABC_DECIDER: labels(4)[8],
    UF_CRM_ABC_SET: 'floors@1',
  })
})

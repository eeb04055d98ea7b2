import type { LeadCard } from '../support/lead-card.ts'
import { expect, test } from '../support/browser.ts'
import { openCard, showCard } from '../support/lead-card.ts'
import { rename } from './portal-side.ts'

/** Wide; a phone; 1280 pixels at 200 % and at 400 %. */
const WIDTHS = [1440, 380, 640, 320] as const

const LONG = 'Поставка облицовочного кирпича и тротуарной плитки для второй очереди жилого комплекса у воды '.repeat(2).trim()

interface Sizes {
  /** Of the frame that the portal gives, less the height of what is in it. */
  readonly spare: number
  /** Pixels that can be scrolled inside the frame. */
  readonly scrollsDown: number
  readonly scrollsAside: number
}

async function sizes(card: LeadCard): Promise<Sizes> {
  return card.main.evaluate((main) => {
    const { documentElement: root } = main.ownerDocument
    return {
      spare: root.clientHeight - Math.ceil(main.getBoundingClientRect().height),
      scrollsDown: root.scrollHeight - root.clientHeight,
      scrollsAside: root.scrollWidth - root.clientWidth,
    }
  })
}

async function fits(card: LeadCard): Promise<void> {
  await expect.poll(() => sizes(card)).toEqual({ spare: 0, scrollsDown: 0, scrollsAside: 0 })
}

for (const width of WIDTHS) {
  test(`at ${width} pixels the frame is as high as what is in it at every step, and nothing scrolls sideways`, async ({ page, stand }) => {
    await page.setViewportSize({ width, height: 900 })
    const card = await openCard(page, stand)
    await fits(card)
    await card.press('1', '3')
    await fits(card)
    await card.press('2', '2')
    await expect(card.asked('Тип клиента')).toBeVisible()
    await card.use(card.question.getByText('Возражения: 2'))
    await card.use(card.button('Нет подходящего ответа'))
    await fits(card)
    await card.question.getByRole('textbox', { name: 'Заметка' }).fill('строка\n'.repeat(6))
    await fits(card)
    await card.use(card.plan.getByRole('button', { name: /Показать ещё/ }))
    await fits(card)
    await card.use(card.plan.getByRole('button', { name: 'Свернуть' }))
    await fits(card)
    await card.press('Control+Enter')
    await expect(card.save.getByRole('status')).toContainText('Сохранено')
    await fits(card)
  })
}

for (const width of [1440, 1280]) {
  test(`at ${width} pixels the question, the result and Save are in one view, and the plan is below the question`, async ({ page, stand }) => {
    await page.setViewportSize({ width, height: 900 })
    const card = await openCard(page, stand)
    await card.press('1', '1', '2')
    await expect(card.plan).toContainText('6 × 3 = 18')
    const [main, question, result, save, plan] = await Promise.all([card.main, card.question, card.result, card.button('Сохранить'), card.plan].map(async (part) => {
      const box = await part.boundingBox()
      if (box === null) throw new Error('a part of the tab is not to be seen')
      return box
    }))
    const bottom = (box: typeof save) => (box?.y ?? 0) + (box?.height ?? 0) - (main?.y ?? 0)
    expect(Math.max(...[question, result, save].map(bottom))).toBeLessThan(760)
    expect(bottom(save)).toBeLessThan(500)
    expect(plan?.x).toBeLessThan(result?.x ?? 0)
    expect(plan?.y).toBeGreaterThan(question?.y ?? 0)
  })
}

test('nothing moves when the code appears', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  const height = async () => (await card.result.boundingBox())?.height
  const before = await height()
  await card.press('1')
  await expect(card.letter(1)).toBeVisible()
  expect(await height()).toBe(before)
})

test('on a phone the code is seen above the question', async ({ page, stand }) => {
  await page.setViewportSize({ width: 380, height: 900 })
  const card = await openCard(page, stand)
  const strip = card.main.locator('.code-strip')
  const before = await card.question.boundingBox()
  await expect(strip).toHaveText('Кода пока нет')
  await card.press('1', '1')
  await expect(strip).toHaveText(/^\?\?A\s*возможен A или C$/)
  expect((await card.question.boundingBox())?.y).toBe(before?.y)
})

test('a long title and a conflict over it stay within a narrow frame', async ({ page, stand }) => {
  await page.setViewportSize({ width: 380, height: 900 })
  await rename(stand, 1, `ABC ${LONG}`)
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1')
  await expect(card.save.getByRole('group', { name: 'Каким сделать название?' })).toBeVisible()
  await fits(card)
  await rename(stand, 1, `ABC ${'кирпич'.repeat(35)}`)
  await card.press('Control+Enter')
  await expect(card.save.getByRole('alert')).toContainText('лид изменили')
  await fits(card)
})

test('the frame follows the window from wide to narrow and back', async ({ page, stand }) => {
  const card = await openCard(page, stand)
  await card.press('1', '1', '2', '1')
  await fits(card)
  await page.setViewportSize({ width: 380, height: 900 })
  await fits(card)
  await page.setViewportSize({ width: 1280, height: 900 })
  await fits(card)
})

test('a tab that was filled in while hidden has its height when it is shown again', async ({ page, stand }) => {
  const card = await showCard(page, stand)
  await card.tab.click()
  await page.getByRole('tab', { name: 'Общие' }).click()
  await card.tab.click()
  await card.ready()
  await fits(card)
})

test('the keys over a narrow tab fit into it', async ({ page, stand }) => {
  await page.setViewportSize({ width: 320, height: 900 })
  const card = await openCard(page, stand)
  await card.press('F1')
  const help = card.frame.getByRole('dialog', { name: 'Клавиши' })
  await expect(help).toBeInViewport({ ratio: 0.9 })
  expect((await sizes(card)).scrollsAside).toBe(0)
  expect(await help.evaluate(dialog => dialog.scrollWidth - dialog.clientWidth)).toBe(0)
})

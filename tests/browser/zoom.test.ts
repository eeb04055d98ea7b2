import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser.ts'
import { openCard, type LeadCard } from '../support/lead-card.ts'

const FOCUSABLE = 'a[href], button, input, textarea, summary, [tabindex="0"]'
/** More than there are controls in the app. */
const MOST_TABS = 60
/** WCAG 2.2, 2.5.8: the least size of a target, in CSS pixels. */
const LEAST = 24

/** 1280 pixels at 200 %; a phone; 1280 pixels at 400 %. */
const ZOOMED = [{ width: 640, height: 400, scale: 2 }, { width: 380, height: 760, scale: 1 }, { width: 320, height: 256, scale: 4 }] as const

async function answered(card: LeadCard): Promise<void> {
  await card.press('1', '1')
  await card.question.getByRole('textbox', { name: card.words.question.sum }).waitFor()
  await card.use(card.question.locator('summary'))
  await card.use(card.button(card.words.question.noFit))
}

/** How far page and frame can be scrolled sideways. */
async function sideways(page: Page, card: LeadCard): Promise<readonly number[]> {
  const inside = await card.frame.locator('html').evaluate(root => root.scrollWidth - root.clientWidth)
  return [await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), inside]
}

interface Met {
  readonly control: string
  /** Lies outside of the frame, or below something else. */
  readonly hidden: boolean
}

/** The control with the focus. */
async function met(card: LeadCard): Promise<Met | undefined> {
  const found = card.frame.locator(':focus')
  if (await found.count() === 0) return undefined
  return found.evaluate((control) => {
    const { left, right, top, bottom } = control.getBoundingClientRect()
    const { documentElement: root } = control.ownerDocument
    const above = control.ownerDocument.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const covered = above === null || !(control.contains(above) || above.contains(control) || (control.closest('label')?.contains(above) ?? false))
    return {
      control: control.outerHTML.replace(/\s+/g, ' ').slice(0, 80),
      hidden: left < 0 || top < 0 || right > root.clientWidth + 0.5 || bottom > root.clientHeight + 0.5 || covered,
    }
  })
}

for (const { width, height, scale } of ZOOMED) {
  test.describe(`at ${width} CSS pixels, each of them ${scale} device pixels`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: scale })

    test('nothing scrolls sideways, and Tab meets every control, each in sight', async ({ page, stand }) => {
      const card = await openCard(page, stand, { lead: 2 })
      await answered(card)
      expect(await sideways(page, card)).toEqual([0, 0])

      const controls = await card.main.evaluate((main, selector) => [...main.querySelectorAll<HTMLElement>(selector)]
        .filter(control => control.checkVisibility() && control.tabIndex >= 0 && !control.matches(':disabled')).length, FOCUSABLE)
      await card.main.locator(FOCUSABLE).first().focus()
      const seen: Met[] = []
      for (let walked = 0; walked < MOST_TABS; walked += 1) {
        const here = await met(card)
        if (here === undefined) break
        seen.push(here)
        await card.press('Tab')
      }
      expect(seen.filter(one => one.hidden)).toEqual([])
      expect(seen).toHaveLength(controls)
    })
  })
}

for (const width of [1440, 320]) {
  test(`every control is ${LEAST} by ${LEAST} pixels large at ${width} pixels, or has the room around it`, async ({ page, stand }) => {
    await page.setViewportSize({ width, height: 900 })
    const card = await openCard(page, stand, { lead: 2 })
    await answered(card)
    const crowded = async () => card.main.evaluate((main, { selector, least }) => {
      const targets = [...main.querySelectorAll<HTMLElement>(selector)]
        .filter(control => control.checkVisibility() && control.tabIndex >= 0)
        // the words of a label are part of its target
        .map(control => ({ control, box: (control.closest('label') ?? control).getBoundingClientRect() }))
      return targets.filter(({ box, control }) => {
        if (box.width >= least && box.height >= least) return false
        const x = (box.left + box.right) / 2
        const y = (box.top + box.bottom) / 2
        return targets.some(({ control: other, box: { left, right, top, bottom } }) => other !== control
          && Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0)) < least / 2)
      }).map(({ control, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${control.outerHTML.slice(0, 100)}`)
    }, { selector: FOCUSABLE, least: LEAST })
    expect(await crowded()).toEqual([])
    await card.press('F1')
    await expect(card.frame.getByRole('dialog')).toBeVisible()
    expect(await crowded()).toEqual([])
  })
}

for (const width of [1440, 380]) {
  test(`wider letters, words and lines clip no text at ${width} pixels`, async ({ page, stand }) => {
    await page.setViewportSize({ width, height: 900 })
    const card = await openCard(page, stand, { lead: 2 })
    await answered(card)
    // WCAG 2.1, 1.4.12
    await card.main.evaluate(({ ownerDocument }) => {
      // as a reader's own style sheet, which no policy of the page forbids
      const style = new CSSStyleSheet()
      style.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
      ownerDocument.adoptedStyleSheets.push(style)
    })
    const clipped = await card.main.evaluate(main => [...main.querySelectorAll<HTMLElement>('*')]
      .filter((part) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(part)
        // what is shortened on purpose has all of it in its title; the strip above the question says what the result says in full
        if (clipPath !== 'none' || part.matches('input, textarea, [title], .code-strip')) return false
        return (overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1) || (overflowY !== 'visible' && part.scrollHeight > part.clientHeight + 1)
      })
      .map(part => part.outerHTML.slice(0, 100)))
    expect(clipped).toEqual([])
    await expect.poll(() => sideways(page, card)).toEqual([0, 0])
  })
}

test('with forced colours a chosen choice looks different from the others, and so does the one with the focus', async ({ page, stand }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const card = await openCard(page, stand)
  await card.press('1', 'Backspace')
  const chosen = card.question.getByRole('radio', { checked: true })
  await expect(chosen).toBeVisible()
  const looks = (part: 'checked' | 'other') => card.question.getByRole('radio', { checked: part === 'checked' }).first().evaluate((radio) => {
    const parts = [getComputedStyle(radio), getComputedStyle(radio, '::before'), getComputedStyle(radio, '::after'), ...[...radio.querySelectorAll('*')].map(inner => getComputedStyle(inner))]
    return parts.map(style => [style.content, style.borderTopColor, style.borderTopWidth, style.borderTopStyle, style.backgroundColor, style.color].join(' ')).join('; ')
  })
  expect(await looks('checked')).not.toBe(await looks('other'))
  await chosen.focus()
  await card.press('ArrowDown')
  const focused = await card.frame.locator(':focus').evaluate((radio) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(radio)
    return { outlineStyle, wide: Number.parseFloat(outlineWidth) >= 2 }
  })
  expect(focused).toEqual({ outlineStyle: 'solid', wide: true })
})

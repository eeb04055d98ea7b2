import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { State } from '../../scripts/shots/state.ts'
import { STATES } from '../../scripts/shots/states.ts'
import { THEMES } from '../../scripts/shots/variant.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { expect, test } from '../support/browser.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Scanned in English as well: between them they hold every part of the screen. */
const IN_BOTH_LANGUAGES = ['complete', 'offer', 'saved', 'conflict', 'partly', 'asked-title', 'keys-help', 'lead-deleted']

// a busy machine needs its time for axe; one file would keep to one worker
test.describe.configure({ mode: 'parallel', timeout: 60_000 })

/** Rules that axe can apply where there is hardly anything, and how often it is asked. */
const LEAST = 2
const TRIES = 3

/** Asks again where axe passed over the frame, as it does with one that is busy. */
async function scanned(page: Page, bare: boolean, tries = 1): ReturnType<AxeBuilder['analyze']> {
  const axe = new AxeBuilder({ page }).withTags(TAGS)
  const report = await (bare ? axe : axe.include(['iframe', 'html'])).analyze()
  return report.passes.length > LEAST || tries === TRIES ? report : scanned(page, bare, tries + 1)
}

/** What axe finds in the app, in both themes. */
async function violations(page: Page, { bare }: State): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme })
    const root = bare === true ? page.locator('html') : page.frameLocator('iframe').locator('html')
    await expect(root).toContainClass(colorScheme)
    await root.evaluate(async ({ ownerDocument }) => { await Promise.allSettled(ownerDocument.getAnimations().map(animation => animation.finished)) })
    const report = await scanned(page, bare === true)
    expect(report.passes.length, 'rules that axe could apply').toBeGreaterThan(LEAST)
    found.push(...report.violations.flatMap(({ id, nodes }) => nodes.map(node =>
      `${colorScheme} ${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary ?? ''}`)))
  }
  return found
}

function scans(state: State, language: Language): void {
  test(`axe finds nothing where ${state.about} (${language})`, async ({ page, stand, printed }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await state.reach({ page, stand, language })
    expect(await violations(page, state)).toEqual([])
    const expected = printed.filter(line => state.prints?.test(line))
    printed.splice(0, printed.length, ...printed.filter(line => !expected.includes(line)))
  })
}

for (const state of STATES) {
  scans(state, 'ru')
  if (IN_BOTH_LANGUAGES.includes(state.name)) scans(state, 'en')
}

test('axe finds nothing in one column of a narrow window', async ({ page, stand }) => {
  await page.setViewportSize({ width: 380, height: 900 })
  for (const name of ['complete', 'long-set']) {
    const state = STATES.find(one => one.name === name)
    await state?.reach({ page, stand, language: 'ru' })
    if (state) expect(await violations(page, state)).toEqual([])
  }
})

import type { Page } from '@playwright/test'
import type { State } from '../../scripts/shots/state.ts'
import { STATES } from '../../scripts/shots/states.ts'
import { THEMES } from '../../scripts/shots/variant.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { axeIn, COLOURS, REQUIRED } from '../support/axe.ts'
import { expect, test } from '../support/browser.ts'
import { appFrame } from './app-frame.ts'

/** Scanned with every `npm test`: between them they hold every part of the screens. `npm run axe` scans all states. */
const EVERY_TIME = [
  'opening', 'unanswered', 'offer', 'complete', 'all-unknown', 'amount-wrong', 'keys-help', 're-qualified', 'read-only', 'long-set',
  'client-answered', 'client-before',
  'saved', 'asked-title', 'conflict', 'partly', 'required-field', 'unsure',
  'waiting', 'other-leads', 'unfinished-elsewhere', 'history', 'undo-asked', 'undone-with-leftovers',
  'lead-deleted', 'not-set-up', 'unreadable-set', 'outside',
  'install-fresh', 'install-failed', 'install-done', 'set-up-fresh', 'set-up-ready',
  'sets-published', 'sets-publishing', 'sets-preview',
  'editor-unfolded', 'editor-bands', 'editor-code', 'editor-classes', 'editor-potential', 'editor-plan', 'editor-texts', 'editor-general',
  'form-admin-made', 'form-leads-asked', 'form-leads-ended',
]
/** Scanned in English as well. */
const IN_BOTH_LANGUAGES = ['complete', 'offer', 'saved', 'conflict', 'partly', 'asked-title', 'keys-help', 'lead-deleted']
const IN_BOTH_EVERY_TIME = ['complete', 'lead-deleted']
/** `npm test` leaves these out. */
const THOROUGH = '@thorough'

// one file would keep to one worker
test.describe.configure({ mode: 'parallel' })

/** Rules that apply where there is hardly anything. */
const LEAST = 2

/** What axe finds in the app: all of it in the light, and in the dark what colours can break. */
async function violations(page: Page, { bare }: State): Promise<readonly string[]> {
  const frame = bare === true ? page.mainFrame() : await appFrame(page)
  const found: string[] = []
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme })
    const root = frame.locator('html')
    await expect(root).toContainClass(colorScheme)
    await root.evaluate(async ({ ownerDocument }) => { await Promise.allSettled(ownerDocument.getAnimations().map(animation => animation.finished)) })
    const report = await axeIn(frame, colorScheme === 'dark' ? COLOURS : REQUIRED)
    expect(report.applied, 'rules that axe could apply').toBeGreaterThanOrEqual(colorScheme === 'dark' ? 1 : LEAST)
    found.push(...report.violations.map(violation => `${colorScheme} ${violation}`))
  }
  return found
}

function scans(state: State, language: Language, everyTime: readonly string[]): void {
  test(`axe finds nothing where ${state.about} (${language})`, { tag: everyTime.includes(state.name) ? [] : THOROUGH }, async ({ page, stand, printed }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await state.reach({ page, stand, language })
    expect(await violations(page, state)).toEqual([])
    const expected = printed.filter(line => state.prints?.test(line))
    printed.splice(0, printed.length, ...printed.filter(line => !expected.includes(line)))
  })
}

for (const state of STATES.filter(({ elsewhere }) => elsewhere !== true)) {
  scans(state, 'ru', EVERY_TIME)
  if (IN_BOTH_LANGUAGES.includes(state.name)) scans(state, 'en', IN_BOTH_EVERY_TIME)
}

test('every state that is always scanned is there', () => {
  const names = STATES.map(({ name }) => name)
  expect([...EVERY_TIME, ...IN_BOTH_LANGUAGES].filter(name => !names.includes(name))).toEqual([])
})

test('axe finds nothing in one column of a narrow window', async ({ page, stand }) => {
  await page.setViewportSize({ width: 380, height: 900 })
  for (const name of ['complete', 'long-set', 'editor-unfolded', 'editor-classes']) {
    const state = STATES.find(one => one.name === name)
    await state?.reach({ page, stand, language: 'ru' })
    if (state) expect(await violations(page, state)).toEqual([])
  }
})

/** The page of question sets in the emulated portal, by what people see and press. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { UserName } from '../../emulator/entities.ts'
import type { Stand } from '../../scripts/stand.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { loadEditorWords } from '../../src/i18n/editor-words.ts'
import type { EditorWords } from '../../src/i18n/editor-words.ts'
import { loadHomeWords } from '../../src/i18n/home-words.ts'
import { loadSetsWords } from '../../src/i18n/sets-words.ts'
import type { SetsWords } from '../../src/i18n/sets-words.ts'

export interface SetsFrame {
  readonly words: SetsWords['sets']
  readonly editor: EditorWords
  readonly frame: FrameLocator
  /** The card of a set, by its name. */
  card(name: string): Locator
  button(name: string): Locator
  /** A field of the set at work, by its place. */
  field(place: string): Locator
}

/** The sets in an app page that is open already. */
export async function setsIn(frame: FrameLocator, language: Language): Promise<SetsFrame> {
  const [{ sets: words }, editor] = await Promise.all([loadSetsWords(language), loadEditorWords(language)])
  await frame.getByRole('heading', { name: words.fresh.title }).or(frame.getByText(words.notAdmin)).first().waitFor()
  return {
    words, editor, frame,
    card: name => frame.getByRole('article', { name, exact: true }),
    button: name => frame.getByRole('button', { name, exact: true }),
    field: place => frame.locator(`[data-place="${place}"] :is(input, textarea)`).first(),
  }
}

/** Somebody opens the app's own page and its sets. */
export async function openSetsPage(page: Page, stand: Stand, { user = 'admin', language = 'ru' }: { user?: UserName; language?: Language } = {}): Promise<SetsFrame> {
  const home = await loadHomeWords(language)
  await page.goto(`${stand.portalUrl}/marketplace/app/triple-a/?user=${user}&lang=${language}`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: home.sections.sets, exact: true }).click()
  return setsIn(frame, language)
}

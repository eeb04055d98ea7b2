/** The set-up page in the emulated portal, by what people see and press. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { UserName } from '../../emulator/entities.ts'
import type { Stand } from '../../scripts/stand.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { loadSetUpWords } from '../../src/i18n/set-up-words.ts'
import type { SetUpWords } from '../../src/i18n/set-up-words.ts'

export interface SetUpFrame {
  readonly words: SetUpWords
  readonly frame: FrameLocator
  readonly status: Locator
  readonly alert: Locator
  item(key: keyof SetUpWords['items']): Locator
  button(name: string): Locator
}

/** The portal as it is when the app is installed and nothing was set up. */
export async function asFresh({ portalUrl }: Stand): Promise<void> {
  const answer = await fetch(`${portalUrl}/emulator/reset`, { method: 'POST' })
  if (!answer.ok) throw new Error(`the portal did not reset: ${answer.status}`)
}

export async function setUpIn(frame: FrameLocator, language: Language): Promise<SetUpFrame> {
  const words = await loadSetUpWords(language)
  return {
    words,
    frame,
    status: frame.getByRole('status'),
    alert: frame.getByRole('alert'),
    item: key => frame.locator(`[data-item=${key}]`),
    button: name => frame.getByRole('button', { name, exact: true }),
  }
}

/** Somebody opens the app's own page, and waits until it is known what the portal has. */
export async function openSetUpPage(page: Page, stand: Stand, { user = 'admin', language = 'ru' }: { user?: UserName; language?: Language } = {}): Promise<SetUpFrame> {
  await page.goto(`${stand.portalUrl}/marketplace/app/triple-a/?user=${user}&lang=${language}`)
  const opened = await setUpIn(page.frameLocator('iframe'), language)
  await opened.item('access').waitFor()
  return opened
}

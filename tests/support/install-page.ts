/** The installation page in the emulated portal, by what people see and press. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { UserName } from '../../emulator/entities.ts'
import type { Stand } from '../../scripts/stand.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { loadInstallWords } from '../../src/i18n/install-words.ts'
import type { InstallWords } from '../../src/i18n/install-words.ts'

export interface InstallPage {
  readonly words: InstallWords
  readonly frame: FrameLocator
  readonly heading: Locator
  readonly alert: Locator
  readonly steps: Locator
  button(name: string): Locator
}

/** The portal as it is when the app was only just uploaded: nothing is bound, and it does not count as installed. */
export function asNew({ portal: { store, portal } }: Stand): void {
  for (const { id } of store.state.placements.all()) store.state.placements.delete(id)
  portal.rules.change({ installed: false })
}

/** The tabs are at an address that is the app's no more. */
export function moveAway({ portal: { store: { state: { placements } } } }: Stand): void {
  for (const one of placements.all()) placements.put({ ...one, handler: 'https://earlier.example/index.html' })
}

/** Somebody opens the app's own page; before the installation that is the one to install it. */
export async function openAppPage(page: Page, stand: Stand, wishes: { user?: UserName; language?: Language; open?: 'post' | 'get' } = {}): Promise<InstallPage> {
  const { user = 'admin', language = 'ru', open = 'post' } = wishes
  await page.goto(`${stand.portalUrl}/marketplace/app/triple-a/?user=${user}&lang=${language}&open=${open}`)
  const frame = page.frameLocator('iframe')
  return {
    words: await loadInstallWords(language),
    frame,
    heading: frame.getByRole('heading', { level: 1 }),
    alert: frame.getByRole('alert'),
    steps: frame.getByRole('list').first(),
    button: name => frame.getByRole('button', { name, exact: true }),
  }
}

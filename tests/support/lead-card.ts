/** The lead card of the emulated portal with the app in its tab, by what people see and press. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { UserName } from '../../emulator/entities.ts'
import type { Stand } from '../../scripts/stand.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { loadWords } from '../../src/i18n/words.ts'
import type { Messages } from '../../src/i18n/words.ts'

export interface CardWishes {
  readonly lead?: number
  readonly user?: UserName
  readonly language?: Language
}

const TAB = { ru: 'Квалификация', en: 'Qualification' } as const

/** More than there are controls before the tabs of a card. */
const MOST_TABS = 30

export class LeadCard {
  readonly page: Page
  readonly words: Messages
  /** The card's heading, which the portal draws. */
  readonly title: Locator
  readonly tab: Locator
  readonly frame: FrameLocator
  readonly main: Locator
  readonly path: Locator
  readonly question: Locator
  readonly result: Locator
  readonly save: Locator
  readonly plan: Locator
  /** How many keys were pressed so far. */
  presses = 0

  /** `around`: the page, or a card that lies on top of it. */
  constructor(page: Page, around: Page | Locator, words: Messages, language: Language) {
    this.page = page
    this.words = words
    this.title = around.getByRole('heading', { level: 1 })
    this.tab = around.getByRole('tab', { name: TAB[language] })
    this.frame = around.frameLocator('iframe')
    this.main = this.frame.getByRole('main')
    this.path = this.frame.getByRole('navigation', { name: words.question.path })
    this.question = this.frame.getByRole('region', { name: words.question.region, exact: true })
    this.result = this.frame.getByRole('region', { name: words.result.region })
    this.save = this.frame.getByRole('region', { name: words.save.title })
    this.plan = this.frame.getByRole('region', { name: words.plan.title })
  }

  /** Opens the tab by mouse. The app is ready when all its parts are there. */
  async openTab(): Promise<void> {
    await this.tab.click()
    await this.ready()
  }

  /** Walks to the tabs by Tab, and to the app's one by the arrow. */
  async openTabByKeyboard(): Promise<void> {
    for (let walked = 0; walked < MOST_TABS && await this.page.getByRole('tab').and(this.page.locator(':focus')).count() === 0; walked += 1) {
      await this.page.keyboard.press('Tab')
    }
    await this.page.keyboard.press('ArrowRight')
    await this.ready()
  }

  async ready(): Promise<void> {
    await this.result.waitFor()
  }

  /** Goes from the card's tab into the app by Tab; keys arrive there when something in it has the focus. */
  async enter(): Promise<void> {
    await this.tab.focus()
    await this.press('Tab')
    await this.frame.locator(':focus').waitFor()
  }

  /** Presses keys one after the other, and counts them. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      this.presses += 1
    }
  }

  /** The question with this name is asked. */
  asked(name: string): Locator {
    return this.question.getByText(name, { exact: true }).first()
  }

  /** Works a control by key: a browser may drop a click into a frame of another site that was resized half a second ago. */
  async use(control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await control.focus()
    await this.press(key)
  }

  radio(name: string): Locator {
    return this.question.getByRole('radio', { name })
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name })
  }

  /** The explanation below the code is about this letter, class or coefficient. */
  letter(place: number): Locator {
    return this.result.getByRole('group', { name: this.words.result.code }).getByRole('button').nth(place - 1)
  }

  /** The code as it is read, such as `A?A`. */
  async code(): Promise<string> {
    const letters = await this.result.getByRole('group', { name: this.words.result.code }).getByRole('button').all()
    return (await Promise.all(letters.map(async letter => (await letter.getAttribute('data-letter')) ?? ''))).join('')
  }
}

/** Shows a lead's card; its app tab is still closed. */
export async function showCard(page: Page, stand: Stand, { lead = 1, user = 'manager', language = 'ru' }: CardWishes = {}): Promise<LeadCard> {
  const { messages } = await (await loadWords(language)).fetchAll()
  await page.goto(`${stand.portalUrl}/crm/lead/details/${lead}/?user=${user}&lang=${language}`)
  return new LeadCard(page, page, messages, language)
}

/** A lead's card with the app opened and ready for keys. */
export async function openCard(page: Page, stand: Stand, wishes: CardWishes = {}): Promise<LeadCard> {
  const card = await showCard(page, stand, wishes)
  await card.openTab()
  await card.enter()
  return card
}

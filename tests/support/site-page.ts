/** The emulated site with the portal's form, by what clients see and press. */
import type { Locator, Page } from '@playwright/test'
import { WORDS, type Words } from '../../src/client-form/words.ts'
import type { Language } from '../../src/domain/question-set.ts'
import type { Stand } from '../../scripts/stand.ts'

export class SitePage {
  readonly page: Page
  readonly words: Words
  /** The questionnaire. */
  readonly guide: Locator
  readonly status: Locator
  readonly phone: Locator
  readonly send: Locator
  readonly consent: Locator
  /** What the form says of what was sent. */
  readonly state: Locator

  constructor(page: Page, language: Language) {
    this.page = page
    this.words = WORDS[language]
    this.guide = page.getByRole('region', { name: this.words.questions })
    this.status = this.guide.getByRole('status')
    this.phone = page.getByLabel(language === 'ru' ? 'Телефон' : 'Phone')
    this.send = page.getByRole('button', { name: language === 'ru' ? 'Отправить' : 'Send' })
    this.consent = page.getByRole('checkbox')
    this.state = page.locator('.b24-form-state')
  }

  question(wording: string): Locator {
    return this.guide.getByRole('group', { name: wording })
  }

  button(name: string): Locator {
    return this.guide.getByRole('button', { name })
  }

  /** One of the form's own lists. */
  list(label: string): Locator {
    return this.page.getByRole('combobox', { name: label })
  }

  async choose(label: string): Promise<void> {
    await this.guide.getByRole('radio', { name: label, exact: true }).check()
    await this.button(this.words.next).click()
  }

  async skip(): Promise<void> {
    await this.button(this.words.skip).click()
  }

  /** Fills the form's contact fields and sends it. */
  async sendWith(phone: string): Promise<void> {
    await this.phone.fill(phone)
    await this.consent.check()
    await this.send.click()
  }
}

/** Opens the site; `query` as the emulator's pages know it, such as `script=none`. */
export async function openSite(page: Page, stand: Stand, query = '', language: Language = 'ru'): Promise<SitePage> {
  await page.goto(`${stand.portalUrl}/site/?lang=${language}&${query}`)
  const site = new SitePage(page, language)
  await page.locator('.b24-form').waitFor()
  return site
}

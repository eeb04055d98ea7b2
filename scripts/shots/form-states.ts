/** A client on a site, with the questionnaire in front of the portal's form. */
import { openSite } from '../../tests/support/site-page.ts'
import type { SitePage } from '../../tests/support/site-page.ts'
import type { Language } from '../../src/domain/question-set.ts'
import type { Scene, State } from './state.ts'

const PHONE = '+7 900 555-66-77'
const FIRST: Readonly<Record<Language, string>> = { ru: 'Да, нужно', en: 'Yes, I need it' }

function opened({ page, stand, language }: Scene, query = ''): Promise<SitePage> {
  return openSite(page, stand, query, language)
}

async function skipped(site: SitePage, questions: number): Promise<void> {
  for (let question = 0; question < questions; question += 1) await site.skip()
}

/** Their accessibility has tests of its own: there is neither app nor portal around them. */
const site = { elsewhere: true } as const

export const ON_SITE: readonly State[] = [
  {
    ...site,
    name: 'form-first',
    about: 'a client is asked the first question',
    reach: async scene => (await opened(scene)).guide.waitFor(),
  },
  {
    ...site,
    name: 'form-chosen',
    about: 'a client went back to an answer',
    async reach(scene) {
      const page = await opened(scene)
      await page.choose(FIRST[scene.language])
      await page.button(page.words.back).click()
    },
  },
  {
    ...site,
    name: 'form-long',
    about: 'a client is asked a question with many choices, and went on without any',
    async reach(scene) {
      const page = await opened(scene)
      await skipped(page, 2)
      await page.button(page.words.next).click()
    },
  },
  {
    ...site,
    name: 'form-contacts',
    about: 'all questions are dealt with, and the form’s own fields are left',
    reach: async scene => skipped(await opened(scene), 4),
  },
  {
    ...site,
    name: 'form-sent',
    about: 'a client has sent the form',
    async reach(scene) {
      const page = await opened(scene)
      await skipped(page, 4)
      await page.sendWith(PHONE)
      await page.status.filter({ hasText: page.words.thanks }).waitFor()
    },
  },
  {
    ...site,
    name: 'form-plain',
    about: 'the form is shown as it is, without the script',
    reach: async scene => (await opened(scene, 'script=none')).send.waitFor(),
  },
]

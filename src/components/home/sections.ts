/** The parts of the app's own page, in the order of their headings. A new one is a line here and its heading among the words of `home`. */
import { FORM_LEADS_WORDS, loadFormLeadsWords } from '../../i18n/form-leads-words.ts'
import { loadPreviewWords, PREVIEW_WORDS } from '../../i18n/preview-words.ts'
import { loadSetsWords, SETS_WORDS } from '../../i18n/sets-words.ts'
import { loadSetUpWords, SET_UP_WORDS } from '../../i18n/set-up-words.ts'
import { loadSiteFormWords, SITE_FORM_WORDS } from '../../i18n/site-form-words.ts'
import { withWords } from './section.ts'
import type { Section } from './section.ts'

export const SECTIONS: readonly Section[] = [
  {
    key: 'setUp',
    async load(language) {
      const [{ default: page }, words] = await Promise.all([import('../set-up/SetUpPage.vue'), loadSetUpWords(language)])
      return withWords(page, SET_UP_WORDS, words)
    },
  },
  {
    key: 'sets',
    async load(language) {
      const [{ default: page }, words] = await Promise.all([import('../sets/SetsPage.vue'), loadSetsWords(language)])
      return withWords(page, SETS_WORDS, words)
    },
  },
  {
    key: 'siteForm',
    async load(language) {
      const [{ default: page }, words, preview] = await Promise.all([import('../site-form/SiteFormPage.vue'), loadSiteFormWords(language), loadPreviewWords(language)])
      return withWords(withWords(page, SITE_FORM_WORDS, words), PREVIEW_WORDS, preview)
    },
  },
  {
    key: 'formLeads',
    async load(language) {
      const [{ default: page }, words] = await Promise.all([import('../form-leads/FormLeadsPage.vue'), loadFormLeadsWords(language)])
      return withWords(page, FORM_LEADS_WORDS, words)
    },
  },
]

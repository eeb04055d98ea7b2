/** The words of the page of the form on a site. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { siteForm } from './ru/site-form.ts'

export type SiteFormWords = typeof siteForm

export const SITE_FORM_WORDS: InjectionKey<SiteFormWords> = Symbol('site-form-words')

const WORDS: Readonly<Record<Language, () => Promise<SiteFormWords>>> = {
  ru: async () => (await import('./ru/site-form.ts')).siteForm,
  en: async () => (await import('./en/site-form.ts')).siteForm,
}

export function loadSiteFormWords(language: Language): Promise<SiteFormWords> {
  return WORDS[language]()
}

export function useSiteFormWords(): SiteFormWords {
  const words = inject(SITE_FORM_WORDS)
  if (!words) throw new Error('no words were provided')
  return words
}

/** The words of the page of leads from forms. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { FormLeadsWords } from './ru/form-leads.ts'

export type { FormLeadsWords }

export const FORM_LEADS_WORDS: InjectionKey<FormLeadsWords> = Symbol('form-leads-words')

const WORDS: Readonly<Record<Language, () => Promise<FormLeadsWords>>> = {
  ru: async () => (await import('./ru/form-leads.ts')).formLeads,
  en: async () => (await import('./en/form-leads.ts')).formLeads,
}

export function loadFormLeadsWords(language: Language): Promise<FormLeadsWords> {
  return WORDS[language]()
}

export function useFormLeadsWords(): FormLeadsWords {
  const words = inject(FORM_LEADS_WORDS)
  if (!words) throw new Error('no words were provided')
  return words
}

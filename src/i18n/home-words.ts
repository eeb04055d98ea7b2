/** The words around the parts of the app's own page; every part brings its own. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { home } from './ru/home.ts'

export type HomeWords = typeof home

export const HOME_WORDS: InjectionKey<HomeWords> = Symbol('home-words')

const WORDS: Readonly<Record<Language, () => Promise<HomeWords>>> = {
  ru: async () => (await import('./ru/home.ts')).home,
  en: async () => (await import('./en/home.ts')).home,
}

export function loadHomeWords(language: Language): Promise<HomeWords> {
  return WORDS[language]()
}

export function useHomeWords(): HomeWords {
  const words = inject(HOME_WORDS)
  if (!words) throw new Error('no words were provided')
  return words
}

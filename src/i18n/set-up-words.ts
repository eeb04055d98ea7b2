/** The words of the set-up. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { setUp } from './ru/set-up.ts'

export type SetUpWords = typeof setUp

export const SET_UP_WORDS: InjectionKey<SetUpWords> = Symbol('set-up-words')

const WORDS: Readonly<Record<Language, () => Promise<SetUpWords>>> = {
  ru: async () => (await import('./ru/set-up.ts')).setUp,
  en: async () => (await import('./en/set-up.ts')).setUp,
}

export function loadSetUpWords(language: Language): Promise<SetUpWords> {
  return WORDS[language]()
}

export function useSetUpWords(): SetUpWords {
  const words = inject(SET_UP_WORDS)
  if (!words) throw new Error('no words were provided')
  return words
}

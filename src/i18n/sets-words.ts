/** The words of the page of question sets. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { setChanges } from './ru/set-changes.ts'
import type { sets } from './ru/sets.ts'

export interface SetsWords {
  readonly sets: typeof sets
  readonly changes: typeof setChanges
}

export const SETS_WORDS: InjectionKey<SetsWords> = Symbol('sets-words')

const WORDS: Readonly<Record<Language, () => Promise<SetsWords>>> = {
  ru: async () => {
    const [{ sets }, { setChanges }] = await Promise.all([import('./ru/sets.ts'), import('./ru/set-changes.ts')])
    return { sets, changes: setChanges }
  },
  en: async () => {
    const [{ sets }, { setChanges }] = await Promise.all([import('./en/sets.ts'), import('./en/set-changes.ts')])
    return { sets, changes: setChanges }
  },
}

export function loadSetsWords(language: Language): Promise<SetsWords> {
  return WORDS[language]()
}

export function useSetsWords(): SetsWords {
  const words = inject(SETS_WORDS)
  if (!words) throw new Error('no words were provided')
  return words
}

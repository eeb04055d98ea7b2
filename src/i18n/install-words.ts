/** The words of the installation page, which has no others. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { install } from './ru/install.ts'

export type InstallWords = typeof install

export const INSTALL_WORDS: InjectionKey<InstallWords> = Symbol('install-words')

const WORDS: Readonly<Record<Language, () => Promise<InstallWords>>> = {
  ru: async () => (await import('./ru/install.ts')).install,
  en: async () => (await import('./en/install.ts')).install,
}

export function loadInstallWords(language: Language): Promise<InstallWords> {
  return WORDS[language]()
}

export function useInstallWords(): InstallWords {
  const words = inject(INSTALL_WORDS)
  if (!words) throw new Error('no words were provided')
  return words
}

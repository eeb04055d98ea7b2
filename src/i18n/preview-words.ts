/** The words of the preview; the tab that it shows brings its own. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { preview } from './ru/preview.ts'

export type PreviewWords = typeof preview

export const PREVIEW_WORDS: InjectionKey<PreviewWords> = Symbol('preview-words')

const WORDS: Readonly<Record<Language, () => Promise<PreviewWords>>> = {
  ru: async () => (await import('./ru/preview.ts')).preview,
  en: async () => (await import('./en/preview.ts')).preview,
}

export function loadPreviewWords(language: Language): Promise<PreviewWords> {
  return WORDS[language]()
}

export function usePreviewWords(): PreviewWords {
  const words = inject(PREVIEW_WORDS)
  if (!words) throw new Error('no words were provided')
  return words
}

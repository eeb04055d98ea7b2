/** The interface's words in the language of whoever looks. Words of a question set are data, not messages. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { ru } from './ru.ts'

export type Messages = typeof ru

export interface Words {
  readonly language: Language
  readonly messages: Messages
}

export const WORDS: InjectionKey<Words> = Symbol('words')

/** Fetches the messages of one language. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case 'ru': return { language, messages: (await import('./ru.ts')).ru }
    case 'en': return { language, messages: (await import('./en.ts')).en }
  }
}

/** The words given by the composition root. */
export function useWords(): Words {
  const words = inject(WORDS)
  if (!words) throw new Error('no words were provided')
  return words
}

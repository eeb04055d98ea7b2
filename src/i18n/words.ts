/** The interface's words in the language of whoever looks. Words of a question set are data, not messages. */
import { inject } from 'vue'
import type { InjectionKey } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { ru } from './ru.ts'
import type { ru as ruRest } from './ru-rest.ts'

/** The words of the first question: they are fetched before anything is shown. */
export type FirstMessages = typeof ru
export type RestMessages = typeof ruRest
export type Messages = FirstMessages & RestMessages

export interface Words {
  readonly language: Language
  readonly messages: Messages
}

export interface FirstWords {
  readonly language: Language
  readonly messages: FirstMessages
}

/** The words as far as they are there. */
export interface WordSource extends FirstWords {
  /** Fetches the rest, once; what needs it waits for this. After a failed try it can be asked again. */
  readonly fetchAll: () => Promise<Words>
  /** All words, when they are there. */
  readonly all: () => Words | undefined
}

export const WORDS: InjectionKey<WordSource> = Symbol('words')

const FIRST: Readonly<Record<Language, () => Promise<FirstMessages>>> = {
  ru: async () => (await import('./ru.ts')).ru,
  en: async () => (await import('./en.ts')).en,
}

const REST: Readonly<Record<Language, () => Promise<RestMessages>>> = {
  ru: async () => (await import('./ru-rest.ts')).ru,
  en: async () => (await import('./en-rest.ts')).en,
}

/** Fetches the first words of one language. */
export async function loadWords(language: Language): Promise<WordSource> {
  const messages = await FIRST[language]()
  let all: Words | undefined
  let fetching: Promise<Words> | undefined
  async function fetchRest(): Promise<Words> {
    try {
      return all = { language, messages: { ...messages, ...await REST[language]() } }
    } catch (error) {
      fetching = undefined
      throw error
    }
  }
  return { language, messages, all: () => all, fetchAll: () => fetching ??= fetchRest() }
}

export function useWordSource(): WordSource {
  const source = inject(WORDS)
  if (!source) throw new Error('no words were provided')
  return source
}

/** The words of the first screen. */
export function useFirstWords(): FirstWords {
  return useWordSource()
}

/** All words; for components that are loaded together with `fetchAll`. */
export function useWords(): Words {
  const words = useWordSource().all()
  if (!words) throw new Error('the words were not fetched yet')
  return words
}

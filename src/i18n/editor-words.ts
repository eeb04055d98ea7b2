/** The words of the set editor, which only administrators fetch. */
import { inject } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import type { Language } from '../domain/question-set.ts'
import type { ru } from './ru-editor.ts'

export type EditorMessages = typeof ru

export interface EditorWords {
  readonly language: Language
  readonly messages: EditorMessages
}

/** Empty until the words are there; see {@link useEditorWords}. */
export const EDITOR_WORDS: InjectionKey<Readonly<ShallowRef<EditorWords | undefined>>> = Symbol('editor-words')

const MESSAGES: Readonly<Record<Language, () => Promise<EditorMessages>>> = {
  ru: async () => (await import('./ru-editor.ts')).ru,
  en: async () => (await import('./en-editor.ts')).en,
}

export async function loadEditorWords(language: Language): Promise<EditorWords> {
  return { language, messages: await MESSAGES[language]() }
}

/** For components that are shown once the words are there. */
export function useEditorWords(): EditorWords {
  const words = inject(EDITOR_WORDS)?.value
  if (!words) throw new Error('the words of the editor were not fetched yet')
  return words
}

/** A part of the app's own page, fetched when it is opened. */
import { defineComponent, h, provide } from 'vue'
import type { Component, InjectionKey } from 'vue'
import type { Language } from '../../domain/question-set.ts'
import type { HomeWords } from '../../i18n/home-words.ts'

export interface Section {
  readonly key: keyof HomeWords['sections']
  readonly load: (language: Language) => Promise<Component>
}

/** The page with its own words, which nothing beside it knows. */
export function withWords<W>(page: Component, key: InjectionKey<W>, words: W): Component {
  return defineComponent({
    setup() {
      provide(key, words)
      return () => h(page)
    },
  })
}

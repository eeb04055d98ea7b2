/** The sections of the editor in their order. A new one is a line here and its title in the words. */
import { defineAsyncComponent } from 'vue'
import type { Component } from 'vue'
import type { EditorMessages } from '../../i18n/editor-words.ts'

export type SectionId = keyof EditorMessages['editor']['sections']

export interface EditorSection {
  readonly id: SectionId
  /** First names of the places that it shows: `questions` for `questions[1].script`. */
  readonly owns: readonly string[]
  readonly component: Component
}

export const SECTIONS: readonly EditorSection[] = [
  { id: 'questions', owns: ['questions'], component: defineAsyncComponent(() => import('./questions/QuestionsSection.vue')) },
  { id: 'code', owns: ['code'], component: defineAsyncComponent(() => import('./code/CodeSection.vue')) },
  { id: 'rules', owns: ['classRules', 'classElse'], component: defineAsyncComponent(() => import('./rules/RulesSection.vue')) },
]

/** The section that shows a place, if there is one yet. */
export function sectionOf(place: string): EditorSection | undefined {
  const [first = ''] = place.split(/[.[]/, 1)
  return SECTIONS.find(section => section.owns.includes(first))
}

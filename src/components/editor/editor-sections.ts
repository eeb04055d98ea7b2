/** The sections of the editor in their order. A new one is a line here and its title in the words. */
import { defineAsyncComponent } from 'vue'
import type { Component } from 'vue'
import type { EditorMessages } from '../../i18n/editor-words.ts'

export type SectionId = keyof EditorMessages['editor']['sections']

export interface EditorSection {
  readonly id: SectionId
  /** First names of the places that it shows: `questions` for `questions[1].script`. */
  readonly owns: readonly string[]
  /** Fetches it; it is there once this is done. */
  readonly load: () => Promise<{ readonly default: Component }>
  readonly component: Component
}

function section(id: SectionId, owns: readonly string[], load: EditorSection['load']): EditorSection {
  return { id, owns, load, component: defineAsyncComponent(load) }
}

export const SECTIONS: readonly EditorSection[] = [
  section('questions', ['questions'], () => import('./questions/QuestionsSection.vue')),
  section('code', ['code', 'letters'], () => import('./code/CodeSection.vue')),
  section('rules', ['classRules', 'classElse'], () => import('./rules/RulesSection.vue')),
  section('potential', ['potential'], () => import('./potential/PotentialSection.vue')),
  section('plan', ['followUp', 'reasons'], () => import('./plan/PlanSection.vue')),
  section('texts', ['notices', 'texts'], () => import('./texts/TextsSection.vue')),
  section('general', ['name', 'style', 'currency', 'defaultLanguage', 'reorder', 'stages'], () => import('./general/GeneralSection.vue')),
]

/** The section that shows a place, if there is one yet. */
export function sectionOf(place: string): EditorSection | undefined {
  const [first = ''] = place.split(/[.[]/, 1)
  return SECTIONS.find(section => section.owns.includes(first))
}

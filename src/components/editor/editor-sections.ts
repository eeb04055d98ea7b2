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
  readonly load: () => Promise<Component>
  readonly component: Component
}

const later = () => import('./later-sections.ts')

function section(id: SectionId, owns: readonly string[], load: EditorSection['load']): EditorSection {
  return { id, owns, load, component: defineAsyncComponent(load) }
}

export const SECTIONS: readonly EditorSection[] = [
  section('questions', ['questions'], async () => (await import('./questions/QuestionsSection.vue')).default),
  section('code', ['code', 'letters'], async () => (await later()).CodeSection),
  section('rules', ['classRules', 'classElse'], async () => (await later()).RulesSection),
  section('potential', ['potential'], async () => (await later()).PotentialSection),
  section('plan', ['followUp', 'reasons'], async () => (await later()).PlanSection),
  section('texts', ['notices', 'texts'], async () => (await later()).TextsSection),
  section('general', ['name', 'style', 'currency', 'defaultLanguage', 'reorder', 'stages'], async () => (await later()).GeneralSection),
]

/** The section that shows a place, if there is one yet. */
export function sectionOf(place: string): EditorSection | undefined {
  const [first = ''] = place.split(/[.[]/, 1)
  return SECTIONS.find(section => section.owns.includes(first))
}

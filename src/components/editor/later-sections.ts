/** The sections of the editor that are not shown first, as one chunk: one by one they weigh more. */
export { default as CodeSection } from './code/CodeSection.vue'
export { default as GeneralSection } from './general/GeneralSection.vue'
export { default as PlanSection } from './plan/PlanSection.vue'
export { default as PotentialSection } from './potential/PotentialSection.vue'
export { default as RulesSection } from './rules/RulesSection.vue'
export { default as TextsSection } from './texts/TextsSection.vue'

/** What the lead tab loads right after the first question, as one chunk. */
export { default as KeysHelp } from './KeysHelp.vue'
export { default as OpeningFailed } from './OpeningFailed.vue'
export { default as OutcomeColumn } from '../outcome/OutcomeColumn.vue'
export { default as SavedNote } from '../save/SavedNote.vue'
export { saveNow } from '../save/save-now.ts'
export { withDate } from './date-band.ts'

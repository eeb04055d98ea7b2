/** What a question has beside its choices, as one small chunk that loads right after it. */
export { default as AmountInput } from './AmountInput.vue'
export { default as QuestionExtras } from './QuestionExtras.vue'

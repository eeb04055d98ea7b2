import type { ClassRule, ElseRule } from '../question-set.ts'

/** Three classes by the plus and minus of need, budget and urgency. Without money the urgency does not matter. */
export const PLUS_MINUS_RULES: readonly ClassRule[] = [
  { id: 'a', when: { need: 'plus', budget: 'plus', urgency: 'plus' }, class: 'A' },
  { id: 'b', when: { need: 'plus', budget: 'plus', urgency: 'minus' }, class: 'B' },
  { id: 'c', when: { need: 'plus', budget: 'minus' }, class: 'C' },
]

/** Whoever matches no rule gets no touches, only a recheck. */
export const ELSE_CAPPED: ElseRule = { id: 'else', class: 'C', capped: true }

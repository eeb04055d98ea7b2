import type { ClassRule, ElseRule } from '../question-set.ts'

/** Three classes by the plus and minus of need, budget and urgency. Without money the urgency does not matter. */
export const PLUS_MINUS_RULES: readonly ClassRule[] = [
  { id: 'a', when: { need: 'plus', budget: 'plus', urgency: 'plus' }, class: 'A' },
  { id: 'b', when: { need: 'plus', budget: 'plus', urgency: 'minus' }, class: 'B' },
  { id: 'c', when: { need: 'plus', budget: 'minus' }, class: 'C' },
]

/** Whoever matches no rule gets no touches, only a recheck. */
export const ELSE_CAPPED: ElseRule = { id: 'else', class: 'C', capped: true }

/**
 * Four signs: all plus is A; the core one with any two of the others is B.
 * The core question is the need, or the challenge that stands for it.
 */
export function fourSignRules(core: string, [first, second, third]: readonly [string, string, string]): readonly ClassRule[] {
  return [
    { id: 'a', when: { [core]: 'plus', [first]: 'plus', [second]: 'plus', [third]: 'plus' }, class: 'A' },
    { id: 'b1', when: { [core]: 'plus', [first]: 'plus', [second]: 'plus' }, class: 'B' },
    { id: 'b2', when: { [core]: 'plus', [first]: 'plus', [third]: 'plus' }, class: 'B' },
    { id: 'b3', when: { [core]: 'plus', [second]: 'plus', [third]: 'plus' }, class: 'B' },
  ]
}

/** Every combination of answers that the class table of a set tells apart. */
import { combinations, spaceOf, wayThrough } from './answer-space.ts'
import { ruledQuestions, ruleFor, ruleSignature } from './lead-class.ts'
import type { LeadClass, QuestionSet } from './question-set.ts'

export interface Enumeration {
  /** Ids of the rules that some combination comes to. */
  readonly reached: ReadonlySet<string>
  /** Combinations by class. */
  readonly classMap: Readonly<Record<LeadClass, number>>
  readonly count: number
  /** Ids of the questions of which some combination depends. */
  readonly deciding: ReadonlySet<string>
}

/** More than these are not enumerated: it would take seconds, here and at every answer of a manager. */
export const MOST_COMBINATIONS = 100_000

/** How many combinations there are at most. */
export function sizeOf(set: QuestionSet): number {
  const space = spaceOf(set)
  const { alternatives } = wayThrough(space, space.questions.map(entry => entry.values), ruledQuestions(set, space), ruleSignature(set, space))
  return alternatives.reduce((product, values) => product * Math.max(1, values.length), 1)
}

/** What the combinations of a set come to, or how many there would be where they are too many. */
export function enumerate(set: QuestionSet): Enumeration | number {
  const size = sizeOf(set)
  if (size > MOST_COMBINATIONS) return size
  const space = spaceOf(set)
  const reached = new Set<string>()
  const classMap: Record<LeadClass, number> = { A: 0, B: 0, C: 0 }
  const deciding = new Set<string>()
  const ruled = ruledQuestions(set, space).filter(index => index >= 0)
  const all = space.questions.map(entry => entry.values)
  let count = 0
  combinations(space, all, ruled, ruleSignature(set, space), (combination) => {
    const rule = ruleFor(set, space, combination)
    reached.add(rule.id)
    classMap[rule.class] += 1
    count += 1
    for (const index of ruled) {
      const id = space.questions[index]?.question.id
      if (id === undefined || deciding.has(id) || combination[index] === undefined) continue
      const others = (all[index] ?? []).map(value => ruleFor(set, space, combination.map((c, i) => i === index ? value : c)))
      if (others.some(other => other.class !== rule.class || other.capped !== rule.capped)) deciding.add(id)
    }
  })
  return { reached, classMap, count, deciding }
}

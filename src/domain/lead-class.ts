/** The class of the whole lead: the first rule that matches. */
import { combinations } from './answer-space.ts'
import type { AnswerSpace, Combination, Known, Resolved } from './answer-space.ts'
import { LEAD_CLASSES } from './question-set.ts'
import type { Cell, ElseRule, LeadClass, QuestionSet } from './question-set.ts'

/** Decided: every completion gives this class. Open: the classes still possible, best first. `rules`: those that can still match. */
export type ClassResult =
  | { readonly state: 'decided'; readonly class: LeadClass; readonly rules: readonly string[]; readonly capped: boolean }
  | { readonly state: 'open'; readonly possible: readonly LeadClass[]; readonly rules: readonly string[] }

/** `AAA` for class A: the label under which a class is shown and stored. */
export function classTriple(leadClass: LeadClass): string {
  return leadClass.repeat(3)
}

/** Does the outcome of a question fit the cell? `undefined` is hidden and fits only `any`. */
export function fits(cell: Cell, value: Pick<Resolved, 'grade' | 'sign'> | undefined): boolean {
  if (cell === 'any') return true
  if (value === undefined) return false
  return typeof cell === 'string' ? value.sign === cell : value.grade !== undefined && cell.includes(value.grade)
}

/** The first rule whose cells all fit, else the last row. */
export function ruleFor(set: QuestionSet, space: AnswerSpace, combination: Combination): ElseRule {
  return set.classRules.find(rule => Object.entries(rule.when).every(([id, cell]) => fits(cell, combination[space.indexOf.get(id) ?? -1])))
    ?? set.classElse
}

/** The indexes of the questions that some rule looks at. */
export function ruledQuestions(set: QuestionSet, space: AnswerSpace): readonly number[] {
  return [...new Set(set.classRules.flatMap(rule => Object.keys(rule.when)))].map(id => space.indexOf.get(id) ?? -1)
}

/** Values that fit the same cells of every rule are alike. */
export function ruleSignature(set: QuestionSet, space: AnswerSpace): (index: number, value: Resolved) => string {
  return (index, value) => {
    const id = space.questions[index]?.question.id ?? ''
    return set.classRules.map(rule => fits(rule.when[id] ?? 'any', value) ? '1' : '0').join('')
  }
}

/** The class that the answers give. */
export function classOf(set: QuestionSet, space: AnswerSpace, known: Known): ClassResult {
  const rules = new Map<string, ElseRule>()
  combinations(space, known.values, ruledQuestions(set, space), ruleSignature(set, space), (combination) => {
    const rule = ruleFor(set, space, combination)
    rules.set(rule.id, rule)
  })
  const matching = [...rules.values()]
  const possible = LEAD_CLASSES.filter(leadClass => matching.some(rule => rule.class === leadClass))
  const [only] = possible
  return possible.length === 1 && only !== undefined
    ? { state: 'decided', class: only, rules: [...rules.keys()], capped: matching.every(rule => rule.capped === true) }
    : { state: 'open', possible, rules: [...rules.keys()] }
}

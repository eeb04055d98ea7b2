/** The class table drawn: what each rule takes, and the class of every combination that the table tells apart. */
import { combinations, spaceOf } from './answer-space.ts'
import type { Resolved } from './answer-space.ts'
import { ruledQuestions, ruleFor, ruleSignature } from './lead-class.ts'
import type { LeadClass, QuestionSet } from './question-set.ts'
import { sizeOf } from './set-enumeration.ts'

/** Answers to a question that no rule tells apart; `hidden`: the question is not asked. */
export interface AxisGroup {
  readonly hidden: boolean
  /** `offer`: the choice with a yes to the offer question. */
  readonly answers: readonly { readonly choice: string; readonly offer: boolean }[]
}

/** One question that some rule looks at, in the order of the questions. */
export interface Axis {
  readonly question: string
  readonly groups: readonly AxisGroup[]
}

/** Combinations of one outcome: for each axis the indexes of the groups, any of which may stand with any of the others. */
export interface CoverageCell {
  readonly groups: readonly (readonly number[])[]
  readonly rule: string
  readonly class: LeadClass
  readonly capped: boolean
  readonly combinations: number
}

export interface Coverage {
  /** Combinations by rule id, the last row included. */
  readonly taken: ReadonlyMap<string, number>
  readonly combinations: number
  readonly axes: readonly Axis[]
  /** One cell for each combination, as a grid can show it. */
  readonly grid: boolean
  readonly cells: readonly CoverageCell[]
}

/** Of more questions than these no grid is drawn: cells of one outcome are put together. */
export const MOST_AXES = 3

/** More combinations than these are not drawn: nobody could read them. */
export const MOST_CELLS = 20_000

function axisOf(set: QuestionSet, index: number): Axis & { readonly groupOf: (value: Resolved | undefined) => number } {
  const space = spaceOf(set)
  const signature = ruleSignature(set, space)
  const entry = space.questions[index]
  const groups = new Map<string, Resolved[]>()
  for (const value of entry?.values ?? []) {
    const alike = signature(index, value)
    groups.set(alike, [...groups.get(alike) ?? [], value])
  }
  const shown = [...groups.values()].map((values): AxisGroup => ({
    hidden: false, answers: values.map(({ choice, offer }) => ({ choice: choice.id, offer })),
  }))
  const places = new Map([...groups.values()].flatMap((values, at) => values.map(value => [value, at] as const)))
  const mayHide = (entry?.gates.length ?? 0) > 0 || shown.length === 0
  return {
    question: entry?.question.id ?? '',
    groups: mayHide ? [...shown, { hidden: true, answers: [] }] : shown,
    groupOf: value => (value && places.get(value)) ?? shown.length,
  }
}

/** Cells of one outcome that differ in one axis only, put together, axis by axis. */
function together(cells: readonly CoverageCell[], axes: number): readonly CoverageCell[] {
  let left = cells
  for (let axis = 0; axis < axes; axis += 1) {
    const alike = new Map<string, CoverageCell>()
    for (const cell of left) {
      const key = JSON.stringify([cell.rule, cell.groups.map((groups, at) => at === axis ? [] : groups)])
      const before = alike.get(key)
      alike.set(key, before === undefined ? cell : {
        ...before,
        groups: before.groups.map((groups, at) => at === axis ? [...new Set([...groups, ...cell.groups[at] ?? []])].toSorted((a, b) => a - b) : groups),
        combinations: before.combinations + cell.combinations,
      })
    }
    left = [...alike.values()]
  }
  return left
}

/** What the class table of a set covers; nothing where there are too many combinations to draw. */
export function coverageOf(set: QuestionSet): Coverage | undefined {
  if (sizeOf(set) > MOST_CELLS) return undefined
  const space = spaceOf(set)
  const ruled = ruledQuestions(set, space).filter(index => index >= 0).toSorted((a, b) => a - b)
  const axes = ruled.map(index => axisOf(set, index))
  const taken = new Map([...set.classRules, set.classElse].map(rule => [rule.id, 0]))
  const cells = new Map<string, CoverageCell>()
  combinations(space, space.questions.map(entry => entry.values), ruled, ruleSignature(set, space), (combination) => {
    const rule = ruleFor(set, space, combination)
    const groups = axes.map((axis, at) => [axis.groupOf(combination[ruled[at] ?? -1])])
    const key = groups.join()
    if (cells.has(key)) return
    taken.set(rule.id, (taken.get(rule.id) ?? 0) + 1)
    cells.set(key, { groups, rule: rule.id, class: rule.class, capped: rule.capped === true, combinations: 1 })
  })
  const grid = axes.length <= MOST_AXES
  return {
    taken,
    combinations: cells.size,
    axes: axes.map(({ question, groups }) => ({ question, groups })),
    grid,
    cells: grid ? [...cells.values()] : together([...cells.values()], axes.length),
  }
}

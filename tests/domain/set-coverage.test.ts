import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { BANT } from '../../src/domain/presets/bant.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { coverageOf, MOST_AXES } from '../../src/domain/set-coverage.ts'
import { examine } from '../../src/domain/set-doctor.ts'
import { enumerate } from '../../src/domain/set-enumeration.ts'
import { anySet } from './arbitrary.ts'
import { asks, setOf } from './made-sets.ts'

describe('the coverage of a class table', () => {
  it('of the default set is a grid of need, urgency and budget, and says what each rule takes', () => {
    const coverage = coverageOf(DEFAULT_SET)
    expect(coverage?.axes.map(axis => axis.question)).toEqual(['need', 'urgency', 'budget'])
    expect(coverage?.axes[1]?.groups).toEqual([
      { hidden: false, answers: [{ choice: 'now', offer: false }, { choice: 'quarter', offer: true }, { choice: 'later', offer: true }] },
      { hidden: false, answers: [{ choice: 'quarter', offer: false }, { choice: 'later', offer: false }] },
    ])
    expect(coverage?.grid).toBe(true)
    expect(coverage && [...coverage.taken]).toEqual([['a', 1], ['b', 1], ['c', 2], ['else', 4]])
    expect(coverage?.cells).toContainEqual({ groups: [[0], [1], [0]], rule: 'b', class: 'B', capped: false, combinations: 1 })
  })

  it('of more than three questions puts together what comes out alike', () => {
    const coverage = coverageOf(BANT)
    expect(coverage?.grid).toBe(false)
    expect(coverage?.cells.find(cell => cell.rule === 'a')).toMatchObject({ combinations: 1, class: 'A' })
    expect(coverage?.cells.length).toBeLessThan(coverage?.combinations ?? 0)
  })

  it('has a group for a question that is not asked', () => {
    const gate = asks('gate', 'in A+', 'out C-')
    const need = { ...asks('need', 'yes A+', 'no C-'), askIf: [{ question: 'gate', choices: ['in'] }] }
    const coverage = coverageOf(setOf({ questions: [gate, need], classRules: [{ id: 'a', when: { need: 'plus' }, class: 'A' }] }))
    expect(coverage?.axes).toEqual([{
      question: 'need',
      groups: [
        { hidden: false, answers: [{ choice: 'yes', offer: false }] },
        { hidden: false, answers: [{ choice: 'no', offer: false }] },
        { hidden: true, answers: [] },
      ],
    }])
    expect(coverage && [...coverage.taken]).toEqual([['a', 1], ['else', 2]])
  })

  it('counts every combination once, in a cell of the rule that takes it', () => {
    fc.assert(fc.property(fc.oneof(anySet, fc.constantFrom(...PRESETS)), (set) => {
      const coverage = coverageOf(set) ?? expect.fail('too many')
      const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
      expect(sum(coverage.cells.map(cell => cell.combinations))).toBe(coverage.combinations)
      expect(sum([...coverage.taken.values()])).toBe(coverage.combinations)
      for (const cell of coverage.cells) expect(cell.groups.reduce((product, groups) => product * groups.length, 1)).toBe(cell.combinations)
      for (const [rule, count] of coverage.taken) expect(sum(coverage.cells.filter(cell => cell.rule === rule).map(cell => cell.combinations))).toBe(count)
      expect(coverage.grid).toBe(coverage.axes.length <= MOST_AXES)
    }), { numRuns: 300 })
  })

  it('has no combination for exactly the rules that the doctor calls never reached', () => {
    fc.assert(fc.property(anySet, (set) => {
      const found = enumerate(set)
      const coverage = coverageOf(set) ?? expect.fail('too many')
      expect(typeof found === 'number' ? [] : [...found.reached].toSorted())
        .toEqual([...coverage.taken].filter(([, count]) => count > 0).map(([rule]) => rule).toSorted())
    }), { numRuns: 200 })
  })
})

it('a set of more combinations than can be gone through is not, and the rest of it is examined all the same', () => {
  const questions = Array.from({ length: 12 }, (_, index) => asks(`q${index}`, 'a A+', 'b B+', 'c C-'))
  const set: QuestionSet = setOf({
    questions,
    classRules: (['A', 'B'] as const).map(grade => ({ id: `all_${grade}`, when: Object.fromEntries(questions.map(({ id }) => [id, [grade]])), class: grade })),
  })
  expect(enumerate(set)).toBe(3 ** 12)
  expect(coverageOf(set)).toBeUndefined()
  expect(examine(set)).toMatchObject({ combinations: 0, findings: [{ kind: 'many-coded-questions' }, { kind: 'too-many-combinations', about: String(3 ** 12) }] })
})

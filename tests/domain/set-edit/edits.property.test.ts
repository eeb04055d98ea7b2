import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { PRESETS } from '../../../src/domain/presets/all.ts'
import { choicesOf } from '../../../src/domain/question-set.ts'
import type { QuestionSet, SetDraft } from '../../../src/domain/question-set.ts'
import { same } from '../../../src/domain/same.ts'
import { parseSet, printSet } from '../../../src/domain/set-codec.ts'
import { examine } from '../../../src/domain/set-doctor.ts'
import { setCondition } from '../../../src/domain/set-edit/conditions.ts'
import { isEven } from '../../../src/domain/set-edit/edges.ts'
import { addHoliday } from '../../../src/domain/set-edit/working-hours.ts'
import { anySet } from '../arbitrary.ts'
import { anyEdits, EDITS } from './any-edit.ts'

const start = fc.oneof(anySet, fc.constantFrom(...PRESETS))

function whole(set: SetDraft): QuestionSet {
  return { ...set, classElse: set.classElse ?? { id: 'else', class: 'C' } }
}

/** Every set on the way, the first one included. */
function walk(set: QuestionSet, edits: readonly { apply: (set: SetDraft) => SetDraft }[]): readonly SetDraft[] {
  return edits.reduce<readonly SetDraft[]>((all, edit) => [...all, edit.apply(all.at(-1) ?? set)], [set])
}

describe('any sequence of edits', () => {
  it('leaves a set that reads back equal from its stored text', () => {
    fc.assert(fc.property(start, anyEdits, (set, edits) => {
      const after = whole(walk(set, edits).at(-1) ?? set)
      expect(parseSet(printSet(after))).toEqual({ ok: true, value: after })
    }), { numRuns: 500 })
  })

  it('leaves bands without gap or overlap, time shares of 100 together and no id twice', () => {
    fc.assert(fc.property(start, anyEdits, (set, edits) => {
      const after = walk(set, edits).at(-1) ?? set
      for (const question of after.questions) if (question.kind === 'money' || question.kind === 'horizon') expect(isEven(question.bands)).toBe(true)
      expect(isEven(after.potential.bands)).toBe(true)
      const { A, B, C } = after.followUp.timeShare
      expect(A + B + C).toBe(100)
      expect(examine(after).findings.filter(({ kind }) => kind === 'duplicate-id')).toEqual([])
    }), { numRuns: 300 })
  })

  it('gives back the very same set where an edit changes nothing, and never changes the set it was given', () => {
    fc.assert(fc.property(start, anyEdits, (set, edits) => {
      const before = structuredClone(set)
      const way = walk(set, edits)
      way.slice(1).forEach((after, index) => {
        if (same(after, way[index])) expect(after).toBe(way[index])
      })
      expect(set).toEqual(before)
    }), { numRuns: 300 })
  })

  it('never changes an id that it does not remove: leads remember them', () => {
    fc.assert(fc.property(start, anyEdits, (set, edits) => {
      const way = walk(set, edits)
      way.slice(1).forEach((after, index) => {
        const before = way[index] ?? set
        const gone = before.questions.filter(question => !after.questions.some(each => each.id === question.id))
        const come = after.questions.filter(question => !before.questions.some(each => each.id === question.id))
        expect(gone.length === 0 || come.length === 0).toBe(true)
        for (const question of after.questions) {
          const was = before.questions.find(each => each.id === question.id)
          if (was === undefined) continue
          const ids = choicesOf(question).map(choice => choice.id)
          const kept = choicesOf(was).map(choice => choice.id)
          expect(ids.every(id => kept.includes(id)) || kept.every(id => ids.includes(id))).toBe(true)
        }
      })
    }), { numRuns: 300 })
  })
})

const RICH = addHoliday(setCondition(DEFAULT_SET, 'client_type', 'need', ['yes']), '2027-01-01')

it.each(Object.entries(EDITS))('%s changes a set in some of its ways', (_, edit) => {
  const changed = [RICH, ...PRESETS].some(set => Array.from({ length: 400 }, (_each, seed) => seed).some((seed) => {
    let state = seed + 1
    const number = () => state = state * 48_271 % 2_147_483_647
    const draw = {
      index: () => number() % 8,
      of: <T>(all: readonly T[]) => all[number() % Math.max(1, all.length)],
      words: () => ['', 'Other words'][number() % 2] ?? '',
      value: () => [1, 5, 30, 50_000][number() % 4] ?? 0,
    }
    const { classElse, ...draft } = set
    return edit(set, draw) !== set || (classElse !== undefined && edit(draft, draw) !== draft)
  }))
  expect(changed).toBe(true)
})

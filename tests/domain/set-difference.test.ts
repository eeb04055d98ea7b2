import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { parsePlace } from '../../src/domain/place.ts'
import type { SetDraft } from '../../src/domain/question-set.ts'
import { same } from '../../src/domain/same.ts'
import { differenceOf } from '../../src/domain/set-difference.ts'
import type { SetChange } from '../../src/domain/set-difference.ts'
import { mergeBands, moveBandEdge } from '../../src/domain/set-edit/bands.ts'
import { addChoice, setChoiceMark, setChoiceText } from '../../src/domain/set-edit/choices.ts'
import { setCell } from '../../src/domain/set-edit/class-table.ts'
import { addToPosition, movePosition, removePosition } from '../../src/domain/set-edit/code-positions.ts'
import { setCondition } from '../../src/domain/set-edit/conditions.ts'
import { setStyle } from '../../src/domain/set-edit/general.ts'
import { setBase } from '../../src/domain/set-edit/pace.ts'
import { splitPotentialBand } from '../../src/domain/set-edit/potential-scale.ts'
import { moveQuestion } from '../../src/domain/set-edit/questions.ts'
import { removeChoice, removeQuestion } from '../../src/domain/set-edit/removal.ts'
import { anySet } from './arbitrary.ts'
import { anyEdits } from './set-edit/any-edit.ts'

/** What stands at a place of a set, or nothing. */
function at(set: SetDraft, place: string): unknown {
  return (parsePlace(place) ?? expect.fail(`no place: ${place}`)).reduce<unknown>((value, segment) =>
    typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(String(segment)) : undefined, set)
}

function short({ kind, thing, ids, field }: SetChange): string {
  return [kind, thing, ids.join('/'), field].filter(part => part !== '').join(' ')
}

const edited = fc.tuple(fc.oneof(anySet, fc.constantFrom(...PRESETS)), anyEdits)
  .map(([set, edits]) => ({ set, after: edits.reduce<SetDraft>((each, edit) => edit.apply(each), set) }))

describe('the difference of two sets', () => {
  it('is empty exactly when they are equal, whatever their versions', () => {
    fc.assert(fc.property(edited, ({ set, after }) => {
      expect(differenceOf(set, structuredClone({ ...set, version: 7 }))).toEqual([])
      expect(differenceOf(set, after).length === 0).toBe(same(set, after))
    }), { numRuns: 400 })
  })

  it('names for each change a place at which the sets do differ so', () => {
    fc.assert(fc.property(edited, ({ set, after }) => {
      for (const change of differenceOf(set, after)) {
        if (change.kind === 'added' || change.kind === 'changed') expect(at(after, change.place)).toEqual(change.to)
        if (change.kind === 'removed') expect(at(set, change.place)).toEqual(change.from)
        if (change.kind === 'changed') expect(change.from).not.toEqual(change.to)
        if (change.kind === 'moved') expect(change.from).not.toBeUndefined()
      }
    }), { numRuns: 400 })
  })

  it.each<readonly [string, SetDraft, readonly string[]]>([
    ['a style', setStyle(DEFAULT_SET, 'both'), ['changed set style']],
    ['the base', setBase(DEFAULT_SET, 8), ['changed set followUp.base']],
    ['words in one language', setChoiceText(DEFAULT_SET, 'need', 'yes', 'label', 'en', 'There is one'), ['changed choice need/yes label.en']],
    ['a grade', setChoiceMark(DEFAULT_SET, 'budget', 'cannot_pay', 'grade', 'B'), ['changed choice budget/cannot_pay grade']],
    ['a sign that is taken away', setChoiceMark(DEFAULT_SET, 'need', 'yes', 'sign', undefined), ['changed choice need/yes sign']],
    ['a new choice', addChoice(DEFAULT_SET, 'client_type', { en: 'Partner', ru: 'Партнёр' }), ['added choice client_type/partner']],
    ['a question that moved', moveQuestion(DEFAULT_SET, 'budget', 0), ['moved question budget']],
    ['an edge', moveBandEdge(DEFAULT_SET, 'urgency', 0, 10), ['changed choice urgency/now to', 'changed choice urgency/quarter from']],
    ['bands made one', mergeBands(DEFAULT_SET, 'urgency', 0, 'lower'), ['removed choice urgency/quarter', 'changed choice urgency/now to']],
    ['a cell', setCell(DEFAULT_SET, 'b', 'urgency', 'any'), ['changed rule b when.urgency']],
    ['a condition', setCondition(DEFAULT_SET, 'client_type', 'need', ['yes']), ['added condition client_type']],
    ['a position that moved', movePosition(DEFAULT_SET, 2, 0), ['moved position']],
    ['a position that went', removePosition(DEFAULT_SET, 0), ['removed position']],
    ['a question more in a position', addToPosition(DEFAULT_SET, 2, 'budget'), ['changed position questions']],
    ['"cannot pay" that went', removeChoice(DEFAULT_SET, 'budget', 'cannot_pay'), ['removed choice budget/cannot_pay']],
    ['a band of the scale in two', splitPotentialBand(DEFAULT_SET, 2_000_000, 5, { ru: 'Гигант', en: 'Giant' }),
      ['changed potential-band to', 'added potential-band']],
    ['a question that went with its references', removeQuestion(DEFAULT_SET, 'client_type'), ['removed question client_type', 'removed position']],
  ])('tells %s', (_, after, changes) => {
    expect(differenceOf(DEFAULT_SET, after).map(short)).toEqual(changes)
  })

  it('tells from and to of a change, and the indexes of what moved', () => {
    expect(differenceOf(DEFAULT_SET, setStyle(DEFAULT_SET, 'both'))).toMatchObject([{ place: 'style', from: 'code', to: 'both' }])
    expect(differenceOf(DEFAULT_SET, moveQuestion(DEFAULT_SET, 'budget', 0))).toMatchObject([{ place: 'questions[0]', from: 2, to: 0 }])
  })
})

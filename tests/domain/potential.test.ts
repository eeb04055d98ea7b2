import { describe, expect, it } from 'vitest'
import { isLargeOrder, potentialOf } from '../../src/domain/potential.ts'
import type { Money } from '../../src/domain/potential.ts'
import { BANT } from '../../src/domain/presets/bant.ts'
import { BUDGET_SCALE } from '../../src/domain/presets/budget-scale.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { answered, roubles } from './answering.ts'
import type { Short } from './answering.ts'

/** The default set whose budget is asked only of who has a need. */
const GATED: QuestionSet = {
  ...DEFAULT_SET,
  questions: DEFAULT_SET.questions.map(question => question.id === 'budget' ? { ...question, askIf: [{ question: 'need', choices: ['yes'] }] } : question),
}

describe('the potential', () => {
  it.each([
    [0, 0], [99_999.99, 0], [100_000, 1], [299_999.99, 1], [300_000, 2], [499_999, 2], [500_000, 3], [999_999, 3], [1_000_000, 4], [5e11, 4],
  ])('of %d roubles is %d, typed or in the lead', (amount, coefficient) => {
    expect(potentialOf(DEFAULT_SET, answered({ budget: amount }), undefined)).toMatchObject({ source: 'typed', amount, coefficient })
    expect(potentialOf(DEFAULT_SET, {}, roubles(amount))).toMatchObject(amount > 0 ? { source: 'lead', amount, coefficient } : { source: 'none' })
  })

  it.each<[string, QuestionSet, Short, Money | undefined, string, number | undefined]>([
    ['the sum before the lead', DEFAULT_SET, { budget: 120_000 }, roubles(2_000_000), 'typed', 1],
    ['a sum of nothing before the lead', DEFAULT_SET, { budget: 0 }, roubles(2_000_000), 'typed', 0],
    ['the lead before the band', DEFAULT_SET, { budget: 'from_1m' }, roubles(120_000), 'lead', 1],
    ['the lead where the budget is unknown', DEFAULT_SET, { budget: '?' }, roubles(120_000), 'lead', 1],
    ['the band, as the lead is in dollars', DEFAULT_SET, { budget: 'from_1m' }, { amount: 120_000, currency: 'USD' }, 'band', 4],
    ['the band, as the lead has nothing', DEFAULT_SET, { budget: 'from_1m' }, roubles(0), 'band', 4],
    ['the band, as the lead has less than nothing', DEFAULT_SET, { budget: 'from_1m' }, roubles(-5), 'band', 4],
    ['"cannot pay" before everything', DEFAULT_SET, { budget: 'cannot_pay' }, roubles(2_000_000), 'cannot-pay', 0],
    ['nothing, as the band lies across two of the scale', BUDGET_SCALE, { budget: 'from_100k' }, undefined, 'none', undefined],
    ['nothing, as the lead is in dollars', DEFAULT_SET, {}, { amount: 120_000, currency: 'USD' }, 'none', undefined],
    ['the lead, where no question asks for money', BANT, { budget: 'no' }, roubles(400_000), 'lead', 2],
    ['the lead, as the question with the sum is hidden', GATED, { need: 'no', budget: 120_000 }, roubles(400_000), 'lead', 2],
    ['nothing, as the question that says "cannot pay" is hidden', GATED, { need: 'no', budget: 'cannot_pay' }, undefined, 'none', undefined],
    ['the sum, as the question is asked', GATED, { need: 'yes', budget: 120_000 }, roubles(400_000), 'typed', 1],
    ['nothing, as the scale has no band for the sum', { ...DEFAULT_SET, potential: { question: 'budget', bands: [] } }, { budget: 5 }, undefined, 'none', undefined],
  ])('is taken from %s', (_, set, short, lead, source, coefficient) => {
    const found = potentialOf(set, answered(short), lead)
    expect([found.source, found.source === 'none' ? undefined : found.coefficient]).toEqual([source, coefficient])
  })
})

describe('an order', () => {
  it.each<[string, Short, Money | undefined, boolean]>([
    ['a typed million', { budget: 1_000_000 }, undefined, true],
    ['a little less', { budget: 999_999.99 }, undefined, false],
    ['a million in the lead', {}, roubles(1_000_000), true],
    ['a small sum typed over a million in the lead', { budget: 5 }, roubles(1_000_000), false],
    ['the band from a million', { budget: 'from_1m' }, undefined, true],
    ['the band up to a million', { budget: 'from_500k' }, undefined, false],
    ['a million of who cannot pay', { budget: 'cannot_pay' }, roubles(1_000_000), false],
    ['a million dollars, which are not converted', {}, { amount: 1_000_000, currency: 'USD' }, false],
  ])('is large or not by its amount: %s', (_, short, lead, large) => {
    expect(isLargeOrder(DEFAULT_SET, potentialOf(DEFAULT_SET, answered(short), lead))).toBe(large)
  })
})

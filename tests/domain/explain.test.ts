import { describe, expect, it } from 'vitest'
import { explainClass, explainCoefficient, explainLetter } from '../../src/domain/explain.ts'
import type { Ground, NearestChange } from '../../src/domain/explain.ts'
import { BANT } from '../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { TRADING_HOUSE } from '../../src/domain/presets/trading-house.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { answered, roubles } from './answering.ts'
import type { Short } from './answering.ts'
import { asks, setOf } from './made-sets.ts'

function ground({ question, state, choice, lifted }: Ground): string {
  return `${question.id} ${choice?.id ?? state}${lifted ? ' lifted' : ''}${state === 'open' && choice ? ' open' : ''}`
}

function changes(nearest: NearestChange | undefined): string[] | undefined {
  return nearest?.changes.map(({ question, choice, offer }) => `${question.id} ${offer ? `offer on ${choice.id}` : choice.id}`)
}

const HOUSE = { client_type: 'b2b', need: 'yes', budget: 400_000 }

describe('a letter', () => {
  it.each<[string, QuestionSet, Short, number, string, string[], string[] | undefined]>([
    ['one question', TRADING_HOUSE, { ...HOUSE, urgency: 'quarter/no' }, 2, 'B', ['urgency quarter'], ['urgency now', 'urgency offer on quarter']],
    ['the best in reach', TRADING_HOUSE, { ...HOUSE, urgency: 'later/no' }, 2, 'C', ['urgency later'], ['urgency now']],
    ['a lifted answer', TRADING_HOUSE, { ...HOUSE, urgency: 'later/yes' }, 2, 'B', ['urgency later lifted'], ['urgency now']],
    ['the best already', TRADING_HOUSE, { ...HOUSE, urgency: 'now' }, 2, 'A', ['urgency now'], undefined],
    ['an offer not asked', TRADING_HOUSE, { ...HOUSE, urgency: 'later' }, 2, '?', ['urgency later open'], undefined],
    ['a sum', DEFAULT_SET, { need: 'yes', budget: 350_000 }, 1, 'B', ['need yes', 'budget from_300k'], ['budget from_1m', 'budget from_500k']],
    ['two questions, of which one is enough to know', DEFAULT_SET, { need: 'no' }, 1, 'C', ['need no', 'budget open'], undefined],
    ['two questions, of which no single change helps', DEFAULT_SET, { need: 'no', budget: 'cannot_pay' }, 1, 'C', ['need no', 'budget cannot_pay'], undefined],
    ['nothing known', DEFAULT_SET, {}, 0, '?', ['client_type open'], undefined],
  ])('of %s', (_, set, short, position, letter, grounds, nearest) => {
    const found = explainLetter(set, answered(short), position)
    expect({ letter: found?.letter, grounds: found?.grounds.map(ground), nearest: changes(found?.nearest) }).toEqual({ letter, grounds, nearest })
  })

  it('tells the code that the change would give', () => {
    expect(explainLetter(DEFAULT_SET, answered({ ...HOUSE, urgency: 'quarter/no', budget: 600_000 }), 2)?.nearest?.score.code).toBe('AAA')
  })

  it('names the hidden question of its position, though its kept answer does not count', () => {
    const set = setOf({
      questions: [asks('gate', 'yes A', 'no B'), { ...asks('inner', 'in A', 'out C'), askIf: [{ question: 'gate', choices: ['yes'] }] }],
      code: [{ questions: ['gate', 'inner'] }],
    })
    expect(explainLetter(set, answered({ gate: 'no', inner: 'out' }), 0)).toMatchObject({ letter: 'B' })
    expect(explainLetter(set, answered({ gate: 'no', inner: 'out' }), 0)?.grounds.map(ground)).toEqual(['gate no', 'inner hidden'])
  })

  it('that the code does not have is not explained', () => {
    expect(explainLetter(DEFAULT_SET, {}, 3)).toBeUndefined()
  })
})

describe('a class', () => {
  it('B says that "now", or a yes to the offer, would make it A', () => {
    const found = explainClass(TRADING_HOUSE, answered({ ...HOUSE, urgency: 'later/no' }))
    expect(found.rules).toEqual(['b'])
    expect(found.grounds.map(ground)).toEqual(['need yes', 'urgency later', 'budget from_300k'])
    expect(changes(found.nearest)).toEqual(['urgency now', 'urgency offer on later'])
    expect(found.nearest?.score.class).toMatchObject({ state: 'decided', class: 'A' })
  })

  it.each<[string, QuestionSet, Short, string[], string[] | undefined]>([
    ['A has nothing above it', DEFAULT_SET, { ...HOUSE, urgency: 'now' }, ['a'], undefined],
    ['open names the rules that still can match', DEFAULT_SET, { need: 'yes', urgency: 'now' }, ['a', 'c'], undefined],
    ['C of who cannot pay says that any budget would do', DEFAULT_SET, { need: 'yes', urgency: 'now', budget: 'cannot_pay' }, ['c'],
      ['budget from_1m', 'budget from_500k', 'budget from_300k', 'budget from_100k', 'budget under_100k']],
    ['C by the last row', DEFAULT_SET, { need: 'later', urgency: 'now', budget: 5 }, ['else'], ['need yes']],
    ['C that no single answer betters', DEFAULT_SET, { need: 'no', urgency: 'now', budget: 'cannot_pay' }, ['else'], undefined],
    ['C decided early, which one answer would only open again', DEFAULT_SET, { need: 'no' }, ['else'], undefined],
    ['B of four signs', BANT, { need: 'yes', timeline: 'no', budget: 'yes', authority: 'yes' }, ['b1'], ['timeline yes']],
  ])('%s', (_, set, short, rules, nearest) => {
    const found = explainClass(set, answered(short))
    expect({ rules: found.rules, nearest: changes(found.nearest) }).toEqual({ rules, nearest })
  })
})

describe('a coefficient', () => {
  const hot = { client_type: 'b2b', need: 'yes', urgency: 'now' }

  it.each<[string, Short, number | undefined, string, number | '?', string[], number | undefined]>([
    ['a sum', { ...hot, budget: 250_000 }, 5_000_000, 'typed', 1, ['budget from_100k'], 300_000],
    ['the amount of the lead', { ...hot, budget: 'from_1m' }, 350_000, 'lead', 2, ['budget from_1m'], 500_000],
    ['a band', { ...hot, budget: 'from_500k' }, undefined, 'band', 3, ['budget from_500k'], 1_000_000],
    ['the top of the scale', { ...hot, budget: 'from_1m' }, undefined, 'band', 4, ['budget from_1m'], undefined],
    ['who cannot pay', { ...hot, budget: 'cannot_pay' }, 5_000_000, 'cannot-pay', 0, ['budget cannot_pay'], 100_000],
    ['nothing', hot, undefined, 'none', '?', ['budget open'], undefined],
  ])('from %s', (_, short, lead, source, coefficient, grounds, next) => {
    const found = explainCoefficient(DEFAULT_SET, answered(short), lead === undefined ? undefined : roubles(lead))
    expect(found.potential).toMatchObject(coefficient === '?' ? { source } : { source, coefficient })
    expect(found.grounds.map(ground)).toEqual(grounds)
    expect(found.nearest?.from).toBe(next)
  })

  it('of a set that does not ask for money comes from the lead alone', () => {
    expect(explainCoefficient(BANT, answered({ budget: 'yes' }), roubles(120_000))).toMatchObject({ potential: { source: 'lead', coefficient: 1 }, grounds: [], nearest: { from: 300_000, coefficient: 2 } })
  })
})

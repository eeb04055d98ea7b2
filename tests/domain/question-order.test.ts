import { describe, expect, it } from 'vitest'
import { BANT } from '../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { askedQuestions, openQuestions } from '../../src/domain/asked-questions.ts'
import { decidedEarly, decidingQuestions, nextQuestion } from '../../src/domain/question-order.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { answered, isComplete, qualified } from './answering.ts'
import type { Short } from './answering.ts'
import { asks, setOf } from './made-sets.ts'

function next(set: QuestionSet, short: Short): string | undefined {
  return nextQuestion(set, answered(short))?.id
}

const FREE: QuestionSet = { ...DEFAULT_SET, reorder: true }

describe('the next question', () => {
  it.each<[Short, string | undefined]>([
    [{}, 'need'],
    [{ need: 'yes' }, 'urgency'],
    [{ need: 'no' }, 'urgency'],
    [{ need: 'yes', urgency: 'later' }, 'urgency'],
    [{ need: 'yes', urgency: 'later/unknown' }, 'budget'],
    [{ need: 'yes', urgency: '?' }, 'budget'],
    [{ need: '?', budget: 5 }, 'urgency'],
    [{ need: 'yes', urgency: 'now', budget: 'gone' }, 'budget'],
    [{ need: 'yes', urgency: 'now', budget: 5, client_type: 'b2b' }, 'channel'],
    [{ need: 'yes', urgency: 'now', budget: 5, client_type: 'b2b', channel: '?' }, undefined],
  ])('of a set in its own order after %o is %s', (short, expected) => {
    expect(next(DEFAULT_SET, short)).toBe(expected)
  })

  it.each<[string, Short, string | undefined]>([
    ['what sorts out most', {}, 'need'],
    ['what decides the class now', { urgency: 'now', need: 'yes' }, 'budget'],
    ['what decides, though another comes earlier', { budget: 'from_1m' }, 'need'],
    ['a horizon whose offer is open', { need: 'yes', budget: 'from_1m', urgency: 'later' }, 'urgency'],
    ['the order of the set once the class is decided', { need: 'no' }, 'urgency'],
    ['nothing once all is answered', { need: 'yes', urgency: 'now', budget: 5, client_type: 'b2b', channel: 'call' }, undefined],
  ])('of a set that may be reordered is %s', (_, short, expected) => {
    expect(next(FREE, short)).toBe(expected)
  })

  it('of a set that may be reordered is the first among equals', () => {
    expect(next({ ...BANT, reorder: true }, { need: 'yes' })).toBe('timeline')
  })

  it('is never a question that is hidden', () => {
    const set = setOf({
      reorder: true,
      questions: [asks('gate', 'open', 'shut'), { ...asks('need', 'yes A+', 'no C-'), askIf: [{ question: 'gate', choices: ['open'] }] }, asks('size', 'big A', 'small B')],
      classRules: [{ id: 'a', when: { need: 'plus' }, class: 'A' }],
    })
    expect(next(set, {})).toBe('gate')
    expect(next(set, { gate: 'open' })).toBe('need')
    expect(next(set, { gate: 'shut' })).toBe('size')
    expect(askedQuestions(set, answered({ gate: 'shut', need: 'yes' })).map(question => question.id)).toEqual(['gate', 'size'])
  })

  it('may be a note, last of all', () => {
    const set = setOf({ reorder: true, questions: [{ id: 'note', kind: 'text', name: {}, script: {} }, asks('need', 'yes A+', 'no C-')], classRules: [{ id: 'a', when: { need: 'plus' }, class: 'A' }] })
    expect(next(set, {})).toBe('need')
    expect(next(set, { need: 'yes' })).toBe('note')
  })
})

describe('an early decision', () => {
  it.each<[string, Short, boolean]>([
    ['nothing is answered', {}, false],
    ['the class is open', { need: 'yes', urgency: 'now' }, false],
    ['no need, the rest not asked', { need: 'no' }, true],
    ['cannot pay, the rest not asked', { budget: 'cannot_pay' }, true],
    ['all three that decide, the type not asked', { need: 'yes', urgency: 'now', budget: 5 }, true],
    ['only what is optional is left', { need: 'yes', urgency: 'now', budget: 5, client_type: 'b2b' }, false],
  ])('is there or not when %s', (_, short, expected) => {
    expect(decidedEarly(DEFAULT_SET, answered(short))).toBe(expected)
  })

  it('leaves the rest to be asked still, and the amount named as what the plan lacks', () => {
    const answers = answered({ need: 'yes', urgency: 'now', client_type: 'b2b', budget: '?' })
    const bant = qualified(BANT, answered({ need: 'yes', timeline: 'yes', budget: 'yes', authority: 'yes' }))
    expect(bant.plan).toMatchObject({ arithmetic: { base: 6, coefficient: undefined, touches: 6, assumed: true, capped: false } })
    expect(qualified(DEFAULT_SET, answered({ need: 'no' })).plan).toMatchObject({ arithmetic: { touches: 0, assumed: false, capped: true } })
    expect(openQuestions(DEFAULT_SET, answers).map(question => question.id)).toEqual(['channel'])
  })
})

describe('a qualification', () => {
  it.each<[Short, boolean]>([
    [{}, false],
    [{ need: 'yes', urgency: 'now', budget: 5 }, false],
    [{ need: 'yes', urgency: 'later', budget: 5, client_type: 'b2b' }, false],
    [{ need: 'yes', urgency: 'later/no', budget: 5, client_type: 'b2b' }, true],
    [{ need: '?', urgency: '?', budget: '?', client_type: '?' }, true],
  ])('with the answers %o is complete: %s', (short, expected) => {
    expect(isComplete(DEFAULT_SET, answered(short))).toBe(expected)
  })

  it.each<[string, Short, string[]]>([
    ['unknown', { need: 'yes', urgency: 'now', budget: '?' }, ['budget']],
    ['not asked', { need: 'yes' }, ['urgency', 'budget']],
    ['an offer that was not asked', { need: 'yes', urgency: 'quarter', budget: 'from_1m' }, ['urgency']],
    ['nothing for the code alone', { need: '?', urgency: 'now', budget: 5 }, ['need']],
    ['nothing, as the class is decided', { budget: 'cannot_pay' }, []],
  ])('asks for what keeps the class open: %s', (_, short, expected) => {
    expect(decidingQuestions(DEFAULT_SET, answered(short)).map(question => question.id)).toEqual(expected)
  })

  it('asks for the question on which a deciding one depends', () => {
    const set = setOf({
      questions: [
        { ...asks('gate', 'open', 'shut'), for: 'other' },
        { ...asks('inner', 'in', 'out'), askIf: [{ question: 'gate', choices: ['open'] }] },
        { ...asks('need', 'yes A+', 'no C-'), askIf: [{ question: 'inner', choices: ['in'] }] },
        asks('size', 'big A', 'small B'),
      ],
      code: [],
      classRules: [{ id: 'a', when: { need: 'plus' }, class: 'A' }],
    })
    expect(decidingQuestions(set, {}).map(question => question.id)).toEqual(['gate'])
    expect(decidingQuestions(set, answered({ gate: 'open' })).map(question => question.id)).toEqual(['inner'])
    expect(decidingQuestions(set, answered({ gate: 'open', inner: 'in' })).map(question => question.id)).toEqual(['need'])
  })
})

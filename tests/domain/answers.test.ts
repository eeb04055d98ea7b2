import { describe, expect, it } from 'vitest'
import { isAnswered, outcomes } from '../../src/domain/answers.ts'
import type { Answer } from '../../src/domain/answers.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { Question, QuestionSet } from '../../src/domain/question-set.ts'
import { codeOf, score } from '../../src/domain/score.ts'
import { answered, qualified } from './answering.ts'
import type { Short } from './answering.ts'
import { asks, setOf } from './made-sets.ts'

function states(set: QuestionSet, short: Short): Record<string, string> {
  return Object.fromEntries([...outcomes(set, answered(short))].map(([id, outcome]) => [
    id, outcome.state === 'known' ? `${outcome.grade ?? ''}${outcome.sign ?? ''}` : outcome.state,
  ]))
}

describe('an answer', () => {
  it.each<[string, Short, string]>([
    ['a choice', { urgency: 'now' }, 'Aplus'],
    ['a choice whose offer is still to be asked', { urgency: 'later' }, 'open'],
    ['no to the offer', { urgency: 'later/no' }, 'Cminus'],
    ['an unknown offer, which counts as no', { urgency: 'later/unknown' }, 'Cminus'],
    ['yes to the offer, one grade up and plus', { urgency: 'later/yes' }, 'Bplus'],
    ['yes to the offer from B', { urgency: 'quarter/yes' }, 'Aplus'],
    ['yes to an offer that is not asked, as the band is plus', { urgency: 'now/yes' }, 'Aplus'],
    ['unknown', { urgency: '?' }, 'open'],
    ['nothing', {}, 'open'],
    ['a choice that the set no longer has', { urgency: 'someday' }, 'open'],
    ['a sum to a question that is not about money', { urgency: 5 }, 'open'],
  ])('that is %s', (_, short, expected) => {
    expect(states(DEFAULT_SET, short).urgency).toBe(expected)
  })

  it.each([
    [0, 'C'], [99_999.99, 'C'], [100_000, 'B'], [299_999, 'B'], [300_000, 'B'], [499_999, 'B'], [500_000, 'A'], [999_999, 'A'], [1_000_000, 'A'], [1e12, 'A'],
  ])('that is the sum %d picks its band', (amount, grade) => {
    expect(states(DEFAULT_SET, { budget: amount }).budget).toBe(`${grade}plus`)
  })

  it('does not lift above A', () => {
    const urgency = DEFAULT_SET.questions.find(question => question.kind === 'horizon') ?? expect.fail()
    const set = setOf({ questions: [{ ...urgency, bands: urgency.bands.map(band => ({ ...band, grade: 'A', sign: 'minus' })) }] })
    expect(states(set, { urgency: 'later/yes' })).toEqual({ urgency: 'Aplus' })
  })

  it.each<[string, Question, Answer | undefined, boolean]>([
    ['nothing', asks('q', 'a A+'), undefined, false],
    ['unknown', asks('q', 'a A+'), { kind: 'unknown' }, true],
    ['a choice', asks('q', 'a A+'), { kind: 'choice', choice: 'a' }, true],
    ['a choice that is gone', asks('q', 'a A+'), { kind: 'choice', choice: 'b' }, false],
    ['words', { ...asks('q'), kind: 'text' }, { kind: 'text', text: 'two pallets' }, true],
    ['blanks', { ...asks('q'), kind: 'text' }, { kind: 'text', text: ' ' }, false],
    ['words to a question of choices', asks('q', 'a A+'), { kind: 'text', text: 'a' }, false],
  ])('of %s deals with the question or does not', (_, question, answer, expected) => {
    expect(isAnswered(question, answer)).toBe(expected)
  })
})

describe('a question with conditions', () => {
  const set = setOf({
    questions: [
      asks('site', 'ready A', 'building B'),
      { ...asks('roof', 'flat A', 'pitched B'), askIf: [{ question: 'site', choices: ['building'] }] },
      { ...asks('slope', 'steep A', 'gentle C'), askIf: [{ question: 'roof', choices: ['pitched'] }] },
      { ...asks('crane', 'yes A', 'no B'), askIf: [{ question: 'site', choices: ['building'] }, { question: 'roof', choices: ['flat', 'pitched'] }] },
    ],
  })

  it.each<[Short, Record<string, string>]>([
    [{}, { site: 'open', roof: 'hidden', slope: 'hidden', crane: 'hidden' }],
    [{ site: '?' }, { site: 'open', roof: 'hidden', slope: 'hidden', crane: 'hidden' }],
    [{ site: 'ready', roof: 'pitched', slope: 'gentle' }, { site: 'A', roof: 'hidden', slope: 'hidden', crane: 'hidden' }],
    [{ site: 'building' }, { site: 'B', roof: 'open', slope: 'hidden', crane: 'hidden' }],
    [{ site: 'building', roof: 'flat', slope: 'gentle' }, { site: 'B', roof: 'A', slope: 'hidden', crane: 'open' }],
    [{ site: 'building', roof: 'pitched', slope: 'gentle' }, { site: 'B', roof: 'B', slope: 'C', crane: 'open' }],
    [{ site: 'building', roof: 'pitched', slope: 'gentle', crane: 'no' }, { site: 'B', roof: 'B', slope: 'C', crane: 'B' }],
  ])('answers %o', (short, expected) => {
    expect(states(set, short)).toEqual(expected)
  })

  it('keeps its answer while hidden and has it back when it is asked again', () => {
    const pitched = { site: 'building', roof: 'pitched', slope: 'gentle' }
    expect(score(set, answered(pitched)).code).toBe('BBC?')
    expect(score(set, answered({ ...pitched, site: 'ready' })).code).toBe('A???')
    expect(score(set, answered({ ...pitched, site: 'building' })).code).toBe('BBC?')
  })

  it('gives no code when only a hidden one was answered', () => {
    expect(codeOf(set, answered({ roof: 'flat' }))).toBeUndefined()
    expect(codeOf(set, answered({ site: '?', roof: 'flat' }))).toBe('????')
    expect(codeOf(set, {})).toBeUndefined()
  })

  it('about a question that is not there or not earlier is never asked', () => {
    const broken = setOf({
      questions: [
        { ...asks('one', 'a A'), askIf: [{ question: 'two', choices: ['a'] }] },
        { ...asks('two', 'a A'), askIf: [{ question: 'three', choices: ['a'] }] },
      ],
    })
    expect(states(broken, { one: 'a', two: 'a' })).toEqual({ one: 'hidden', two: 'hidden' })
    expect(score(broken, answered({ one: 'a', two: 'a' })).code).toBe('??')
  })
})

describe('a code position', () => {
  const set = setOf({
    questions: [
      asks('need', 'much A', 'some B', 'none C'),
      asks('size', 'large A', 'small B'),
      { ...asks('loan', 'yes B', 'no E'), askIf: [{ question: 'size', choices: ['large'] }] },
    ],
    code: [{ questions: ['need', 'loan'] }, { questions: ['loan'] }, { questions: ['size', 'need'] }],
    letters: 5,
  })

  it.each<[Short, string]>([
    [{}, '???'],
    [{ need: 'none' }, '??C'],
    [{ need: 'none', size: 'small' }, 'C?C'],
    [{ need: 'much', size: 'small', loan: 'no' }, 'A?B'],
    [{ need: 'much', size: 'large' }, '??A'],
    [{ need: 'much', size: 'large', loan: 'no' }, 'EEA'],
    [{ need: 'much', size: 'large', loan: 'yes' }, 'BBA'],
    [{ need: '?', size: 'large', loan: 'no' }, 'EE?'],
    [{ size: 'small' }, '???'],
  ])('takes the worst grade of what is asked and waits for what can change it: %o → %s', (short, code) => {
    expect(score(set, answered(short)).code).toBe(code)
  })
})

describe('a question that does not count', () => {
  const set = setOf({
    questions: [
      asks('need', 'yes A+', 'no C-'),
      { ...asks('how', 'call', 'mail'), for: 'channel' },
      { ...asks('why', 'late'), for: 'reason' },
      { ...asks('colour', 'red A+', 'blue C-'), for: 'other' },
      { id: 'wish', kind: 'text', name: {}, script: {} },
    ],
    code: [{ questions: ['need'] }],
    classRules: [{ id: 'a', when: { need: 'plus' }, class: 'A' }],
  })

  it('changes neither code nor class', () => {
    const plain = score(set, answered({ need: 'yes' }))
    expect(score(set, { ...answered({ need: 'yes', how: 'mail', why: 'late', colour: 'blue' }), wish: { kind: 'text', text: 'soon' } })).toEqual(plain)
    expect(plain).toMatchObject({ code: 'A', class: { state: 'decided', class: 'A' } })
  })

  it('alone gives no code', () => {
    expect(codeOf(set, { ...answered({ how: 'mail', colour: 'red' }), wish: { kind: 'text', text: 'soon' } })).toBeUndefined()
  })

  it('may decide whether another is asked', () => {
    const gated = setOf({ questions: [{ ...asks('colour', 'red', 'blue'), for: 'other' }, { ...asks('need', 'yes A+', 'no C-'), askIf: [{ question: 'colour', choices: ['red'] }] }] })
    expect(states(gated, { colour: 'red', need: 'yes' })).toEqual({ colour: '', need: 'Aplus' })
    expect(states(gated, { colour: 'blue', need: 'yes' })).toEqual({ colour: '', need: 'hidden' })
  })

  it('leaves its set without a code when nothing is coded', () => {
    expect(qualified({ ...set, code: [] }, answered({ need: 'yes' })).code).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { TRADING_HOUSE } from '../../src/domain/presets/trading-house.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { answered, NOW, qualified } from './answering.ts'
import type { Short } from './answering.ts'
import { asks, setOf } from './made-sets.ts'

const HOT = { need: 'yes', urgency: 'now', budget: 600_000 }
const ALL_A: QuestionSet = { ...DEFAULT_SET, notices: { ...DEFAULT_SET.notices, hot: 'code' } }

describe('a hot lead', () => {
  it.each<[string, QuestionSet, Short, boolean]>([
    ['class A with an all-A code', DEFAULT_SET, { ...HOT, client_type: 'b2b' }, true],
    ['class A with another code', DEFAULT_SET, { ...HOT, client_type: 'c2c' }, true],
    ['class A with a code not all known', DEFAULT_SET, HOT, true],
    ['class B', DEFAULT_SET, { ...HOT, urgency: 'quarter/no' }, false],
    ['an open class', DEFAULT_SET, { need: 'yes', urgency: 'now' }, false],
    ['by code: all A', ALL_A, { ...HOT, client_type: 'b2b' }, true],
    ['by code: one B', ALL_A, { ...HOT, client_type: 'b2c' }, false],
    ['by code: not all known', ALL_A, HOT, false],
    ['by code: all A of who cannot pay', { ...TRADING_HOUSE, notices: ALL_A.notices }, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 'cannot_pay' }, false],
  ])('%s', (_, set, short, hot) => {
    expect(qualified(set, answered(short)).hot).toBe(hot)
  })

  it('by code is none without a code, though its one choice would be an A', () => {
    const set = setOf({ questions: [asks('need', 'yes A+'), { ...asks('how', 'call'), for: 'channel' }], code: [{ questions: ['need'] }], classElse: { id: 'else', class: 'A' }, notices: ALL_A.notices })
    expect(qualified(set, answered({ how: 'call' }))).toMatchObject({ code: undefined, hot: false })
    expect(qualified(set, answered({ need: 'yes' }))).toMatchObject({ code: 'A', hot: true })
  })
})

describe('the reason of class C', () => {
  const urgency = DEFAULT_SET.questions.find(question => question.kind === 'horizon') ?? expect.fail()
  const why = { ...asks('why'), for: 'reason', choices: [{ id: 'later', label: {}, reason: 'not_now' }, { id: 'other', label: {} }] } as const
  const withWhy: QuestionSet = { ...DEFAULT_SET, questions: [...DEFAULT_SET.questions, { ...why, askIf: [{ question: 'need', choices: ['no', 'later'] }] }] }
  const withLate: QuestionSet = {
    ...DEFAULT_SET,
    questions: DEFAULT_SET.questions.map(question => question === urgency ? { ...urgency, bands: urgency.bands.map(band => band.id === 'later' ? { ...band, reason: 'not_now' } : band) } : question),
  }

  it.each<[string, QuestionSet, Short, string | undefined]>([
    ['no need', DEFAULT_SET, { need: 'no' }, 'no_need'],
    ['perhaps later', DEFAULT_SET, { need: 'later' }, 'not_now'],
    ['cannot pay', DEFAULT_SET, { need: 'yes', urgency: 'now', budget: 'cannot_pay' }, 'cannot_pay'],
    ['the first of two', DEFAULT_SET, { need: 'no', budget: 'cannot_pay' }, 'no_need'],
    ['none while the class is open', DEFAULT_SET, { need: 'yes', urgency: 'later/no' }, undefined],
    ['none of class B', DEFAULT_SET, { need: 'yes', urgency: 'later/no', budget: 5 }, undefined],
    ['the one that a question for it names', withWhy, { need: 'no', why: 'later' }, 'not_now'],
    ['not the one of a question for it that names none', withWhy, { need: 'no', why: 'other' }, 'no_need'],
    ['not the one of a question for it that is hidden', withWhy, { need: 'yes', budget: 'cannot_pay', why: 'later' }, 'cannot_pay'],
    ['late', withLate, { need: 'yes', urgency: 'later/no', budget: 'cannot_pay' }, 'not_now'],
    ['not late, as the offer was taken', withLate, { need: 'yes', urgency: 'later/yes', budget: 'cannot_pay' }, 'cannot_pay'],
  ])('is %s', (_, set, short, reason) => {
    expect(qualified(set, answered(short)).reason?.id).toBe(reason)
  })
})

describe('the recheck', () => {
  /** From Monday 2026-11-23: 90 days end on Sunday 2027-02-21, 60 on Friday 2027-01-22. */
  it.each<[string, Short, string | undefined, string]>([
    ['90 days, to the next working day', { need: 'no' }, undefined, '2027-02-22T09:30:00+03:00'],
    ['90 days for who cannot pay', { budget: 'cannot_pay' }, undefined, '2027-02-22T09:30:00+03:00'],
    ['60 days for "not now"', { need: 'later' }, undefined, '2027-01-22T09:30:00+03:00'],
    ['the date that the client named', { need: 'later' }, '2026-12-24', '2026-12-24T09:30:00+03:00'],
    ['the working day after the date that the client named', { need: 'no' }, '2026-12-26', '2026-12-28T09:30:00+03:00'],
    ['its own days when the named date is past', { need: 'later' }, '2026-11-22', '2027-01-22T09:30:00+03:00'],
    ['its own days when the named date is none', { need: 'later' }, '2026-02-31', '2027-01-22T09:30:00+03:00'],
  ])('is in %s', (_, short, namedDate, at) => {
    expect(qualified(DEFAULT_SET, answered(short), { namedDate }).plan.items).toEqual([{ kind: 'recheck', at, channel: 'call' }])
  })

  it('is on the day of the purchase that the client named, unless another day was named for the contact', () => {
    const answers = { ...answered({ need: 'later' }), urgency: { kind: 'choice', choice: 'later', offer: 'no', date: '2027-05-12' } } as const
    expect(qualified(DEFAULT_SET, answers)).toMatchObject({ purchaseDate: '2027-05-12', plan: { items: [{ kind: 'recheck', at: '2027-05-12T09:30:00+03:00' }] } })
    expect(qualified(DEFAULT_SET, answers, { namedDate: '2027-01-11' }).plan.items[0].at).toBe('2027-01-11T09:30:00+03:00')
  })
})

describe('the plan', () => {
  it.each<[string, Short, string]>([
    ['best possible class A: in 15 minutes', { need: 'yes', urgency: 'now' }, '2026-11-23T11:15:00+03:00'],
    ['best possible class B: the next working day', { need: 'yes', urgency: 'later/no' }, '2026-11-24T09:30:00+03:00'],
  ])('of an open class is one to-do to ask, at the first reaction of the %s', (_, short, at) => {
    expect(qualified(DEFAULT_SET, answered(short)).plan).toMatchObject({ state: 'open', items: [{ kind: 'ask', at, questions: ['budget'], channel: 'call' }] })
  })

  it('goes by the channel that the client prefers', () => {
    const result = qualified(DEFAULT_SET, answered({ ...HOT, channel: 'messenger' }))
    expect(result.preferred).toBe('messenger')
    expect(new Set(result.plan.items.map(item => item.channel))).toEqual(new Set(['messenger']))
  })

  it('shows its arithmetic and the share of time of its class', () => {
    expect(qualified(DEFAULT_SET, answered(HOT)).plan).toMatchObject({ timeShare: 80, arithmetic: { base: 6, coefficient: 3, touches: 18, assumed: false, capped: false } })
    expect(qualified(DEFAULT_SET, answered({ need: 'no' })).plan).toMatchObject({ timeShare: 1 })
  })
})

it('the day of the purchase is no result while its question is hidden', () => {
  const set: QuestionSet = { ...DEFAULT_SET, questions: DEFAULT_SET.questions.map(question => question.id === 'urgency' ? { ...question, askIf: [{ question: 'need', choices: ['yes'] }] } : question) }
  const urgency = { kind: 'choice', choice: 'now', date: '2026-12-01' } as const
  expect(qualified(set, { ...answered({ need: 'yes' }), urgency }, { now: NOW }).purchaseDate).toBe('2026-12-01')
  expect(qualified(set, { ...answered({ need: 'no' }), urgency }, { now: NOW }).purchaseDate).toBeUndefined()
})

import { describe, expect, it } from 'vitest'
import { BANT } from '../../src/domain/presets/bant.ts'
import { BUDGET_SCALE } from '../../src/domain/presets/budget-scale.ts'
import { BUILDING } from '../../src/domain/presets/building.ts'
import { CHAMP } from '../../src/domain/presets/champ.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { PLUS_MINUS } from '../../src/domain/presets/plus-minus.ts'
import { PROJECT_POTENTIAL } from '../../src/domain/presets/project-potential.ts'
import { REPEAT_PURCHASE } from '../../src/domain/presets/repeat-purchase.ts'
import { TRADING_HOUSE } from '../../src/domain/presets/trading-house.ts'
import { bandAt, choicesOf } from '../../src/domain/question-set.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'

const SIGN = { plus: '+', minus: '-' } as const

/** Each choice in short: `now [0,8) A+`. */
function table(set: QuestionSet, id: string): string[] {
  const question = set.questions.find(q => q.id === id)
  if (question === undefined) return []
  const bands = question.kind === 'money' || question.kind === 'horizon' ? question.bands : []
  return choicesOf(question).map((choice) => {
    const band = bands.find(each => each.id === choice.id)
    const range = band ? [`[${band.from},${band.to ?? '∞'})`] : []
    return [choice.id, ...range, `${choice.grade ?? ''}${choice.sign ? SIGN[choice.sign] : ''}`].join(' ')
  })
}

function asked(set: QuestionSet): string[] {
  return set.questions.map(question => question.id)
}

function coded(set: QuestionSet): string[] {
  return set.code.map(position => position.questions.join('+'))
}

function labels(set: QuestionSet, id: string): (string | undefined)[] {
  const question = set.questions.find(q => q.id === id)
  return question === undefined ? [] : choicesOf(question).map(choice => choice.label.ru)
}

const NEED = ['yes A+', 'later B-', 'no C-']
const URGENCY = ['now [0,8) A+', 'quarter [8,93) B-', 'later [93,∞) C-']
const BUDGET = [
  'from_1m [1000000,∞) A+', 'from_500k [500000,1000000) A+', 'from_300k [300000,500000) B+',
  'from_100k [100000,300000) B+', 'under_100k [0,100000) C+', 'cannot_pay C-',
]
const YES_NO = ['yes A+', 'no C-']

describe('the default set', () => {
  it('asks need, urgency, budget, client type and, optionally, the channel', () => {
    expect(asked(DEFAULT_SET)).toEqual(['need', 'urgency', 'budget', 'client_type', 'channel'])
    expect(DEFAULT_SET.questions.filter(question => question.optional).map(question => question.id)).toEqual(['channel'])
    expect(coded(DEFAULT_SET)).toEqual(['client_type', 'need+budget', 'urgency'])
    expect(DEFAULT_SET.style).toBe('code')
  })

  it('grades as its table says', () => {
    expect(table(DEFAULT_SET, 'need')).toEqual(NEED)
    expect(table(DEFAULT_SET, 'urgency')).toEqual(URGENCY)
    expect(table(DEFAULT_SET, 'budget')).toEqual(BUDGET)
    expect(table(DEFAULT_SET, 'client_type')).toEqual(['b2b A', 'g2b A', 'b2c B', 'c2c C'])
    expect(labels(DEFAULT_SET, 'need')).toEqual(['Есть потребность', 'Может понадобиться, но потом', 'Нет потребности'])
  })

  it('asks for readiness for an offer, and asks again when the urgency is stale', () => {
    const urgency = DEFAULT_SET.questions.find(question => question.id === 'urgency')
    expect(urgency).toMatchObject({ kind: 'horizon', offer: {} })
    expect(urgency && choicesOf(urgency).map(choice => choice.shelfLifeDays)).toEqual([14, 45, undefined])
  })

  it('classes by plus and minus, the rest capped', () => {
    expect(DEFAULT_SET.classRules).toEqual([
      { id: 'a', when: { need: 'plus', budget: 'plus', urgency: 'plus' }, class: 'A' },
      { id: 'b', when: { need: 'plus', budget: 'plus', urgency: 'minus' }, class: 'B' },
      { id: 'c', when: { need: 'plus', budget: 'minus' }, class: 'C' },
    ])
    expect(DEFAULT_SET.classElse).toEqual({ id: 'else', class: 'C', capped: true })
  })

  it('knows why a lead is of class C and when to look again', () => {
    expect(DEFAULT_SET.reasons.map(reason => [reason.id, reason.recheckDays])).toEqual([['no_need', undefined], ['not_now', 60], ['cannot_pay', undefined]])
    const reasons = DEFAULT_SET.questions.flatMap(choicesOf).flatMap(choice => choice.reason === undefined ? [] : [`${choice.id}: ${choice.reason}`])
    expect(reasons).toEqual(['later: not_now', 'no: no_need', 'cannot_pay: cannot_pay'])
  })

  it.each([
    [0, 0], [99_999, 0], [100_000, 1], [299_999, 1], [300_000, 2], [499_999, 2], [500_000, 3], [999_999, 3], [1_000_000, 4], [50_000_000, 4],
  ])('gives %d roubles the coefficient %d', (amount, coefficient) => {
    expect(DEFAULT_SET.potential.question).toBe('budget')
    expect(bandAt(DEFAULT_SET.potential.bands, amount)?.coefficient).toBe(coefficient)
  })

  it('calls the five sizes by their names', () => {
    expect(DEFAULT_SET.potential.bands.map(band => band.label.ru)).toEqual([
      'Не интересно (минимальный проект)', 'Есть контакт (базовый)', 'Интересно (средний)', 'Важно (крупный)', 'Повышенная важность (масштабный)',
    ])
  })

  it('follows up in six steps, then letter and call in turn', () => {
    const { followUp } = DEFAULT_SET
    expect(followUp.base).toBe(6)
    expect(followUp.steps.map(step => step.id)).toEqual(['process', 'advise', 'clarify', 'offer', 'explain', 'decide'])
    expect(followUp.later.map(step => step.channel)).toEqual(['email', 'call'])
    expect(followUp.cadence).toEqual({
      A: { gaps: [1, 1, 2, 2, 3], then: 5 },
      B: { gaps: [3, 5, 7, 10, 14], then: 21 },
      C: { gaps: [], then: 90 },
    })
    expect(followUp).toMatchObject({
      firstReaction: { A: { workingMinutes: 15 }, B: { workingDays: 1 } },
      recheckDays: 90,
      unanswered: { calls: 3, channel: 'messenger' },
      timeShare: { A: 80, B: 19, C: 1 },
    })
    expect(followUp.workingTime).toEqual({ days: [1, 2, 3, 4, 5], from: '09:30', to: '18:30', holidays: [] })
  })

  it('tells about a million and about class A', () => {
    expect(DEFAULT_SET.notices).toEqual({ largeOrder: 1_000_000, hot: 'class' })
  })
})

describe('the sets made from the default', () => {
  it('trading house codes type, need and urgency, and asks the budget without coding it', () => {
    expect(asked(TRADING_HOUSE)).toEqual(['need', 'urgency', 'budget', 'client_type'])
    expect(coded(TRADING_HOUSE)).toEqual(['client_type', 'need', 'urgency'])
    expect(table(TRADING_HOUSE, 'budget')).toEqual(BUDGET)
    expect(labels(TRADING_HOUSE, 'client_type')).toEqual(['B2B', 'G2B', 'B2C', 'C2C'])
  })

  it('building grades the kind of object in place of the client type', () => {
    expect(asked(BUILDING)).toEqual(['need', 'urgency', 'budget', 'object_type', 'channel'])
    expect(coded(BUILDING)).toEqual(['object_type', 'need+budget', 'urgency'])
    expect(table(BUILDING, 'object_type')).toEqual(['new_building A', 'renovation B', 'lived_in C', 'cottage A'])
    expect(labels(BUILDING, 'object_type')).toEqual(['Новостройка', 'Вторичка / капитальный ремонт', 'Вторичка + живут', 'Коттеджи'])
  })

  it('budget scale has steps of ten and no other way of not paying', () => {
    expect(table(BUDGET_SCALE, 'budget')).toEqual([
      'from_1m [1000000,∞) A+', 'from_100k [100000,1000000) B+', 'from_10k [10000,100000) C+', 'under_10k [0,10000) C-',
    ])
    expect(asked(BUDGET_SCALE)).toEqual(asked(DEFAULT_SET))
    expect(coded(BUDGET_SCALE)).toEqual(coded(DEFAULT_SET))
  })

  it('repeat purchase asks only need, urgency and amount', () => {
    expect(asked(REPEAT_PURCHASE)).toEqual(['need', 'urgency', 'budget'])
    expect(coded(REPEAT_PURCHASE)).toEqual(['need', 'urgency', 'budget'])
    expect([table(REPEAT_PURCHASE, 'need'), table(REPEAT_PURCHASE, 'urgency'), table(REPEAT_PURCHASE, 'budget')]).toEqual([NEED, URGENCY, BUDGET])
  })

  it('keep the class rules of the default', () => {
    for (const set of [TRADING_HOUSE, BUILDING, BUDGET_SCALE, REPEAT_PURCHASE]) {
      expect([set.classRules, set.classElse]).toEqual([DEFAULT_SET.classRules, DEFAULT_SET.classElse])
    }
  })
})

describe('the sets that lead with the class', () => {
  it('plus and minus asks three times yes or no, and plans nothing for who cannot pay', () => {
    expect(asked(PLUS_MINUS)).toEqual(['need', 'budget', 'urgency'])
    expect(coded(PLUS_MINUS)).toEqual(['need', 'budget', 'urgency'])
    expect(asked(PLUS_MINUS).map(id => table(PLUS_MINUS, id))).toEqual([YES_NO, YES_NO, YES_NO])
    expect(PLUS_MINUS.classRules.map(rule => [rule.class, rule.when, rule.capped ?? false])).toEqual([
      ['A', { need: 'plus', budget: 'plus', urgency: 'plus' }, false],
      ['B', { need: 'plus', budget: 'plus', urgency: 'minus' }, false],
      ['C', { need: 'plus', budget: 'minus' }, true],
    ])
    expect(PLUS_MINUS.style).toBe('class')
  })

  it('project potential asks one question about money and classes by its grade', () => {
    expect(table(PROJECT_POTENTIAL, 'budget')).toEqual([
      'from_1m [1000000,∞) A+', 'from_500k [500000,1000000) A+', 'from_300k [300000,500000) B+', 'from_100k [100000,300000) B+', 'under_100k [0,100000) C-',
    ])
    expect(PROJECT_POTENTIAL.questions).toHaveLength(1)
    expect(PROJECT_POTENTIAL.classRules.map(rule => [rule.class, rule.when])).toEqual([['A', { budget: ['A'] }], ['B', { budget: ['B'] }]])
    expect(PROJECT_POTENTIAL.classElse).toEqual({ id: 'else', class: 'C' })
  })

  it('project potential names each choice as the scale names its size', () => {
    const names = PROJECT_POTENTIAL.potential.bands.map(band => band.label.ru ?? '').reverse()
    labels(PROJECT_POTENTIAL, 'budget').forEach((label, index) => { expect(label?.startsWith(`${names[index] ?? ''}:`)).toBe(true) })
  })

  it.each([
    [BANT, ['need', 'timeline', 'budget', 'authority'], ['budget', 'authority', 'need', 'timeline'], 'need'],
    [CHAMP, ['challenges', 'authority', 'money', 'prioritization'], ['challenges', 'authority', 'money', 'prioritization'], 'challenges'],
  ] as const)('$id asks and codes in its order, and wants its core question for B', (set, ask, code, core) => {
    expect(asked(set)).toEqual(ask)
    expect(coded(set)).toEqual(code)
    expect(asked(set).map(id => table(set, id))).toEqual([YES_NO, YES_NO, YES_NO, YES_NO])
    const others = code.filter(id => id !== core)
    const [a, ...b] = set.classRules
    expect(a?.when).toEqual(Object.fromEntries(code.map(id => [id, 'plus'])))
    expect(b.map(rule => [rule.class, rule.when])).toEqual([[0, 1], [0, 2], [1, 2]].map(pair => [
      'B', Object.fromEntries([core, ...pair.map(i => others[i])].map(id => [id, 'plus'])),
    ]))
    expect(set.classElse).toEqual({ id: 'else', class: 'C', capped: true })
    expect(set.style).toBe('class')
  })
})

import { describe, expect, it } from 'vitest'
import type { Money } from '../../src/domain/potential.ts'
import { BANT } from '../../src/domain/presets/bant.ts'
import { BUDGET_SCALE } from '../../src/domain/presets/budget-scale.ts'
import { BUILDING } from '../../src/domain/presets/building.ts'
import { CHAMP } from '../../src/domain/presets/champ.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { PLUS_MINUS } from '../../src/domain/presets/plus-minus.ts'
import { PROJECT_POTENTIAL } from '../../src/domain/presets/project-potential.ts'
import { REPEAT_PURCHASE } from '../../src/domain/presets/repeat-purchase.ts'
import { TRADING_HOUSE } from '../../src/domain/presets/trading-house.ts'
import type { Qualification } from '../../src/domain/qualification.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { answered, qualified, roubles } from './answering.ts'
import type { Short } from './answering.ts'

/**
 * Set, answers → code, class (`A/C`: open between A and C), coefficient, touches (`-`: none planned, the class is open),
 * the first item of the plan; then the lead's own amount, where it has one.
 */
type Row = readonly [QuestionSet, Short, string, string, number | '?', number | '-', string, Money?]

function classWord({ score }: Qualification): string {
  return score.class.state === 'decided' ? score.class.class : score.class.possible.join('/')
}

function firstWord({ plan }: Qualification): string {
  const [first] = plan.items
  return first.kind === 'ask' ? `ask ${first.questions.join(', ')}` : first.kind
}

function expectRow([set, short, code, leadClass, coefficient, touches, first, lead]: Row): void {
  const result = qualified(set, answered(short), { lead })
  expect({
    code: result.code,
    class: classWord(result),
    coefficient: result.coefficient ?? '?',
    touches: result.plan.state === 'decided' ? result.plan.arithmetic.touches : '-',
    first: firstWord(result),
  }).toEqual({ code, class: leadClass, coefficient, touches, first })
  const planned = result.plan.items.filter(item => item.kind === 'touch')
  expect(planned).toHaveLength(touches === '-' ? 0 : touches)
}

function named(rows: readonly Row[]): [string, Row][] {
  return rows.map((row) => {
    const answers = Object.entries(row[1]).map(([question, short]) => `${question} ${short}`).join(', ')
    return [`${row[0].id}: ${answers}${row[7] ? `, lead ${row[7].amount} ${row[7].currency}` : ''} → ${row[2]} ${row[3]}`, row]
  })
}

const HOUSE = TRADING_HOUSE
const START = DEFAULT_SET

describe('the worked examples of the design', () => {
  it.each(named([
    [HOUSE, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 1_200_000 }, 'AAA', 'A', 4, 24, 'touch'],
    [HOUSE, { client_type: 'b2c', need: 'yes', urgency: 'now', budget: 250_000 }, 'BAA', 'A', 1, 6, 'touch'],
    [HOUSE, { client_type: 'b2b', need: 'yes', urgency: 'later/no', budget: 400_000 }, 'AAC', 'B', 2, 12, 'touch'],
    [HOUSE, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 'cannot_pay' }, 'AAA', 'C', 0, 0, 'recheck'],
    [HOUSE, { client_type: 'c2c', need: 'no' }, 'CC?', 'C', '?', 0, 'recheck'],
    [HOUSE, { client_type: 'b2c', need: 'yes', urgency: 'later/yes', budget: 400_000 }, 'BAB', 'A', 2, 12, 'touch'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 600_000 }, 'AAA', 'A', 3, 18, 'touch'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'quarter/no', budget: 350_000 }, 'ABB', 'B', 2, 12, 'touch'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'later/yes', budget: 1_500_000 }, 'AAB', 'A', 4, 24, 'touch'],
    [START, { client_type: 'b2c', need: 'yes', urgency: 'now', budget: 'cannot_pay' }, 'BCA', 'C', 0, 0, 'recheck'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 50_000 }, 'ACA', 'A', 0, 0, 'first-reaction'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: '?' }, 'A?A', 'A/C', '?', '-', 'ask budget'],
    [START, { need: 'yes', urgency: 'now' }, '??A', 'A/C', '?', '-', 'ask budget'],
    [START, { need: 'no' }, '?C?', 'C', '?', 0, 'recheck'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 100_000 }, 'ABA', 'A', 1, 6, 'touch'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 300_000 }, 'ABA', 'A', 2, 12, 'touch'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 500_000 }, 'AAA', 'A', 3, 18, 'touch'],
    [START, { client_type: 'b2b', need: 'yes', urgency: 'now', budget: 1_000_000 }, 'AAA', 'A', 4, 24, 'touch'],
  ]))('%s', (_, row) => { expectRow(row) })

  it.each([[START], [HOUSE], [BUILDING], [BUDGET_SCALE], [PLUS_MINUS], [PROJECT_POTENTIAL], [REPEAT_PURCHASE], [BANT], [CHAMP]])(
    'the best answers to $id give A everywhere', (set) => {
      const best = Object.fromEntries(set.questions.flatMap((question) => {
        if (question.kind === 'text') return []
        const choices = question.kind === 'money' || question.kind === 'horizon' ? question.bands : question.choices
        const choice = choices.find(each => each.grade === 'A')
        return choice ? [[question.id, choice.id]] : []
      }))
      const result = qualified(set, answered(best))
      expect([result.code, classWord(result)]).toEqual(['A'.repeat(set.code.length), 'A'])
    })
})

describe('the offer question', () => {
  const house = { client_type: 'b2b', need: 'yes', budget: 400_000 }

  it.each(named([
    [HOUSE, { ...house, urgency: 'later' }, 'AA?', 'A/B', 2, '-', 'ask urgency'],
    [HOUSE, { ...house, urgency: 'quarter' }, 'AA?', 'A/B', 2, '-', 'ask urgency'],
    [HOUSE, { ...house, urgency: 'later/unknown' }, 'AAC', 'B', 2, 12, 'touch'],
    [HOUSE, { ...house, urgency: 'quarter/unknown' }, 'AAB', 'B', 2, 12, 'touch'],
    [HOUSE, { ...house, urgency: 'quarter/yes' }, 'AAA', 'A', 2, 12, 'touch'],
    [HOUSE, { ...house, urgency: '?' }, 'AA?', 'A/B', 2, '-', 'ask urgency'],
    [HOUSE, { ...house, urgency: 'later', budget: 'cannot_pay' }, 'AA?', 'C', 0, 0, 'recheck'],
    [START, { need: 'later', urgency: 'quarter' }, '???', 'C', '?', 0, 'recheck'],
    [START, { need: 'later', urgency: 'now', budget: 'cannot_pay' }, '?CA', 'C', 0, 0, 'recheck'],
  ]))('%s', (_, row) => { expectRow(row) })
})

describe('the amount', () => {
  const hot = { client_type: 'b2b', need: 'yes', urgency: 'now' }

  it.each(named([
    [START, { ...hot, budget: 250_000 }, 'ABA', 'A', 1, 6, 'touch', roubles(5_000_000)],
    [START, { ...hot, budget: 'from_1m' }, 'AAA', 'A', 1, 6, 'touch', roubles(250_000)],
    [START, { ...hot, budget: 'from_500k' }, 'AAA', 'A', 3, 18, 'touch'],
    [START, { ...hot, budget: 'from_500k' }, 'AAA', 'A', 3, 18, 'touch', roubles(0)],
    [START, { ...hot, budget: 'from_500k' }, 'AAA', 'A', 3, 18, 'touch', { amount: 5_000_000, currency: 'USD' }],
    [START, { ...hot, budget: 'cannot_pay' }, 'ACA', 'C', 0, 0, 'recheck', roubles(5_000_000)],
    [START, { ...hot, budget: '?' }, 'A?A', 'A/C', 4, '-', 'ask budget', roubles(5_000_000)],
    [START, { ...hot, budget: 0 }, 'ACA', 'A', 0, 0, 'first-reaction'],
    [START, { ...hot, budget: 99_999.99 }, 'ACA', 'A', 0, 0, 'first-reaction'],
    [START, { ...hot, urgency: 'later/no', budget: 'under_100k' }, 'ACC', 'B', 0, 0, 'first-reaction'],
    [START, { need: 'no' }, '?C?', 'C', 4, 0, 'recheck', roubles(2_000_000)],
    [BUDGET_SCALE, { ...hot, budget: 'from_100k' }, 'ABA', 'A', '?', 6, 'touch'],
    [BUDGET_SCALE, { ...hot, budget: 'from_100k' }, 'ABA', 'A', 3, 18, 'touch', roubles(700_000)],
    [BUDGET_SCALE, { ...hot, budget: 700_000 }, 'ABA', 'A', 3, 18, 'touch'],
    [BUDGET_SCALE, { ...hot, budget: 'from_10k' }, 'ACA', 'A', 0, 0, 'first-reaction'],
    [BUDGET_SCALE, { ...hot, budget: 'under_10k' }, 'ACA', 'C', 0, 0, 'recheck'],
    [BUDGET_SCALE, { ...hot, budget: 'under_10k' }, 'ACA', 'C', 1, 6, 'recheck', roubles(150_000)],
    [BUDGET_SCALE, { ...hot, budget: 1_000_000 }, 'AAA', 'A', 4, 24, 'touch'],
  ]))('%s', (_, row) => { expectRow(row) })
})

describe('the other presets', () => {
  it.each(named([
    [BUILDING, { object_type: 'cottage', need: 'yes', urgency: 'now', budget: 2_000_000 }, 'AAA', 'A', 4, 24, 'touch'],
    [BUILDING, { object_type: 'renovation', need: 'yes', urgency: 'quarter/no', budget: 'from_300k' }, 'BBB', 'B', 2, 12, 'touch'],
    [BUILDING, { object_type: 'lived_in', need: 'later' }, 'C??', 'C', '?', 0, 'recheck'],
    [PLUS_MINUS, { need: 'yes', budget: 'yes', urgency: 'yes' }, 'AAA', 'A', '?', 6, 'touch'],
    [PLUS_MINUS, { need: 'yes', budget: 'yes', urgency: 'no' }, 'AAC', 'B', 2, 12, 'touch', roubles(300_000)],
    [PLUS_MINUS, { need: 'yes', budget: 'no' }, 'AC?', 'C', 4, 0, 'recheck', roubles(2_000_000)],
    [PLUS_MINUS, { need: 'no' }, 'C??', 'C', '?', 0, 'recheck'],
    [PLUS_MINUS, { need: '?', budget: 'yes', urgency: 'no' }, '?AC', 'B/C', '?', '-', 'ask need'],
    [PROJECT_POTENTIAL, { budget: 'from_1m' }, 'A', 'A', 4, 24, 'touch'],
    [PROJECT_POTENTIAL, { budget: 999_999 }, 'A', 'A', 3, 18, 'touch'],
    [PROJECT_POTENTIAL, { budget: 499_999 }, 'B', 'B', 2, 12, 'touch'],
    [PROJECT_POTENTIAL, { budget: 100_000 }, 'B', 'B', 1, 6, 'touch'],
    [PROJECT_POTENTIAL, { budget: 'under_100k' }, 'C', 'C', 0, 0, 'recheck'],
    [PROJECT_POTENTIAL, { budget: '?' }, '?', 'A/B/C', '?', '-', 'ask budget'],
    [REPEAT_PURCHASE, { need: 'yes', urgency: 'now', budget: 120_000 }, 'AAB', 'A', 1, 6, 'touch'],
    [REPEAT_PURCHASE, { need: 'yes', urgency: 'quarter/no', budget: 'from_1m' }, 'ABA', 'B', 4, 24, 'touch'],
    [REPEAT_PURCHASE, { need: 'later', budget: 80_000 }, 'B?C', 'C', 0, 0, 'recheck'],
    [BANT, { need: 'yes', timeline: 'yes', budget: 'yes', authority: 'yes' }, 'AAAA', 'A', '?', 6, 'touch'],
    [BANT, { need: 'yes', timeline: 'no', budget: 'yes', authority: 'yes' }, 'AAAC', 'B', 3, 18, 'touch', roubles(600_000)],
    [BANT, { need: 'yes', timeline: 'yes', budget: 'yes', authority: 'no' }, 'ACAA', 'B', '?', 6, 'touch'],
    [BANT, { need: 'yes', budget: 'no', authority: 'no' }, 'CCA?', 'C', '?', 0, 'recheck'],
    [BANT, { need: 'yes', timeline: '?', budget: 'no', authority: 'yes' }, 'CAA?', 'B/C', '?', '-', 'ask timeline'],
    [BANT, { need: 'no' }, '??C?', 'C', '?', 0, 'recheck'],
    [CHAMP, { challenges: 'yes', authority: 'yes', money: 'yes', prioritization: 'yes' }, 'AAAA', 'A', 4, 24, 'touch', roubles(1_000_000)],
    [CHAMP, { challenges: 'yes', authority: 'no', money: 'yes', prioritization: 'yes' }, 'ACAA', 'B', '?', 6, 'touch'],
    [CHAMP, { challenges: 'yes', authority: 'no', money: 'no', prioritization: 'yes' }, 'ACCA', 'C', '?', 0, 'recheck'],
    [CHAMP, { challenges: 'no', authority: 'yes' }, 'CA??', 'C', '?', 0, 'recheck'],
    [CHAMP, { challenges: 'yes', authority: 'yes', money: 'yes' }, 'AAA?', 'A/B', '?', '-', 'ask prioritization'],
  ]))('%s', (_, row) => { expectRow(row) })
})

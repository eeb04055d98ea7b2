import { describe, expect, it } from 'vitest'
import { classTriple } from '../../src/domain/lead-class.ts'
import type { ClassResult } from '../../src/domain/lead-class.ts'
import { LEAD_CLASSES } from '../../src/domain/question-set.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { score } from '../../src/domain/score.ts'
import { answered, qualified } from './answering.ts'
import type { Short } from './answering.ts'
import { asks, setOf } from './made-sets.ts'

/** `A by a` with a star when capped; `A/C by a, else` when open. */
function shown(result: ClassResult): string {
  const classes = result.state === 'decided' ? `${result.class}${result.capped ? '*' : ''}` : result.possible.join('/')
  return `${classes} by ${result.rules.join(', ')}`
}

function classIn(set: QuestionSet, short: Short): string {
  return shown(score(set, answered(short)).class)
}

describe('the class table', () => {
  const set = setOf({
    questions: [
      asks('type', 'company A', 'state B', 'person C'),
      asks('need', 'yes A+', 'no C-'),
      { ...asks('term', 'now A+', 'later C-'), askIf: [{ question: 'need', choices: ['yes'] }] },
    ],
    classRules: [
      { id: 'a', when: { type: ['A', 'B'], need: 'plus', term: 'plus' }, class: 'A' },
      { id: 'state', when: { type: ['B'] }, class: 'A' },
      { id: 'b', when: { need: 'any', term: 'minus' }, class: 'B' },
      { id: 'person', when: { type: ['C'], term: 'plus' }, class: 'B', capped: true },
    ],
    classElse: { id: 'else', class: 'C', capped: true },
  })

  it.each<[string, Short, string]>([
    ['grades in a cell', { type: 'company', need: 'yes', term: 'now' }, 'A by a'],
    ['another grade of the cell', { type: 'state', need: 'yes', term: 'now' }, 'A by a'],
    ['the first rule wins, in order', { type: 'state', need: 'yes', term: 'later' }, 'A by state'],
    ['"any" takes everything', { type: 'person', need: 'yes', term: 'later' }, 'B by b'],
    ['a capped rule', { type: 'person', need: 'yes', term: 'now' }, 'B* by person'],
    ['hidden matches only "any", so the last row holds', { type: 'company', need: 'no', term: 'later' }, 'C* by else'],
    ['decided though two rules can give it', { type: 'state', need: 'yes' }, 'A by a, state'],
    ['decided though what is open depends on what is not known', { type: 'state' }, 'A by a, state'],
    ['open between what is possible, the best first', { type: 'company', need: 'yes' }, 'A/B by a, b'],
    ['open: what is hidden now may come', { type: 'company' }, 'A/B/C by a, b, else'],
    ['open with two ways to B', { type: 'person', need: 'yes' }, 'B by person, b'],
    ['nothing answered', {}, 'A/B/C by a, b, else, state, person'],
    ['unknown is not known', { type: '?', need: '?', term: '?' }, 'A/B/C by a, b, else, state, person'],
  ])('%s', (_, short, expected) => {
    expect(classIn(set, short)).toBe(expected)
  })

  it('caps only when every rule that can still match does', () => {
    const open = score(set, answered({ type: 'person', need: 'yes' })).class
    expect(open).toMatchObject({ state: 'decided', class: 'B', capped: false })
  })

  it('is the last row alone when there are no rules', () => {
    expect(classIn(setOf({ questions: [asks('need', 'yes A+')], classElse: { id: 'else', class: 'B' } }), {})).toBe('B by else')
  })

  it('never matches plus or minus by a choice that has no sign, nor grades by one that has none', () => {
    const plain = setOf({
      questions: [asks('need', 'maybe', 'yes A+')],
      classRules: [{ id: 'sign', when: { need: 'minus' }, class: 'A' }, { id: 'grade', when: { need: ['A', 'B', 'C'] }, class: 'B' }],
    })
    expect(classIn(plain, { need: 'maybe' })).toBe('C by else')
    expect(classIn(plain, { need: 'yes' })).toBe('B by grade')
  })

  it('with a rule about a question that does not exist matches it only by "any"', () => {
    const about = (cell: 'any' | 'plus') => setOf({ questions: [asks('need', 'yes A+')], classRules: [{ id: 'x', when: { gone: cell }, class: 'A' }] })
    expect([classIn(about('any'), {}), classIn(about('plus'), {})]).toEqual(['A by x', 'C by else'])
  })

  it('plans no touches for a capped class whatever the amount', () => {
    const { plan } = qualified(set, answered({ type: 'person', need: 'yes', term: 'now' }), { lead: { amount: 5_000_000, currency: 'RUB' } })
    expect(plan).toMatchObject({ state: 'decided', class: 'B', arithmetic: { coefficient: 4, touches: 0, capped: true, assumed: false }, items: [{ kind: 'first-reaction' }] })
  })
})

it('a class is shown as its triple', () => {
  expect(LEAD_CLASSES.map(classTriple)).toEqual(['AAA', 'BBB', 'CCC'])
})

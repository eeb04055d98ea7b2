import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { alphabetOf, choicesOf, isGraded } from '../../src/domain/question-set.ts'
import type { Question, QuestionSet } from '../../src/domain/question-set.ts'
import { parseSet, printSet } from '../../src/domain/set-codec.ts'

const ID = /^[a-z][a-z0-9_]{0,19}$/

function doubles(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

function ask(set: QuestionSet, id: string): Question {
  const question = set.questions.find(q => q.id === id)
  if (question === undefined) throw new Error(`${set.id} has no question ${id}`)
  return question
}

interface Range { readonly from: number; readonly to: number | null }

/** Ranges by their lower edge: each begins where the one before ends, the first at 0, the last without end. */
function expectWhole(ranges: readonly Range[]): void {
  const sorted = [...ranges].sort((a, b) => a.from - b.from)
  expect(sorted.map(range => range.from)).toEqual([0, ...sorted.slice(0, -1).map(range => range.to)])
  expect(sorted.at(-1)?.to).toBeNull()
}

it('offers nine sets with ids of their own', () => {
  expect(PRESETS.map(set => set.id)).toEqual([
    'default', 'trading_house', 'building', 'budget_scale', 'plus_minus', 'project_potential', 'repeat_purchase', 'bant', 'champ',
  ])
})

describe.each(PRESETS.map(set => [set.id, set] as const))('preset %s', (_, set) => {
  it('is a first version in roubles with Russian as its default language', () => {
    expect(set).toMatchObject({ version: 1, defaultLanguage: 'ru', currency: 'RUB', letters: 3, reorder: false })
  })

  it('has well-formed ids, unique among their kind', () => {
    const groups = [
      set.questions.map(q => q.id),
      ...set.questions.map(q => choicesOf(q).map(choice => choice.id)),
      [...set.classRules, set.classElse].map(rule => rule.id),
      set.reasons.map(reason => reason.id),
      [...set.followUp.steps, ...set.followUp.later].map(step => step.id),
    ]
    expect([set.id, ...groups.flat()].filter(id => !ID.test(id) || id === 'constructor')).toEqual([])
    expect(groups.flatMap(doubles)).toEqual([])
  })

  it('names only questions, choices and reasons that exist', () => {
    for (const position of set.code) for (const id of position.questions) expect(isGraded(ask(set, id))).toBe(true)
    for (const rule of set.classRules) for (const id of Object.keys(rule.when)) expect(isGraded(ask(set, id))).toBe(true)
    if (set.potential.question !== undefined) expect(ask(set, set.potential.question).kind).toBe('money')
    const reasons = set.reasons.map(reason => reason.id)
    for (const question of set.questions) {
      for (const choice of choicesOf(question)) if (choice.reason !== undefined) expect(reasons).toContain(choice.reason)
      for (const condition of question.askIf ?? []) {
        const known = choicesOf(ask(set, condition.question)).map(choice => choice.id)
        expect(known).toEqual(expect.arrayContaining([...condition.choices]))
      }
    }
  })

  it('grades every choice of a coded question within its alphabet', () => {
    const choices = set.code.flatMap(position => position.questions).flatMap(id => choicesOf(ask(set, id)))
    expect(choices.filter(choice => choice.grade === undefined || !alphabetOf(set).includes(choice.grade))).toEqual([])
  })

  it('signs every choice of a question that a rule asks for plus or minus', () => {
    const asked = set.classRules.flatMap(rule => Object.entries(rule.when)).filter(([, cell]) => cell === 'plus' || cell === 'minus')
    expect(asked.flatMap(([id]) => choicesOf(ask(set, id))).filter(choice => choice.sign === undefined)).toEqual([])
  })

  it('gives every choice of a channel question a channel, and no other choice one', () => {
    for (const question of set.questions) {
      const channels = question.kind === 'choice' && question.for === 'channel'
      expect(choicesOf(question).filter(choice => (choice.channel !== undefined) !== channels)).toEqual([])
    }
  })

  it('covers every amount and every number of days exactly once', () => {
    expectWhole(set.potential.bands)
    for (const question of set.questions) if (question.kind === 'money' || question.kind === 'horizon') expectWhole(question.bands)
  })

  it('shares out all of the working time', () => {
    const { A, B, C } = set.followUp.timeShare
    expect(A + B + C).toBe(100)
  })

  it('puts every letter right before a call', () => {
    const { steps, later } = set.followUp
    const channels = [...steps, ...later, ...later].map(step => step.channel)
    const afterLetters = channels.filter((_channel, index) => channels[index - 1] === 'email')
    expect(afterLetters.length).toBeGreaterThan(0)
    expect(new Set(afterLetters)).toEqual(new Set(['call']))
    expect(steps.at(-1)?.channel).toBe('call')
  })

  it('survives being stored', () => {
    expect(parseSet(printSet(set))).toEqual({ ok: true, value: set })
  })

  it('leaves room for settings in the 48 kB that an app may store', () => {
    expect(new TextEncoder().encode(printSet(set)).length).toBeLessThan(24_000)
  })
})

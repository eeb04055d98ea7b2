import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { choicesOf } from '../../../src/domain/question-set.ts'
import type { SetDraft } from '../../../src/domain/question-set.ts'
import { differenceOf } from '../../../src/domain/set-difference.ts'
import { examine } from '../../../src/domain/set-doctor.ts'
import { removeBand } from '../../../src/domain/set-edit/bands.ts'
import { setCondition } from '../../../src/domain/set-edit/conditions.ts'
import { setOffer } from '../../../src/domain/set-edit/horizon-offer.ts'
import { removeChoice, removeQuestion, removeReason, usesOfChoice, usesOfQuestion, usesOfReason } from '../../../src/domain/set-edit/removal.ts'
import { anySet } from '../arbitrary.ts'

const GATED = setCondition(setCondition(DEFAULT_SET, 'client_type', 'need', ['yes', 'later']), 'channel', 'need', ['yes'])

function dangling(set: SetDraft): readonly string[] {
  return examine(set).findings.filter(({ kind }) => kind === 'unknown-reference').map(({ about }) => about)
}

describe('who is hit', () => {
  it('by the removal of a question is told place by place', () => {
    expect(usesOfQuestion(GATED, 'need')).toEqual([
      { kind: 'condition', place: 'questions[3].askIf[0]', question: 'client_type', goes: 'whole' },
      { kind: 'condition', place: 'questions[4].askIf[0]', question: 'channel', goes: 'whole' },
      { kind: 'code', place: 'code[1]', position: 1, goes: 'part' },
      { kind: 'rule', place: 'classRules[0]', rule: 'a', goes: 'part' },
      { kind: 'rule', place: 'classRules[1]', rule: 'b', goes: 'part' },
      { kind: 'rule', place: 'classRules[2]', rule: 'c', goes: 'part' },
    ])
    expect(usesOfQuestion(DEFAULT_SET, 'client_type')).toEqual([{ kind: 'code', place: 'code[0]', position: 0, goes: 'whole' }])
    expect(usesOfQuestion(DEFAULT_SET, 'budget')).toContainEqual({ kind: 'potential', place: 'potential.question', goes: 'part' })
    expect(usesOfQuestion(DEFAULT_SET, 'channel')).toEqual([])
  })

  it('by the removal of a choice is told, with the rules that no answer meets any more', () => {
    expect(usesOfChoice(GATED, 'need', 'yes')).toEqual([
      { kind: 'condition', place: 'questions[3].askIf[0]', question: 'client_type', goes: 'part' },
      { kind: 'condition', place: 'questions[4].askIf[0]', question: 'channel', goes: 'whole' },
      { kind: 'rule', place: 'classRules[0]', rule: 'a', goes: 'nothing' },
      { kind: 'rule', place: 'classRules[1]', rule: 'b', goes: 'nothing' },
      { kind: 'rule', place: 'classRules[2]', rule: 'c', goes: 'nothing' },
    ])
    expect(usesOfChoice(DEFAULT_SET, 'need', 'later')).toEqual([])
    expect(usesOfChoice(DEFAULT_SET, 'budget', 'cannot_pay')).toEqual([{ kind: 'rule', place: 'classRules[2]', rule: 'c', goes: 'nothing' }])
  })

  it('counts a yes to the offer among the answers that still meet a rule', () => {
    expect(usesOfChoice(DEFAULT_SET, 'urgency', 'now')).toEqual([])
    expect(usesOfChoice(setOffer(DEFAULT_SET, 'urgency', false), 'urgency', 'now')).toEqual([{ kind: 'rule', place: 'classRules[0]', rule: 'a', goes: 'nothing' }])
  })

  it('by the removal of a choice that is not there is nobody', () => {
    expect(usesOfChoice(DEFAULT_SET, 'need', 'gone')).toEqual([])
  })

  it('by the removal of a reason are the choices that give it', () => {
    expect(usesOfReason(DEFAULT_SET, 'cannot_pay')).toEqual([
      { kind: 'choice', place: 'questions[2].cannotPay', question: 'budget', choice: 'cannot_pay', goes: 'part' },
    ])
  })
})

describe('a removal', () => {
  it('of a question takes exactly its references with it: a rule that spoke of nothing else goes, as it would match every lead', () => {
    const set = { ...DEFAULT_SET, classRules: [{ id: 'only', when: { need: 'minus' as const }, class: 'C' as const }, ...DEFAULT_SET.classRules] }
    const after = removeQuestion(set, 'need')
    expect(after.classRules.map(rule => [rule.id, rule.when])).toEqual([
      ['a', { budget: 'plus', urgency: 'plus' }], ['b', { budget: 'plus', urgency: 'minus' }], ['c', { budget: 'minus' }],
    ])
    expect(after.code).toEqual([{ questions: ['client_type'] }, { questions: ['budget'] }, { questions: ['urgency'] }])
  })

  it('of a question hits the places that were told and no others', () => {
    fc.assert(fc.property(anySet, fc.nat(), (set, at) => {
      const id = set.questions[at % set.questions.length]?.id ?? ''
      const told = usesOfQuestion(set, id)
      const after = removeQuestion(set, id)
      expect(dangling(after).includes(id)).toBe(false)
      const changes = differenceOf(set, after).filter(({ kind, ids }) => !(kind === 'removed' && ids[0] === id))
      if (told.length === 0) expect(changes).toEqual([])
      expect(new Set(changes.filter(({ thing }) => thing === 'rule').map(({ ids }) => ids[0])))
        .toEqual(new Set(told.flatMap(use => use.kind === 'rule' ? [use.rule] : [])))
    }), { numRuns: 300 })
  })

  it('of a choice or a band leaves no condition that names it', () => {
    fc.assert(fc.property(anySet, fc.nat(), fc.nat(), (set, first, second) => {
      const question = set.questions[first % set.questions.length] ?? expect.fail()
      const all = choicesOf(question)
      const id = all[second % Math.max(1, all.length)]?.id ?? 'gone'
      const after = removeBand(removeChoice(set, question.id, id), question.id, id)
      const gone = after.questions.filter(each => each.id === question.id).every(each => !choicesOf(each).some(choice => choice.id === id))
      if (gone) for (const each of after.questions) for (const condition of each.askIf ?? []) {
        if (condition.question === question.id) expect(condition.choices).not.toContain(id)
      }
    }), { numRuns: 300 })
  })

  it('of a reason leaves no choice that gives it', () => {
    const after = removeReason(DEFAULT_SET, 'not_now')
    expect(after.reasons.map(reason => reason.id)).toEqual(['no_need', 'cannot_pay'])
    expect(dangling(after)).toEqual([])
  })

  it('of what is not there, or of a band as if it were a choice, changes nothing', () => {
    expect(removeChoice(DEFAULT_SET, 'urgency', 'now')).toBe(DEFAULT_SET)
    expect(removeQuestion(DEFAULT_SET, 'gone')).toBe(DEFAULT_SET)
    expect(removeReason(DEFAULT_SET, 'gone')).toBe(DEFAULT_SET)
  })
})

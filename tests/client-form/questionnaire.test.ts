import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedQuestions, begin, currentQuestion, progress, replied, valuesOf, wentBack } from '../../src/client-form/questionnaire.ts'
import type { Reply, Walk } from '../../src/client-form/questionnaire.ts'
import type { PublicQuestion, PublicSet } from '../../src/domain/public-set.ts'
import { SET } from './vendor-form.ts'

function answers(...replies: readonly Reply[]): Walk {
  return replies.reduce(replied, begin(SET))
}

const choose = (choice: string): Reply => ({ choice })

const anySet: fc.Arbitrary<PublicSet> = fc.array(fc.record({ choices: fc.integer({ min: 2, max: 3 }), on: fc.option(fc.nat()), of: fc.subarray(['c0', 'c1', 'c2']) }), { maxLength: 4 })
  .map(shapes => ({
    ...SET,
    questions: shapes.map(({ choices, on, of }, at): PublicQuestion => ({
      id: `q${at}`,
      field: `UF_CRM_${at}`,
      wording: {},
      choices: Array.from({ length: choices }, (_, choice) => ({ id: `c${choice}`, label: {}, item: at * 10 + choice + 1 })),
      ...on !== null && at > 0 && { askIf: [{ question: `q${on % at}`, choices: of }] },
    })),
  }))
const anyReply: fc.Arbitrary<Reply> = fc.constantFrom<Reply>('unknown', 'skipped', choose('c0'), choose('c1'), choose('c2'), choose('nowhere'))
const anyStep = fc.oneof({ weight: 3, arbitrary: anyReply }, { weight: 1, arbitrary: fc.constant('back' as const) })

function step(walk: Walk, next: Reply | 'back'): Walk {
  return next === 'back' ? wentBack(walk) : replied(walk, next)
}

describe('the walk of a client', () => {
  it('asks one question after the other, and ends', () => {
    expect(answers().at).toBe('need')
    expect(answers(choose('yes')).at).toBe('urgency')
    expect(answers(choose('yes'), choose('now'), choose('b2b')).at).toBeUndefined()
  })

  it('leaves out what is asked only after another answer', () => {
    expect(answers(choose('no')).at).toBe('type')
    expect(answers('unknown').at).toBe('type')
  })

  it('tells how far it is, as far as the answers tell', () => {
    expect(progress(answers())).toEqual({ number: 1, of: 2 })
    expect(progress(answers(choose('yes')))).toEqual({ number: 2, of: 3 })
    expect(progress(answers(choose('yes'), 'skipped', 'skipped'))).toEqual({ number: 3, of: 3 })
  })

  it('has a value for what was chosen, and none for what is not known or was skipped', () => {
    expect(valuesOf(answers(choose('yes'), 'unknown', choose('b2c')))).toEqual([
      { field: 'UF_CRM_ABC_NEED', item: 11 }, { field: 'UF_CRM_ABC_URGENCY', item: undefined }, { field: 'UF_CRM_ABC_TYPE', item: 32 },
    ])
    expect(valuesOf(answers('skipped', 'skipped')).map(({ item }) => item)).toEqual([undefined, undefined, undefined])
  })

  it('takes the value of a question back that a later change of mind hides, and has it again when it is asked again', () => {
    const answered = answers(choose('yes'), choose('now'))
    const changed = replied(wentBack(wentBack(answered)), choose('no'))
    expect(valuesOf(changed).map(({ item }) => item)).toEqual([12, undefined, undefined])
    expect(valuesOf(replied(wentBack(changed), choose('yes'))).map(({ item }) => item)).toEqual([11, 21, undefined])
  })

  it('goes back from the end to the last question, and not before the first', () => {
    expect(wentBack(answers('skipped', 'skipped')).at).toBe('type')
    expect(wentBack(answers())).toEqual(answers())
  })

  it('is at its end at once for a set without questions', () => {
    expect(begin({ ...SET, questions: [] }).at).toBeUndefined()
  })

  it('never has a value for a question that is not asked, and never shows one', () => {
    fc.assert(fc.property(anySet, fc.array(anyStep), (set, steps) => {
      const walk = steps.reduce(step, begin(set))
      const asked = new Set(askedQuestions(set, walk.replies).map(({ field }) => field))
      expect(valuesOf(walk).filter(({ field, item }) => item !== undefined && !asked.has(field))).toEqual([])
      if (walk.at !== undefined) expect(asked.has(currentQuestion(walk)?.field ?? '')).toBe(true)
    }))
  })

  it('is where it was after a reply and a step back', () => {
    fc.assert(fc.property(anySet, fc.array(anyStep), anyReply, (set, steps, reply) => {
      const walk = steps.reduce(step, begin(set))
      expect(wentBack(replied(walk, reply)).at).toBe(walk.at === undefined ? wentBack(walk).at : walk.at)
    }))
  })

  it('comes to its end in as many replies as there are questions', () => {
    fc.assert(fc.property(anySet, fc.array(anyReply, { minLength: 4, maxLength: 4 }), (set, replies) => {
      expect(replies.reduce(replied, begin(set)).at).toBeUndefined()
    }))
  })
})

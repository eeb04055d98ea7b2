import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/domain/answers.ts'
import { carriedDraft } from '../../src/domain/carried-draft.ts'
import type { Draft } from '../../src/domain/draft.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { asks, setOf } from './made-sets.ts'

const OTHER = setOf({ id: 'other', version: 3, questions: [asks('need', 'yes A+', 'no C-'), asks('size', 'big A', 'small C')] })

function draft(set: Draft['set'], answers: Answers, changes: Partial<Draft> = {}): Draft {
  return { set, at: 1000, seconds: 40, answers, answered: Object.keys(answers), again: false, notes: {}, ...changes }
}

const yes = { kind: 'choice', choice: 'yes' } as const
const later = { kind: 'choice', choice: 'later' } as const
const big = { kind: 'choice', choice: 'big' } as const

describe('a run that goes on by another set', () => {
  it('takes along what both ask and both can say, with its notes and its time', () => {
    const from = draft('default@1', { need: yes, budget: { kind: 'amount', amount: 5 } }, { notes: { need: 'дом', budget: 'торг' }, namedDate: '2026-07-01' })
    expect(carriedDraft(OTHER, from, undefined, {})).toEqual({
      set: 'other@3', at: 1000, seconds: 40, answers: { need: yes }, answered: ['need'], again: false, notes: { need: 'дом' }, namedDate: '2026-07-01',
    })
  })

  it('leaves behind a choice that the other set does not have, and takes “not known” along', () => {
    expect(carriedDraft(OTHER, draft('default@1', { need: later }), undefined, {})).toMatchObject({ answers: {}, answered: [] })
    expect(carriedDraft(OTHER, draft('default@1', { need: { kind: 'unknown', said: 'хм' } }), undefined, {})).toMatchObject({ answers: { need: { kind: 'unknown', said: 'хм' } } })
  })

  it('finds what the lead holds for the other set, where nothing else was answered', () => {
    expect(carriedDraft(OTHER, draft('default@1', { need: yes }), undefined, { need: { kind: 'choice', choice: 'no' }, size: big })).toMatchObject({
      answers: { need: yes, size: big }, answered: ['need'],
    })
  })

  it('brings back on the way home what the other set could not say', () => {
    const home = draft('default@1', { need: later, budget: { kind: 'amount', amount: 5 } }, { notes: { budget: 'торг' } })
    const away = { ...carriedDraft(OTHER, home, undefined, {}), answers: { size: big }, answered: ['size'], notes: { size: 'две секции' } }
    expect(carriedDraft(DEFAULT_SET, away, home, {})).toMatchObject({ set: 'default@1', answers: home.answers, answered: ['need', 'budget'], notes: { budget: 'торг' } })
  })

  it('prefers what was said last', () => {
    const home = draft('default@1', { need: later })
    expect(carriedDraft(DEFAULT_SET, draft('other@3', { need: yes }), home, {}).answers).toEqual({ need: yes })
  })
})

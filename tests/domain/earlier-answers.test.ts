import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/domain/answers.ts'
import { earlierAnswers } from '../../src/domain/earlier-answers.ts'
import type { QualificationFields } from '../../src/domain/lead.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { printRun } from '../../src/domain/run.ts'

const THEN: Answers = {
  need: { kind: 'choice', choice: 'yes' },
  urgency: { kind: 'choice', choice: 'later', offer: 'yes', date: '2025-05-01' },
  budget: { kind: 'amount', amount: 350_000 },
  client_type: { kind: 'unknown', said: 'посредник' },
}
const EARLIER: QualificationFields = {
  answers: { need: 'yes', urgency: 'later', budget: 'from_300k' }, code: 'ABA', important: false,
  run: printRun({ id: 'abcdef', set: 'default@1', at: '2025-03-01T12:00:00+03:00', by: 4, seconds: 60, answers: THEN, notes: {} }),
}

describe('what an earlier lead of the client offers', () => {
  it('is what he chose and the sums he named, without days, offers and what he did not know', () => {
    expect(earlierAnswers(DEFAULT_SET, EARLIER, {})).toEqual({
      need: { kind: 'choice', choice: 'yes' }, urgency: { kind: 'choice', choice: 'later' }, budget: { kind: 'amount', amount: 350_000 },
    })
  })

  it('is nothing for questions that have an answer now', () => {
    expect(Object.keys(earlierAnswers(DEFAULT_SET, EARLIER, { need: { kind: 'unknown' }, budget: { kind: 'choice', choice: 'under_10k' } }))).toEqual(['urgency'])
  })

  it.each<[string, QualificationFields]>([
    ['the lead had none', { answers: {}, important: false }],
    ['the set has no such questions', { answers: { colour: 'red' }, important: false }],
    ['the set has no such choices', { answers: { need: 'perhaps' }, important: false }],
  ])('is nothing where %s', (_, fields) => {
    expect(earlierAnswers(DEFAULT_SET, fields, {})).toEqual({})
  })
})

import { describe, expect, it } from 'vitest'
import type { Run } from '../../src/domain/run.ts'
import { unfitAnswers } from '../../src/domain/unfit-answers.ts'

let runs = 0
function saying(lead: number, said: Readonly<Record<string, string>>, id = `run00${runs += 1}`): { readonly lead: number; readonly run: Run } {
  const answers = Object.fromEntries(Object.entries(said).map(([question, words]) => [question, { kind: 'unknown', said: words } as const]))
  return { lead, run: { id, set: 'default@1', at: `2026-11-2${lead}T10:00:00+03:00`, by: 4, seconds: 30, answers, notes: {} } }
}

describe('what clients said when no choice fitted', () => {
  it('is counted by question and words, whatever the case, the punctuation and the spaces', () => {
    const found = unfitAnswers([saying(3, { need: 'Ещё не решили!' }), saying(2, { need: ' еще  не решили' }), saying(1, { need: 'спросить жену', budget: 'ещё не решили' })])
    expect(found.map(({ question, words, times, leads }) => [question, words, times, leads])).toEqual([
      ['need', 'Ещё не решили!', 2, [3, 2]], ['need', 'спросить жену', 1, [1]], ['budget', 'ещё не решили', 1, [1]],
    ])
  })

  it('counts a run that was undone and done again once', () => {
    expect(unfitAnswers([saying(1, { need: 'нет' }, 'same00'), saying(1, { need: 'нет' }, 'same00')])).toMatchObject([{ times: 1 }])
  })

  it('is nothing where the client only did not know', () => {
    expect(unfitAnswers([saying(1, { need: ' ?! ' }), { ...saying(1, {}), lead: 2 }])).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { sureText } from '../../../src/components/form-leads/outcome-words.ts'

const WORDS = { sure: (count: number) => `Write ${count}?`, takes: (minutes: number) => `${minutes} minutes.` }

it.each([
  [1, 'Write 1?'],
  [60, 'Write 60?'],
  [61, 'Write 61? 2 minutes.'],
  [500, 'Write 500? 9 minutes.'],
])('the question before %i leads are written tells the minutes where they are several', (count, text) => {
  expect(sureText(count, WORDS)).toBe(text)
})

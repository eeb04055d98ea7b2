import { expect, it } from 'vitest'
import { isThere, lastingPlace } from '../../src/domain/lasting-place.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { moveQuestion } from '../../src/domain/set-edit/questions.ts'

it('names questions and choices by their ids, so that it outlives another order', () => {
  expect(lastingPlace(DEFAULT_SET, 'questions[2].bands[0].label')).toBe('questions/budget/bands/from_1m/label')
  expect(lastingPlace(moveQuestion(DEFAULT_SET, 'budget', 0), 'questions[0].bands[0].label')).toBe('questions/budget/bands/from_1m/label')
})

it('keeps indexes where there are no ids, and what leads nowhere as it is', () => {
  expect(lastingPlace(DEFAULT_SET, 'code[1].questions[0]')).toBe('code/1/questions/0')
  expect(lastingPlace(DEFAULT_SET, 'questions[99].name.ru')).toBe('questions/99/name/ru')
  expect(lastingPlace(DEFAULT_SET, 'no path!')).toBe('no path!')
  expect(lastingPlace(DEFAULT_SET, '')).toBe('')
})

it('tells whether what stood there is in the set still', () => {
  const lasting = lastingPlace(DEFAULT_SET, 'questions[2].bands[0].label')
  expect(isThere(DEFAULT_SET, lasting)).toBe(true)
  expect(isThere(moveQuestion(DEFAULT_SET, 'budget', 0), lasting)).toBe(true)
  expect(isThere({ ...DEFAULT_SET, questions: DEFAULT_SET.questions.filter(({ id }) => id !== 'budget') }, lasting)).toBe(false)
  expect(isThere(DEFAULT_SET, 'followUp/thinkingDays')).toBe(true)
  expect(isThere(DEFAULT_SET, 'code/1/questions/0')).toBe(true)
})

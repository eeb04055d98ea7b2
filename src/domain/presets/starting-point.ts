import type { QuestionSet } from '../question-set.ts'
import { FOLLOW_UP } from './follow-up.ts'
import { REASONS } from './reasons.ts'

/** What every shipped set starts with, whatever it asks. */
export const STARTING_POINT = {
  version: 1,
  defaultLanguage: 'ru',
  letters: 3,
  currency: 'RUB',
  reorder: false,
  reasons: REASONS,
  followUp: FOLLOW_UP,
  notices: { largeOrder: 1_000_000, hot: 'class' },
} as const satisfies Partial<QuestionSet>

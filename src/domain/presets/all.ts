import type { QuestionSet } from '../question-set.ts'
import { DEFAULT_SET } from './default.ts'

/** Every shipped set, in the order in which they are offered. */
export const PRESETS: readonly QuestionSet[] = [DEFAULT_SET]

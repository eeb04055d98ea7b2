import type { QuestionSet } from '../question-set.ts'
import { BANT } from './bant.ts'
import { BUDGET_SCALE } from './budget-scale.ts'
import { BUILDING } from './building.ts'
import { CHAMP } from './champ.ts'
import { DEFAULT_SET } from './default.ts'
import { PLUS_MINUS } from './plus-minus.ts'
import { PROJECT_POTENTIAL } from './project-potential.ts'
import { REPEAT_PURCHASE } from './repeat-purchase.ts'
import { TRADING_HOUSE } from './trading-house.ts'

/** Every shipped set, in the order in which they are offered. */
export const PRESETS: readonly QuestionSet[] = [
  DEFAULT_SET,
  TRADING_HOUSE,
  BUILDING,
  BUDGET_SCALE,
  PLUS_MINUS,
  PROJECT_POTENTIAL,
  REPEAT_PURCHASE,
  BANT,
  CHAMP,
]

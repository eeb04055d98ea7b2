import type { QuestionSet } from '../question-set.ts'
import { ELSE_CAPPED, PLUS_MINUS_RULES } from './class-rules.ts'
import { POTENTIAL_SCALE } from './potential-scale.ts'
import { BUDGET } from './questions/budget.ts'
import { CLIENT_TYPE } from './questions/client-type.ts'
import { NEED } from './questions/need.ts'
import { URGENCY } from './questions/urgency.ts'
import { STARTING_POINT } from './starting-point.ts'

/** Type, need and urgency make the code; the budget is asked for the class and the potential only. */
export const TRADING_HOUSE: QuestionSet = {
  ...STARTING_POINT,
  id: 'trading_house',
  name: { ru: 'Торговый дом', en: 'Trading house' },
  style: 'code',
  questions: [NEED, URGENCY, BUDGET, CLIENT_TYPE],
  code: [
    { questions: ['client_type'] },
    { questions: ['need'] },
    { questions: ['urgency'] },
  ],
  classRules: PLUS_MINUS_RULES,
  classElse: ELSE_CAPPED,
  potential: { question: 'budget', bands: POTENTIAL_SCALE },
}

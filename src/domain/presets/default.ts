import type { QuestionSet } from '../question-set.ts'
import { ELSE_CAPPED, PLUS_MINUS_RULES } from './class-rules.ts'
import { POTENTIAL_SCALE } from './potential-scale.ts'
import { BUDGET } from './questions/budget.ts'
import { CHANNEL } from './questions/channel.ts'
import { CLIENT_TYPE } from './questions/client-type.ts'
import { NEED } from './questions/need.ts'
import { URGENCY } from './questions/urgency.ts'
import { STARTING_POINT } from './starting-point.ts'

/** The set of a new portal: four questions, a code of three letters, the class by plus and minus. */
export const DEFAULT_SET: QuestionSet = {
  ...STARTING_POINT,
  id: 'default',
  name: { ru: 'Базовая анкета', en: 'Basic set' },
  style: 'code',
  questions: [NEED, URGENCY, BUDGET, CLIENT_TYPE, CHANNEL],
  code: [
    { questions: ['client_type'] },
    { questions: ['need', 'budget'] },
    { questions: ['urgency'] },
  ],
  classRules: PLUS_MINUS_RULES,
  classElse: ELSE_CAPPED,
  potential: { question: 'budget', bands: POTENTIAL_SCALE },
}

import type { QuestionSet, YesNoQuestion } from '../question-set.ts'
import { ELSE_CAPPED, PLUS_MINUS_RULES } from './class-rules.ts'
import { POTENTIAL_SCALE } from './potential-scale.ts'
import { CAN_PAY } from './questions/can-pay.ts'
import { HAS_NEED } from './questions/has-need.ts'
import { yesNo } from './questions/yes-no.ts'
import { STARTING_POINT } from './starting-point.ts'

const URGENT: YesNoQuestion = {
  id: 'urgency',
  kind: 'yesno',
  name: { ru: 'Срочность', en: 'Urgency' },
  script: {
    ru: 'Когда вы собираетесь этим заняться? А если условия окажутся особенно удачными, возьмётесь сразу?',
    en: 'When do you mean to get to this? And if the terms turn out especially good, would you start straight away?',
  },
  clientWording: {
    ru: 'Нужно ли вам это срочно? Если нет, готовы ли купить сейчас на хороших условиях?',
    en: 'Do you need it soon? If not, would you buy now on good terms?',
  },
  hint: {
    ru: '«Да» — нужно сейчас или не срочно, но ради хорошего предложения готов сейчас. «Нет» — не возьмёт раньше срока ни на каких условиях.',
    en: '“Yes”: needed now, or in no hurry but ready now for a good offer. “No”: would not buy earlier on any terms.',
  },
  choices: yesNo(),
  objections: [
    {
      says: { ru: 'Мне нужно время подумать', en: 'I need time to think' },
      reply: {
        ru: 'Разумеется. А о чём именно хочется подумать: о сумме, о сроке или о том, кому доверить?',
        en: 'Naturally. What exactly would you like to think over: the sum, the timing, or whom to trust with it?',
      },
    },
    {
      says: { ru: 'Давайте в следующем году', en: 'Let’s do it next year' },
      reply: {
        ru: 'Хорошо, запишу. А при каких условиях вам было бы выгодно не ждать?',
        en: 'All right, noted. Under what terms would it pay you not to wait?',
      },
    },
  ],
}

/** Three questions, yes or no: the class is what counts here. */
export const PLUS_MINUS: QuestionSet = {
  ...STARTING_POINT,
  id: 'plus_minus',
  name: { ru: 'A/B/C по плюсам и минусам', en: 'A/B/C by plus and minus' },
  style: 'class',
  questions: [HAS_NEED, CAN_PAY, URGENT],
  code: [
    { questions: ['need'] },
    { questions: ['budget'] },
    { questions: ['urgency'] },
  ],
  // No money question here says "cannot pay" and so makes the coefficient 0: the rule itself has to plan no touches.
  classRules: PLUS_MINUS_RULES.map(rule => rule.when.budget === 'minus' ? { ...rule, capped: true } : rule),
  classElse: ELSE_CAPPED,
  potential: { bands: POTENTIAL_SCALE },
}

import type { ChoiceQuestion, MoneyQuestion, QuestionSet } from '../question-set.ts'
import { ELSE_CAPPED, PLUS_MINUS_RULES } from './class-rules.ts'
import { POTENTIAL_SCALE } from './potential-scale.ts'
import { BUDGET } from './questions/budget.ts'
import { NEED } from './questions/need.ts'
import { URGENCY } from './questions/urgency.ts'
import { STARTING_POINT } from './starting-point.ts'

const NEED_AGAIN: ChoiceQuestion = {
  ...NEED,
  script: {
    ru: 'Рады слышать вас снова! Что понадобилось на этот раз?',
    en: 'Good to hear from you again! What do you need this time?',
  },
  clientWording: { ru: 'Хотите заказать снова?', en: 'Would you like to order again?' },
  hint: {
    ru: 'Клиент уже покупал: откройте прошлый заказ и отталкивайтесь от него. Просто спросил о старом заказе — потребности нет.',
    en: 'This client has bought before: open the last order and start from there. A question about the old order alone is no need.',
  },
  objections: [
    {
      says: { ru: 'Я подумаю', en: 'I’ll think about it' },
      reply: {
        ru: 'Конечно. Скажите честно, в прошлый раз что-то было не так или сейчас просто не до этого?',
        en: 'Of course. Please be frank: was something not right last time, or is it just not the moment?',
      },
    },
    {
      says: { ru: 'В прошлый раз были накладки', en: 'There were problems last time' },
      reply: {
        ru: 'Спасибо, что сказали. Что именно пошло не так? Запишу и прослежу, чтобы не повторилось.',
        en: 'Thank you for telling me. What exactly went wrong? I will note it and see that it does not happen again.',
      },
    },
  ],
}

const AMOUNT: MoneyQuestion = {
  ...BUDGET,
  name: { ru: 'Сумма', en: 'Amount' },
  script: {
    ru: 'Берём на ту же сумму, что и в прошлый раз, или планируете больше?',
    en: 'Shall we plan for the same amount as last time, or are you thinking of more?',
  },
  clientWording: { ru: 'На какую сумму хотите заказать?', en: 'How much would you like to order for?' },
}

/** Short, for those who have bought before: what is known about them is not asked again. */
export const REPEAT_PURCHASE: QuestionSet = {
  ...STARTING_POINT,
  id: 'repeat_purchase',
  name: { ru: 'Повторная покупка', en: 'Repeat purchase' },
  style: 'code',
  questions: [NEED_AGAIN, URGENCY, AMOUNT],
  code: [
    { questions: ['need'] },
    { questions: ['urgency'] },
    { questions: ['budget'] },
  ],
  classRules: PLUS_MINUS_RULES,
  classElse: ELSE_CAPPED,
  potential: { question: 'budget', bands: POTENTIAL_SCALE },
}

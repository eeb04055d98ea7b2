import type { QuestionSet, YesNoQuestion } from '../question-set.ts'
import { ELSE_CAPPED, fourSignRules } from './class-rules.ts'
import { POTENTIAL_SCALE } from './potential-scale.ts'
import { AUTHORITY } from './questions/authority.ts'
import { CAN_PAY } from './questions/can-pay.ts'
import { HAS_NEED } from './questions/has-need.ts'
import { yesNo } from './questions/yes-no.ts'
import { STARTING_POINT } from './starting-point.ts'

const TIMELINE: YesNoQuestion = {
  id: 'timeline',
  kind: 'yesno',
  name: { ru: 'Срок', en: 'Timeline' },
  script: {
    ru: 'Есть ли у вас срок, к которому это должно быть готово?',
    en: 'Is there a date by which you need this done?',
  },
  clientWording: { ru: 'Знаете ли вы, к какому сроку вам это нужно?', en: 'Do you know by when you need it?' },
  hint: {
    ru: '«Да» — назван срок или событие, к которому нужно успеть. «Когда-нибудь» и «как получится» — «Нет».',
    en: '“Yes”: a date is named, or an event to be ready for. “Some day” and “whenever it works out” are “No”.',
  },
  choices: yesNo('not_now'),
  objections: [
    {
      says: { ru: 'Я подумаю и решу', en: 'I’ll think and decide' },
      reply: {
        ru: 'Хорошо. А что должно стать ясно, чтобы решение сложилось, и к какому дню вы это узнаете?',
        en: 'Fine. What needs to become clear before you can decide, and by what day will you know?',
      },
    },
    {
      says: { ru: 'Срок пока не определён', en: 'There is no date yet' },
      reply: {
        ru: 'Понимаю. От чего он зависит? Посчитаем назад от этого события, сколько займёт подготовка.',
        en: 'I see. What does it depend on? Let’s count back from there and see how long the preparation takes.',
      },
    },
  ],
}

/** Budget, authority, need, timeline in the code; asked from the need on, since money first puts people off. */
export const BANT: QuestionSet = {
  ...STARTING_POINT,
  id: 'bant',
  name: { ru: 'BANT', en: 'BANT' },
  style: 'class',
  questions: [HAS_NEED, TIMELINE, CAN_PAY, AUTHORITY],
  code: [
    { questions: ['budget'] },
    { questions: ['authority'] },
    { questions: ['need'] },
    { questions: ['timeline'] },
  ],
  classRules: fourSignRules('need', ['budget', 'authority', 'timeline']),
  classElse: ELSE_CAPPED,
  potential: { bands: POTENTIAL_SCALE },
}

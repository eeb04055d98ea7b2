import type { QuestionSet, YesNoQuestion } from '../question-set.ts'
import { ELSE_CAPPED, fourSignRules } from './class-rules.ts'
import { POTENTIAL_SCALE } from './potential-scale.ts'
import { AUTHORITY } from './questions/authority.ts'
import { CAN_PAY } from './questions/can-pay.ts'
import { yesNo } from './questions/yes-no.ts'
import { STARTING_POINT } from './starting-point.ts'

const CHALLENGES: YesNoQuestion = {
  id: 'challenges',
  kind: 'yesno',
  name: { ru: 'Трудности', en: 'Challenges' },
  script: {
    ru: 'Расскажите, пожалуйста, что сейчас мешает вам больше всего: есть ли трудность, которую пора убрать?',
    en: 'Could you tell me what gets in your way most these days: is there a difficulty you would like to be rid of?',
  },
  clientWording: { ru: 'Есть ли трудность, с которой нужна помощь?', en: 'Is there a difficulty you need help with?' },
  hint: {
    ru: '«Да» — клиент сам описал трудность, и мы умеем её решать. Попросите пример: без примера это ещё не трудность.',
    en: '“Yes”: the client described a difficulty in their own words, and we can solve it. Ask for an example: without one it is not a challenge yet.',
  },
  choices: yesNo('no_need'),
  objections: [
    {
      says: { ru: 'Я подумаю', en: 'I’ll think about it' },
      reply: {
        ru: 'Хорошо. Что из нашего разговора вызвало сомнение: сама трудность невелика или решение не убедило?',
        en: 'All right. What raised the doubt: is the difficulty not that serious, or is the solution not convincing?',
      },
    },
    {
      says: { ru: 'Справляемся сами', en: 'We manage on our own' },
      reply: {
        ru: 'Это хорошо. А сколько времени и сил на это уходит в обычную неделю?',
        en: 'That is good. How much time and effort does it take in an ordinary week?',
      },
    },
  ],
}

const MONEY: YesNoQuestion = {
  ...CAN_PAY,
  id: 'money',
  name: { ru: 'Деньги', en: 'Money' },
}

const PRIORITIZATION: YesNoQuestion = {
  id: 'prioritization',
  kind: 'yesno',
  name: { ru: 'Место среди дел', en: 'Place among tasks' },
  script: {
    ru: 'А среди остальных ваших дел это сейчас одно из первых или может подождать?',
    en: 'And among everything else you have on, is this near the top, or can it wait?',
  },
  clientWording: { ru: 'Это сейчас одно из ваших главных дел?', en: 'Is this one of your main concerns right now?' },
  hint: {
    ru: '«Да» — этим занимаются в первую очередь: назначен ответственный, отведено время или назван срок.',
    en: '“Yes”: it comes first for them: someone is in charge, time is set aside, or a date is named.',
  },
  choices: yesNo('not_now'),
  objections: [
    {
      says: { ru: 'Сейчас не до этого', en: 'We have other things on our minds' },
      reply: {
        ru: 'Понимаю. А что сейчас важнее? Возможно, часть этого мы сможем с вас снять.',
        en: 'I understand. What comes first at the moment? Perhaps we can take some of it off your hands.',
      },
    },
    {
      says: { ru: 'Вернёмся к этому позже', en: 'Let’s come back to it later' },
      reply: {
        ru: 'Договорились. Что к тому времени должно измениться, чтобы разговор был не напрасным?',
        en: 'Agreed. What should have changed by then, so that the talk is worth your time?',
      },
    },
  ],
}

/** Challenges, authority, money, prioritization: asked and coded in this order. */
export const CHAMP: QuestionSet = {
  ...STARTING_POINT,
  id: 'champ',
  name: { ru: 'CHAMP', en: 'CHAMP' },
  style: 'class',
  questions: [CHALLENGES, AUTHORITY, MONEY, PRIORITIZATION],
  code: [
    { questions: ['challenges'] },
    { questions: ['authority'] },
    { questions: ['money'] },
    { questions: ['prioritization'] },
  ],
  classRules: fourSignRules('challenges', ['authority', 'money', 'prioritization']),
  classElse: ELSE_CAPPED,
  potential: { bands: POTENTIAL_SCALE },
}

import type { YesNoQuestion } from '../../question-set.ts'
import { yesNo } from './yes-no.ts'

/** Is the client able to pay, by whatever means: the budget as a plain yes or no. */
export const CAN_PAY: YesNoQuestion = {
  id: 'budget',
  kind: 'yesno',
  name: { ru: 'Бюджет', en: 'Budget' },
  script: {
    ru: 'Если всё подойдёт, у вас будет возможность это оплатить: своими средствами, в кредит или как-то ещё?',
    en: 'If everything suits you, would you be able to pay for it: from your own funds, with a loan, or some other way?',
  },
  clientWording: {
    ru: 'Сможете ли вы оплатить покупку: своими деньгами, в кредит или иначе?',
    en: 'Will you be able to pay: with your own money, a loan, or otherwise?',
  },
  hint: {
    ru: 'Считается возможность оплатить, а не деньги на руках: инвестиции, кредит и залог — тоже «Да».',
    en: 'What counts is being able to pay, not cash in hand: an investment, a loan or a pledge is a “Yes” too.',
  },
  choices: yesNo('cannot_pay'),
  objections: [
    {
      says: { ru: 'Для нас это дорого', en: 'It is too expensive for us' },
      reply: {
        ru: 'Понимаю. Дорого по сравнению с чем-то другим или сама сумма сейчас неподъёмна?',
        en: 'I understand. Expensive compared with something else, or is the sum itself out of reach right now?',
      },
    },
    {
      says: { ru: 'Деньги обсуждать рано', en: 'It is too early to talk about money' },
      reply: {
        ru: 'Хорошо, к цифрам придём позже. Скажите только, реальна ли такая покупка в принципе, и вернёмся к самой задаче.',
        en: 'We can take it in any order. Just tell me whether such a purchase is realistic at all, and we will get back to the task.',
      },
    },
  ],
}

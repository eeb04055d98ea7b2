import type { MoneyQuestion } from '../../question-set.ts'

/** Ability to pay and the amount in one question; the bands follow the potential scale. */
export const BUDGET: MoneyQuestion = {
  id: 'budget',
  kind: 'money',
  name: { ru: 'Бюджет', en: 'Budget' },
  script: {
    ru: 'На какую сумму вы примерно рассчитываете? Можно в общих рамках, чтобы не предлагать вам лишнего.',
    en: 'Roughly what amount do you have in mind? A range is enough, so that I don’t offer you more than you need.',
  },
  clientWording: { ru: 'На какую сумму вы рассчитываете?', en: 'How much are you planning to spend?' },
  hint: {
    ru: 'Важно, сможет ли клиент заплатить, а не лежат ли деньги на счёте: кредит, инвестиции и залог тоже считаются. «Оплатить не может» — нет ни денег, ни этих способов. Если названа сумма, введите её: от неё зависит число касаний.',
    en: 'What counts is whether the client is able to pay, not whether the money is in the bank: a loan, an investment or a pledge will do. “Cannot pay” means none of these. If you hear a figure, type it in: the number of touches depends on it.',
  },
  bands: [
    {
      id: 'from_1m',
      from: 1_000_000,
      to: null,
      label: { ru: 'От 1 млн ₽', en: '₽1 million and more' },
      grade: 'A',
      sign: 'plus',
    },
    {
      id: 'from_500k',
      from: 500_000,
      to: 1_000_000,
      label: { ru: 'От 500 тыс. до 1 млн ₽', en: '₽500,000 to 1 million' },
      grade: 'A',
      sign: 'plus',
    },
    {
      id: 'from_300k',
      from: 300_000,
      to: 500_000,
      label: { ru: 'От 300 до 500 тыс. ₽', en: '₽300,000 to 500,000' },
      grade: 'B',
      sign: 'plus',
    },
    {
      id: 'from_100k',
      from: 100_000,
      to: 300_000,
      label: { ru: 'От 100 до 300 тыс. ₽', en: '₽100,000 to 300,000' },
      grade: 'B',
      sign: 'plus',
    },
    {
      id: 'under_100k',
      from: 0,
      to: 100_000,
      label: { ru: 'До 100 тыс. ₽', en: 'Under ₽100,000' },
      grade: 'C',
      sign: 'plus',
    },
  ],
  cannotPay: {
    id: 'cannot_pay',
    label: { ru: 'Оплатить не может', en: 'Cannot pay' },
    clientLabel: { ru: 'Пока не могу оплатить', en: 'I cannot pay for it yet' },
    grade: 'C',
    sign: 'minus',
    reason: 'cannot_pay',
  },
  objections: [
    {
      says: { ru: 'Сначала вы назовите цену', en: 'You name your price first' },
      reply: {
        ru: 'Назову. Варианты очень разные: вам важнее уложиться подешевле или получить всё сразу?',
        en: 'I will. The options differ a lot: is it more important to keep the cost down, or to have everything at once?',
      },
    },
    {
      says: { ru: 'Бюджет ещё не утверждён', en: 'The budget is not approved yet' },
      reply: {
        ru: 'Понимаю. А в каких пределах у вас обычно согласуют такие покупки? Подготовлю вариант, который легко защитить.',
        en: 'I understand. What range usually gets approved for this kind of purchase? I will prepare an option that is easy to defend.',
      },
    },
    {
      says: { ru: 'Сейчас денег нет', en: 'We have no money right now' },
      reply: {
        ru: 'Спасибо за прямоту. А кредит, инвестор или залог для вас возможны, если условия устроят?',
        en: 'Thank you for telling me. Would a loan, an investor or a pledge be possible for you if the terms were right?',
      },
    },
  ],
}

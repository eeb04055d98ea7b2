import type { MoneyQuestion, QuestionSet } from '../question-set.ts'
import { DEFAULT_SET } from './default.ts'
import { CHANNEL } from './questions/channel.ts'
import { CLIENT_TYPE } from './questions/client-type.ts'
import { NEED } from './questions/need.ts'
import { URGENCY } from './questions/urgency.ts'

const BUDGET_BY_TENS: MoneyQuestion = {
  id: 'budget',
  kind: 'money',
  name: { ru: 'Бюджет', en: 'Budget' },
  script: {
    ru: 'Подскажите порядок суммы, которую вы готовы потратить: десятки тысяч, сотни или больше миллиона?',
    en: 'Could you give me an idea of what you are ready to spend: tens of thousands, hundreds, or over a million?',
  },
  clientWording: { ru: 'Сколько вы готовы потратить?', en: 'How much are you ready to spend?' },
  hint: {
    ru: 'Считайте и заёмные деньги; платить совсем нечем — это «До 10 тыс.». Ступени здесь широкие: если назвали точную сумму, введите её, иначе число касаний может остаться неизвестным.',
    en: 'Borrowed money counts too; no means at all is “Under ₽10,000”. The steps are wide here: if you hear an exact sum, type it in, or the number of touches may stay unknown.',
  },
  bands: [
    { id: 'from_1m', from: 1_000_000, to: null, label: { ru: 'От 1 млн ₽', en: '₽1 million and more' }, grade: 'A', sign: 'plus' },
    { id: 'from_100k', from: 100_000, to: 1_000_000, label: { ru: 'От 100 тыс. до 1 млн ₽', en: '₽100,000 to 1 million' }, grade: 'B', sign: 'plus' },
    { id: 'from_10k', from: 10_000, to: 100_000, label: { ru: 'От 10 до 100 тыс. ₽', en: '₽10,000 to 100,000' }, grade: 'C', sign: 'plus' },
    { id: 'under_10k', from: 0, to: 10_000, label: { ru: 'До 10 тыс. ₽', en: 'Under ₽10,000' }, grade: 'C', sign: 'minus' },
  ],
  objections: [
    {
      says: { ru: 'Не хочу называть сумму', en: 'I’d rather not name a sum' },
      reply: {
        ru: 'Точная и не нужна. Хватит порядка: речь о десятках тысяч, о сотнях или о большем?',
        en: 'No exact figure needed. Just the order of it: tens of thousands, hundreds, or more?',
      },
    },
    {
      says: { ru: 'Смотря что предложите', en: 'It depends on what you offer' },
      reply: {
        ru: 'Справедливо. Тогда скажите, дороже какой суммы точно не возьмёте, и предложу в этих рамках.',
        en: 'Fair enough. Then tell me the sum you would certainly not go above, and I will stay within it.',
      },
    },
  ],
}

/** The default set with a budget in steps of ten: 10 thousand, 100 thousand, a million. */
export const BUDGET_SCALE: QuestionSet = {
  ...DEFAULT_SET,
  id: 'budget_scale',
  name: { ru: 'Бюджет 10 тыс. / 100 тыс. / 1 млн', en: 'Budget 10k / 100k / 1M' },
  questions: [NEED, URGENCY, BUDGET_BY_TENS, CLIENT_TYPE, CHANNEL],
}

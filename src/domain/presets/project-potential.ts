import type { MoneyQuestion, QuestionSet } from '../question-set.ts'
import { POTENTIAL_SCALE } from './potential-scale.ts'
import { STARTING_POINT } from './starting-point.ts'

const PROJECT_SIZE: MoneyQuestion = {
  id: 'budget',
  kind: 'money',
  name: { ru: 'Размер проекта', en: 'Project size' },
  script: {
    ru: 'Давайте прикинем масштаб: во сколько вы сами оцениваете весь проект?',
    en: 'Let’s get a feel for the scale: what would you estimate the whole project at?',
  },
  clientWording: { ru: 'Во сколько вы оцениваете весь проект?', en: 'What do you estimate the whole project at?' },
  hint: {
    ru: 'Берите весь проект, а не первый заказ. Чем он крупнее, тем больше напоминаний в плане; граница относится к большей ступени.',
    en: 'Take the whole project, not the first order. The larger it is, the more reminders in the plan; an edge belongs to the higher step.',
  },
  bands: [
    {
      id: 'from_1m',
      from: 1_000_000,
      to: null,
      label: { ru: 'Повышенная важность (масштабный): от 1 млн ₽', en: 'Top importance (major): ₽1 million and more' },
      clientLabel: { ru: 'От 1 млн ₽', en: '₽1 million and more' },
      grade: 'A',
      sign: 'plus',
    },
    {
      id: 'from_500k',
      from: 500_000,
      to: 1_000_000,
      label: { ru: 'Важно (крупный): от 500 тыс. до 1 млн ₽', en: 'Important (large): ₽500,000 to 1 million' },
      clientLabel: { ru: 'От 500 тыс. до 1 млн ₽', en: '₽500,000 to 1 million' },
      grade: 'A',
      sign: 'plus',
    },
    {
      id: 'from_300k',
      from: 300_000,
      to: 500_000,
      label: { ru: 'Интересно (средний): от 300 до 500 тыс. ₽', en: 'Interesting (medium): ₽300,000 to 500,000' },
      clientLabel: { ru: 'От 300 до 500 тыс. ₽', en: '₽300,000 to 500,000' },
      grade: 'B',
      sign: 'plus',
    },
    {
      id: 'from_100k',
      from: 100_000,
      to: 300_000,
      label: { ru: 'Есть контакт (базовый): от 100 до 300 тыс. ₽', en: 'Worth a conversation (basic): ₽100,000 to 300,000' },
      clientLabel: { ru: 'От 100 до 300 тыс. ₽', en: '₽100,000 to 300,000' },
      grade: 'B',
      sign: 'plus',
    },
    {
      id: 'under_100k',
      from: 0,
      to: 100_000,
      label: { ru: 'Не интересно (минимальный проект): до 100 тыс. ₽', en: 'Not worth chasing (minimal project): under ₽100,000' },
      clientLabel: { ru: 'До 100 тыс. ₽', en: 'Under ₽100,000' },
      grade: 'C',
      sign: 'minus',
    },
  ],
  objections: [
    {
      says: { ru: 'Это вы мне скажите, сколько стоит', en: 'You tell me what it costs' },
      reply: {
        ru: 'Посчитаю точно, когда узнаю объём. А пока с чем сравнить: сколько стоил ваш прошлый похожий проект?',
        en: 'I will work it out once I know the scope. Meanwhile, what did your last similar project cost?',
      },
    },
    {
      says: { ru: 'Начнём с малого, там посмотрим', en: 'Let’s start small and see' },
      reply: {
        ru: 'Хороший подход. А если первый этап понравится, каким вы видите проект целиком?',
        en: 'A good approach. And if the first stage works out, how big do you see the whole project?',
      },
    },
  ],
}

/** One question about money: how much attention and how many reminders a project deserves. */
export const PROJECT_POTENTIAL: QuestionSet = {
  ...STARTING_POINT,
  id: 'project_potential',
  name: { ru: 'Потенциал проекта', en: 'Project potential' },
  style: 'class',
  questions: [PROJECT_SIZE],
  code: [{ questions: ['budget'] }],
  classRules: [
    { id: 'a', when: { budget: ['A'] }, class: 'A' },
    { id: 'b', when: { budget: ['B'] }, class: 'B' },
  ],
  classElse: { id: 'else', class: 'C' },
  potential: { question: 'budget', bands: POTENTIAL_SCALE },
}

import type { ChoiceQuestion, QuestionSet } from '../question-set.ts'
import { DEFAULT_SET } from './default.ts'
import { BUDGET } from './questions/budget.ts'
import { CHANNEL } from './questions/channel.ts'
import { NEED } from './questions/need.ts'
import { URGENCY } from './questions/urgency.ts'

const OBJECT_TYPE: ChoiceQuestion = {
  id: 'object_type',
  kind: 'choice',
  name: { ru: 'Тип объекта', en: 'Object type' },
  script: {
    ru: 'Подскажите, что за объект: новостройка, капитальный ремонт, квартира, где уже живут, или коттедж?',
    en: 'May I ask what kind of place it is: a new building, a full renovation, a home people live in, or a cottage?',
  },
  clientWording: { ru: 'Какой у вас объект?', en: 'What kind of place is it?' },
  hint: {
    ru: 'Новостройка и коттедж — весь объём работ с нуля. Вторичку различайте по одному признаку: «Вторичка + живут» — жильцы остаются, и ремонт идёт по частям.',
    en: 'A new building or a cottage means the whole job from scratch. Tell the resale homes apart by one thing: if people stay living there, the work goes bit by bit.',
  },
  choices: [
    {
      id: 'new_building',
      label: { ru: 'Новостройка', en: 'New building' },
      clientLabel: { ru: 'Квартира в новостройке', en: 'A flat in a new building' },
      grade: 'A',
    },
    {
      id: 'renovation',
      label: { ru: 'Вторичка / капитальный ремонт', en: 'Resale home / full renovation' },
      clientLabel: { ru: 'Квартира под капитальный ремонт', en: 'A flat for a full renovation' },
      grade: 'B',
    },
    {
      id: 'lived_in',
      label: { ru: 'Вторичка + живут', en: 'Resale home, lived in' },
      clientLabel: { ru: 'Квартира, в которой живут', en: 'A flat people live in' },
      grade: 'C',
    },
    {
      id: 'cottage',
      label: { ru: 'Коттеджи', en: 'Cottages' },
      clientLabel: { ru: 'Дом или коттедж', en: 'A house or a cottage' },
      grade: 'A',
    },
  ],
  objections: [
    {
      says: { ru: 'Просто скажите цену за метр', en: 'Just tell me the price per metre' },
      reply: {
        ru: 'Назову. В новом доме и в жилой квартире она разная: скажите, где будем работать, и посчитаю верно.',
        en: 'I will. It differs between a new building and a lived-in flat: tell me which one, and I will get it right.',
      },
    },
    {
      says: { ru: 'Дом ещё не сдан', en: 'The building is not finished yet' },
      reply: {
        ru: 'Самое время всё рассчитать, пока нет спешки. На когда обещают ключи?',
        en: 'A good time to plan it all without a rush. When are the keys promised?',
      },
    },
  ],
}

/** The default set with the kind of object in place of the client type. */
export const BUILDING: QuestionSet = {
  ...DEFAULT_SET,
  id: 'building',
  name: { ru: 'Строительство и стройматериалы', en: 'Construction and building materials' },
  questions: [NEED, URGENCY, BUDGET, OBJECT_TYPE, CHANNEL],
  code: [
    { questions: ['object_type'] },
    { questions: ['need', 'budget'] },
    { questions: ['urgency'] },
  ],
}

import type { ChoiceQuestion } from '../../question-set.ts'

/** Is there a task to solve at all? When it is to be solved is another question. */
export const NEED: ChoiceQuestion = {
  id: 'need',
  kind: 'choice',
  name: { ru: 'Потребность', en: 'Need' },
  script: {
    ru: 'Расскажите, пожалуйста, какую задачу хотите решить? Вам это точно понадобится или вы пока присматриваетесь?',
    en: 'Could you tell me what you are hoping to solve? Is it something you definitely need, or are you just looking around for now?',
  },
  clientWording: {
    ru: 'Нужно ли вам то, о чём вы спрашиваете?',
    en: 'Do you need what you are asking about?',
  },
  hint: {
    ru: 'Важна сама задача, а не срок. Клиент назвал проблему, которую хочет решить, — потребность есть, даже если покупка через полгода. «Может понадобиться, но потом» — задачи сейчас нет, но он её допускает.',
    en: 'What counts is the task itself, not the date. If the client names a problem to solve, there is a need, even with the purchase half a year away. “Perhaps later” means no task today, but one may come up.',
  },
  choices: [
    {
      id: 'yes',
      label: { ru: 'Есть потребность', en: 'Has a need' },
      clientLabel: { ru: 'Да, нужно', en: 'Yes, I need it' },
      grade: 'A',
      sign: 'plus',
    },
    {
      id: 'later',
      label: { ru: 'Может понадобиться, но потом', en: 'Perhaps later' },
      clientLabel: { ru: 'Возможно, понадобится позже', en: 'I may need it later' },
      grade: 'B',
      sign: 'minus',
      reason: 'not_now',
    },
    {
      id: 'no',
      label: { ru: 'Нет потребности', en: 'No need' },
      clientLabel: { ru: 'Нет, просто интересуюсь', en: 'No, I am only curious' },
      grade: 'C',
      sign: 'minus',
      reason: 'no_need',
    },
  ],
  objections: [
    {
      says: { ru: 'Я подумаю', en: 'I’ll think about it' },
      reply: {
        ru: 'Конечно, подумайте. Подскажите только, что останавливает: цена, срок или пока не уверены, что вам это подойдёт?',
        en: 'Of course, take your time. May I just ask what is holding you back: the price, the timing, or a doubt that it fits?',
      },
    },
    {
      says: { ru: 'Мне только цену узнать', en: 'I only want to know the price' },
      reply: {
        ru: 'Цену назову. Скажите в двух словах, для чего вам это, и сумма будет точной, а не «от и до».',
        en: 'I will give you a price. Tell me in a few words what it is for, and it will be a real figure, not a guess.',
      },
    },
    {
      says: { ru: 'У нас уже есть поставщик', en: 'We already have a supplier' },
      reply: {
        ru: 'Хорошо, менять его не прошу. А чего вам у него иногда не хватает: сроков, выбора, условий оплаты?',
        en: 'That is fine, I am not asking you to switch. What do you sometimes miss with them: speed, choice, payment terms?',
      },
    },
  ],
}

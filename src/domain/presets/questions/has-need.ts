import type { YesNoQuestion } from '../../question-set.ts'
import { yesNo } from './yes-no.ts'

/** Is there a problem to solve: the need as a plain yes or no. */
export const HAS_NEED: YesNoQuestion = {
  id: 'need',
  kind: 'yesno',
  name: { ru: 'Потребность', en: 'Need' },
  script: {
    ru: 'Скажите, пожалуйста, есть ли задача, которую вы хотите с нашей помощью решить?',
    en: 'Could you tell me whether there is a task you would like us to help you with?',
  },
  clientWording: { ru: 'Есть ли задача, которую вы хотите решить?', en: 'Is there a task you want to solve?' },
  hint: {
    ru: '«Да» — клиент назвал проблему или нерешённый вопрос. Просто интерес без задачи — «Нет».',
    en: '“Yes”: the client named a problem or an unsettled question. Mere interest without a task is “No”.',
  },
  choices: yesNo('no_need'),
  objections: [
    {
      says: { ru: 'Я подумаю', en: 'I’ll think about it' },
      reply: {
        ru: 'Хорошо. Чтобы помочь с раздумьями: в чём главное сомнение — в самой затее, в цене или в нас?',
        en: 'All right. To help you think: is the main doubt about the idea itself, the price, or us?',
      },
    },
    {
      says: { ru: 'Нас и так всё устраивает', en: 'We are happy as we are' },
      reply: {
        ru: 'Приятно слышать, что всё налажено. Если бы можно было улучшить что-то одно, что бы вы выбрали?',
        en: 'Good to hear, so things are well run. If you could improve just one thing, what would it be?',
      },
    },
  ],
}

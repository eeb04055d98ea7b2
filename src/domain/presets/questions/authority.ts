import type { YesNoQuestion } from '../../question-set.ts'
import { yesNo } from './yes-no.ts'

/** Does the manager talk to whoever decides, or have a way to them? */
export const AUTHORITY: YesNoQuestion = {
  id: 'authority',
  kind: 'yesno',
  name: { ru: 'Кто решает', en: 'Authority' },
  script: {
    ru: 'Подскажите, решение о покупке принимаете вы или его нужно с кем-то согласовать?',
    en: 'May I ask whether the decision to buy is yours, or does someone else have to agree?',
  },
  clientWording: { ru: 'Вы сами принимаете решение о покупке?', en: 'Is the decision to buy yours?' },
  hint: {
    ru: '«Да» — вы говорите с тем, кто решает, или собеседник готов вас с ним связать. Запишите имя и должность этого человека.',
    en: '“Yes”: you are talking to the one who decides, or the person is ready to put you in touch. Write down the name and position.',
  },
  choices: yesNo(),
  objections: [
    {
      says: { ru: 'Решает руководитель', en: 'My manager decides' },
      reply: {
        ru: 'Понимаю. А что для него важнее всего в такой покупке? Подготовлю так, чтобы вам было легко это показать.',
        en: 'I see. What matters most to them in such a purchase? I will prepare it so that it is easy for you to present.',
      },
    },
    {
      says: { ru: 'Присылайте, я передам', en: 'Send it, I’ll pass it on' },
      reply: {
        ru: 'Обязательно пришлю. Если появятся вопросы по деталям, можно ли будет десять минут поговорить втроём?',
        en: 'I certainly will. If questions about the details come up, could the three of us talk for ten minutes?',
      },
    },
  ],
}

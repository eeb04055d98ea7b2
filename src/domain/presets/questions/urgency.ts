import type { HorizonQuestion } from '../../question-set.ts'

/** Time until the purchase; who is in no hurry may still be ready for a good offer. */
export const URGENCY: HorizonQuestion = {
  id: 'urgency',
  kind: 'horizon',
  name: { ru: 'Срочность', en: 'Urgency' },
  script: {
    ru: 'А к какому сроку вы вообще хотите закрыть этот вопрос?',
    en: 'And by when would you like to have this settled?',
  },
  clientWording: { ru: 'Когда вы планируете покупку?', en: 'When are you planning to buy?' },
  hint: {
    ru: '«Ещё вчера», сегодня и любой срок до недели — это «Прямо сейчас». Нужен срок покупки, а не срок раздумий: если клиент назвал событие, считайте дни до него.',
    en: '“Yesterday”, today and anything within a week is “Right now”. You want the date of the purchase, not of the thinking: if the client names an event, count the days to it.',
  },
  bands: [
    {
      id: 'now',
      from: 0,
      to: 8,
      label: { ru: 'Прямо сейчас', en: 'Right now' },
      clientLabel: { ru: 'Как можно скорее', en: 'As soon as possible' },
      grade: 'A',
      sign: 'plus',
      shelfLifeDays: 14,
    },
    {
      id: 'quarter',
      from: 8,
      to: 93,
      label: { ru: 'В течение 3 месяцев', en: 'Within 3 months' },
      clientLabel: { ru: 'В ближайшие три месяца', en: 'In the next three months' },
      grade: 'B',
      sign: 'minus',
      shelfLifeDays: 45,
    },
    {
      id: 'later',
      from: 93,
      to: null,
      label: { ru: 'Через 3, 6 месяцев или позже', en: 'In 3 or 6 months, or later' },
      clientLabel: { ru: 'Позже чем через три месяца', en: 'More than three months from now' },
      grade: 'C',
      sign: 'minus',
    },
  ],
  offer: {
    script: {
      ru: 'А если условия будут заметно выгоднее обычных, готовы решить этот вопрос уже сейчас?',
      en: 'And if the terms were clearly better than usual, would you be ready to go ahead now?',
    },
    clientWording: {
      ru: 'Если предложение окажется очень выгодным, готовы купить уже сейчас?',
      en: 'If the offer is really good, are you ready to buy now?',
    },
    hint: {
      ru: 'Да — это готовность купить раньше ради хороших условий. «Посмотрим», «присылайте» — ещё не да: спросите, какие условия он счёл бы хорошими.',
      en: 'Yes means ready to buy sooner for good terms. “We’ll see” or “send it over” is not a yes yet: ask which terms would be good enough.',
    },
  },
  objections: [
    {
      says: { ru: 'Я подумаю и сам перезвоню', en: 'I’ll think about it and call you back' },
      reply: {
        ru: 'Договорились. А что нужно, чтобы вы решились: с кем-то согласовать, дождаться денег или сравнить с другими?',
        en: 'Agreed. What has to happen before you can decide: someone’s approval, the money, or a comparison with others?',
      },
    },
    {
      says: { ru: 'Пока не знаю когда', en: 'I don’t know when yet' },
      reply: {
        ru: 'Понимаю. А к какому событию всё должно быть готово: к сезону, переезду, запуску?',
        en: 'I see. Is there an event it should be ready for: a season, a move, a launch?',
      },
    },
    {
      says: { ru: 'Нам не к спеху', en: 'We are in no hurry' },
      reply: {
        ru: 'Спасибо, что говорите прямо. А что изменится, если подождать полгода: будет дороже, сложнее или всё останется как есть?',
        en: 'Thank you for being open. What changes if you wait half a year: does it cost more, get harder, or stay the same?',
      },
    },
  ],
}

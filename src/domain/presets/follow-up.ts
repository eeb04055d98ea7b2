import type { FollowUp } from '../question-set.ts'

/** Six contacts from the request to the decision; a letter always comes right before the call that discusses it. */
export const FOLLOW_UP: FollowUp = {
  base: 6,
  steps: [
    {
      id: 'process',
      channel: 'call',
      name: { ru: 'Обработка обращения', en: 'Process the request' },
      instruction: {
        ru: 'Поблагодарите за обращение, представьтесь и выясните, с чем клиент пришёл. В конце назовите, что и когда сделаете дальше.',
        en: 'Thank the client for getting in touch, introduce yourself and find out what brought them. Finish with what you will do next, and when.',
      },
    },
    {
      id: 'advise',
      channel: 'call',
      name: { ru: 'Первичное консультирование', en: 'First advice' },
      instruction: {
        ru: 'Ответьте на главные вопросы клиента и покажите два-три подходящих варианта. Спросите, какой ближе и почему.',
        en: 'Answer the client’s main questions and show two or three options that fit. Ask which one feels closer, and why.',
      },
    },
    {
      id: 'clarify',
      channel: 'call',
      name: { ru: 'Уточнение информации и сбор данных', en: 'Clarify and collect details' },
      instruction: {
        ru: 'Соберите всё, без чего не составить предложение: объём, сроки, условия оплаты, кто принимает решение. Договоритесь, когда пришлёте.',
        en: 'Collect everything the offer depends on: volume, dates, payment terms, who decides. Agree on when you will send it.',
      },
    },
    {
      id: 'offer',
      channel: 'email',
      name: { ru: 'Отправка предложения', en: 'Send the offer' },
      instruction: {
        ru: 'Отправьте предложение с цифрами и условиями на одной странице. В письме напишите, когда позвоните обсудить его.',
        en: 'Send the offer with figures and terms on one page. Say in the letter when you will call to go through it.',
      },
    },
    {
      id: 'explain',
      channel: 'call',
      name: { ru: 'Разъяснение деталей', en: 'Explain the details' },
      instruction: {
        ru: 'Пройдите предложение вместе с клиентом и спросите, что осталось неясным. Если сведений мало, пришлите второе письмо: чем вы сильны или подробный расчёт.',
        en: 'Go through the offer together and ask what is still unclear. If the client needs more, send a second letter: your strong points or a detailed calculation.',
      },
    },
    {
      id: 'decide',
      channel: 'call',
      name: { ru: 'Покупка или отказ', en: 'Purchase or refusal' },
      instruction: {
        ru: 'Напомните, что клиент выиграет и что потеряет на ожидании, и прямо спросите о решении. При отказе запишите, что именно мешает купить сейчас.',
        en: 'Remind the client what they gain and what waiting costs, and ask for the decision openly. If it is a no, write down what exactly stops them now.',
      },
    },
  ],
  later: [
    {
      id: 'news',
      channel: 'email',
      name: { ru: 'Письмо с новым поводом', en: 'Letter with something new' },
      instruction: {
        ru: 'Напишите о том, чего клиент ещё не знает: новые условия, похожий выполненный заказ, ответ на его сомнение. Без повода не пишите.',
        en: 'Write about something the client does not know yet: new terms, a similar order you delivered, an answer to their doubt. No news, no letter.',
      },
    },
    {
      id: 'push',
      channel: 'call',
      name: { ru: 'Звонок за решением', en: 'Call for a decision' },
      instruction: {
        ru: 'Позвоните с тёплым настроем, сошлитесь на письмо и спросите, чего не хватает, чтобы решить. Закончите датой следующего шага.',
        en: 'Call in a warm tone, refer to the letter and ask what is missing for a decision. End with the date of the next step.',
      },
    },
  ],
  cadence: {
    A: { gaps: [1, 1, 2, 2, 3], then: 5 },
    B: { gaps: [3, 5, 7, 10, 14], then: 21 },
    C: { gaps: [], then: 90 },
  },
  firstReaction: { A: { workingMinutes: 15 }, B: { workingDays: 1 } },
  recheckDays: 90,
  thinkingDays: { A: 3, B: 7, C: 30 },
  unanswered: { calls: 3, channel: 'messenger' },
  workingTime: { days: [1, 2, 3, 4, 5], from: '09:30', to: '18:30', holidays: [] },
  timeShare: { A: 80, B: 19, C: 1 },
}

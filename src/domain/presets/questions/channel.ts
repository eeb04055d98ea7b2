import type { ChoiceQuestion } from '../../question-set.ts'

/** The channel that the client prefers; it wins over the channels of the plan. */
export const CHANNEL: ChoiceQuestion = {
  id: 'channel',
  kind: 'choice',
  for: 'channel',
  optional: true,
  name: { ru: 'Удобная связь', en: 'Preferred contact' },
  script: {
    ru: 'Как с вами удобнее держать связь: звонком, письмом, в мессенджере или при встрече?',
    en: 'How would you rather stay in touch: by phone, by e-mail, in a messenger, or in person?',
  },
  clientWording: { ru: 'Как с вами лучше связаться?', en: 'How should we get in touch?' },
  hint: {
    ru: 'Способ, который назвал клиент, важнее плана. Не назвал — пропустите вопрос, план обойдётся своим порядком.',
    en: 'The way the client names matters more than the plan. If none is named, skip the question and the plan keeps its own order.',
  },
  choices: [
    { id: 'call', channel: 'call', label: { ru: 'Звонок', en: 'Call' }, clientLabel: { ru: 'Позвоните мне', en: 'Call me' } },
    { id: 'email', channel: 'email', label: { ru: 'Письмо', en: 'E-mail' }, clientLabel: { ru: 'Напишите на почту', en: 'Send me an e-mail' } },
    { id: 'messenger', channel: 'messenger', label: { ru: 'Мессенджер', en: 'Messenger' }, clientLabel: { ru: 'Напишите в мессенджер', en: 'Message me' } },
    { id: 'meeting', channel: 'meeting', label: { ru: 'Встреча', en: 'Meeting' }, clientLabel: { ru: 'Давайте встретимся', en: 'Let’s meet' } },
  ],
  objections: [
    {
      says: { ru: 'Только не звоните', en: 'Just don’t call me' },
      reply: {
        ru: 'Хорошо, звонить не буду. Куда удобнее писать: на почту или в мессенджер?',
        en: 'All right, no calls. Where should I write: e-mail or a messenger?',
      },
    },
    {
      says: { ru: 'Мне всё равно', en: 'I don’t mind' },
      reply: {
        ru: 'Тогда пришлю главное письмом и коротко позвоню, когда вы посмотрите. В какие часы вас лучше застать?',
        en: 'Then I will send the main points by e-mail and call briefly once you have seen them. What hours suit you best?',
      },
    },
  ],
}

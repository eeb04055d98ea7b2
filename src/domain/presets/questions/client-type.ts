import type { ChoiceQuestion } from '../../question-set.ts'

/** Who buys: a company, the state, or a private person. */
export const CLIENT_TYPE: ChoiceQuestion = {
  id: 'client_type',
  kind: 'choice',
  name: { ru: 'Тип клиента', en: 'Client type' },
  script: {
    ru: 'Подскажите, вы покупаете для компании, для государственной организации или для себя?',
    en: 'May I ask whether you are buying for a company, for a public body, or for yourself?',
  },
  clientWording: { ru: 'Для кого вы покупаете?', en: 'Who are you buying for?' },
  hint: {
    ru: 'B2B — между коммерческими организациями. G2B — между государством и бизнесом. B2C — между организацией и потребителем. C2C — между потребителями.',
    en: 'B2B: between commercial organisations. G2B: between the state and a business. B2C: between an organisation and a consumer. C2C: between consumers.',
  },
  choices: [
    {
      id: 'b2b',
      label: { ru: 'B2B', en: 'B2B' },
      clientLabel: { ru: 'Для компании', en: 'For a company' },
      grade: 'A',
    },
    {
      id: 'g2b',
      label: { ru: 'G2B', en: 'G2B' },
      clientLabel: { ru: 'Для государственной организации', en: 'For a public body' },
      grade: 'A',
    },
    {
      id: 'b2c',
      label: { ru: 'B2C', en: 'B2C' },
      clientLabel: { ru: 'Для себя или семьи', en: 'For myself or my family' },
      grade: 'B',
    },
    {
      id: 'c2c',
      label: { ru: 'C2C', en: 'C2C' },
      clientLabel: { ru: 'Для сделки с другим частным лицом', en: 'For a deal with another private person' },
      grade: 'C',
    },
  ],
  objections: [
    {
      says: { ru: 'А какая вам разница?', en: 'Why does it matter?' },
      reply: {
        ru: 'От этого зависят документы и способ оплаты. Подготовлю сразу те, что вам подойдут.',
        en: 'The paperwork and the way of paying depend on it. I will prepare the right ones straight away.',
      },
    },
    {
      says: { ru: 'Пока не знаем, на кого оформим', en: 'We don’t know yet whose name it will be in' },
      reply: {
        ru: 'Ничего, оформление уточним позже. А пользоваться кто будет: компания, учреждение или вы сами?',
        en: 'No problem, we can settle the paperwork later. Who is going to use it: a company, a public body, or you?',
      },
    },
  ],
}

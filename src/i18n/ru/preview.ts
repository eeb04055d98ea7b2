import type { Language } from '../../domain/question-set.ts'

export const preview = {
  title: (set: string) => `Предпросмотр: ${set}`,
  back: 'К анкете',
  views: 'Чьими глазами',
  manager: 'Менеджер',
  clientView: 'Клиент',
  lead: 'Номер лида',
  leadHint: 'Любой лид портала. В нём ничего не изменится.',
  open: 'Открыть лид',
  notSetUp: 'Портал ещё не настроен, и вкладке негде взять поля лида. Выполните настройку, а пока посмотрите анкету глазами клиента.',
  language: 'Язык',
  languages: { ru: 'Русский', en: 'Английский' } satisfies Record<Language, string>,
  client: {
    position: (at: number, of: number) => `Вопрос ${at} из ${of}`,
    over: 'Вопросы закончились',
    thanks: 'Дальше клиент оставит контакты и отправит форму.',
    dontKnow: 'Не знаю',
    back: 'Назад',
    next: 'Дальше',
    skip: 'Пропустить',
  },
}

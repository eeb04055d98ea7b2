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
  incomplete: (missing: string) => `Переведено не всё (${missing}): на странице с таким языком клиент прочтёт вопросы на основном языке анкеты.`,
  client: {
    contacts: 'Дальше форма сама спросит контакты и согласие.',
    nothing: 'Клиентов эта анкета ни о чём не спросит: нужен вопрос с двумя ответами или больше.',
  },
}

import type { TextKind, TextVariable } from '../../domain/set-texts.ts'
import { ruCount } from '../plural.ts'

export const alerts = {
  title: 'Уведомления',
  about: 'О чём руководитель узнаёт сразу.',
  largeOrder: 'Крупный заказ начинается с',
  largeOrderHint: 'Такой лид отмечается как особо важный.',
  hot: 'Горячий лид',
  hots: { class: 'любой лид класса AAA', code: 'только код из одних A' },
  hotHints: {
    class: 'Так решает таблица классов.',
    code: 'Каждый ответ, который входит в код, должен быть лучшим.',
  },
}

export const texts = {
  title: 'Тексты',
  about: 'Что приложение пишет при сохранении. Пустое поле оставляет слова приложения.',
  kinds: { comment: 'Комментарий в лиде', todo: 'Дело менеджеру', notice: 'Уведомление руководителю' } satisfies Record<TextKind, string> as Record<TextKind, string>,
  kindHints: {
    comment: 'Остаётся в ленте лида после каждого сохранения.',
    todo: 'Описание дела, которое создаётся к следующему касанию.',
    notice: 'Приходит о горячем или крупном лиде.',
  } satisfies Record<TextKind, string> as Record<TextKind, string>,
  own: 'Свой текст',
  variables: 'Вставить переменную',
  variablesHint: 'Переменная встаёт туда, где был курсор. Строка, в которой все переменные пусты, не отправляется.',
  insert: (name: string) => `Вставить: ${name}`,
  inserted: (name: string) => `Вставлено: ${name}`,
  unknown: (names: string) => `Таких переменных нет: ${names}. Они останутся в тексте как есть.`,
  preview: 'Как это увидят',
  leftOut: 'Ничего не останется: во всех строках переменные пусты. Уйдут слова приложения.',
  lead: 'Посмотреть на лиде',
  leads: { full: 'где известно всё', open: 'где известно не всё' },
  names: {
    title: 'название лида', client: 'клиент', responsible: 'ответственный', code: 'код', class: 'класс', coefficient: 'коэффициент',
    amount: 'сумма', touches: 'число касаний', important: 'пометка «особо важный»', reason: 'причина', next: 'следующий шаг', channel: 'канал',
    when: 'когда', instruction: 'что сделать', answers: 'ответы', notes: 'заметки', set: 'анкета',
  } satisfies Record<TextVariable, string> as Record<TextVariable, string>,
  /** Made up, for the preview. */
  example: {
    title: 'Оборудование для пекарни', client: 'Анна Лебедева', responsible: 'Пётр Соколов', touches: (count: number) => ruCount(count, 'касание', 'касания', 'касаний'), important: 'Особо важный',
    reason: 'Пока не до покупки', notes: 'Просила звонить после обеда', unknownAmount: 'не выяснена',
  },
}

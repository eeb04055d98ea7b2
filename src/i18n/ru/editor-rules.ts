import type { Sign } from '../../domain/question-set.ts'
import { ruCount } from '../plural.ts'

export const code = {
  title: 'АВС-код',
  about: 'У каждой буквы кода свои вопросы. Если их несколько, считается худший ответ.',
  none: 'В коде пока нет ни одной буквы.',
  position: (number: number) => `Буква ${number}`,
  worst: 'считается худший из ответов',
  addQuestion: 'Добавить вопрос к этой букве',
  addQuestionShort: 'ещё вопрос…',
  removeQuestion: (name: string, number: number) => `Убрать «${name}» из буквы ${number}`,
  add: 'Добавить букву',
  addFor: 'вопрос…',
  example: 'Так код выглядит у лида',
  best: 'лучшие ответы',
  worstAnswers: 'худшие ответы',
  letters: 'Буквы анкеты',
  lettersHint: (letters: string) => `Ответы оцениваются буквами ${letters}, от лучшей к худшей.`,
  upTo: (letter: string) => `A–${letter}`,
}

export const rules = {
  title: 'Таблица классов',
  about: 'Строки проверяются сверху вниз: класс даёт первая, в которой подходит всё.',
  number: '№',
  class: 'Класс',
  takes: 'Сочетаний',
  takesHint: 'Сколько сочетаний ответов достаётся строке',
  row: (number: number) => `Строка ${number}`,
  cell: (row: string, name: string) => `${row}, ${name}`,
  any: 'любой',
  signs: { plus: 'плюс', minus: 'минус' } satisfies Record<Sign, string> as Record<Sign, string>,
  letters: 'буквы',
  lettersOf: (row: string, name: string) => `Буквы: ${row}, ${name}`,
  otherwise: 'В остальных случаях',
  capped: 'без касаний',
  cappedOf: (row: string) => `Без касаний: ${row}`,
  add: 'Добавить строку',
  addElse: 'Добавить строку «в остальных случаях»',
  noElse: 'Без этой строки часть лидов останется без класса.',
  noColumns: 'Условия появятся, когда в анкете будет вопрос с буквами, плюсом или минусом.',
  addColumn: 'Смотреть и на вопрос',
  addColumnShort: 'добавить вопрос…',
  full: 'Строк может быть не больше 50.',
  never: 'никогда',
}

export const map = {
  title: 'Карта классов',
  about: 'Что получается при каждом сочетании ответов.',
  grouped: 'Сочетаний много, поэтому похожие собраны вместе.',
  rest: (count: number) => `Показать остальные: ${count}`,
  empty: 'Карта появится, когда в таблице классов будет хотя бы одно условие.',
  hidden: 'не спрашивается',
  offer: (choice: string) => `${choice}, но готов сейчас`,
  cases: (count: number) => ruCount(count, 'сочетание', 'сочетания', 'сочетаний'),
}

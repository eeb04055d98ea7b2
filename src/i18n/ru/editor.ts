import type { Language } from '../../domain/question-set.ts'
import { ruCount } from '../plural.ts'

export const editor = {
  region: 'Редактор анкеты',
  toolbar: 'Правки',
  sectionsLabel: 'Разделы анкеты',
  sections: {
    questions: 'Вопросы',
    code: 'Код',
    rules: 'Классы',
    potential: 'Потенциал',
    plan: 'План',
    texts: 'Уведомления и тексты',
    general: 'Общее',
  },
  undo: 'Отменить',
  redo: 'Вернуть',
  undone: (where: string) => `Отменено: ${where}`,
  redone: (where: string) => `Возвращено: ${where}`,
  wholeSet: 'анкета',
  texts: 'Тексты',
  bothLanguages: 'на двух языках',
  onlyLanguage: { ru: 'только русские', en: 'только английские' } satisfies Record<Language, string>,
  inSection: (errors: number, warnings: number) => [
    ...errors > 0 ? [ruCount(errors, 'ошибка', 'ошибки', 'ошибок')] : [],
    ...warnings > 0 ? [ruCount(warnings, 'замечание', 'замечания', 'замечаний')] : [],
  ].join(', '),
  untitled: 'Без названия',
}

export const fields = {
  inLanguage: { ru: label => `${label}, русский`, en: label => `${label}, английский` } satisfies Record<Language, (label: string) => string> as Record<Language, (label: string) => string>,
  missing: 'нет перевода',
  missingDefault: 'нужен обязательно',
  tooLong: (most: number, now: number) => `Слишком длинный текст: ${now} из ${most} знаков. Сократите его, пока что действует прежний.`,
  notNumber: 'Введите число, например 250000.',
  notWhole: 'Здесь нужно целое число.',
  outside: (least: string, most: string) => `Число должно быть от ${least} до ${most}.`,
  needed: 'Здесь нужно число: пока что действует прежнее.',
  notSelected: 'не выбрано',
  up: (name: string) => `Выше: ${name}`,
  down: (name: string) => `Ниже: ${name}`,
  keys: 'Alt+↑ и Alt+↓ переставляют, мышью можно тащить',
  moved: (name: string, position: number, count: number) => `${name}: теперь ${position} из ${count}`,
  remove: (name: string) => `Удалить: ${name}`,
  duplicate: (name: string) => `Сделать копию: ${name}`,
}

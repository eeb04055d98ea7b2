import type { Finding } from '../../domain/set-doctor.ts'
import { ruCount } from '../plural.ts'

/** A text that lacks words says in which language by itself. */
type Sentence = (about: string) => string

const TRANSLATIONS: Readonly<Record<string, string>> = { ru: 'русский', en: 'английский' }

export const doctor = {
  title: 'Проверка',
  checking: 'Проверяем…',
  errors: (count: number) => ruCount(count, 'ошибка', 'ошибки', 'ошибок'),
  errorsHint: 'Пока они есть, опубликовать анкету нельзя.',
  warnings: (count: number) => ruCount(count, 'замечание', 'замечания', 'замечаний'),
  warningsHint: 'Публиковать не мешают, но посмотреть стоит.',
  noErrors: 'Ошибок нет: анкету можно публиковать.',
  allRight: 'Всё в порядке: ни ошибок, ни замечаний.',
  held: (count: number) => `${ruCount(count, 'введённое значение не принято', 'введённых значения не приняты', 'введённых значений не приняты')}: поля подсвечены, до исправления действует прежнее.`,
  combinations: (count: number) => `Проверены все исходы: ${ruCount(count, 'сочетание', 'сочетания', 'сочетаний')} ответов.`,
  notCounted: 'Сочетания ответов посчитаем, когда ошибок в таблице классов и в ключах не будет.',
  classes: 'Сочетаний ответов на каждый класс',
  more: (count: number) => `Ещё ${ruCount(count, 'место', 'места', 'мест')}`,
  kinds: {
    'missing-else': () => 'В таблице классов нет строки «в остальных случаях»',
    'duplicate-id': id => `Ключ «${id}» занят дважды`,
    'band-gap': value => `Значения от ${value} не попадают ни в одну строку`,
    'band-overlap': value => `Значение ${value} попадает сразу в две строки`,
    'ungraded-choice': () => 'У варианта нет буквы, а вопрос входит в код',
    'no-default-text': () => 'Нет текста на основном языке анкеты',
    'reserved-id': id => `Код «${id}» занят полем результата`,
    'unknown-reference': id => id === '' ? 'Здесь ничего не выбрано' : `Здесь упоминается «${id}», но в анкете этого нет`,
    'letter-outside-alphabet': letter => `Буквы ${letter} в этой анкете нет`,
    'no-choices': () => 'Не из чего выбирать: нет ни одного варианта',
    'time-share-not-100': sum => `Доли времени дают вместе ${sum} %, а должно быть 100 %`,
    'no-working-time': () => 'Рабочего времени нет: проверьте дни и часы',
    'rule-never-reached': () => 'Эта строка никогда не сработает: все её случаи забирают строки выше',
    'question-without-effect': () => 'Ответ ни на что не влияет',
    'unsigned-choice': () => 'Строки классов смотрят на этот вопрос, но варианту не хватает знака или буквы: ни одна их не засчитает',
    'few-coded-questions': count => `В код входит мало вопросов: ${count}. Обычно их от 3 до 5`,
    'many-coded-questions': count => `В код входит много вопросов: ${count}. Обычно их от 3 до 5`,
    'unknown-variable': name => `Переменной «${name}» нет: она останется в тексте как есть`,
    'too-many-combinations': () => 'Сочетаний ответов слишком много, поэтому исходы не проверены',
    'missing-translation': language => `Нет перевода на ${TRANSLATIONS[language] ?? language}`,
  } satisfies Record<Finding['kind'], Sentence> as Record<Finding['kind'], Sentence>,
}

/** What the parts of a set are called, for findings and edits: by the name that they have in its path. */
export const places = {
  set: 'Анкета',
  question: (name: string) => `Вопрос «${name}»`,
  choice: (name: string) => `«${name}»`,
  rule: (number: number) => `Класс, строка ${number}`,
  position: (number: number) => `Код, буква ${number}`,
  entry: (part: string, number: number) => `${part} ${number}`,
  parts: {
    ru: 'русский', en: 'английский', name: 'название', script: 'что говорит менеджер', clientWording: 'вопрос для формы на сайте', hint: 'подсказка',
    label: 'подпись', clientLabel: 'подпись в форме', choices: 'варианты', bands: 'строки', cannotPay: 'платить нечем',
    objections: 'возражение', says: 'слова клиента', reply: 'ответ менеджера', askIf: 'условие', offer: 'вопрос о предложении',
    grade: 'буква', sign: 'плюс или минус', reason: 'причина', channel: 'канал', shelfLifeDays: 'срок годности ответа', optional: 'обязательность',
    for: 'назначение', kind: 'вид вопроса', questions: 'вопросы', from: 'начало', to: 'конец',
    code: 'Код', classRules: 'Таблица классов', classElse: 'В остальных случаях', class: 'класс', capped: 'касания', when: 'условие',
    reasons: 'Причины', recheckDays: 'срок до проверки', potential: 'Потенциал', question: 'вопрос', coefficient: 'коэффициент',
    followUp: 'План касаний', base: 'число касаний', steps: 'шаг', later: 'дальнейший шаг', instruction: 'инструкция', cadence: 'промежутки',
    gaps: 'промежуток', then: 'дальше каждые', firstReaction: 'первая реакция', workingMinutes: 'рабочие минуты', workingDays: 'рабочие дни', thinkingDays: 'время на раздумье', unanswered: 'без ответа',
    calls: 'звонки', workingTime: 'рабочее время', days: 'дни', zone: 'часовой пояс', holidays: 'праздники', timeShare: 'доли времени',
    notices: 'Уведомления', largeOrder: 'крупный заказ', hot: 'горячий лид', texts: 'Тексты', comment: 'комментарий', todo: 'дело', notice: 'уведомление',
    stages: 'Стадии', style: 'что впереди', letters: 'число букв', currency: 'валюта', defaultLanguage: 'основной язык', reorder: 'порядок вопросов',
  } as Readonly<Record<string, string>>,
}

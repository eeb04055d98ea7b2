/** The script's own few sentences; what is asked comes from the set. */
import type { Language } from '../domain/question-set.ts'

export interface Words {
  readonly questions: string
  readonly position: (number: number, of: number) => string
  readonly unknown: string
  readonly skip: string
  readonly next: string
  readonly back: string
  readonly nothingChosen: string
  readonly contacts: string
  readonly change: string
  readonly thanks: string
}

export const WORDS: Readonly<Record<Language, Words>> = {
  ru: {
    questions: 'Несколько вопросов',
    position: (number, of) => `Вопрос ${number} из ${of}`,
    unknown: 'Не знаю',
    skip: 'Пропустить',
    next: 'Дальше',
    back: 'Назад',
    nothingChosen: 'Выберите ответ или пропустите вопрос.',
    contacts: 'Осталось сказать, как с вами связаться',
    change: 'Вернуться к вопросам',
    thanks: 'Спасибо! Ваши ответы отправлены.',
  },
  en: {
    questions: 'A few questions',
    position: (number, of) => `Question ${number} of ${of}`,
    unknown: 'I don’t know',
    skip: 'Skip',
    next: 'Next',
    back: 'Back',
    nothingChosen: 'Choose an answer, or skip the question.',
    contacts: 'Last thing: how can we reach you?',
    change: 'Back to the questions',
    thanks: 'Thank you! Your answers are on their way.',
  },
}

/** An answer as a sentence part. */
import { chosen } from '../../domain/answers.ts'
import type { Answer } from '../../domain/answers.ts'
import type { Question } from '../../domain/question-set.ts'
import { formatDay, formatMoney } from '../../i18n/format.ts'
import { setText } from '../plan/item-words.ts'
import type { SetWords } from '../plan/item-words.ts'

/** The choice by its label, the sum with its band, the client's own words in quotation marks. */
export function answerWords(question: Question, answer: Answer, words: SetWords): string {
  const { language, messages: { save: { text } }, set } = words
  const choice = chosen(question, answer)
  const label = choice ? setText(words, choice.label) : ''
  switch (answer.kind) {
    case 'choice': {
      const offer = answer.offer && text.offers[answer.offer]
      const date = answer.date && formatDay(language, answer.date)
      return [label || answer.choice, offer, date].filter(part => part !== undefined).join(', ')
    }
    case 'amount': return [formatMoney(language, answer.amount, set.currency), label && `(${label})`].filter(part => part !== '').join(' ')
    case 'text': return answer.text
    case 'unknown': return answer.said === undefined || answer.said === '' ? text.unknown : `${text.unknown}, ${text.said(answer.said)}`
  }
}

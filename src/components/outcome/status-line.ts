/** What a screen reader hears after an answer: a pure function of the state. */
import type { Qualification } from '../../domain/qualification.ts'
import type { Messages } from '../../i18n/words.ts'

/** Code, class and the next question in one breath; nothing before the first answer. */
export function statusLine({ result }: Messages, qualification: Qualification, question: string | undefined): string {
  if (qualification.code === undefined) return ''
  const { class: leadClass } = qualification.score
  const classWords = leadClass.state === 'decided' ? result.statusClass(leadClass.class) : result.statusOpen(result.or(leadClass.possible))
  return [result.status(qualification.code.split('').join(' '), classWords), ...(question === undefined ? [] : [result.statusQuestion(question)])].join(' ')
}

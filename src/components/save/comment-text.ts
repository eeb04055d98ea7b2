/** The comment in the lead's timeline: what came out of a qualification, with the answers behind it. */
import { answerTo, outcomes } from '../../domain/answers.ts'
import { neutral } from '../../domain/bb-text.ts'
import { classTriple } from '../../domain/lead-class.ts'
import type { Qualification } from '../../domain/qualification.ts'
import type { Run } from '../../domain/run.ts'
import { formatInstant, formatMoney, formatNumber, formatSeconds } from '../../i18n/format.ts'
import { itemName, setText } from '../plan/item-words.ts'
import type { SetWords } from '../plan/item-words.ts'
import { answerWords } from './answer-words.ts'
import { cutBytes, cutText } from './cut-text.ts'

export interface TextInput extends SetWords {
  readonly result: Qualification
  /** IANA name. */
  readonly zone: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** Bytes of a whole comment; the mark that is put after it is short. */
const LONGEST_COMMENT = 20_000
/** Letters of one answer or note, so that a long one leaves room for the others. */
const LONGEST_PART = 1200

/** Foreign words, harmless in a BB text and not endless. */
export function foreign(words: string): string {
  return neutral(cutText(words.trim(), LONGEST_PART))
}

/** The sum in words, or why there is none. */
export function amountWords({ language, messages: { save: { text } }, result: { potential }, set }: TextInput): string {
  const money = (amount: number) => formatMoney(language, amount, set.currency)
  switch (potential.source) {
    case 'typed':
    case 'lead': return text.amount(money(potential.amount))
    case 'band': return text.amountFrom(money(potential.from))
    case 'cannot-pay': return text.cannotPay
    case 'none': return text.amountUnknown
  }
}

function headLines(input: TextInput): readonly string[] {
  const { language, messages: { plan, save: { text } }, result } = input
  const { class: scored } = result.score
  const leadClass = scored.state === 'decided' ? text.class(classTriple(scored.class)) : text.classOpen
  const numbers = [
    result.coefficient !== undefined && text.coefficient(formatNumber(language, result.coefficient)),
    amountWords(input),
    result.plan.state === 'decided' && plan.touches(result.plan.arithmetic.touches),
    result.important && text.important,
  ]
  return [
    `[b]${[result.code === undefined ? '' : text.head(result.code), leadClass].filter(part => part !== '').join(', ')}[/b]`,
    numbers.filter(part => part !== false).join(', '),
    ...(result.reason ? [text.reason(foreign(setText(input, result.reason.label)))] : []),
  ]
}

/** The questions that are asked, in the set's order, with their answers and notes. */
function answerLines(input: TextInput, { answers, notes }: Run): readonly string[] {
  const { messages: { save: { text } }, set } = input
  const state = outcomes(set, answers)
  return set.questions.filter(question => state.get(question.id)?.state !== 'hidden').flatMap((question) => {
    const answer = answerTo(answers, question.id)
    const note = Object.hasOwn(notes, question.id) ? notes[question.id] : undefined
    return [
      ...(answer ? [`${foreign(setText(input, question.name))}: ${foreign(answerWords(question, answer, input))}`] : []),
      ...(note ? [text.note(foreign(note))] : []),
    ]
  })
}

/** BB code with foreign words neutralised, at most 20 kB. */
export function commentText(input: TextInput, run: Run): string {
  const { language, messages: { basics, save }, now, result: { plan }, set, zone } = input
  const { text } = save
  const [next] = plan.items
  const total = plan.state === 'decided' ? plan.arithmetic.touches : undefined
  const step = [foreign(itemName(next, input, total)), basics.channels[next.channel], formatInstant(language, next.at, zone, now)]
  const source = [save.setVersion(foreign(setText(input, set.name)), set.version), text.took(formatSeconds(run.seconds))]
  const parts = [
    headLines(input),
    [text.next(step.join(', '))],
    answerLines(input, run),
    [source.join(', ')],
  ]
  return cutBytes(parts.filter(lines => lines.length > 0).map(lines => lines.join('\n')).join('\n\n'), LONGEST_COMMENT)
}

/** What the variables of a set's texts stand for in one save. */
import { answerTo, outcomes } from '../../domain/answers.ts'
import { neutral } from '../../domain/bb-text.ts'
import { examineDeclared } from '../../domain/declared.ts'
import { classTriple } from '../../domain/lead-class.ts'
import type { Qualification } from '../../domain/qualification.ts'
import type { Question } from '../../domain/question-set.ts'
import type { Run } from '../../domain/run.ts'
import { fillText } from '../../domain/set-texts.ts'
import type { TextKind, TextValues } from '../../domain/set-texts.ts'
import type { WriteLine } from '../../domain/write-plan.ts'
import { formatInstant, formatMoney, formatNumber } from '../../i18n/format.ts'
import type { OpenedLead } from '../../stores/qualification.ts'
import { itemInstruction, itemName, setText } from '../plan/item-words.ts'
import type { SetWords } from '../plan/item-words.ts'
import { answerWords } from './answer-words.ts'
import { cutText, oneLine } from './cut-text.ts'

export interface TextInput extends SetWords {
  readonly result: Qualification
  readonly lead: OpenedLead
  /** The lines that are written. */
  readonly lines: readonly WriteLine[]
  /** IANA name. */
  readonly zone: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** Letters of one answer or note, so that a long one leaves room for the others. */
const LONGEST_PART = 1200
const LONGEST_LEAD_TITLE = 120

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

/** The lead's title as it will be, on one line, or its number. */
export function leadName({ lead: { card }, lines }: TextInput): string {
  const written = lines.find(line => line.kind === 'title')
  const title = written?.kind === 'title' ? written.to : card.record.title
  return foreign(cutText(oneLine(title), LONGEST_LEAD_TITLE)) || `#${card.record.id}`
}

/** The questions that are asked, in the set's order, with their answers and what the client had said otherwise; with what was noted beside them. */
export function answerLines(input: TextInput, { answers, notes, declared }: Run, withNotes: boolean): readonly string[] {
  const { messages: { save: { text } }, set } = input
  const state = outcomes(set, answers)
  const corrected = declared ? examineDeclared(set, declared, answers).filter(({ heard }) => heard === 'other') : []
  const otherwise = ({ id }: Question) => {
    const said = corrected.find(({ question }) => question.id === id)
    return said ? ` (${text.declared(foreign(said.choice ? setText(input, said.choice.label) : said.raw))})` : ''
  }
  return set.questions.filter(question => state.get(question.id)?.state !== 'hidden').flatMap((question) => {
    const answer = answerTo(answers, question.id)
    const note = withNotes && Object.hasOwn(notes, question.id) ? notes[question.id] : undefined
    return [
      ...(answer ? [`${foreign(setText(input, question.name))}: ${foreign(answerWords(question, answer, input))}${otherwise(question)}`] : []),
      ...(note ? [text.note(foreign(note))] : []),
    ]
  })
}

function textValues(input: TextInput, run: Run): TextValues {
  const { language, lead: { card, responsible }, messages: { basics, plan, save: { text } }, now, result, set, zone } = input
  const { score, plan: { items: [next] } } = result
  return {
    title: leadName(input),
    client: foreign(oneLine(card.client)),
    responsible: foreign(oneLine(responsible?.name ?? '')),
    code: result.code ?? '',
    class: score.class.state === 'decided' ? classTriple(score.class.class) : '',
    coefficient: result.coefficient === undefined ? '' : formatNumber(language, result.coefficient),
    amount: amountWords(input),
    touches: result.plan.state === 'decided' ? plan.touches(result.plan.arithmetic.touches) : '',
    important: result.important ? text.important : '',
    reason: result.reason ? foreign(setText(input, result.reason.label)) : '',
    next: foreign(itemName(next, input)),
    channel: basics.channels[next.channel],
    when: formatInstant(language, next.at, zone, now),
    instruction: foreign(itemInstruction(next, input).join('\n')),
    answers: answerLines(input, run, false).join('\n'),
    notes: Object.values(run.notes).map(note => foreign(oneLine(note))).join('\n'),
    set: foreign(setText(input, set.name)),
  }
}

/** The set's own text, filled in; empty where it has none. */
export function ownText(kind: TextKind, input: TextInput, run: Run): string {
  const template = setText(input, input.set.texts?.[kind])
  return template.trim() === '' ? '' : fillText(neutral(template), textValues(input, run))
}

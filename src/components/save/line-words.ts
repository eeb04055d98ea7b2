/** A line of the write plan in words. */
import { classTriple } from '../../domain/lead-class.ts'
import type { Money } from '../../domain/potential.ts'
import { choicesOf } from '../../domain/question-set.ts'
import type { LineContent, RecordMark, ResultValues } from '../../domain/write-plan.ts'
import { formatDay, formatInstant, formatMoney, formatNumber } from '../../i18n/format.ts'
import { itemName, setText } from '../plan/item-words.ts'
import type { SetWords } from '../plan/item-words.ts'

export interface LineContext extends SetWords {
  /** Names of stages by their code. */
  readonly stages: Readonly<Record<string, string>>
  /** Names of users by id, as far as they are known. */
  readonly people: ReadonlyMap<number, string>
  readonly zone: string
  /** Epoch milliseconds. */
  readonly now: number
}

export interface LineWords {
  readonly name: string
  /** Nothing for a line that only adds. */
  readonly from?: string
  readonly to: string
}

export function personName(id: number, { people }: LineContext): string {
  return people.get(id) ?? `#${id}`
}

function instant(at: string, { language, zone, now }: LineContext): string {
  return formatInstant(language, at, zone, now)
}

/** A choice that the set no longer has is shown by its id. */
function choiceLabel(id: string, question: string, context: LineContext): string {
  const asked = context.set.questions.find(q => q.id === question)
  const choice = asked && choicesOf(asked).find(c => c.id === id)
  return choice ? setText(context, choice.label) : id
}

const RESULT_WORDS: { readonly [K in keyof ResultValues]: (value: ResultValues[K], context: LineContext) => string } = {
  code: value => value,
  class: value => classTriple(value),
  coefficient: (value, { language }) => formatNumber(language, value),
  purchaseDate: (value, { language }) => formatDay(language, value),
  nextTouch: instant,
  important: (value, { messages: { basics } }) => value ? basics.yes : basics.no,
  reason(value, context) {
    const reason = context.set.reasons.find(r => r.id === value)
    return reason ? setText(context, reason.label) : value
  },
}

function resultValue<K extends keyof ResultValues>(field: K, value: ResultValues[K] | undefined, context: LineContext): string {
  return value === undefined ? context.messages.basics.empty : RESULT_WORDS[field](value, context)
}

/** An earlier set is named by its id, the words of the one in hand are known. */
function recordWords(mark: RecordMark, context: LineContext): string {
  const [id = '', version = ''] = mark.set.split('@')
  const name = id === context.set.id ? setText(context, context.set.name) : id
  return [instant(mark.at, context), personName(mark.by, context), context.messages.save.setVersion(name, Number(version))].join(', ')
}

/** What the line is, what the lead holds, and what it would hold. */
export function lineWords(line: LineContent, context: LineContext): LineWords {
  const { messages: { basics, save }, language, set } = context
  const orEmpty = <T>(value: T | undefined, print: (value: T) => string) => value === undefined ? basics.empty : print(value)
  switch (line.kind) {
    case 'answer': {
      const print = (id: string) => choiceLabel(id, line.question, context)
      const name = setText(context, set.questions.find(q => q.id === line.question)?.name) || line.question
      return { name, from: orEmpty(line.from, print), to: orEmpty(line.to, print) }
    }
    case 'result': return {
      name: save.fields[line.field],
      from: resultValue(line.field, line.from, context),
      to: resultValue(line.field, line.to, context),
    }
    case 'title': return { name: save.titleLine, from: line.from === '' ? basics.empty : line.from, to: line.to }
    case 'opportunity': {
      const print = ({ amount, currency }: Money) => formatMoney(language, amount, currency)
      return { name: save.opportunity, from: orEmpty(line.from, print), to: orEmpty(line.to, print) }
    }
    case 'stage': return { name: save.stage, from: context.stages[line.from] ?? line.from, to: context.stages[line.to] ?? line.to }
    case 'record': return {
      name: save.record,
      from: orEmpty(line.from, mark => recordWords(mark, context)),
      to: recordWords(line.to, context),
    }
    case 'comment': return { name: save.comment, to: save.commentWhat }
    case 'todo': {
      const to = `${itemName(line.to, context)}, ${instant(line.to.at, context)}`
      return { name: save.todo, to, ...(line.from !== undefined && { from: instant(line.from, context) }) }
    }
    case 'notice': return {
      name: save.notice(personName(line.to, context)),
      to: line.reasons.map(reason => save.noticeReasons[reason]).join(', '),
    }
  }
}

/** Why the line is as it is, where that does not go without saying. */
export function lineRemark(line: LineContent & { readonly ticked: boolean }, { messages: { save } }: LineContext): string {
  if (line.kind === 'opportunity' && !line.ticked) return save.opportunityRows
  return line.kind === 'todo' && line.from !== undefined ? save.todoMoved : ''
}

/** Short ways to answer a set and to have a lead, for tables. */
import { openQuestions } from '../../src/domain/asked-questions.ts'
import type { Answer, Answers } from '../../src/domain/answers.ts'
import { OFFER_ANSWERS } from '../../src/domain/answers.ts'
import type { LeadRecord, QualificationFields } from '../../src/domain/lead.ts'
import type { Money } from '../../src/domain/potential.ts'
import { qualify } from '../../src/domain/qualification.ts'
import type { Qualification } from '../../src/domain/qualification.ts'
import type { QuestionSet, WorkingTime } from '../../src/domain/question-set.ts'
import { compileWorkingTime } from '../../src/domain/working-time.ts'
import type { WorkingCalendar } from '../../src/domain/working-time.ts'

/** A Monday, 11:00 in Moscow. */
export const NOW = Date.UTC(2026, 10, 23, 8)

/** By question: a choice id, a choice with its offer (`later/yes`), a sum, or `?` for unknown. */
export type Short = Readonly<Record<string, string | number>>

function answer(short: string | number): Answer {
  if (typeof short === 'number') return { kind: 'amount', amount: short }
  if (short === '?') return { kind: 'unknown' }
  const [choice = '', taken] = short.split('/')
  const offer = OFFER_ANSWERS.find(each => each === taken)
  return { kind: 'choice', choice, ...(offer !== undefined && { offer }) }
}

export function answered(short: Short): Answers {
  return Object.fromEntries(Object.entries(short).map(([question, each]) => [question, answer(each)]))
}

const calendars = new WeakMap<WorkingTime, WorkingCalendar>()

/** In Moscow; made once for each working time, as reading a zone takes a while. */
export function calendarOf(set: QuestionSet): WorkingCalendar {
  const { workingTime } = set.followUp
  const made = calendars.get(workingTime)
  if (made !== undefined) return made
  const compiled = compileWorkingTime(workingTime, 'Europe/Moscow')
  if (!compiled.ok) throw new Error(compiled.error.kind)
  calendars.set(workingTime, compiled.value)
  return compiled.value
}

interface Circumstances {
  readonly lead?: Money | undefined
  readonly now?: number
  readonly namedDate?: string | undefined
}

export function qualified(set: QuestionSet, answers: Answers, { lead, now = NOW, namedDate }: Circumstances = {}): Qualification {
  return qualify({ set, answers, amount: lead, now, calendar: calendarOf(set), namedDate })
}

export function roubles(amount: number): Money {
  return { amount, currency: 'RUB' }
}

export function aLead({ fields, ...changes }: Partial<Omit<LeadRecord, 'fields'>> & { readonly fields?: Partial<QualificationFields> } = {}): LeadRecord {
  return {
    id: 7,
    title: 'Request from the site',
    stage: 'NEW',
    inWork: true,
    amountFromProducts: false,
    ...changes,
    fields: { answers: {}, important: false, ...fields },
  }
}

/** Everything that the set wants to know was dealt with (unknown counts). */
export function isComplete(set: QuestionSet, answers: Answers): boolean {
  return openQuestions(set, answers).every(question => question.optional === true)
}

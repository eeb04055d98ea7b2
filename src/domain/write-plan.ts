/** What would be written, line by line, before anything is: only what differs from the lead as it is. */
import { answerTo, chosen, outcomes } from './answers.ts'
import type { CodeShape } from './code-prefix.ts'
import { readInstant } from './iso-time.ts'
import { classTriple } from './lead-class.ts'
import type { LeadRecord } from './lead.ts'
import type { PlanItem } from './follow-up.ts'
import type { Money } from './potential.ts'
import type { Qualification } from './qualification.ts'
import { setReference } from './question-set.ts'
import type { LeadClass, QuestionSet, SetReference } from './question-set.ts'
import { parseRun } from './run.ts'
import { readTitle, titleWith } from './title.ts'
import type { TitleChoice, TitleReading, WrittenTitle } from './title.ts'

/** The result fields that are compared one by one, with what they hold. */
export interface ResultValues {
  readonly code: string
  readonly class: LeadClass
  readonly coefficient: number
  readonly purchaseDate: string
  readonly nextTouch: string
  readonly important: boolean
  readonly reason: string
}

type ResultLine = { [K in keyof ResultValues]: {
  readonly kind: 'result'
  readonly field: K
  readonly from: ResultValues[K] | undefined
  readonly to: ResultValues[K] | undefined
} }[keyof ResultValues]

export const NOTICE_REASONS = ['hot', 'large-order'] as const
export type NoticeReason = (typeof NOTICE_REASONS)[number]

/** Who qualified the lead last, when and with which set. */
export interface RecordMark {
  readonly at: string
  readonly by: number
  readonly set: SetReference
}

export type LineContent =
  | { readonly kind: 'answer'; readonly question: string; readonly from: string | undefined; readonly to: string | undefined }
  | ResultLine
  | { readonly kind: 'title'; readonly from: string; readonly to: string }
  | { readonly kind: 'opportunity'; readonly from: Money | undefined; readonly to: Money | undefined }
  | { readonly kind: 'stage'; readonly from: string; readonly to: string }
  | { readonly kind: 'record'; readonly from: RecordMark | undefined; readonly to: RecordMark }
  | { readonly kind: 'comment' }
  | { readonly kind: 'todo'; readonly from: string | undefined; readonly to: PlanItem }
  | { readonly kind: 'notice'; readonly to: number; readonly reasons: readonly NoticeReason[] }

/** `id` is the same for the same line of another plan; `ticked` is what is preselected. */
export type WriteLine = LineContent & { readonly id: string; readonly ticked: boolean }

export interface WritePlan {
  /** The lead that it was made against. */
  readonly lead: LeadRecord
  readonly lines: readonly WriteLine[]
  /** How the title was read; a reading `ask` wants a decision. */
  readonly reading: TitleReading
  /** The title as it would be written, for the run to remember. */
  readonly title: WrittenTitle
}

export interface WritePlanInput {
  readonly set: QuestionSet
  readonly lead: LeadRecord
  readonly result: Qualification
  /** What codes of the published sets look like. */
  readonly shapes: readonly CodeShape[]
  readonly titleChoice: TitleChoice
  /** Epoch milliseconds; ISO of the same with offset. */
  readonly now: number
  readonly at: string
  /** Portal user id of who saves. */
  readonly by: number
  /** Head of the lead's responsible, who gets the notices. */
  readonly supervisor: number | undefined
  /** Questions were answered or confirmed in this run, even if with the same answers as before. */
  readonly answeredNow: boolean
}

/** What the title carries: the class triple in style `class`, else the code. */
export function titleCode(set: QuestionSet, result: Qualification): string | undefined {
  if (set.style !== 'class') return result.code
  return result.score.class.state === 'decided' ? classTriple(result.score.class.class) : undefined
}

function line(id: string, content: LineContent, ticked = true): WriteLine {
  return { ...content, id, ticked }
}

function result<K extends keyof ResultValues>(field: K, from: ResultValues[K] | undefined, to: ResultValues[K] | undefined): WriteLine {
  const content = { kind: 'result', field, from, to } as Extract<LineContent, { kind: 'result' }>
  return line(field, content)
}

function answerIn(lead: LeadRecord, question: string): string | undefined {
  return Object.hasOwn(lead.fields.answers, question) ? lead.fields.answers[question] : undefined
}

function answerLines({ set, lead, result: { answers } }: WritePlanInput): readonly WriteLine[] {
  const state = outcomes(set, answers)
  return set.questions.filter(question => question.kind !== 'text').map((question) => {
    const visible = state.get(question.id)?.state !== 'hidden'
    const to = visible ? chosen(question, answerTo(answers, question.id))?.id : undefined
    return line(`answer.${question.id}`, { kind: 'answer', question: question.id, from: answerIn(lead, question.id), to })
  })
}

function opportunityLine({ lead, set, result: { potential } }: WritePlanInput): readonly WriteLine[] {
  if (potential.source !== 'typed') return []
  const to = { amount: potential.amount, currency: set.currency }
  return [line('opportunity', { kind: 'opportunity', from: lead.opportunity, to }, !lead.amountFromProducts)]
}

function stageLine({ set, lead, result: { score } }: WritePlanInput): readonly WriteLine[] {
  const to = score.class.state === 'decided' ? set.stages?.[score.class.class] : undefined
  return to === undefined || !lead.inWork ? [] : [line('stage', { kind: 'stage', from: lead.stage, to })]
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Does the line change anything? */
export function differs(content: LineContent): boolean {
  switch (content.kind) {
    case 'answer':
    case 'title':
    case 'stage': return content.from !== content.to
    case 'result': return content.field === 'nextTouch' ? !sameInstant(content.from, content.to) : content.from !== content.to
    case 'opportunity': return !same(content.from, content.to)
    case 'todo': return !sameInstant(content.from, content.to.at)
    case 'record':
    case 'comment':
    case 'notice': return true
  }
}

/** The same moment, however its offset is written. */
export function sameInstant(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && readInstant(a) !== undefined && readInstant(a) === readInstant(b))
}

/** Is the dated next step of the lead still to come, and planned from the same results? */
function stepStands({ lead, result: { plan }, now }: WritePlanInput, changed: readonly WriteLine[]): boolean {
  const next = lead.fields.nextTouch === undefined ? undefined : readInstant(lead.fields.nextTouch)
  const planned = new Set(['class', 'coefficient', 'reason', 'purchaseDate'])
  return next !== undefined && next > now && lead.todo !== undefined
    && plan.state === 'decided' && !changed.some(l => planned.has(l.id))
}

function noticeLine({ lead, supervisor, result: r, set }: WritePlanInput): readonly WriteLine[] {
  const wasHot = lead.fields.class === 'A' && (set.notices.hot === 'class' || /^A+$/.test(lead.fields.code ?? ''))
  const reasons: readonly NoticeReason[] = [
    ...(r.hot && !wasHot ? ['hot'] as const : []),
    ...(r.important && !lead.fields.important ? ['large-order'] as const : []),
  ]
  return supervisor === undefined || reasons.length === 0 ? [] : [line('notice', { kind: 'notice', to: supervisor, reasons })]
}

/** Who qualified the lead last, as far as its fields tell all of it. */
export function recordOf(lead: LeadRecord): RecordMark | undefined {
  const { qualifiedAt, qualifiedBy, set } = lead.fields
  return qualifiedAt !== undefined && qualifiedBy !== undefined && set !== undefined ? { at: qualifiedAt, by: qualifiedBy, set } : undefined
}

/** How the lead's title is read: with the lead's own codes and what its last run wrote. */
export function readLeadTitle(lead: LeadRecord, shapes: readonly CodeShape[]): TitleReading {
  const own = [lead.fields.code, lead.fields.class && classTriple(lead.fields.class)].filter(code => code !== undefined)
  const run = lead.fields.run === undefined ? undefined : parseRun(lead.fields.run)
  return readTitle(lead.title, own, shapes, run?.ok === true ? run.value.title : undefined)
}

/**
 * The lines of a save. What is known of a qualification (answers, code, class and so on) is a line where it differs; who
 * and when, comment, to-do and notice come with it, or when the manager confirmed the same answers anew.
 */
export function planWrite(input: WritePlanInput): WritePlan {
  const { set, lead, result: r } = input
  const fields = lead.fields
  const reading = readLeadTitle(lead, input.shapes)
  const title = titleWith(titleCode(set, r), reading, input.titleChoice)
  const nothing: WritePlan = { lead, lines: [], reading, title }
  if (r.code === undefined && Object.keys(r.answers).length === 0) return nothing

  const leadClass = r.score.class.state === 'decided' ? r.score.class.class : undefined
  const known = [
    ...answerLines(input),
    result('code', fields.code, r.code),
    result('class', fields.class, leadClass),
    result('coefficient', fields.coefficient, r.coefficient),
    result('reason', fields.reason, r.reason?.id),
    result('important', fields.important, r.important),
    result('purchaseDate', fields.purchaseDate, r.purchaseDate),
    line('title', { kind: 'title', from: lead.title, to: title.title }),
    ...opportunityLine(input),
    ...stageLine(input),
  ].filter(differs)
  if (known.every(l => !l.ticked) && !input.answeredNow) return nothing

  const [next] = r.plan.items
  const step = stepStands(input, known) ? [] : [
    result('nextTouch', fields.nextTouch, next.at),
    line('todo', { kind: 'todo', from: lead.todo?.deadline, to: next }),
  ].filter(differs)
  const to: RecordMark = { at: input.at, by: input.by, set: setReference(set) }
  return {
    lead,
    lines: [...known, ...step, line('record', { kind: 'record', from: recordOf(lead), to }), line('comment', { kind: 'comment' }), ...noticeLine(input)],
    reading,
    title,
  }
}

/** A line of which the lead holds something else now than when the plan was made. */
export interface Conflict {
  readonly line: WriteLine
  /** The same line as it was shown before; nothing when it is new. */
  readonly before: WriteLine | undefined
}

/** A place of a lead that can be written. */
export type Place =
  | { readonly kind: 'answer'; readonly question: string }
  | { readonly kind: 'result'; readonly field: keyof ResultValues }
  | { readonly kind: Exclude<LineContent['kind'], 'answer' | 'result'> }

/** What the lead holds there; nothing for a line that only adds. */
export function heldBy(lead: LeadRecord, content: Place): unknown {
  switch (content.kind) {
    case 'answer': return answerIn(lead, content.question)
    case 'result': return lead.fields[content.field]
    case 'title': return lead.title
    case 'opportunity': return lead.opportunity
    case 'stage': return lead.stage
    case 'record': return recordOf(lead)
    case 'todo': return lead.todo?.deadline
    case 'comment':
    case 'notice': return undefined
  }
}

/** What someone else changed in between: lines of the plan made anew where the lead holds another value than when it was shown. */
export function conflictsOf(shown: WritePlan, now: WritePlan): readonly Conflict[] {
  return now.lines
    .filter(current => !sameValue(heldBy(shown.lead, current), heldBy(now.lead, current)))
    .map(current => ({ line: current, before: shown.lines.find(l => l.id === current.id) }))
}

/** The same value of a lead; of two moments, however their offsets are written. */
export function sameValue(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' ? sameInstant(a, b) : same(a, b)
}

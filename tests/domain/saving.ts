/** Saving in tests: what a save does to the lead, line by line. */
import type { Answers } from '../../src/domain/answers.ts'
import { codeShape } from '../../src/domain/code-prefix.ts'
import { printInstant } from '../../src/domain/iso-time.ts'
import type { LeadRecord, QualificationFields } from '../../src/domain/lead.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { setReference } from '../../src/domain/question-set.ts'
import { parseRun, printRun } from '../../src/domain/run.ts'
import type { TitleChoice } from '../../src/domain/title.ts'
import { planWrite } from '../../src/domain/write-plan.ts'
import type { LineContent, WriteLine, WritePlan } from '../../src/domain/write-plan.ts'
import { calendarOf, NOW, qualified } from './answering.ts'

export const SUPERVISOR = 3

interface Circumstances {
  readonly now?: number
  readonly titleChoice?: TitleChoice
  readonly answeredNow?: boolean
  readonly supervisor?: number | undefined
  readonly namedDate?: string | undefined
}

/** The plan of a save of these answers to this lead. */
export function planFor(set: QuestionSet, lead: LeadRecord, answers: Answers, circumstances: Circumstances = {}): WritePlan {
  const { now = NOW, titleChoice = 'keep', answeredNow = true, namedDate } = circumstances
  return planWrite({
    set, lead, now, titleChoice, answeredNow,
    result: qualified(set, answers, { lead: lead.opportunity, now, namedDate }),
    shapes: [...PRESETS, set].map(codeShape),
    at: printInstant(now, calendarOf(set).zone),
    by: 1,
    supervisor: 'supervisor' in circumstances ? circumstances.supervisor : SUPERVISOR,
  })
}

function withField<K extends keyof QualificationFields>(lead: LeadRecord, field: K, value: QualificationFields[K] | undefined): LeadRecord {
  const { [field]: _, ...others } = lead.fields
  return { ...lead, fields: { answers: {}, important: false, ...others, ...(value !== undefined && { [field]: value }) } }
}

/** The lead after one line was written. */
export function withLine(lead: LeadRecord, line: LineContent): LeadRecord {
  switch (line.kind) {
    case 'answer': {
      const others = Object.entries(lead.fields.answers).filter(([question]) => question !== line.question)
      return withField(lead, 'answers', Object.fromEntries(line.to === undefined ? others : [...others, [line.question, line.to]]))
    }
    case 'result': return withField(lead, line.field, line.to)
    case 'title': return { ...lead, title: line.to }
    case 'opportunity': {
      const { opportunity: _, ...rest } = lead
      return { ...rest, ...(line.to && { opportunity: line.to }) }
    }
    case 'stage': return { ...lead, stage: line.to }
    case 'record': return withField(withField(withField(lead, 'qualifiedAt', line.to.at), 'qualifiedBy', line.to.by), 'set', line.to.set)
    case 'todo': return { ...lead, todo: { id: 1, deadline: line.to.at, title: '', text: '', responsible: 1 } }
    case 'comment':
    case 'notice': return lead
  }
}

/** The lead after the lines were written, with the run kept in its field; without a written title the run before is the one to remember it. */
export function saved(set: QuestionSet, plan: WritePlan, answers: Answers, lines: readonly WriteLine[] = plan.lines.filter(line => line.ticked)): LeadRecord {
  if (lines.length === 0) return plan.lead
  const written = lines.reduce<LeadRecord>(withLine, plan.lead)
  const before = plan.lead.fields.run === undefined ? undefined : parseRun(plan.lead.fields.run)
  const title = written.title === plan.title.title ? plan.title : before?.ok === true ? before.value.title : undefined
  return withField(written, 'run', printRun({
    id: 'run0001', set: setReference(set), at: '2026-11-23T11:00:00+03:00', by: 1, seconds: 42, answers, notes: {}, ...(title && { title }),
  }))
}

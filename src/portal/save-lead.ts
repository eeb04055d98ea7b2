/** Saving a qualification: one request reads again what would be written, one writes it all. */
import { lastRun } from '../domain/lead-answers.ts'
import type { OpenTodo } from '../domain/lead.ts'
import type { SetReference } from '../domain/question-set.ts'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { printRun } from '../domain/run.ts'
import type { Run } from '../domain/run.ts'
import { sameInstant } from '../domain/write-plan.ts'
import type { WriteLine } from '../domain/write-plan.ts'
import { LEAD_TYPE, readOpenTodo, todosCommand } from './activities.ts'
import { commentCommand, markOf, todoCommand } from './activity-writes.ts'
import type { TodoText } from './activity-writes.ts'
import type { FieldMap } from './field-map.ts'
import { userFieldsOf } from './field-values.ts'
import { readLead } from './lead.ts'
import type { LeadCard } from './lead.ts'
import { literal, literalJson } from './literal.ts'
import { isLost } from './lost-fields.ts'
import { noticeCommand, noticeTag } from './notices.ts'
import { leadCommand } from './open-lead.ts'
import { OPTION_SETTINGS, optionOfDraft, readSettings } from './options.ts'
import { unreadable } from './portal.ts'
import type { Command, Param, Portal, PortalError } from './portal.ts'

export interface Reread {
  readonly card: LeadCard
  /** The sets in force by now; nothing where the portal did not tell. */
  readonly inForce: readonly SetReference[] | undefined
}

/** Reads again what a save would write, the lead and its open to-do, and which sets are in force by now. */
export async function rereadLead(portal: Portal, lead: number, map: FieldMap): Promise<Result<Reread, PortalError>> {
  const sent = await portal.send({
    lead: leadCommand(lead),
    todos: todosCommand(lead),
    settings: { method: 'app.option.get', params: { option: OPTION_SETTINGS } },
  }, { halt: false, waitFor: ['lead', 'todos'] })
  if (!sent.ok) return sent
  const { lead: item, todos, settings } = sent.value
  if (!item.ok) return failed(item.error)
  const card = readLead(item.value, map, todos.ok ? readOpenTodo(todos.value) : undefined)
  if (!card.ok) return card
  const known = settings.ok && typeof settings.value === 'string' ? readSettings(settings.value) : undefined
  return ok({ card: card.value, inForce: known?.ok === true ? known.value.inForce : undefined })
}

export const SAVE_STEPS = ['update', 'comment', 'todo', 'notice', 'draft'] as const
export type SaveStep = (typeof SAVE_STEPS)[number]

/** The texts that go to the portal, already in the reader's language and with foreign words neutralised. */
export interface SaveTexts {
  readonly comment: string
  readonly todo: TodoText
  readonly notice: string
}

export interface SaveRequest {
  readonly lead: number
  /** The ticked lines. */
  readonly lines: readonly WriteLine[]
  readonly todo: OpenTodo | undefined
  /** Portal user id of the lead's responsible. */
  readonly responsible: number
  readonly run: Run
  readonly texts: SaveTexts
  readonly map: FieldMap
  /** The portal may hold a draft of this run, which goes with it. */
  readonly farDraft: boolean
  /** Only these steps; all that the lines need when left out. */
  readonly only?: readonly SaveStep[]
}

/** `done`: the portal confirmed it; `failed` with why; `not-run`: a step before it failed. */
export type StepOutcome =
  | { readonly step: SaveStep; readonly state: 'done' }
  | { readonly step: SaveStep; readonly state: 'failed'; readonly error: PortalError }
  | { readonly step: SaveStep; readonly state: 'not-run' }

export interface SaveReport {
  readonly steps: readonly StepOutcome[]
  /** Lines that the portal took without an error and did not keep: a field that is gone, say. */
  readonly ignored: readonly WriteLine[]
  /** Ids of those whose field the portal does not have any more. */
  readonly lost: readonly string[]
  /** The lead as the portal has it after the update. */
  readonly lead: LeadCard | undefined
}

function updateFields({ lines, map, run }: SaveRequest): Readonly<Record<string, Param>> {
  const stored = literalJson(printRun(run))
  const fields: Record<string, Param> = {}
  for (const line of lines) {
    Object.assign(fields, userFieldsOf(line, map, stored))
    if (line.kind === 'title') fields['title'] = literal(line.to)
    if (line.kind === 'stage') fields['stageId'] = line.to
    if (line.kind === 'opportunity') Object.assign(fields, { opportunity: line.to.amount, currencyId: line.to.currency, isManualOpportunity: 'Y' })
  }
  return fields
}

function commandsOf(request: SaveRequest): Readonly<Partial<Record<SaveStep, Command>>> {
  const all = allCommands(request)
  return Object.fromEntries(Object.entries(all).filter(([step]) => request.only?.some(only => only === step) ?? true))
}

function allCommands(request: SaveRequest): Readonly<Partial<Record<SaveStep, Command>>> {
  const { lead, lines, run, texts } = request
  const fields = updateFields(request)
  const todo = lines.find(line => line.kind === 'todo')
  const notice = lines.find(line => line.kind === 'notice')
  const number = todo?.kind === 'todo' && todo.to.kind === 'touch' ? String(todo.to.number) : 'next'
  return {
    ...(Object.keys(fields).length > 0 && {
      update: { method: 'crm.item.update', params: { entityTypeId: LEAD_TYPE, id: lead, useOriginalUfNames: 'Y', fields } },
    }),
    ...(lines.some(line => line.kind === 'comment') && { comment: commentCommand(lead, texts.comment, markOf(run.id, 'comment')) }),
    ...(todo?.kind === 'todo' && { todo: todoCommand({
      lead, open: request.todo, deadline: todo.to.at, responsible: request.responsible, text: texts.todo, mark: markOf(run.id, number),
    }) }),
    ...(notice?.kind === 'notice' && { notice: noticeCommand(notice.to, texts.notice, noticeTag(lead, notice.reasons.join('+'))) }),
    ...(request.farDraft && { draft: { method: 'user.option.set', params: { options: { [optionOfDraft(lead)]: '' } } } }),
  }
}

/** Does the lead that came back hold what the line wrote? */
function kept(line: WriteLine, lead: LeadCard, run: Run): boolean {
  const { record } = lead
  switch (line.kind) {
    case 'answer': return record.fields.answers[line.question] === line.to
    case 'result': return record.fields[line.field] === line.to || (line.field === 'nextTouch' && sameInstant(record.fields.nextTouch, line.to))
    case 'title': return record.title === literal(line.to)
    case 'stage': return record.stage === line.to
    case 'opportunity': return record.opportunity?.amount === line.to.amount && record.opportunity.currency === line.to.currency
    case 'record': return record.fields.set === line.to.set && record.fields.qualifiedBy === line.to.by && lastRun(record.fields)?.id === run.id
    case 'comment':
    case 'todo':
    case 'notice': return true
  }
}

/**
 * Writes the ticked lines in one halting batch and checks everything that came back. Fails as a whole only when the
 * portal gave no answer, so that nothing is known of any step.
 */
export async function saveLead(portal: Portal, request: SaveRequest): Promise<Result<SaveReport, PortalError>> {
  const commands = commandsOf(request)
  const planned = SAVE_STEPS.filter(step => commands[step] !== undefined)
  const sent = await portal.send(commands as Record<SaveStep, Command>, { halt: true })
  if (!sent.ok) return sent
  const steps = planned.map((step): StepOutcome => {
    const reply = sent.value[step]
    if (reply.ok) return { step, state: 'done' }
    return reply.error.kind === 'not-run' ? { step, state: 'not-run' } : { step, state: 'failed', error: reply.error }
  })
  const update = commands.update === undefined ? undefined : sent.value.update
  if (update?.ok !== true) return ok({ steps, ignored: [], lost: [], lead: undefined })
  const lead = readLead(update.value, request.map, request.todo)
  if (!lead.ok) {
    const error = unreadable('crm.item.update', lead.error.description)
    return ok({ steps: steps.map(s => s.step === 'update' ? { step: s.step, state: 'failed' as const, error } : s), ignored: [], lost: [], lead: undefined })
  }
  const ignored = request.lines.filter(line => !kept(line, lead.value, request.run))
  const lost = ignored.filter(line => isLost(line, lead.value, request.map)).map(line => line.id)
  return ok({ steps, ignored, lost, lead: lead.value })
}


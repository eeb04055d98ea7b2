/** Writing what is outstanding of an entry: one halting batch, of which everything that comes back is checked. */
import type { Entry, OpenEntry } from '../domain/journal.ts'
import { parseRun, printRun } from '../domain/run.ts'
import type { LineContent } from '../domain/write-plan.ts'
import { ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { LEAD_TYPE } from './activities.ts'
import { addCommentCommand, addTodoCommand, changeCommentCommand, moveTodoCommand, removeTodoCommand } from './activity-writes.ts'
import { standingOf } from './changes.ts'
import type { FieldMap } from './field-map.ts'
import { fieldsOfChange, fieldsOfRecord } from './field-values.ts'
import { closeCommand, keepCommand } from './journal.ts'
import { readLead } from './lead.ts'
import type { LeadCard } from './lead.ts'
import { isLost } from './lost-fields.ts'
import { noticeCommand, noticeTag } from './notices.ts'
import type { Outstanding } from './outstanding.ts'
import { unreadable } from './portal.ts'
import type { Command, Param, Portal, PortalError, Replies, Reply } from './portal.ts'

/** In the order in which they are done. */
export const STEPS = ['update', 'comment', 'todo', 'notice', 'journal', 'close'] as const
export type Step = (typeof STEPS)[number]

/** `done`: the portal confirmed it; `failed` with why; `not-run`: a step before it failed. */
export type StepOutcome =
  | { readonly step: Step; readonly state: 'done' }
  | { readonly step: Step; readonly state: 'failed'; readonly error: PortalError }
  | { readonly step: Step; readonly state: 'not-run' }

export interface WriteReport {
  /** The steps that were sent. */
  readonly steps: readonly StepOutcome[]
  /** The lead was changed after it was looked up: nothing was written. */
  readonly raced: boolean
  /** What the portal took without an error and did not keep. */
  readonly ignored: readonly LineContent[]
  /** The same where the portal has no such field any more. */
  readonly lost: readonly LineContent[]
  /** The lead as the portal has it after the update. */
  readonly lead: LeadCard | undefined
  /** The entry with the ids of what was made, as far as the portal told them. */
  readonly entry: Entry
}

export interface WriteRequest {
  readonly open: OpenEntry
  readonly steps: Outstanding
  readonly card: LeadCard
  readonly map: FieldMap
  /** Only a lead that was not changed since it was looked up is written. */
  readonly locked: boolean
  /** Steps that cannot be done and are gone on without. */
  readonly without: readonly Step[]
}

type Key = Step | 'lock'
type Commands = Partial<Record<Key, Command>>

/** A batch stops at the update when this finds nothing, because then its reference is empty. */
const LOCKED = '$result[lock][items][0][id]'

function lockCommand({ record: { id }, updated }: LeadCard): Command {
  return { method: 'crm.item.list', params: { entityTypeId: LEAD_TYPE, filter: { id, updatedTime: updated }, select: ['id'] } }
}

function makes({ comment, todo }: Outstanding): boolean {
  return comment.do === 'add' || todo.do === 'add'
}

/**
 * The fields that are written. A batch that makes something changes the lead as well, so that sent twice (as a browser does
 * when a kept connection is cut) it is stopped by its lock: a run that is there already counts its tries for that.
 */
function fieldsToWrite({ steps, card, map }: WriteRequest): Readonly<Record<string, Param>> {
  const fields: Record<string, Param> = {}
  for (const change of steps.changes) Object.assign(fields, fieldsOfChange(change, map))
  if (steps.record) Object.assign(fields, fieldsOfRecord(steps.record, map))
  if (Object.keys(fields).length > 0 || !makes(steps)) return fields
  const run = card.record.fields.run === undefined ? undefined : parseRun(card.record.fields.run)
  return run?.ok === true ? { [map.results.run]: printRun({ ...run.value, tries: (run.value.tries ?? 1) + 1 }) } : fields
}

function commentOf({ comment }: Outstanding, lead: number): Command | undefined {
  switch (comment.do) {
    case 'add': return addCommentCommand(lead, comment.text)
    case 'change': return changeCommentCommand(lead, comment.id, comment.text)
    case 'nothing': return undefined
  }
}

function todoOf({ todo }: Outstanding, lead: number): Command | undefined {
  switch (todo.do) {
    case 'add': return addTodoCommand(lead, todo.todo)
    case 'move': return moveTodoCommand(lead, todo.id, todo.todo)
    case 'remove': return removeTodoCommand(todo.id)
    case 'nothing': return undefined
  }
}

/** Ids of what was made, by what the same batch tells of it, or as they are known. */
function madeBy({ comment, todo }: Outstanding, commands: Commands): { readonly comment: Param; readonly todo: Param } {
  const known = { comment: comment.do === 'change' ? comment.id : comment.do === 'nothing' ? comment.is : undefined, todo: todo.do === 'add' ? undefined : todo.do === 'nothing' ? todo.is : todo.id }
  return {
    comment: known.comment ?? (commands.comment ? '$result[comment]' : ''),
    todo: known.todo ?? (commands.todo ? '$result[todo][id]' : ''),
  }
}

function commandsOf(request: WriteRequest): Commands {
  const { open, steps, card, locked, without } = request
  const { entry, texts } = open
  const { lead, notice } = entry
  const fields = fieldsToWrite(request)
  const update = Object.keys(fields).length > 0
  const lock = update && locked
  const comment = commentOf(steps, lead)
  const todo = todoOf(steps, lead)
  const written: Commands = {
    ...(lock && { lock: lockCommand(card) }),
    ...(update && { update: { method: 'crm.item.update', params: { entityTypeId: LEAD_TYPE, id: lock ? LOCKED : lead, useOriginalUfNames: 'Y', fields } } }),
    ...(comment && { comment }),
    ...(todo && { todo }),
    ...(steps.notice && notice && { notice: noticeCommand(notice.to, texts.notice, noticeTag(lead, notice.reasons.join('+'))) }),
  }
  const sent = leaving(written, without)
  return leaving({ ...sent, ...(steps.keep && { journal: keepCommand(steps.entry, madeBy(steps, sent)) }), close: closeCommand(open) }, without)
}

function leaving(commands: Commands, without: readonly Step[]): Commands {
  return Object.fromEntries(Object.entries(commands).filter(([key]) => without.every(step => step !== key)))
}

/** What was written and did not stay. */
function unkept({ steps, map }: WriteRequest, lead: LeadCard): Pick<WriteReport, 'ignored' | 'lost'> {
  const lines: LineContent[] = steps.changes.filter(change => standingOf(change, lead.record) !== 'made')
  const to = steps.record
  const { fields } = lead.record
  if (to?.at !== undefined && to.by !== undefined && to.set !== undefined && !(fields.set === to.set && fields.qualifiedBy === to.by && sameRun(fields.run, to.run))) {
    lines.push({ kind: 'record', from: undefined, to: { at: to.at, by: to.by, set: to.set } })
  }
  // of an undo: the record that should have gone
  const stays = to && to.run === undefined && fields.run !== undefined ? parseRun(fields.run) : undefined
  if (stays?.ok === true) lines.push({ kind: 'record', from: undefined, to: { at: stays.value.at, by: stays.value.by, set: stays.value.set } })
  return { ignored: lines.filter(line => !isLost(line, lead, map)), lost: lines.filter(line => isLost(line, lead, map)) }
}

function sameRun(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [a, b].map(text => text === undefined ? undefined : parseRun(text))
  return one?.ok === true && other?.ok === true && one.value.id === other.value.id
}

function idIn(reply: Reply | undefined): number | undefined {
  const value: unknown = reply?.ok === true ? reply.value : undefined
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'number' && id > 0 ? id : typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : undefined
}

/** The entry as it is kept, with the ids that the portal told. */
function withIds({ steps }: WriteRequest, replies: Readonly<Partial<Record<Key, Reply>>>): Entry {
  const { entry, comment: said, todo: due } = steps
  const comment = said.do === 'add' ? idIn(replies.comment) : said.do === 'change' ? said.id : said.is
  const todo = due.do === 'add' ? idIn(replies.todo) : due.do === 'nothing' ? due.is : due.id
  return {
    ...entry,
    ...(entry.comment && comment !== undefined && { comment: { id: comment } }),
    ...(entry.todo && todo !== undefined && { todo: { ...entry.todo, id: todo } }),
  }
}

/** An empty list is what PHP prints for nothing: whether it was done is not known. */
function isConfirmed(value: unknown): boolean {
  return !(Array.isArray(value) && value.length === 0)
}

function isEmptyLock(reply: Reply | undefined): boolean {
  const value: unknown = reply?.ok === true ? reply.value : undefined
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items) && value.items.length === 0
}

/** Sends the steps that are outstanding. Fails as a whole only when the portal gave no answer, so that nothing is known of any step. */
export async function writeEntry(portal: Portal, request: WriteRequest): Promise<Result<WriteReport, PortalError>> {
  const commands = commandsOf(request)
  const planned = STEPS.filter(step => commands[step] !== undefined)
  const sent = await portal.send(commands as Record<Key, Command>, { halt: true })
  if (!sent.ok) return sent
  const replies: Readonly<Partial<Replies<Key>>> = sent.value
  const raced = isEmptyLock(replies.lock)
  const steps = planned.map((step): StepOutcome => {
    const reply = replies[step]
    // a lock that fails stops the batch before anything is written
    if (reply === undefined || raced || replies.lock?.ok === false) return { step, state: 'not-run' }
    if (reply.ok) return isConfirmed(reply.value) ? { step, state: 'done' } : { step, state: 'failed', error: unreadable(commands[step]?.method ?? '', 'no confirmation') }
    return reply.error.kind === 'not-run' ? { step, state: 'not-run' } : { step, state: 'failed', error: reply.error }
  })
  const entry = withIds(request, replies)
  const nothing = { raced: raced || replies.lock?.ok === false, ignored: [], lost: [], lead: undefined, entry }
  const update = replies.update
  if (update?.ok !== true) return ok({ ...nothing, steps })
  const lead = readLead(update.value, request.map, request.card.record.todo)
  if (lead.ok) return ok({ ...nothing, steps, ...unkept(request, lead.value), lead: lead.value })
  const error = unreadable('crm.item.update', lead.error.description)
  return ok({ ...nothing, steps: steps.map(s => s.step === 'update' ? { step: s.step, state: 'failed' as const, error } : s) })
}

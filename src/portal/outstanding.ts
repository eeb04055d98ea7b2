/** What of an entry is still to be done, as far as the portal tells: an entry is gone on with by doing what is missing. */
import type { Change, Entry, OpenEntry, Remembered } from '../domain/journal.ts'
import type { Todo } from '../domain/lead.ts'
import { parseRun } from '../domain/run.ts'
import { sameInstant } from '../domain/write-plan.ts'
import type { LineContent } from '../domain/write-plan.ts'
import { marked, markOf } from './activity-writes.ts'
import { standingOf } from './changes.ts'
import type { LeadCard } from './lead.ts'
import type { Known } from './look-up.ts'

/** What a to-do needs; `is` is the id of one that needs nothing, where it is known. */
export type TodoStep =
  | { readonly do: 'add'; readonly todo: Todo }
  | { readonly do: 'move'; readonly id: number; readonly todo: Todo }
  | { readonly do: 'remove'; readonly id: number }
  | { readonly do: 'nothing'; readonly is?: number }

/** What a comment needs; `text` is the whole of it. */
export type CommentStep =
  | { readonly do: 'add'; readonly text: string }
  | { readonly do: 'change'; readonly id: number; readonly text: string }
  | { readonly do: 'nothing'; readonly is?: number }

export interface Outstanding {
  /** Something of the entry is done already. */
  readonly written: boolean
  readonly changes: readonly Change[]
  /** Who qualified the lead; nothing when that stays as it is. */
  readonly record: Remembered | undefined
  readonly comment: CommentStep
  readonly todo: TodoStep
  readonly notice: boolean
  /** The journal does not have it yet. */
  readonly keep: boolean
  /** The entry as it comes to be kept: only what it changed. */
  readonly entry: Entry
  /** Of an undo: what somebody changed since, which stays. */
  readonly left: readonly Change[]
  /** Of an undo: the to-do stays, because it is done, or because somebody changed it. */
  readonly todoLeft: 'done' | 'changed' | undefined
}

export interface Circumstances {
  /** The lead was a deal already when the entry was begun. */
  readonly converted: boolean
  /** What this try wrote and the portal did not keep. */
  readonly unkept: readonly LineContent[]
  /** The portal answered this try nothing about the notice: sent once more, it takes the place of one that was sent. */
  readonly unsent: boolean
}

/** `changed`: somebody changed what a save would write, and nothing of it is written yet; or saved again what an undo would take back. */
export type Answer = { readonly state: 'changed' } | { readonly state: 'outstanding'; readonly steps: Outstanding }

/** Nothing is left to be done but to close it. */
function over(entry: Entry): Answer {
  return { state: 'outstanding', steps: {
    written: true, changes: [], record: undefined, comment: { do: 'nothing' }, todo: { do: 'nothing' }, notice: false, keep: false, entry, left: [], todoLeft: undefined,
  } }
}

function runIn(text: string | undefined): string | undefined {
  const run = text === undefined ? undefined : parseRun(text)
  return run?.ok === true ? run.value.id : undefined
}

/** White space is the portal's matter. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function sameTodo(todo: Todo, { deadline, title, text, responsible }: Todo): boolean {
  return sameInstant(todo.deadline, deadline) && todo.title === title && squeezed(todo.text) === squeezed(text) && todo.responsible === responsible
}

/** Where a to-do is not there to be moved any more, one is made. */
function todoToWrite({ todo }: Entry, { todos }: Known): TodoStep {
  if (!todo?.after) return { do: 'nothing' }
  const open = todos.find(({ id, done }) => id === todo.id && !done)
  return open ? { do: 'move', id: open.id, todo: todo.after } : { do: 'add', todo: todo.after }
}

/** Of a to-do that is made in place of one to be moved nothing was there before: an undo removes it. */
function withTodo(entry: Entry, step: TodoStep): Entry {
  const { todo } = entry
  const isNew = step.do === 'add' || (step.do === 'nothing' && step.is !== undefined && step.is !== todo?.id)
  return todo?.before && todo.after && isNew ? { ...entry, todo: { after: todo.after } } : entry
}

/** Did somebody change or finish the to-do that a save would move, or make one of ours meanwhile? */
function todoChanged({ todo }: Entry, { record: { todo: now } }: LeadCard): boolean {
  if (todo === undefined) return false
  return now === undefined || todo.before === undefined ? now?.id !== todo.id : now.id !== todo.id || !sameTodo(now, todo.before)
}

function ofSave({ entry, texts }: OpenEntry, known: Known, { converted, unkept, unsent }: Circumstances): Answer {
  const { card, todos, comments, kept } = known
  const mark = markOf(entry.id, 'comment')
  const comment = comments.find(({ text }) => text.includes(mark))
  const todo = todos.find(({ run }) => run === entry.id)
  const last = runIn(card.record.fields.run)
  const remembered = last === entry.id
  const written = kept || remembered || comment !== undefined || todo !== undefined
  const standings = entry.changes.map(change => ({ change, standing: standingOf(change, card.record) }))
  const due = standings.flatMap(({ change, standing }) => standing === 'due' ? [change] : [])
  const foreign = standings.some(({ standing }) => standing === 'foreign') || (card.converted && !converted)
  if (!written && (foreign || todoChanged(entry, card))) return { state: 'changed' }
  // of a run that somebody's later one took the place of only the record of it is missing
  const overtaken = written && !remembered && last !== undefined && last !== runIn(entry.record.from.run)
  const todoStep: TodoStep = todo ? { do: 'nothing', is: todo.id } : overtaken ? { do: 'nothing' } : todoToWrite(entry, known)
  return { state: 'outstanding', steps: {
    written,
    // what was written and is as before was put back by somebody, unless this very try saw that the portal did not keep it
    changes: overtaken ? [] : remembered ? due.filter(change => unkept.includes(change)) : due,
    record: remembered || overtaken ? undefined : entry.record.to,
    comment: comment ? { do: 'nothing', is: comment.id } : entry.comment ? { do: 'add', text: marked(texts.comment, mark) } : { do: 'nothing' },
    todo: todoStep,
    notice: entry.notice !== undefined && (!kept || unsent) && !overtaken,
    keep: !kept,
    entry: withTodo(written ? entry : { ...entry, changes: due }, todoStep),
    left: [],
    todoLeft: undefined,
  } }
}

/** The note about an undo goes to the end of the comment that the undone entry made, once. */
function noted({ entry, texts }: OpenEntry, { comments }: Known): CommentStep {
  const { comment } = entry
  const found = comment && comments.find(({ id }) => id === comment.id)
  if (!found) return { do: 'nothing' }
  const mark = markOf(entry.id, 'undo')
  return found.text.includes(mark)
    ? { do: 'nothing', is: found.id }
    : { do: 'change', id: found.id, text: marked(`${found.text.trimEnd()}\n\n${texts.comment}`, mark) }
}

function todoBack({ todo }: Entry, { todos }: Known): { readonly step: TodoStep; readonly left?: 'done' | 'changed' } {
  if (!todo) return { step: { do: 'nothing' } }
  const { id, before, after } = todo
  const found = todos.find(one => one.id === id)
  if (!before) {
    const again = after && todos.find(one => !one.done && one.text.trimEnd() === after.text.trimEnd() && sameTodo(one, after))
    return { step: !after ? { do: 'nothing' } : again ? { do: 'nothing', is: again.id } : { do: 'add', todo: after } }
  }
  if (!found) return { step: { do: 'nothing' } }
  if (after && sameTodo(found, after)) return { step: { do: 'nothing', is: found.id } }
  if (found.done) return { step: { do: 'nothing', is: found.id }, left: 'done' }
  if (!sameTodo(found, before)) return { step: { do: 'nothing', is: found.id }, left: 'changed' }
  return { step: after ? { do: 'move', id: found.id, todo: after } : { do: 'remove', id: found.id } }
}

function ofUndo(open: OpenEntry, known: Known, { unkept }: Circumstances): Answer {
  const { entry } = open
  // another tab, or another person, took the same entry back: there is nothing left of it
  if (known.undone && !known.kept) return over(entry)
  const { record } = known.card
  const standings = entry.changes.map(change => ({ change, standing: standingOf(change, record) }))
  const which = (wanted: string) => standings.flatMap(({ change, standing }) => standing === wanted ? [change] : [])
  const now = record.fields.run ?? ''
  const [last, from, to] = [now, entry.record.from.run, entry.record.to.run].map(runIn)
  const superseded = last !== from && last !== to
  // pieces of a later save would be taken out
  if (superseded) return known.kept ? over(entry) : { state: 'changed' }
  const began = last === to && last !== from
  const mayRecord = last === from && now !== entry.record.to.run
  const { step, left: todoLeft } = todoBack(entry, known)
  const left = which('foreign')
  return { state: 'outstanding', steps: {
    written: known.kept || which('made').length > 0,
    changes: began ? which('due').filter(change => unkept.includes(change)) : which('due'),
    record: mayRecord ? entry.record.to : undefined,
    comment: noted(open, known),
    todo: step,
    notice: false,
    keep: !known.kept,
    entry: { ...entry, changes: entry.changes.filter(change => !left.includes(change)) },
    left,
    todoLeft,
  } }
}

/** What is to be done of an entry on the lead as it was looked up. */
export function outstandingOf(open: OpenEntry, known: Known, circumstances: Circumstances): Answer {
  if (known.takenBack) return over(open.entry)
  return open.entry.undoes === undefined ? ofSave(open, known, circumstances) : ofUndo(open, known, circumstances)
}

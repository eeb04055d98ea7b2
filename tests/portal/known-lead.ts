/** A lead as it is looked up, and the same after steps of an entry were done to it, without a portal in between. */
import type { Answers } from '../../src/domain/answers.ts'
import { printInstant } from '../../src/domain/iso-time.ts'
import { entryOf, undoOf } from '../../src/domain/journal.ts'
import type { Change, Entry, OpenEntry } from '../../src/domain/journal.ts'
import type { LeadRecord } from '../../src/domain/lead.ts'
import { setReference } from '../../src/domain/question-set.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import type { Run } from '../../src/domain/run.ts'
import { readOurTodos, soonestOpen } from '../../src/portal/activities.ts'
import type { OurTodo } from '../../src/portal/activities.ts'
import { marked, markOf } from '../../src/portal/activity-writes.ts'
import type { LeadCard } from '../../src/portal/lead.ts'
import { literal, literalJson } from '../../src/portal/literal.ts'
import type { Known } from '../../src/portal/look-up.ts'
import { outstandingOf } from '../../src/portal/outstanding.ts'
import type { Outstanding } from '../../src/portal/outstanding.ts'
import type { Step } from '../../src/portal/write-entry.ts'
import { calendarOf, NOW } from '../domain/answering.ts'
import { withChanges } from '../domain/journal-entries.ts'
import { planFor } from '../domain/saving.ts'

const RESPONSIBLE = 4

function cardOf(record: LeadRecord): LeadCard {
  return { record, client: '', contacts: [], source: '', repeatClient: false, responsible: RESPONSIBLE, contact: 0, company: 0, fromForm: false,
  converted: false, updated: '2026-11-23T10:00:00+03:00', absent: [] }
}

/** A lead with which nothing was done yet, or with what is given. */
export function knownOf(record: LeadRecord, rest: Partial<Known> = {}): Known {
  return { card: cardOf(record), inForce: undefined, todos: [], comments: [], kept: false, undone: false, takenBack: false, ...rest }
}

/** The same with another record. */
export function withRecord(known: Known, change: (record: LeadRecord) => LeadRecord): Known {
  return { ...known, card: { ...known.card, record: change(known.card.record) } }
}

/** The entry of a save as the screen begins it; nothing when nothing is to be written. */
export function openSave(known: Known, set: QuestionSet, answers: Answers, id: string, now = NOW): OpenEntry | undefined {
  const { record } = known.card
  const lines = planFor(set, record, answers, { now }).lines.filter(({ ticked }) => ticked)
  if (lines.every(({ kind }) => kind === 'record')) return undefined
  const run: Run = { id, set: setReference(set), at: printInstant(now, calendarOf(set).zone), by: 1, seconds: 9, answers, notes: {} }
  const line = lines.find(({ kind }) => kind === 'todo')
  const after = line?.kind === 'todo' ? { deadline: line.to.at, title: 'Call', text: marked('what to say', markOf(id, '1')), responsible: RESPONSIBLE } : undefined
  const { id: todo, ...before } = record.todo ?? { id: 0, deadline: '', title: '', text: '', responsible: 0 }
  return {
    entry: entryOf(run, record, lines, after && (record.todo ? { id: todo, before, after } : { after })),
    leadTitle: record.title, texts: { comment: `What ${id} found out`, notice: 'A hot one' }, farDraft: false,
  }
}

/** The entry that takes another one back. */
export function openUndo(entry: Entry, id: string): OpenEntry {
  return { entry: undoOf(entry, { id, at: '2026-11-24T10:00:00+03:00', by: 2 }), leadTitle: '', texts: { comment: `Taken back by ${id}`, notice: '' }, farDraft: false }
}

/** What is outstanding; throws when a save may not be done. */
export function stepsOf(open: OpenEntry, known: Known): Outstanding {
  const answer = outstandingOf(open, known, { converted: known.card.converted, unkept: [], unsent: false })
  if (answer.state === 'changed') throw new Error('somebody changed the lead')
  return answer.steps
}

/** A change as the portal takes it. */
function sent(change: Change): Change {
  return change.kind === 'title' ? { ...change, to: literal(change.to) } : change
}

function withTodo(todos: readonly OurTodo[], step: Outstanding['todo']): readonly OurTodo[] {
  switch (step.do) {
    case 'add': return [...todos, ...asRead(1 + Math.max(8, ...todos.map(({ id }) => id)), step)]
    case 'move': return [...todos.filter(({ id }) => id !== step.id), ...asRead(step.id, step)]
    case 'remove': return todos.filter(({ id }) => id !== step.id)
    case 'nothing': return todos
  }
}

function asRead(id: number, { todo }: Extract<Outstanding['todo'], { do: 'add' | 'move' }>): readonly OurTodo[] {
  return readOurTodos([{ ID: String(id), DEADLINE: todo.deadline, DESCRIPTION: todo.text, SUBJECT: todo.title, RESPONSIBLE_ID: String(todo.responsible), COMPLETED: 'N' }])
}

function withComment(comments: Known['comments'], step: Outstanding['comment']): Known['comments'] {
  switch (step.do) {
    case 'add': return [...comments, { id: 31 + comments.length, text: literal(step.text) }]
    case 'change': return comments.map(one => one.id === step.id ? { ...one, text: literal(step.text) } : one)
    case 'nothing': return comments
  }
}

/** The lead after these of the steps were done. */
export function afterSteps(known: Known, steps: Outstanding, which: readonly Step[]): Known {
  const has = (step: Step): boolean => which.includes(step)
  const todos = has('todo') ? withTodo(known.todos, steps.todo) : known.todos
  const { run, ...record } = steps.record ?? {}
  const { todo: _, ...written } = has('update')
    ? withChanges(known.card.record, steps.changes.map(sent), steps.record && { ...record, ...(run !== undefined && { run: literalJson(run) }) })
    : known.card.record
  const open = soonestOpen(todos)
  return {
    ...known,
    card: { ...known.card, record: { ...written, ...(open && { todo: open }) } },
    todos,
    comments: has('comment') ? withComment(known.comments, steps.comment) : known.comments,
    kept: known.kept || has('journal'),
  }
}

/** The lead after the whole entry, and the entry as the journal has it then, with the ids of what was made. */
export function performed(known: Known, open: OpenEntry): { readonly known: Known; readonly entry: Entry } {
  const steps = stepsOf(open, known)
  const after = afterSteps(known, steps, ['update', 'comment', 'todo', 'journal'])
  const again = stepsOf(open, after)
  const { entry } = steps
  return { known: { ...after, kept: false }, entry: {
    ...entry,
    ...(entry.comment && again.comment.do === 'nothing' && again.comment.is !== undefined && { comment: { id: again.comment.is } }),
    ...(entry.todo && again.todo.do === 'nothing' && again.todo.is !== undefined && { todo: { ...entry.todo, id: again.todo.is } }),
  } }
}

/** What a portal has by now of an entry of the journal: read right before it is written, and before it is gone on with. */
import type { OpenEntry } from '../domain/journal.ts'
import type { SetReference } from '../domain/question-set.ts'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { LEAD_TYPE, readOurTodos, soonestOpen, TODO_FIELDS, todosCommand } from './activities.ts'
import type { OurTodo } from './activities.ts'
import { commentCommand, latestCommentsCommand, readComments } from './comments.ts'
import type { Comment } from './comments.ts'
import { entriesCommand } from './entries-command.ts'
import type { FieldMap } from './field-map.ts'
import { openCommand, readEntries } from './journal.ts'
import type { KeptEntry } from './journal.ts'
import { readLead } from './lead.ts'
import type { LeadCard } from './lead.ts'
import { leadCommand } from './open-lead.ts'
import { OPTION_SETTINGS, readSettings } from './options.ts'
import type { Command, Portal, PortalError, Reply } from './portal.ts'

export interface Known {
  readonly card: LeadCard
  /** The sets in force by now; nothing where the portal did not tell. */
  readonly inForce: readonly SetReference[] | undefined
  /** To-dos of ours: the open ones, and those that were made last. */
  readonly todos: readonly OurTodo[]
  /** The comments that were made last, and the one that the entry names. */
  readonly comments: readonly Comment[]
  /** The journal has the entry already. */
  readonly kept: boolean
  /** The journal has an entry that takes this one back, and stands: it was done, and is not to be done again. */
  readonly takenBack: boolean
  /** Of an undo: the journal has another one of the same entry, which stands. */
  readonly undone: boolean
}

/** Is the entry with this id taken back, by one that was not taken back itself? `but` is not counted. Newest first: only a newer one takes back. */
function isUndone(id: string, entries: readonly KeptEntry[], but?: string): boolean {
  return entries.some(({ id: other, content }, at) => other !== but && content.ok && content.value.undoes === id && !isUndone(other, entries.slice(0, at)))
}

/** The to-dos of a lead that were made last, done or not: a page of fifty. */
function latestTodosCommand(lead: number): Command {
  return {
    method: 'crm.activity.list',
    params: { filter: { OWNER_TYPE_ID: LEAD_TYPE, OWNER_ID: lead, PROVIDER_ID: 'CRM_TODO' }, order: { ID: 'DESC' }, select: TODO_FIELDS },
  }
}

/** Reads the lead and what was made of the entry, and writes down that it is open. Without any of it nothing is known, and the error says why. */
export async function lookUp(portal: Portal, map: FieldMap, open: OpenEntry): Promise<Result<Known, PortalError>> {
  const { lead, id, comment, undoes } = open.entry
  const opened = openCommand(open)
  const named = comment?.id
  const commands: Readonly<Record<string, Command>> = {
    lead: leadCommand(lead),
    todos: todosCommand(lead),
    latest: latestTodosCommand(lead),
    comments: latestCommentsCommand(lead),
    ...(named !== undefined && { named: commentCommand(named) }),
    entries: entriesCommand(lead),
    settings: { method: 'app.option.get', params: { option: OPTION_SETTINGS } },
    ...(opened && { opened }),
  }
  const sent = await portal.send(commands, { halt: false, waitFor: ['lead', 'todos', 'latest', 'comments', 'opened'] })
  if (!sent.ok) return sent
  const { lead: item, todos, latest, comments, named: one, entries, settings, opened: written } = sent.value as Readonly<Record<string, Reply | undefined>>
  for (const needed of [item, todos, latest, comments, written]) if (needed?.ok === false) return needed
  if (!item?.ok || !todos?.ok || !latest?.ok || !comments?.ok) return failed({ kind: 'no-result', method: 'batch', code: '', description: '' })
  const newest = readOurTodos(latest.value)
  const ours = [...readOurTodos(todos.value).filter(({ id: known }) => newest.every(todo => todo.id !== known)), ...newest]
  const card = readLead(item.value, map, soonestOpen(ours))
  if (!card.ok) return card
  const known = settings?.ok && typeof settings.value === 'string' ? readSettings(settings.value) : undefined
  const told = entries?.ok === true ? readEntries(entries.value, lead) ?? [] : []
  return ok({
    card: card.value,
    inForce: known?.ok === true ? known.value.inForce : undefined,
    todos: ours,
    comments: [...readComments(comments.value), ...one?.ok ? readComments(one.value) : []],
    kept: told.some(entry => entry.id === id),
    takenBack: isUndone(id, told),
    undone: undoes !== undefined && isUndone(undoes, told, id),
  })
}

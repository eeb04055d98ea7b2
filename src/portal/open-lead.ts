/** Everything the lead tab shows, in one request. */
import * as v from 'valibot'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { LEAD_TYPE, readOurTodos, soonestOpen, todosCommand } from './activities.ts'
import { entriesCommand } from './entries-command.ts'
import type { FieldMap } from './field-map.ts'
import { readLead } from './lead.ts'
import type { LeadCard } from './lead.ts'
import { readMe, readPerson } from './people.ts'
import type { Me, Person } from './people.ts'
import { unreadable } from './portal.ts'
import type { Command, Portal, PortalError, Reply } from './portal.ts'
import type { Hierarchy } from './supervisor.ts'

/** May the user change this lead? `unknown` where the portal did not tell: then the save will. */
export type MayChange = 'yes' | 'no' | 'unknown'

export interface OpenedLead {
  readonly card: LeadCard
  readonly me: Me
  readonly responsible: Person | undefined
  /** The lead's responsible and the departments above: in it is the head who gets the notices (`supervisor.ts`). */
  readonly hierarchy: Hierarchy
  /** Who qualified the lead last. */
  readonly qualifier: Person | undefined
  readonly mayChange: MayChange
  /** Names of stages and sources by their code. */
  readonly stages: Readonly<Record<string, string>>
  readonly sources: Readonly<Record<string, string>>
  /** The portal works without leads: a new one becomes a deal at once. */
  readonly withoutLeads: boolean
  /** The lead's entries in the journal, as the portal gave them (`journal.ts`). */
  readonly entries: Reply
  /** Parts that the portal did not give (a missing scope, say); the screen shows the rest. */
  readonly missing: readonly PortalError[]
}

/** A trigger code that nobody sets up: asking for it fires nothing and only checks the right to change the lead. */
export const NO_TRIGGER = 'TRIPLE_A_MAY_CHANGE'

export function leadCommand(lead: number): Command {
  return { method: 'crm.item.get', params: { entityTypeId: LEAD_TYPE, id: lead, useOriginalUfNames: 'Y' } }
}

function statusCommand(entity: string): Command {
  return { method: 'crm.status.list', params: { filter: { ENTITY_ID: entity }, order: { SORT: 'ASC' } } }
}

function departmentCommand(reference: string): Command {
  return { method: 'department.get', params: { ID: reference } }
}

function userCommand(...ids: string[]): Command {
  return { method: 'user.get', params: { FILTER: { ID: ids } } }
}

/** All that is asked of a lead when it is opened. `qualifiedBy`: the field of who qualified it. */
export function openingCommands(lead: number, qualifiedBy: string) {
  return {
    me: { method: 'profile', params: {} },
    lead: leadCommand(lead),
    mayChange: { method: 'crm.automation.trigger', params: { target: `LEAD_${lead}`, code: NO_TRIGGER } },
    todos: todosCommand(lead),
    mode: { method: 'crm.settings.mode.get', params: {} },
    entries: entriesCommand(lead),
    stages: statusCommand('STATUS'),
    sources: statusCommand('SOURCE'),
    people: userCommand('$result[lead][item][assignedById]', `$result[lead][item][${qualifiedBy}]`),
    responsible: userCommand('$result[lead][item][assignedById]'),
    department: departmentCommand('$result[responsible][0][UF_DEPARTMENT][0]'),
    above: departmentCommand('$result[department][0][PARENT]'),
    top: departmentCommand('$result[above][0][PARENT]'),
    heads: userCommand('$result[department][0][UF_HEAD]', '$result[above][0][UF_HEAD]', '$result[top][0][UF_HEAD]'),
  } satisfies Record<string, Command>
}

const Statuses = v.array(v.object({ STATUS_ID: v.string(), NAME: v.string() }))

function readStatuses(reply: Result<unknown, PortalError>): Readonly<Record<string, string>> {
  const rows = reply.ok ? v.safeParse(Statuses, reply.value) : undefined
  return rows?.success === true ? Object.fromEntries(rows.output.map(row => [row.STATUS_ID, row.NAME])) : {}
}

function readMayChange(reply: Result<unknown, PortalError>): MayChange {
  if (reply.ok) return 'yes'
  return reply.error.kind === 'not-allowed' ? 'no' : 'unknown'
}

/**
 * Opens a lead. Without the lead itself or the signed-in user there is nothing to show and the error says why; any other
 * part that is missing is listed.
 */
export async function openLead(portal: Portal, lead: number, map: FieldMap): Promise<Result<OpenedLead, PortalError>> {
  const sent = await portal.send(openingCommands(lead, map.results.qualifiedBy), { halt: false, waitFor: ['lead', 'me'] })
  if (!sent.ok) return sent
  const replies = sent.value
  if (!replies.lead.ok) return failed(replies.lead.error)
  if (!replies.me.ok) return failed(replies.me.error)
  const me = readMe(replies.me.value)
  if (me === undefined) return failed(unreadable('profile', 'no user'))
  const card = readLead(replies.lead.value, map, replies.todos.ok ? soonestOpen(readOurTodos(replies.todos.value)) : undefined)
  if (!card.ok) return card
  const needed = [replies.todos, replies.stages, replies.sources, replies.responsible, replies.department]
  return ok({
    card: card.value,
    me,
    responsible: readPerson(replies.responsible, card.value.responsible),
    hierarchy: { of: card.value.responsible, person: replies.responsible, departments: [replies.department, replies.above, replies.top], heads: replies.heads },
    qualifier: readPerson(replies.people, card.value.record.fields.qualifiedBy),
    mayChange: readMayChange(replies.mayChange),
    stages: readStatuses(replies.stages),
    sources: readStatuses(replies.sources),
    // 1 with leads, 2 without (crm-settings-mode-get.md)
    entries: replies.entries,
    withoutLeads: replies.mode.ok && Number(replies.mode.value) === 2,
    missing: needed.flatMap(reply => reply.ok ? [] : [reply.error]),
  })
}

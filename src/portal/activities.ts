/** To-dos and comments of a lead, and the mark by which ours are found again. */
import * as v from 'valibot'
import type { OpenTodo } from '../domain/lead.ts'
import { literal } from './literal.ts'
import type { Command } from './portal.ts'

/** `OWNER_TYPE_ID` of leads (`api-reference/crm/data-types.md`). */
export const LEAD_TYPE = 1

const REMINDERS = [0, 15]

/** The last line of a to-do or comment of ours: the run that made it, and the number of the step or touch. */
export function markOf(run: string, step: string): string {
  return `Triple A · ${run}/${step}`
}

const MARK = /Triple A · ([a-z0-9]{6,32})\/([a-z0-9-]+)\s*$/

export interface TodoText {
  readonly title: string
  readonly description: string
}

/** Makes the to-do, or moves the one that is open. `deadline` is ISO with offset. */
export function todoCommand(lead: number, open: OpenTodo | undefined, deadline: string, text: TodoText, mark: string): Command {
  const params = {
    ownerTypeId: LEAD_TYPE,
    ownerId: lead,
    deadline,
    title: literal(text.title),
    description: literal(`${text.description}\n\n${mark}`),
    pingOffsets: REMINDERS,
  }
  return open === undefined
    ? { method: 'crm.activity.todo.add', params }
    : { method: 'crm.activity.todo.update', params: { id: open.id, ...params } }
}

/** Adds a comment to the lead's timeline; `text` may hold BB codes of ours, foreign words must be neutralised before. */
export function commentCommand(lead: number, text: string, mark: string): Command {
  return { method: 'crm.timeline.comment.add', params: { fields: { ENTITY_ID: lead, ENTITY_TYPE: 'lead', COMMENT: literal(`${text}\n\n${mark}`) } } }
}

/** The open to-dos of a lead, soonest first. */
export function todosCommand(lead: number): Command {
  return {
    method: 'crm.activity.list',
    params: {
      filter: { OWNER_TYPE_ID: LEAD_TYPE, OWNER_ID: lead, COMPLETED: 'N', PROVIDER_ID: 'CRM_TODO' },
      order: { DEADLINE: 'ASC' },
      select: ['ID', 'DEADLINE', 'DESCRIPTION'],
    },
  }
}

const Activities = v.array(v.object({
  ID: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
  DEADLINE: v.nullish(v.string(), ''),
  DESCRIPTION: v.nullish(v.string(), ''),
}))

/** The open to-do that Triple A made, the soonest if there are several. */
export function readOpenTodo(value: unknown): OpenTodo | undefined {
  const activities = v.safeParse(Activities, value)
  const ours = activities.success ? activities.output.find(activity => MARK.test(activity.DESCRIPTION)) : undefined
  return ours && { id: ours.ID, deadline: ours.DEADLINE }
}

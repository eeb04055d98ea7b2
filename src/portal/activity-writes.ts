/** Writing to-dos and comments, each with the mark by which it is found again. */
import type { OpenTodo } from '../domain/lead.ts'
import { LEAD_TYPE } from './activities.ts'
import { literal } from './literal.ts'
import type { Command } from './portal.ts'

const REMINDERS = [0, 15]

/** The last line of a to-do or comment of ours: the run that made it, and the number of the step or touch. */
export function markOf(run: string, step: string): string {
  return `Triple A · ${run}/${step}`
}

export interface TodoText {
  readonly title: string
  readonly description: string
}

export interface TodoRequest {
  readonly lead: number
  /** The to-do that is moved; without one a new one is made. */
  readonly open: OpenTodo | undefined
  /** ISO with offset. */
  readonly deadline: string
  /** Portal user id; the lead's responsible does the next step, whoever qualified. */
  readonly responsible: number
  readonly text: TodoText
  readonly mark: string
}

/** Makes the to-do, or moves the one that is open. */
export function todoCommand({ lead, open, deadline, responsible, text, mark }: TodoRequest): Command {
  const params = {
    ownerTypeId: LEAD_TYPE,
    ownerId: lead,
    deadline,
    responsibleId: responsible,
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

/** Writing to-dos and comments, each with the mark by which it is found again. */
import { SIGNATURE } from '../domain/bb-text.ts'
import type { Todo } from '../domain/lead.ts'
import { LEAD_TYPE } from './activities.ts'
import { literal } from './literal.ts'
import type { Command, Param } from './portal.ts'

const REMINDERS = [0, 15]

/** The last line of a to-do or comment of ours: the run that made it, and the number of the step or touch. */
export function markOf(run: string, step: string): string {
  return `${SIGNATURE}${run}/${step}`
}

/** A text with its mark. */
export function marked(text: string, mark: string): string {
  return `${text}\n\n${mark}`
}

function paramsOf(lead: number, { deadline, title, text, responsible }: Todo): Readonly<Record<string, Param>> {
  return { ownerTypeId: LEAD_TYPE, ownerId: lead, deadline, responsibleId: responsible, title: literal(title), description: literal(text), pingOffsets: REMINDERS }
}

/** Makes a to-do. */
export function addTodoCommand(lead: number, todo: Todo): Command {
  return { method: 'crm.activity.todo.add', params: paramsOf(lead, todo) }
}

/** Moves an open to-do, and gives it these words. */
export function moveTodoCommand(lead: number, id: number, todo: Todo): Command {
  return { method: 'crm.activity.todo.update', params: { id, ...paramsOf(lead, todo) } }
}

/** Removes a to-do (`api-reference/crm/timeline/activities/activity-base/crm-activity-delete.md`). */
export function removeTodoCommand(id: number): Command {
  return { method: 'crm.activity.delete', params: { id } }
}

/** Adds a comment to the lead's timeline; `text` may hold BB codes of ours, foreign words must be neutralised before. */
export function addCommentCommand(lead: number, text: string): Command {
  return { method: 'crm.timeline.comment.add', params: { fields: { ENTITY_ID: lead, ENTITY_TYPE: 'lead', COMMENT: literal(text) } } }
}

/** Gives a comment of ours another text. */
export function changeCommentCommand(lead: number, id: number, text: string): Command {
  return { method: 'crm.timeline.comment.update', params: { id, ownerTypeId: LEAD_TYPE, ownerId: lead, fields: { COMMENT: literal(text) } } }
}

/** The comments in a lead's timeline, and which of them are ours. */
import * as v from 'valibot'
import type { Command } from './portal.ts'

/** The comments that were made last: a page of fifty (`api-reference/crm/timeline/comments/crm-timeline-comment-list.md`). */
export function latestCommentsCommand(lead: number): Command {
  return {
    method: 'crm.timeline.comment.list',
    params: { filter: { ENTITY_ID: lead, ENTITY_TYPE: 'lead' }, order: { ID: 'DESC' }, select: ['ID', 'COMMENT'] },
  }
}

/** One comment by its id. */
export function commentCommand(id: number): Command {
  return { method: 'crm.timeline.comment.get', params: { id } }
}

const Comment = v.object({ ID: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)), COMMENT: v.nullish(v.string(), '') })

export interface Comment {
  readonly id: number
  readonly text: string
}

/** Comments as `list` gives them, or the one of `get`; none where the answer is something else. */
export function readComments(value: unknown): readonly Comment[] {
  const comments = v.safeParse(v.array(Comment), Array.isArray(value) ? value : [value])
  return comments.success ? comments.output.map(({ ID: id, COMMENT: text }) => ({ id, text })) : []
}

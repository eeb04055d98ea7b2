/** The open to-dos of a lead, and which of them is ours. */
import * as v from 'valibot'
import type { OpenTodo } from '../domain/lead.ts'
import type { Command } from './portal.ts'

/** `OWNER_TYPE_ID` of leads (`api-reference/crm/data-types.md`). */
export const LEAD_TYPE = 1

/** The mark at the end of what Triple A wrote, see `activity-writes.ts`. */
const MARK = /Triple A · ([a-z0-9]{6,32})\/([a-z0-9-]+)\s*$/

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

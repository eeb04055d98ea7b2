/** The to-dos of a lead, and which of them are ours. */
import * as v from 'valibot'
import type { OpenTodo } from '../domain/lead.ts'
import type { Command } from './portal.ts'

/** `OWNER_TYPE_ID` of leads (`api-reference/crm/data-types.md`). */
export const LEAD_TYPE = 1

/** The mark at the end of what Triple A wrote, to which somebody may have added; see `activity-writes.ts`. */
const MARK = /Triple A · ([a-z0-9]{6,32})\/([a-z0-9-]+)/

/** What is read of a to-do. */
export const TODO_FIELDS = ['ID', 'DEADLINE', 'DESCRIPTION', 'SUBJECT', 'RESPONSIBLE_ID', 'COMPLETED']

/** The open to-dos of a lead, soonest first. */
export function todosCommand(lead: number): Command {
  return {
    method: 'crm.activity.list',
    params: {
      filter: { OWNER_TYPE_ID: LEAD_TYPE, OWNER_ID: lead, COMPLETED: 'N', PROVIDER_ID: 'CRM_TODO' },
      order: { DEADLINE: 'ASC' },
      select: TODO_FIELDS,
    },
  }
}

const Whole = v.pipe(v.union([v.string(), v.number()]), v.transform(Number))
const Words = v.nullish(v.string(), '')
const Activities = v.array(v.object({
  ID: Whole, DEADLINE: Words, DESCRIPTION: Words, SUBJECT: Words, RESPONSIBLE_ID: v.optional(Whole, 0), COMPLETED: v.nullish(v.string(), 'N'),
}))

/** A to-do of ours as the portal has it. `run`: the id in its mark. */
export interface OurTodo extends OpenTodo {
  readonly run: string
  readonly done: boolean
}

/** The to-dos that Triple A made, in the order in which the portal gave them. */
export function readOurTodos(value: unknown): readonly OurTodo[] {
  const activities = v.safeParse(Activities, value)
  if (!activities.success) return []
  return activities.output.flatMap(({ ID, DEADLINE, DESCRIPTION, SUBJECT, RESPONSIBLE_ID, COMPLETED }) => {
    const run = MARK.exec(DESCRIPTION)?.[1]
    return run === undefined ? [] : [{ id: ID, deadline: DEADLINE, title: SUBJECT, text: DESCRIPTION, responsible: RESPONSIBLE_ID, run, done: COMPLETED === 'Y' }]
  })
}

/** The open to-do that Triple A made, the soonest if there are several. */
export function soonestOpen(todos: readonly OurTodo[]): OpenTodo | undefined {
  const [first] = todos.filter(({ done }) => !done).sort((a, b) => a.deadline < b.deadline ? -1 : 1)
  if (!first) return undefined
  const { run: _run, done: _done, ...todo } = first
  return todo
}

/** What the app relies on of to-dos and notices. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { LEAD_TYPE, readOurTodos, soonestOpen, TODO_FIELDS, todosCommand } from '../../../../src/portal/activities.ts'
import { addTodoCommand, marked, markOf, moveTodoCommand, removeTodoCommand } from '../../../../src/portal/activity-writes.ts'
import { noticeCommand, noticeTag } from '../../../../src/portal/notices.ts'
import { refusalOf, resultOf, shaped, valueOf, Whole } from '../asking.ts'
import { type Given, type Statement } from '../statement.ts'

const TODO = 'api-reference/crm/timeline/activities/todo/'
const BASE = 'api-reference/crm/timeline/activities/activity-base/'

const Todos = v.array(v.object({ ID: Whole, DEADLINE: v.nullable(v.string()), DESCRIPTION: v.nullable(v.string()) }))
const Made = v.object({ id: v.number() })
const MARK = markOf('contract01', '1')

/** An instant so many days from now, in UTC. */
function inDays(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}+00:00`
}

async function make(given: Given): Promise<number> {
  return shaped(Made, await valueOf(given, addTodoCommand(given.lead(), {
    deadline: inDays(1), responsible: given.me.id, title: 'Contract', text: marked('Первая строка\nвторая', MARK),
  }))).id
}

/** Makes a to-do that is removed after the check. */
async function todo(given: Given): Promise<number> {
  const id = await make(given)
  given.undo(() => resultOf(given.rest, 'crm.activity.delete', { id }))
  return id
}

export const activities: readonly Statement[] = [
  {
    claim: 'the open to-dos of a lead come soonest first, with deadline and description, or as an empty list',
    page: `${BASE}crm-activity-list.md`,
    methods: ['crm.activity.list'],
    check: async (given) => {
      const rows = shaped(Todos, await valueOf(given, todosCommand(given.lead())))
      const times = rows.map(row => Date.parse(row.DEADLINE ?? ''))
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    },
  },
  {
    claim: 'a to-do is found among the open ones by the mark at the end of its description, and moved by an update',
    page: `${TODO}crm-activity-todo-update.md`,
    methods: ['crm.activity.todo.add', 'crm.activity.todo.update', 'crm.activity.list'],
    needs: ['lead'],
    check: async (given) => {
      const id = await todo(given)
      const list = async (): Promise<readonly v.InferOutput<typeof Todos>[number][]> => shaped(Todos, await valueOf(given, todosCommand(given.lead()))).filter(row => Number(row.ID) === id)
      const rows = await list()
      expect(rows.map(row => row.DESCRIPTION)).toEqual([`Первая строка\nвторая\n\n${MARK}`])
      const open = soonestOpen(readOurTodos(rows))
      if (open?.id !== id) throw new Error('the app does not find its own to-do by the mark')
      const deadline = inDays(2)
      const move = moveTodoCommand(given.lead(), open.id, { deadline, responsible: given.me.id, title: 'Contract', text: marked('Moved', MARK) })
      expect(await valueOf(given, move)).toEqual({ id })
      expect((await list()).map(row => Date.parse(row.DEADLINE ?? ''))).toEqual([Date.parse(deadline)])
    },
  },
  {
    claim: 'a to-do that is completed is not among them and cannot be changed',
    page: `${TODO}crm-activity-todo-update.md`,
    methods: ['crm.activity.todo.update'],
    needs: ['lead'],
    check: async (given) => {
      const id = await todo(given)
      await resultOf(given.rest, 'crm.activity.update', { id, fields: { COMPLETED: 'Y' } })
      expect(shaped(Todos, await valueOf(given, todosCommand(given.lead()))).map(row => Number(row.ID))).not.toContain(id)
      expect(await refusalOf(given.rest, 'crm.activity.todo.update', { id, ownerTypeId: 1, ownerId: given.lead(), deadline: inDays(3) }))
        .toEqual({ http: 400, code: 'CAN_NOT_UPDATE_COMPLETED_TODO' })
    },
  },
  {
    claim: 'a to-do needs a deadline that is one',
    page: `${TODO}crm-activity-todo-add.md`,
    methods: ['crm.activity.todo.add'],
    needs: ['lead'],
    check: async ({ rest, lead }) => {
      expect(await refusalOf(rest, 'crm.activity.todo.add', { ownerTypeId: 1, ownerId: lead(), deadline: 'next week' })).toEqual({ http: 400, code: 'WRONG_DATETIME_FORMAT' })
    },
  },
  {
    claim: 'the to-dos that were made last come first, also those that are completed, which say so',
    page: `${BASE}crm-activity-list.md`,
    methods: ['crm.activity.list'],
    needs: ['lead'],
    check: async (given) => {
      const [earlier, later] = [await todo(given), await todo(given)]
      await resultOf(given.rest, 'crm.activity.update', { id: later, fields: { COMPLETED: 'Y' } })
      const latest = await resultOf(given.rest, 'crm.activity.list', {
        filter: { OWNER_TYPE_ID: LEAD_TYPE, OWNER_ID: given.lead(), PROVIDER_ID: 'CRM_TODO' }, order: { ID: 'DESC' }, select: TODO_FIELDS,
      })
      expect(readOurTodos(latest).slice(0, 2)).toMatchObject([{ id: later, done: true, run: 'contract01' }, { id: earlier, done: false }])
    },
  },
  {
    claim: 'a to-do that is removed is there no more, and cannot be removed again',
    page: `${BASE}crm-activity-delete.md`,
    methods: ['crm.activity.delete'],
    needs: ['lead'],
    check: async (given) => {
      const id = await make(given)
      await valueOf(given, removeTodoCommand(id))
      expect(shaped(Todos, await valueOf(given, todosCommand(given.lead()))).map(row => Number(row.ID))).not.toContain(id)
      expect((await refusalOf(given.rest, 'crm.activity.delete', { id })).http).toBe(400)
    },
  },
  {
    claim: 'a notice to oneself is taken, and a second one with its tag takes its place',
    page: 'api-reference/chats/notifications/im-notify-personal-add.md',
    methods: ['im.notify.personal.add'],
    needs: ['application', 'storage'],
    check: async (given) => {
      const tag = noticeTag(0, 'contract')
      for (const words of ['Triple A, contract: 1', 'Triple A, contract: 2']) {
        expect(shaped(v.number(), await valueOf(given, noticeCommand(given.me.id, words, tag)))).toBeGreaterThan(0)
      }
      // what the user sees is told by no method; where nobody can look, the README says to
      const seen = await given.notices?.()
      if (seen) expect(seen.filter(words => words.startsWith('Triple A, contract'))).toEqual(['Triple A, contract: 2'])
    },
  },
]

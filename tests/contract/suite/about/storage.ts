/** What the app relies on of its own storage; it is made for the check and removed. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { addCommentCommand, addTodoCommand } from '../../../../src/portal/activity-writes.ts'
import { refusalOf, replies, resultOf, shaped, valueIn, Whole } from '../asking.ts'
import { STORAGE } from '../guard.ts'
import type { Given, Params, Rest, Statement } from '../statement.ts'

const FOLDER = 'api-reference/entity/'
const Items = v.array(v.object({ ID: Whole, NAME: v.string(), DETAIL_TEXT: v.nullable(v.string()) }))

async function storage(given: Given): Promise<void> {
  const { rest } = given
  // one that an interrupted run has left behind is not there any more after this
  await rest('entity.delete', { ENTITY: STORAGE })
  await resultOf(rest, 'entity.add', { ENTITY: STORAGE, NAME: 'Contract', ACCESS: { AU: 'W' } })
  given.undo(() => resultOf(rest, 'entity.delete', { ENTITY: STORAGE }))
  await resultOf(rest, 'entity.item.property.add', { ENTITY: STORAGE, PROPERTY: 'LEAD', NAME: 'Lead', TYPE: 'S' })
}

async function add(rest: Rest, name: string, lead: number, text: string): Promise<void> {
  await resultOf(rest, 'entity.item.add', { ENTITY: STORAGE, NAME: name, DETAIL_TEXT: text, PROPERTY_VALUES: { LEAD: String(lead) } })
}

const Properties = v.array(v.object({ PROPERTY: v.string(), TYPE: v.string() }))

async function names(rest: Rest, filter: Params): Promise<readonly string[]> {
  return shaped(Items, await resultOf(rest, 'entity.item.get', { ENTITY: STORAGE, SORT: { ID: 'ASC' }, FILTER: filter })).map(item => item.NAME)
}

export const storages: readonly Statement[] = [
  {
    claim: 'entries are found by a property and by their name, and by nothing else',
    page: `${FOLDER}items/entity-item-get.md`,
    methods: ['entity.add', 'entity.item.property.add', 'entity.item.add', 'entity.item.get'],
    needs: ['application', 'storage'],
    check: async (given) => {
      await storage(given)
      await add(given.rest, 'run1', 15, 'one')
      await add(given.rest, 'run2', 150, 'two')
      await add(given.rest, 'run3', 15, 'three')
      expect(await names(given.rest, { PROPERTY_LEAD: '15' })).toEqual(['run1', 'run3'])
      expect(await names(given.rest, { NAME: 'run2' })).toEqual(['run2'])
      expect(await names(given.rest, { NAME: 'run' })).toEqual([])
    },
  },
  {
    claim: 'an entry keeps 40 kB of text to the letter',
    page: `${FOLDER}items/entity-item-add.md`,
    methods: ['entity.item.add', 'entity.item.get'],
    needs: ['application', 'storage'],
    check: async (given) => {
      await storage(given)
      const text = `{"words":"${'Жёлтый «кирпич» \\"100\\" <b> & 50% 😀\\n'.repeat(800)}"}`
      expect(new TextEncoder().encode(text).length).toBeGreaterThan(40_000)
      await add(given.rest, 'large', 1, text)
      const [entry] = shaped(Items, await resultOf(given.rest, 'entity.item.get', { ENTITY: STORAGE }))
      expect(entry?.DETAIL_TEXT === text).toBe(true)
    },
  },
  {
    claim: 'an entry is changed in its place, keeps its name, and is gone when it is deleted',
    page: `${FOLDER}items/entity-item-update.md`,
    methods: ['entity.item.update', 'entity.item.delete', 'entity.item.get'],
    needs: ['application', 'storage'],
    check: async (given) => {
      await storage(given)
      await add(given.rest, 'draft', 15, 'one')
      const entries = async () => shaped(Items, await resultOf(given.rest, 'entity.item.get', { ENTITY: STORAGE, FILTER: { PROPERTY_LEAD: '15' } }))
      const [before] = await entries()
      const ID = Number(before?.ID)
      expect(await resultOf(given.rest, 'entity.item.update', { ENTITY: STORAGE, ID, DETAIL_TEXT: 'two' })).toBe(true)
      expect(await entries()).toEqual([{ ...before, DETAIL_TEXT: 'two' }])
      expect(await resultOf(given.rest, 'entity.item.delete', { ENTITY: STORAGE, ID })).toBe(true)
      expect(await entries()).toEqual([])
    },
  },
  {
    claim: 'the rights of a storage are as they were given: everybody may write, who made it may manage',
    page: `${FOLDER}entities/entity-rights.md`,
    methods: ['entity.rights'],
    needs: ['application', 'storage'],
    check: async (given) => {
      await storage(given)
      expect(await resultOf(given.rest, 'entity.rights', { ENTITY: STORAGE })).toMatchObject({ AU: 'W', [`U${given.me.id}`]: 'X' })
    },
  },
  {
    claim: 'a storage tells that it is there, and one that is not is refused by a code of its own',
    page: `${FOLDER}entities/entity-get.md`,
    methods: ['entity.get'],
    needs: ['application', 'storage'],
    check: async (given) => {
      await given.rest('entity.delete', { ENTITY: STORAGE })
      expect(await refusalOf(given.rest, 'entity.get', { ENTITY: STORAGE })).toEqual({ http: 400, code: 'ERROR_ENTITY_NOT_FOUND' })
      await storage(given)
      expect(await resultOf(given.rest, 'entity.get', { ENTITY: STORAGE })).toMatchObject({ ENTITY: STORAGE })
    },
  },
  {
    claim: 'a storage names its properties and their types, and by a number entries are found however it is written',
    page: `${FOLDER}items/properties/entity-item-property-get.md`,
    methods: ['entity.item.property.add', 'entity.item.property.get', 'entity.item.get'],
    needs: ['application', 'storage'],
    check: async (given) => {
      await storage(given)
      await resultOf(given.rest, 'entity.item.property.add', { ENTITY: STORAGE, PROPERTY: 'TODO', NAME: 'Todo', TYPE: 'N' })
      expect(shaped(Properties, await resultOf(given.rest, 'entity.item.property.get', { ENTITY: STORAGE })))
        .toEqual([{ PROPERTY: 'LEAD', TYPE: 'S' }, { PROPERTY: 'TODO', TYPE: 'N' }])
      for (const [name, todo] of [['one', 15], ['two', ''], ['three', '15']] as const) {
        await resultOf(given.rest, 'entity.item.add', { ENTITY: STORAGE, NAME: name, PROPERTY_VALUES: { TODO: todo } })
      }
      expect(await names(given.rest, { PROPERTY_TODO: 15 })).toEqual(['one', 'three'])
    },
  },
  {
    claim: 'an entry of the batch that made a comment and a to-do holds their ids',
    page: 'settings/how-to-call-rest-api/batch.md',
    methods: ['entity.item.add', 'crm.timeline.comment.add', 'crm.activity.todo.add'],
    needs: ['application', 'storage', 'lead'],
    check: async (given) => {
      await storage(given)
      await resultOf(given.rest, 'entity.item.property.add', { ENTITY: STORAGE, PROPERTY: 'TODO', NAME: 'Todo', TYPE: 'N' })
      const deadline = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}+00:00`
      const made = await replies(given, {
        comment: addCommentCommand(given.lead(), 'Contract'),
        todo: addTodoCommand(given.lead(), { deadline, responsible: given.me.id, title: 'Contract', text: 'Contract' }),
        entry: { method: 'entity.item.add', params: { ENTITY: STORAGE, NAME: 'run1', PROPERTY_VALUES: { LEAD: '$result[comment]', TODO: '$result[todo][id]' } } },
      }, true)
      const comment = shaped(v.number(), valueIn(made.comment))
      given.undo(() => resultOf(given.rest, 'crm.timeline.comment.delete', { id: comment }))
      const { id } = shaped(v.object({ id: v.number() }), valueIn(made.todo))
      given.undo(() => resultOf(given.rest, 'crm.activity.delete', { id }))
      expect(await names(given.rest, { PROPERTY_LEAD: String(comment), PROPERTY_TODO: id })).toEqual(['run1'])
    },
  },
]

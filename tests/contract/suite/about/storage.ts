/** What the app relies on of its own storage; it is made for the check and removed. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { resultOf, shaped, Whole } from '../asking.ts'
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
    claim: 'the rights of a storage are as they were given: everybody may write, who made it may manage',
    page: `${FOLDER}entities/entity-rights.md`,
    methods: ['entity.rights'],
    needs: ['application', 'storage'],
    check: async (given) => {
      await storage(given)
      expect(await resultOf(given.rest, 'entity.rights', { ENTITY: STORAGE })).toMatchObject({ AU: 'W', [`U${given.me.id}`]: 'X' })
    },
  },
]

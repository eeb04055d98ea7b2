/** What the app relies on when it writes a lead; everything is put back. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { leadCommand } from '../../../../src/portal/open-lead.ts'
import type { Command, Param, Reply } from '../../../../src/portal/portal.ts'
import { NOBODY, refusalOf, replies, shaped, valueIn, valueOf, Whole } from '../asking.ts'
import { NotRun, type Given, type Params, type Statement } from '../statement.ts'
import { found, leadNow, type LeadItem } from './leads.ts'

const PAGE = 'api-reference/crm/universal/crm-item-update.md'
const Written = v.object({ item: v.looseObject({ id: v.number() }) })

function update(id: number | string, fields: Params): Command {
  return { method: 'crm.item.update', params: { entityTypeId: 1, id, useOriginalUfNames: 'Y', fields } }
}

/** How a value that was read is written: what is empty by an empty text. */
function writable(value: unknown): Param {
  if (typeof value === 'number' || typeof value === 'string') return value
  return ''
}

/** From here on the lead gets these fields back after the check. */
function keep(given: Given, before: LeadItem, names: readonly string[]): void {
  const fields = Object.fromEntries(names.filter(name => name in before).map(name => [name, writable(before[name])]))
  given.undo(() => valueOf(given, update(given.lead(), fields)))
}

async function write(given: Given, fields: Params): Promise<Readonly<Record<string, unknown>>> {
  keep(given, await leadNow(given), Object.keys(fields))
  return shaped(Written, await valueOf(given, update(given.lead(), fields))).item
}

const Fields = v.array(v.object({
  FIELD_NAME: v.string(), USER_TYPE_ID: v.string(),
  LIST: v.optional(v.array(v.object({ ID: Whole, VALUE: v.string(), XML_ID: v.nullable(v.string()) })), []),
}))

/** A list field that the set-up of the app has made; foreign ones may have automation on them. */
async function ourList(given: Given): Promise<{ readonly name: string; readonly items: readonly number[] }> {
  const rows = await valueOf(given, { method: 'crm.lead.userfield.list', params: { order: { SORT: 'ASC' } } })
  const field = shaped(Fields, rows).find(one => one.FIELD_NAME.startsWith('UF_CRM_ABC_') && one.USER_TYPE_ID === 'enumeration' && one.LIST.length > 1)
  if (!field) throw new NotRun('the app is not set up there: leads have no list field UF_CRM_ABC_…')
  return { name: field.FIELD_NAME, items: field.LIST.map(item => Number(item.ID)) }
}

export const leadWrites: readonly Statement[] = [
  {
    claim: 'an update gives the whole item back with every character as it was sent',
    page: PAGE,
    methods: ['crm.item.update'],
    needs: ['lead'],
    check: async (given) => {
      const title = 'Ёлки & палки = 100% + "скидка" #1?\u00a0[b]😀;a[0]=1'
      const item = await write(given, { title })
      expect(item).toMatchObject({ id: given.lead(), title })
      expect(Object.keys(item)).toEqual(expect.arrayContaining(['stageId', 'opportunity', 'assignedById', 'updatedTime']))
      expect((await leadNow(given)).title).toBe(title)
    },
  },
  {
    claim: 'a field that does not exist is dropped without a word',
    page: PAGE,
    methods: ['crm.item.update'],
    needs: ['lead'],
    check: async (given) => {
      const item = await write(given, { title: 'Contract: a field that is not there', UF_CRM_NO_SUCH_FIELD: 'lost' })
      expect(item).toMatchObject({ title: 'Contract: a field that is not there' })
      expect(item).not.toHaveProperty('UF_CRM_NO_SUCH_FIELD')
    },
  },
  {
    claim: 'a list field takes and gives the id of its item, and an empty text empties it',
    page: PAGE,
    methods: ['crm.item.update'],
    needs: ['lead'],
    check: async (given) => {
      const { name, items } = await ourList(given)
      for (const item of items.slice(0, 2)) expect((await write(given, { [name]: item }))[name]).toBe(item)
      expect([null, '', false, 0, []]).toContainEqual((await write(given, { [name]: '' }))[name])
    },
  },
  {
    claim: 'an id that is no item of the list is refused, and nothing is written',
    page: PAGE,
    methods: ['crm.item.update'],
    needs: ['lead'],
    check: async (given) => {
      const { name } = await ourList(given)
      const before = await leadNow(given)
      keep(given, before, ['title', name])
      const { params } = update(given.lead(), { title: 'Contract: no such item', [name]: NOBODY })
      expect(await refusalOf(given.rest, 'crm.item.update', params)).toEqual({ http: 400, code: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' })
      expect((await leadNow(given)).title).toBe(before.title)
    },
  },
  {
    claim: 'every type of the app\'s fields comes back as the app reads it',
    page: PAGE,
    methods: ['crm.item.update'],
    needs: ['lead'],
    check: async (given) => {
      const fields = {
        UF_CRM_ABC_CODE: 'AB?', UF_CRM_ABC_COEFFICIENT: 3, UF_CRM_ABC_PURCHASE_DATE: '2026-07-01', UF_CRM_ABC_NEXT_TOUCH: '2026-06-02T09:30:00+05:00',
        UF_CRM_ABC_IMPORTANT: 'Y', UF_CRM_ABC_QUALIFIED_BY: given.me.id, UF_CRM_ABC_RUN: `{"said":"${'ё'.repeat(3000)}\\n\\"]"}`,
      }
      const before = await leadNow(given)
      if (!Object.keys(fields).every(name => name in before)) throw new NotRun('the app is not set up there: leads have no fields UF_CRM_ABC_…')
      const item = await write(given, fields)
      expect(item).toMatchObject({ UF_CRM_ABC_CODE: 'AB?', UF_CRM_ABC_COEFFICIENT: 3, UF_CRM_ABC_RUN: fields.UF_CRM_ABC_RUN })
      expect(Number(item['UF_CRM_ABC_QUALIFIED_BY'])).toBe(given.me.id)
      expect(['Y', '1', 1, true]).toContain(item['UF_CRM_ABC_IMPORTANT'])
      expect(String(item['UF_CRM_ABC_PURCHASE_DATE']).slice(0, 10)).toBe('2026-07-01')
      expect(Date.parse(String(item['UF_CRM_ABC_NEXT_TOUCH']))).toBe(Date.parse(fields.UF_CRM_ABC_NEXT_TOUCH))
    },
  },
  {
    claim: 'an amount is written with its currency and stays as a manual one',
    page: PAGE,
    methods: ['crm.item.update'],
    needs: ['lead'],
    check: async (given) => {
      const { currencyId } = await leadNow(given)
      const item = await write(given, { opportunity: 123_456, currencyId: currencyId ?? 'RUB', isManualOpportunity: 'Y' })
      expect(item).toMatchObject({ opportunity: 123_456, isManualOpportunity: 'Y' })
    },
  },
  {
    claim: 'a write changes updatedTime, so that a filter by the old one finds nothing any more',
    page: 'api-reference/crm/universal/crm-item-list.md',
    methods: ['crm.item.update', 'crm.item.list'],
    needs: ['lead'],
    check: async (given) => {
      const { id, updatedTime } = await leadNow(given)
      await given.nextSecond()
      await write(given, { title: 'Contract: another time' })
      expect(await found(given.rest, { id, updatedTime })).toEqual([])
    },
  },
  {
    claim: 'an update that takes its id from a list writes while the lead is as it was, and not after somebody changed it',
    page: 'settings/how-to-call-rest-api/batch.md',
    methods: ['crm.item.update', 'crm.item.list', 'batch'],
    needs: ['lead'],
    check: async (given) => {
      const { id, updatedTime, ...rest } = await leadNow(given)
      keep(given, { id, updatedTime, ...rest }, ['title'])
      const locked = (title: string): Promise<Readonly<Record<'lock' | 'update', Reply>>> => replies(given, {
        lock: { method: 'crm.item.list', params: { entityTypeId: 1, select: ['id'], filter: { id, updatedTime } } },
        update: update('$result[lock][items][0][id]', { title }),
      }, true)
      await given.nextSecond()
      valueIn((await locked('Contract: in time')).update)
      const late = await locked('Contract: too late')
      expect(late.lock.ok).toBe(true)
      expect(late.update.ok).toBe(false)
      expect((await leadNow(given)).title).toBe('Contract: in time')
    },
  },
  {
    claim: 'a halting batch that stops before an update leaves the lead as it was',
    page: PAGE,
    methods: ['crm.item.update', 'batch'],
    needs: ['lead'],
    check: async (given) => {
      const before = await leadNow(given)
      keep(given, before, ['title'])
      const got = await replies(given, { gone: leadCommand(NOBODY), update: update(given.lead(), { title: 'Contract: after a failure' }) }, true)
      expect(got).toMatchObject({ gone: { error: { kind: 'not-found' } }, update: { ok: false, error: { kind: 'not-run' } } })
      expect((await leadNow(given)).title).toBe(before.title)
    },
  },
]

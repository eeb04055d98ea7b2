/** What the app relies on when it reads a lead. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { leadCommand } from '../../../../src/portal/open-lead.ts'
import type { Param } from '../../../../src/portal/portal.ts'
import { Flag, Instant, NOBODY, refusalOf, resultOf, Rows, shaped, valueOf } from '../asking.ts'
import { NotRun, type Given, type Rest, type Statement } from '../statement.ts'

const GET = 'api-reference/crm/universal/crm-item-get.md'
const LIST = 'api-reference/crm/universal/crm-item-list.md'

const Words = v.nullable(v.string())
const Lead = v.object({ item: v.looseObject({
  id: v.number(), title: Words, stageId: v.string(), stageSemanticId: Words, opportunity: v.number(), currencyId: Words, isManualOpportunity: Flag,
  assignedById: v.number(), name: Words, lastName: Words, companyTitle: Words, sourceId: Words, isReturnCustomer: Flag, updatedTime: Instant,
  fm: v.optional(v.array(v.object({ typeId: v.string(), value: v.string() }))),
}) })
export type LeadItem = v.InferOutput<typeof Lead>['item']

/** The lead with its user fields under their own names. */
export async function leadNow(given: Given): Promise<LeadItem> {
  return shaped(Lead, await valueOf(given, leadCommand(given.lead()))).item
}

/** Ids of the leads that a filter finds. */
export async function found(rest: Rest, filter: Readonly<Record<string, Param>>): Promise<readonly number[]> {
  const rows = await resultOf(rest, 'crm.item.list', { entityTypeId: 1, select: ['id'], filter })
  return shaped(v.object({ items: v.array(v.object({ id: v.number() })) }), rows).items.map(item => item.id)
}

/** The same instant, a minute earlier, written as the portal writes it. */
function minuteBefore(instant: string): string {
  const offset = instant.slice(19)
  return `${new Date(Date.parse(`${instant.slice(0, 19)}Z`) - 60_000).toISOString().slice(0, 19)}${offset}`
}

export const leads: readonly Statement[] = [
  {
    claim: 'a lead has numbers as numbers, flags as Y and N, instants with an offset, and phones and addresses in fm',
    page: GET,
    methods: ['crm.item.get'],
    check: async (given) => {
      expect((await leadNow(given)).id).toBe(given.lead())
    },
  },
  {
    claim: 'with useOriginalUfNames every user field of leads is there under its own name, also the empty ones',
    page: GET,
    methods: ['crm.item.get', 'crm.lead.userfield.list'],
    check: async (given) => {
      const fields = shaped(Rows, await valueOf(given, { method: 'crm.lead.userfield.list', params: { order: { SORT: 'ASC' } } }))
      if (fields.length === 0) throw new NotRun('leads have no user fields')
      const item = await leadNow(given)
      expect(fields.map(field => String(field['FIELD_NAME'])).filter(name => !(name in item))).toEqual([])
    },
  },
  {
    claim: 'without it they have names in camel case',
    page: GET,
    methods: ['crm.item.get'],
    check: async (given) => {
      const own = Object.keys(await leadNow(given)).filter(name => name.startsWith('UF_CRM_'))
      if (own.length === 0) throw new NotRun('leads have no user fields')
      const { item } = shaped(Lead, await resultOf(given.rest, 'crm.item.get', { entityTypeId: 1, id: given.lead() }))
      expect(Object.keys(item).filter(name => name.startsWith('UF_CRM_'))).toEqual([])
      expect(Object.keys(item).filter(name => name.startsWith('ufCrm'))).toHaveLength(own.length)
    },
  },
  {
    claim: 'a lead that is not there is NOT_FOUND with 400',
    page: GET,
    methods: ['crm.item.get'],
    check: async ({ rest }) => {
      expect(await refusalOf(rest, 'crm.item.get', { entityTypeId: 1, id: NOBODY })).toEqual({ http: 400, code: 'NOT_FOUND' })
    },
  },
  {
    claim: 'a lead that the user may not read is ACCESS_DENIED with 400',
    page: GET,
    methods: ['crm.item.get'],
    check: async ({ rest, closedLead }) => {
      if (closedLead === undefined) throw new NotRun('TRIPLE_A_CLOSED_LEAD names no lead that the user may not read')
      expect(await refusalOf(rest, 'crm.item.get', { entityTypeId: 1, id: closedLead })).toEqual({ http: 400, code: 'ACCESS_DENIED' })
    },
  },
  {
    claim: 'a list finds a lead by the updatedTime that it has, and by no other',
    page: LIST,
    methods: ['crm.item.list'],
    check: async (given) => {
      const { id, updatedTime } = await leadNow(given)
      expect(await found(given.rest, { id, updatedTime })).toEqual([id])
      expect(await found(given.rest, { id, updatedTime: minuteBefore(updatedTime) })).toEqual([])
    },
  },
  {
    claim: 'a list refuses a filter by a field that does not exist',
    page: LIST,
    methods: ['crm.item.list'],
    check: async ({ rest }) => {
      expect(await refusalOf(rest, 'crm.item.list', { entityTypeId: 1, filter: { noSuchField: 1 } })).toEqual({ http: 400, code: 'INVALID_ARG_VALUE' })
    },
  },
]

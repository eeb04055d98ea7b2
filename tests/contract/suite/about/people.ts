/** What the app relies on of people and departments, and of the portal's directories. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { readMe } from '../../../../src/portal/people.ts'
import { Rows, shaped, valueOf, Whole } from '../asking.ts'
import type { Statement } from '../statement.ts'

const Words = v.nullable(v.string())
const Statuses = v.array(v.object({ STATUS_ID: v.string(), NAME: v.string(), SORT: Whole }))

export const people: readonly Statement[] = [
  {
    claim: 'who is signed in is told without any scope, an administrator of the portal by ADMIN',
    page: 'api-reference/common/users/profile.md',
    methods: ['profile'],
    check: async (given) => {
      const raw = await valueOf(given, { method: 'profile', params: {} })
      shaped(v.object({ ID: Whole, ADMIN: v.boolean(), NAME: Words, LAST_NAME: Words }), raw)
      expect(readMe(raw)).toMatchObject(given.me)
    },
  },
  {
    claim: 'only the people are given whose ids are asked for, departments as numbers',
    page: 'api-reference/user/user-get.md',
    methods: ['user.get'],
    check: async (given) => {
      const rows = await valueOf(given, { method: 'user.get', params: { FILTER: { ID: [String(given.me.id), ''] } } })
      const known = shaped(v.array(v.object({ ID: Whole, NAME: Words, LAST_NAME: Words, UF_DEPARTMENT: v.array(v.number()) })), rows)
      expect(known.map(row => Number(row.ID))).toEqual([given.me.id])
    },
  },
  {
    claim: 'a department has a parent only below the root, and a head only where there is one',
    page: 'api-reference/departments/department-get.md',
    methods: ['department.get'],
    check: async (given) => {
      const rows = await valueOf(given, { method: 'department.get', params: {} })
      const known = shaped(v.array(v.object({ ID: Whole, PARENT: v.optional(Whole), UF_HEAD: v.optional(v.nullable(v.union([Whole, v.number()]))) })), rows)
      expect(known.filter(row => row.PARENT === undefined).length).toBeGreaterThan(0)
    },
  },
  ...(['STATUS', 'SOURCE'] as const).map((entity): Statement => ({
    claim: `names of ${entity === 'STATUS' ? 'stages' : 'sources'} come in the order of SORT`,
    page: 'api-reference/crm/status/crm-status-list.md',
    methods: ['crm.status.list'],
    check: async (given) => {
      const rows = shaped(Statuses, await valueOf(given, { method: 'crm.status.list', params: { filter: { ENTITY_ID: entity }, order: { SORT: 'ASC' } } }))
      const order = rows.map(row => Number(row.SORT))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(order.length).toBeGreaterThan(0)
    },
  })),
  {
    claim: 'the mode of the CRM is 1 with leads and 2 without',
    page: 'api-reference/crm/crm-settings-mode-get.md',
    methods: ['crm.settings.mode.get'],
    check: async (given) => {
      expect(['1', '2']).toContain(String(await valueOf(given, { method: 'crm.settings.mode.get', params: {} })))
    },
  },
  {
    claim: 'user fields of leads come in one answer, lists with the id and XML_ID of their items',
    page: 'api-reference/crm/leads/userfield/crm-lead-userfield-list.md',
    methods: ['crm.lead.userfield.list'],
    check: async (given) => {
      const rows = shaped(Rows, await valueOf(given, { method: 'crm.lead.userfield.list', params: { order: { SORT: 'ASC' } } }))
      for (const row of rows) {
        shaped(v.object({ ID: Whole, FIELD_NAME: v.string(), USER_TYPE_ID: v.string() }), row)
        if (row['USER_TYPE_ID'] === 'enumeration') shaped(v.object({ LIST: v.array(v.object({ ID: Whole, VALUE: v.string(), XML_ID: Words })) }), row)
      }
    },
  },
]

/** What the app relies on to tell one refusal from another, and how it asks whether a lead may be changed. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { openingCommands } from '../../../../src/portal/open-lead.ts'
import { refusalOf, resultOf, shaped, valueOf } from '../asking.ts'
import { NotRun, type Params, type Statement } from '../statement.ts'
import { leadNow } from './leads.ts'

const PAGE = '_includes/system-errors.md'
const TRIGGER = 'api-reference/crm/automation/crm-automation-trigger.md'

/** Readings that need a scope; one of the names is enough. */
const SCOPED: readonly (readonly [method: string, params: Params, scopes: readonly string[]])[] = [
  ['department.get', { ID: 1 }, ['department']],
  ['user.get', { FILTER: { ID: [1] } }, ['user', 'user_brief', 'user_basic']],
  ['entity.get', {}, ['entity']],
  ['placement.get', {}, ['placement']],
]

export const refusals: readonly Statement[] = [
  {
    claim: 'a method whose scope was not given is insufficient_scope with 403',
    page: PAGE,
    methods: ['scope'],
    check: async ({ narrow }) => {
      const given = shaped(v.array(v.string()), await resultOf(narrow, 'scope', {}))
      const missing = SCOPED.find(([, , scopes]) => !scopes.some(scope => given.includes(scope)))
      if (!missing) throw new NotRun('every scope was given')
      const [method, params] = missing
      expect(await refusalOf(narrow, method, params)).toEqual({ http: 403, code: 'insufficient_scope' })
    },
  },
  {
    claim: 'a method that does not exist is ERROR_METHOD_NOT_FOUND with 404',
    page: PAGE,
    methods: [],
    check: async ({ rest }) => {
      expect(await refusalOf(rest, 'crm.triplea.get', {})).toEqual({ http: 404, code: 'ERROR_METHOD_NOT_FOUND' })
    },
  },
  {
    claim: 'a token that nobody gave out is refused with 401, and not as an expired one',
    page: PAGE,
    methods: ['profile'],
    needs: ['application'],
    check: async ({ withToken }) => {
      const { http, code } = await refusalOf(withToken('contract-no-such-token'), 'profile', {})
      expect(http).toBe(401)
      expect(code).not.toBe('expired_token')
    },
  },
  {
    claim: 'a token whose hour is over is expired_token with 401',
    page: PAGE,
    methods: ['profile'],
    needs: ['application'],
    check: async ({ withToken, oldToken }) => {
      if (oldToken === undefined) throw new NotRun('TRIPLE_A_OLD_TOKEN has no token older than an hour')
      expect(await refusalOf(withToken(oldToken), 'profile', {})).toEqual({ http: 401, code: 'expired_token' })
    },
  },
  {
    claim: 'a trigger that nobody set up is no error for who may change the lead, and changes nothing',
    page: TRIGGER,
    methods: ['crm.automation.trigger'],
    needs: ['lead'],
    check: async (given) => {
      const before = await leadNow(given)
      const { mayChange } = openingCommands(given.lead(), 'UF_CRM_ABC_QUALIFIED_BY')
      expect(await valueOf(given, mayChange)).toBe(true)
      const after = await leadNow(given)
      expect(Object.keys(after).filter(name => JSON.stringify(after[name]) !== JSON.stringify(before[name]))).toEqual([])
    },
  },
  {
    claim: 'it is ACCESS_DENIED with 400 for who may not',
    page: TRIGGER,
    methods: ['crm.automation.trigger'],
    needs: ['lead'],
    check: async ({ rest, closedLead }) => {
      if (closedLead === undefined) throw new NotRun('TRIPLE_A_CLOSED_LEAD names no lead that the user may not read')
      const { mayChange } = openingCommands(closedLead, 'UF_CRM_ABC_QUALIFIED_BY')
      expect(await refusalOf(rest, mayChange.method, mayChange.params)).toEqual({ http: 400, code: 'ACCESS_DENIED' })
    },
  },
  {
    claim: 'a placement is shown to an administrator only',
    page: 'api-reference/widgets/placement-get.md',
    methods: ['placement.get'],
    needs: ['application', 'no-administrator'],
    check: async ({ rest }) => {
      const { code } = await refusalOf(rest, 'placement.get', {})
      if (code === 'insufficient_scope') throw new NotRun('the scope of placement.get was not given')
      expect(code).toBe('ACCESS_DENIED')
    },
  },
]

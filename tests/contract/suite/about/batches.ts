/** What the app relies on when it sends several commands as one request. */
import * as v from 'valibot'
import { expect } from 'vitest'
import type { Command } from '../../../../src/portal/portal.ts'
import { leadCommand } from '../../../../src/portal/open-lead.ts'
import { NOBODY, replies, shaped, valueIn, valueOf, Whole } from '../asking.ts'
import { wireBatch } from '../wire-batch.ts'
import type { Statement } from '../statement.ts'

const PAGE = 'settings/how-to-call-rest-api/batch.md'
const me: Command = { method: 'profile', params: {} }
const gone: Command = leadCommand(NOBODY)
const Ids = v.array(v.object({ ID: Whole }))

export const batches: readonly Statement[] = [
  {
    claim: 'a value of an earlier answer stands where a command refers to it, however deep it lies',
    page: PAGE,
    methods: ['batch', 'user.get', 'department.get'],
    check: async (given) => {
      const got = await replies(given, {
        me,
        people: { method: 'user.get', params: { FILTER: { ID: ['$result[me][ID]'] } } },
        department: { method: 'department.get', params: { ID: '$result[people][0][UF_DEPARTMENT][0]' } },
      })
      const [person] = shaped(v.tuple([v.object({ ID: Whole, UF_DEPARTMENT: v.array(v.number()) })]), valueIn(got.people))
      expect(Number(person.ID)).toBe(given.me.id)
      if (person.UF_DEPARTMENT.length === 0) return
      const [department] = shaped(v.tuple([v.object({ ID: Whole })]), valueIn(got.department))
      expect(Number(department.ID)).toBe(person.UF_DEPARTMENT[0])
    },
  },
  {
    claim: 'a reference to what is not there is empty and its command runs; an empty department is none or all, never one of them',
    page: PAGE,
    methods: ['batch', 'department.get'],
    check: async (given) => {
      const got = await replies(given, {
        me,
        all: { method: 'department.get', params: {} },
        none: { method: 'department.get', params: { ID: '$result[me][NO_SUCH_KEY]' } },
      })
      expect([[], shaped(Ids, valueIn(got.all))]).toContainEqual(shaped(Ids, valueIn(got.none)))
    },
  },
  {
    claim: 'without halt the commands after a failed one run',
    page: PAGE,
    methods: ['batch', 'crm.item.get'],
    check: async (given) => {
      const got = await replies(given, { gone, me })
      expect(got).toMatchObject({ gone: { ok: false, error: { kind: 'not-found', code: 'NOT_FOUND' } }, me: { ok: true } })
    },
  },
  {
    claim: 'with halt they do not, and the app takes them for not run',
    page: PAGE,
    methods: ['batch', 'crm.item.get'],
    check: async (given) => {
      const got = await replies(given, { first: me, gone, after: me }, true)
      expect(got).toMatchObject({ first: { ok: true }, gone: { ok: false, error: { code: 'NOT_FOUND' } }, after: { ok: false, error: { kind: 'not-run' } } })
    },
  },
  {
    claim: 'a command that fails has an error and no result, one that was not reached has neither, an empty map is a list',
    page: PAGE,
    methods: ['batch'],
    check: async ({ rest }) => {
      const failed = await wireBatch(rest, { first: me, gone, after: me }, true)
      expect(Object.keys(failed.result)).toEqual(['first'])
      expect(Object.keys(failed.result_error)).toEqual(['gone'])
      expect(failed.result_error).toHaveProperty(['gone', 'error'], 'NOT_FOUND')
      const done = await wireBatch(rest, { first: me }, false)
      expect(done.result_error).toEqual([])
      expect(done.result_next).toEqual([])
      expect(Object.keys(done.result_time)).toEqual(['first'])
    },
  },
  {
    claim: 'a classic method fails with an empty code, which the SDK takes for a success and the app for no result',
    page: 'api-reference/crm/leads/crm-lead-get.md',
    methods: ['batch'],
    check: async (given) => {
      const classic: Command = { method: 'crm.lead.get', params: { id: NOBODY } }
      const { result_error: errors } = await wireBatch(given.rest, { classic }, false)
      expect(errors).toHaveProperty(['classic', 'error'], '')
      expect(await replies(given, { classic, me })).toMatchObject({ classic: { ok: false, error: { kind: 'no-result', code: '' } }, me: { ok: true } })
    },
  },
  {
    claim: 'fifty commands run as one request, and never a fifty-first',
    page: PAGE,
    methods: ['batch'],
    check: async (given) => {
      const time: Command = { method: 'server.time', params: {} }
      const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`n${index}`, time]))
      expect(Object.values(await replies(given, fifty)).every(reply => reply.ok)).toBe(true)
      // some portals refuse the whole, which has no results at all
      const more = await wireBatch(given.rest, { ...fifty, last: time }, false).catch((error: unknown) => String(error))
      if (typeof more === 'string') expect(more).toContain('ERROR_BATCH_LENGTH_EXCEEDED')
      else expect(more.result).not.toHaveProperty('last')
    },
  },
  {
    claim: 'an empty list is a result',
    page: 'api-reference/user/user-get.md',
    methods: ['batch', 'user.get'],
    check: async (given) => {
      expect(await valueOf(given, { method: 'user.get', params: { FILTER: { ID: [NOBODY] } } })).toEqual([])
    },
  },
]

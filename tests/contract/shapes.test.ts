/** Answers and refusals in the documented shape. `fixtures/` holds, per method, what its page says of result and errors. */
import { readdirSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Param } from '../../src/portal/portal.ts'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'
import type { Login } from '../support/emulated-portal.ts'
import { differences } from './same-structure.ts'

type Params = Readonly<Record<string, Param>>

const portal = emulatedPortal()
const FOLDER = new URL('fixtures/', import.meta.url)

const Logins = Object.keys(PEOPLE) as readonly Login[]
const Fixture = v.object({
  method: v.string(),
  page: v.string(),
  result: v.unknown(),
  errors: v.array(v.object({ user: v.optional(v.picklist(Logins), 'manager'), params: v.record(v.string(), v.unknown()), http: v.number(), code: v.string() })),
})
const FIXTURES = readdirSync(FOLDER).map(name => v.parse(Fixture, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))))

const TIME = { start: 1, finish: 1, duration: 1, processing: 1, date_start: '', date_finish: '' }
/** A call of each method that must succeed. */
const CALLS: Readonly<Record<string, () => Promise<readonly [Login, Params]>>> = {
  'crm.automation.trigger': () => Promise.resolve(['manager', { target: 'LEAD_1', code: 'x' }]),
  'crm.activity.todo.update': async () => {
    const todo = (await portal.snapshot()).activities.find(one => one.PROVIDER_ID === 'CRM_TODO' && one.COMPLETED === 'N' && one.OWNER_ID === '4')
    return ['manager', { id: Number(todo?.ID), ownerTypeId: 1, ownerId: 4, deadline: '2026-06-02T10:00:00+03:00', title: 'Call', description: 'Again', pingOffsets: [0, 15] }]
  },
  'crm.lead.userfield.update': async () => {
    const field = (await portal.snapshot()).userfields.find(one => one.FIELD_NAME === 'UF_CRM_ABC_NEED')
    return ['crmadmin', { id: field?.id ?? 0, fields: { LIST: [{ VALUE: 'More', XML_ID: 'MORE', SORT: 90 }] } }]
  },
  'app.option.get': () => Promise.resolve(['manager', {}]),
  'user.option.get': async () => {
    await portal.call(await portal.as('manager'), 'user.option.set', { options: { 'd.1': 'draft' } })
    return ['manager', {}]
  },
}

describe.each(FIXTURES)('$method ($page)', ({ method, result, errors }) => {
  it('answers in the documented shape', async () => {
    const call = CALLS[method]
    if (!call) throw new Error(`no call of ${method}`)
    const [user, params] = await call()
    const { http, body } = await portal.rest(user, method, params)
    expect(http).toBe(200)
    expect(differences({ result, time: TIME }, body, 'answer')).toEqual([])
  })

  it.runIf(errors.length > 0).each(errors)('refuses $params of $user with HTTP $http and "$code"', async ({ user, params, http, code }) => {
    expect(await portal.rest(user, method, params)).toMatchObject({ http, body: { error: code, error_description: expect.any(String) as unknown } })
  })
})

describe('the comparison itself', () => {
  it('tells what is missing and what is of another type, and forgives what is more', () => {
    expect(differences({ a: 1, b: [{ c: '' }] }, { a: 2, b: [{ c: 'x', d: 1 }], e: null })).toEqual([])
    expect(differences({ a: 1, b: [{ c: '' }], f: {} }, { a: '1', b: [{ c: 'x' }, {}] }))
      .toEqual(['result.a: number in the documentation, string here', 'result.b[1].c: missing', 'result.f: missing'])
  })
})

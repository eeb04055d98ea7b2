/** How often and when the official SDK repeats a request, by what comes back. */
import { describe, expect, it } from 'vitest'
import { portalOnAClock, type Sdk, type Settled } from './sdk-clock.ts'

const portal = portalOnAClock()

const DEFAULT = {}
const ONCE = { maxRetries: 1 }

async function call(sdk: Sdk, method = 'profile', params: Record<string, unknown> = {}): Promise<Settled> {
  const [outcome] = await portal.settled(sdk, [sdk.b24.actions.v2.call.make({ method, params })])
  return outcome ?? {}
}

async function fault(kind: string, times = 9, when = 'before', method = 'profile'): Promise<void> {
  await portal.post('faults', [{ method, kind, times, when }])
}

/** Milliseconds between one request and the next. */
function gaps({ sent }: Sdk): number[] {
  return sent.slice(1).map((at, index) => at - (sent[index] ?? 0))
}

describe('with its default of three attempts the SDK', () => {
  it('repeats a 503 after 1.5 s and 2.25 s, then throws it', async () => {
    await fault('503')
    const sdk = await portal.sdk(DEFAULT)
    expect(await call(sdk)).toMatchObject({ error: { code: 'QUERY_LIMIT_EXCEEDED', status: 503 } })
    expect(gaps(sdk)).toEqual([1500, 2250])
  })

  it('is content when the repetition succeeds', async () => {
    await fault('503', 1)
    const sdk = await portal.sdk(DEFAULT)
    expect(await call(sdk)).toMatchObject({ value: { isSuccess: true } })
    expect(gaps(sdk)).toEqual([1500])
  })

  it('waits ten seconds after a 429, each time', async () => {
    await fault('429')
    const sdk = await portal.sdk(DEFAULT)
    expect(await call(sdk)).toMatchObject({ error: { code: 'OPERATION_TIME_LIMIT', status: 429 } })
    expect(gaps(sdk)).toEqual([10_000, 10_000])
  })

  it.each(['before', 'after'])('repeats when the connection is cut %s the method ran, a tenth around 1 s and 2 s later', async (when) => {
    await fault('cut', 9, when)
    const sdk = await portal.sdk(DEFAULT)
    // in a browser NETWORK_ERROR
    expect(await call(sdk)).toMatchObject({ error: { code: 'ECONNRESET', status: 0 } })
    const [first = 0, second = 0, ...more] = gaps(sdk)
    expect(more).toEqual([])
    expect(first).toBeGreaterThanOrEqual(900)
    expect(first).toBeLessThanOrEqual(1100)
    expect(second).toBeGreaterThanOrEqual(1800)
    expect(second).toBeLessThanOrEqual(2200)
  })

  it('writes twice and more what it repeats after the answer was lost', async () => {
    await fault('cut', 2, 'after', 'crm.timeline.comment.add')
    const { store } = portal.inside()
    const before = store.state.comments.all().length
    const sdk = await portal.sdk(DEFAULT)
    const comment = { fields: { ENTITY_ID: firstLead(), ENTITY_TYPE: 'lead', COMMENT: 'once' } }
    expect(await call(sdk, 'crm.timeline.comment.add', comment)).toMatchObject({ value: { isSuccess: true } })
    expect(store.state.comments.all().length - before).toBe(3)
  })

  it('gives up an answer that does not come after 30 s, three times', async () => {
    await fault('hang')
    const sdk = await portal.sdk(DEFAULT)
    expect(await call(sdk)).toMatchObject({ error: { code: 'REQUEST_TIMEOUT', status: 408 } })
    const [first = 0, second = 0, ...more] = gaps(sdk)
    expect(more).toEqual([])
    expect(first).toBeGreaterThanOrEqual(30_900)
    expect(first).toBeLessThanOrEqual(31_100)
    expect(second).toBeGreaterThanOrEqual(31_800)
    expect(second).toBeLessThanOrEqual(32_200)
  })

  it.each([
    ['500', { code: 'INTERNAL_SERVER_ERROR', status: 500 }],
    ['403', { code: 'INVALID_CREDENTIALS', status: 403 }],
    ['html', { code: 'JSSDK_UNKNOWN_ERROR', status: 0 }],
    ['no-time', { code: 'JSSDK_UNKNOWN_ERROR', status: 0 }],
  ] as const)('throws %s at once', async (kind, error) => {
    await fault(kind)
    const sdk = await portal.sdk(DEFAULT)
    expect(await call(sdk)).toMatchObject({ error })
    expect(sdk.sent).toHaveLength(1)
  })

  it.each([
    ['crm.item.get', { entityTypeId: 1, id: 99_999 }, { code: 'NOT_FOUND', status: 400 }],
    ['crm.item.get', { entityTypeId: 1 }, { code: '100', status: 400 }],
    ['no.such.method', {}, { code: 'ERROR_METHOD_NOT_FOUND', status: 404 }],
    ['crm.lead.get', { id: 99_999 }, { code: 'ERR_BAD_REQUEST', status: 400 }],
  ])('throws a refusal of %s %j at once, a classic one without its text', async (method, params, error) => {
    const sdk = await portal.sdk(DEFAULT)
    const outcome = await call(sdk, method, params)
    expect(outcome).toMatchObject({ error })
    if (method === 'crm.lead.get') expect(outcome).toMatchObject({ error: { message: 'Request failed with status code 400' } })
    expect(sdk.sent).toHaveLength(1)
  })

  it('returns ERROR_ENTITY_NOT_FOUND in place of throwing it', async () => {
    const sdk = await portal.sdk(DEFAULT)
    expect(await call(sdk, 'entity.get', { ENTITY: 'none' })).toMatchObject({ value: { isSuccess: false } })
  })

  it.each([
    [{ plan: 'none' }, { code: 'ACCESS_DENIED', status: 403 }], [{ noAccess: ['manager'] }, { code: 'user_access_error', status: 403 }],
  ])('throws the refusal of a portal with %j at once', async (rules, error) => {
    await portal.post('rules', rules)
    const sdk = await portal.sdk(DEFAULT)
    expect(await call(sdk)).toMatchObject({ error })
    expect(sdk.sent).toHaveLength(1)
  })
})

describe('with one attempt the SDK', () => {
  it.each([
    ['503', 'QUERY_LIMIT_EXCEEDED'], ['429', 'OPERATION_TIME_LIMIT'], ['500', 'INTERNAL_SERVER_ERROR'], ['hang', 'REQUEST_TIMEOUT'], ['html', 'JSSDK_UNKNOWN_ERROR'],
  ])('sends %s once', async (kind, code) => {
    await fault(kind)
    const sdk = await portal.sdk(ONCE)
    expect(await call(sdk)).toMatchObject({ error: { code } })
    expect(sdk.sent).toHaveLength(1)
  })

  it('writes once what the connection lost', async () => {
    await fault('cut', 9, 'after', 'crm.timeline.comment.add')
    const { store } = portal.inside()
    const before = store.state.comments.all().length
    const sdk = await portal.sdk(ONCE)
    const { error } = await call(sdk, 'crm.timeline.comment.add', { fields: { ENTITY_ID: firstLead(), ENTITY_TYPE: 'lead', COMMENT: 'once' } })
    expect(error).toMatchObject({ status: 0 })
    expect(store.state.comments.all().length - before).toBe(1)
  })

  it('still renews an expired token and sends again, which is no attempt', async () => {
    await fault('401', 1)
    const sdk = await portal.sdk(ONCE)
    expect(await call(sdk)).toMatchObject({ value: { isSuccess: true } })
    expect(sdk.sent).toHaveLength(2)
  })
})

/** A lead that the manager may read. */
function firstLead(): number {
  const lead = portal.inside().store.state.items[1].all().find(one => one.values['assignedById'] === 4)
  if (!lead) throw new Error('the manager has no lead')
  return lead.id
}

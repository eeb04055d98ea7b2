/** What the official SDK makes of a batch's answer; the adapter guards against most of it. */
import { describe, expect, it } from 'vitest'
import { portalOnAClock, type Sdk } from './sdk-clock.ts'

const portal = portalOnAClock()

const time = { method: 'server.time' }
const missing = { method: 'crm.lead.get', params: { id: 99_999 } }
const denied = { method: 'department.get', params: { ID: 1, PAGE: 1 } }
const absent = { method: 'crm.item.get', params: { entityTypeId: 1, id: 99_999 } }

type Calls = Parameters<Sdk['b24']['actions']['v2']['batch']['make']>[0]['calls']

async function batch(calls: Calls, isHaltOnError: boolean | undefined, returnAjaxResult = false): Promise<Awaited<ReturnType<Sdk['b24']['actions']['v2']['batch']['make']>>> {
  const sdk = await portal.sdk()
  const made = sdk.b24.actions.v2.batch.make({ calls, options: { ...(isHaltOnError !== undefined && { isHaltOnError }), returnAjaxResult } })
  await portal.settled(sdk, [made])
  return made
}

describe('a row whose error has an empty code', () => {
  it('is a success without a result, and the batch has no errors', async () => {
    const answer = await batch({ a: time, b: missing, c: time }, false)
    expect([answer.isSuccess, answer.getErrorMessages()]).toEqual([true, []])
    expect(answer.getData()).toEqual({ a: expect.any(String), b: undefined, c: expect.any(String) })
  })

  it('says so itself when rows are asked for as results', async () => {
    const rows = (await batch({ b: missing }, false, true)).getData()
    expect(rows).toMatchObject({ b: { isSuccess: true } })
  })

  it('ends a halting batch without a word: what comes after is absent', async () => {
    const answer = await batch({ a: time, b: missing, c: time }, undefined)
    expect(answer.isSuccess).toBe(true)
    expect(Object.keys(Object(answer.getData()))).toEqual(['a', 'b'])
  })

  it('is what a closed stage looks like', async () => {
    await portal.post('rules', { stages: { refuse: ['JUNK'] } })
    const id = portal.inside().store.state.items[1].all().find(one => one.values['assignedById'] === 4)?.id
    const answer = await batch({ move: { method: 'crm.item.update', params: { entityTypeId: 1, id, fields: { stageId: 'JUNK' } } } }, true)
    expect([answer.isSuccess, answer.getData()]).toEqual([true, { move: undefined }])
  })
})

describe('a row whose error has a code', () => {
  it('is told by its key, beside the rows that succeeded', async () => {
    const answer = await batch({ a: time, b: absent, c: time }, false)
    expect(answer.isSuccess).toBe(false)
    expect(answer.getErrorsByKey()).toMatchObject({ b: { code: 'NOT_FOUND' } })
    expect(answer.getData()).toMatchObject({ a: expect.any(String), c: expect.any(String) })
  })

  it('moves the rows after it in a list, unless rows are asked for as results', async () => {
    expect((await batch([time, absent, denied], false)).getData()).toHaveLength(2)
    expect((await batch([time, absent, denied], false, true)).getData()).toHaveLength(3)
  })

  it('is what a closed access to one method looks like', async () => {
    await portal.post('faults', [{ method: 'profile', kind: '403' }])
    expect((await batch({ a: time, me: { method: 'profile' } }, true)).getErrorsByKey()).toMatchObject({ me: { code: 'INVALID_CREDENTIALS' } })
  })
})

describe('a row that the answer does not have', () => {
  it('makes the SDK throw away a whole batch that does not halt', async () => {
    await portal.post('faults', [{ method: 'profile', kind: 'no-result' }])
    await expect(batch({ a: time, me: { method: 'profile' } }, false))
      .rejects.toMatchObject({ code: 'JSSDK_INTERACTION_BATCH_STRATEGY_V2_EMPTY_COMMAND_RESPONSE' })
  })
})

describe('the number of commands', () => {
  it.each([[0, 'JSSDK_BATCH_EMPTY'], [51, 'JSSDK_BATCH_TOO_LARGE']])('%i is refused before anything is sent', async (count, code) => {
    await expect(batch(Array.from({ length: count }, () => time), false)).rejects.toMatchObject({ code })
    expect(portal.statuses()).toEqual([])
  })

  it('may be fifty, in one request', async () => {
    expect((await batch(Array.from({ length: 50 }, () => time), false)).getData()).toHaveLength(50)
    expect(portal.statuses()).toEqual([200])
  })
})

describe('a batch as a whole', () => {
  it.each(['html', 'no-time'])('is an unknown error with %s, though its commands ran', async (kind) => {
    await portal.post('faults', [{ method: 'user.option.set', kind, when: 'after' }])
    const set = { method: 'user.option.set', params: { options: { trace: kind } } }
    await expect(batch({ set }, true)).rejects.toMatchObject({ code: 'JSSDK_UNKNOWN_ERROR' })
    expect(portal.inside().store.userOptions(4)).toEqual({ trace: kind })
  })

  it('loses empty lists, and turns flags and numbers into text', async () => {
    const options = { yes: true, no: false, none: [], count: 5, nothing: null }
    await batch({ set: { method: 'user.option.set', params: { options } } }, true)
    expect(portal.inside().store.userOptions(4)).toEqual({ yes: 'true', no: 'false', count: '5', nothing: '' })
  })
})

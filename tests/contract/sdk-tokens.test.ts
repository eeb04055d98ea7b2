/** What the official SDK does about a token that has run out. */
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { portalOnAClock } from './sdk-clock.ts'

const portal = portalOnAClock()

describe('a token that has expired by the portal\'s clock', () => {
  it('is renewed once for all calls that are refused while the renewal is under way, and each is sent again', async () => {
    const sdk = await portal.sdk()
    const renew = vi.fn(async () => {
      while (portal.statuses().length < 5) await setImmediate()
      // by now all five answers are on their way
      for (let turn = 0; turn < 20; turn += 1) await setImmediate()
      const { portal: { tokens }, store } = portal.inside()
      const user = store.user('manager')
      if (!user) throw new Error('no manager')
      const { AUTH_ID, REFRESH_ID } = tokens.issue(user)
      return {
        access_token: AUTH_ID, refresh_token: REFRESH_ID, expires: String(Math.floor(Date.now() / 1000) + 36_000), expires_in: '3600',
        client_endpoint: '', server_endpoint: '', member_id: '', scope: '', status: 'L', domain: '',
      }
    })
    sdk.b24.setCustomRefreshAuth(renew)
    await portal.post('clock', { advance: 3601 })
    const outcomes = await portal.settled(sdk, Array.from({ length: 5 }, () => sdk.b24.actions.v2.call.make({ method: 'profile' })))
    expect(outcomes.every(one => 'value' in one)).toBe(true)
    expect(portal.statuses()).toEqual([401, 401, 401, 401, 401, 200, 200, 200, 200, 200])
    expect(renew).toHaveBeenCalledTimes(1)
  })

  it('is not asked for again while the new one is good', async () => {
    const sdk = await portal.sdk()
    const renewed = vi.fn(() => Promise.resolve())
    sdk.b24.setCallbackRefreshAuth(renewed)
    await portal.post('clock', { advance: 3601 })
    for (let call = 0; call < 2; call += 1) await portal.settled(sdk, [sdk.b24.actions.v2.call.make({ method: 'profile' })])
    expect(portal.statuses()).toEqual([401, 200, 200])
    expect(renewed).toHaveBeenCalledTimes(1)
  })

  it('costs a batch nothing: it runs once, with the new token', async () => {
    const sdk = await portal.sdk()
    await portal.post('clock', { advance: 3601 })
    const batch = sdk.b24.actions.v2.batch.make({ calls: { set: { method: 'user.option.set', params: { options: { a: 'b' } } } } })
    await portal.settled(sdk, [batch])
    expect((await batch).isSuccess).toBe(true)
    expect(portal.statuses()).toEqual([401, 200])
  })

  it('is thrown when the new one is refused as well', async () => {
    await portal.post('faults', [{ method: 'profile', kind: '401', times: 2 }])
    const sdk = await portal.sdk()
    expect(await portal.settled(sdk, [sdk.b24.actions.v2.call.make({ method: 'profile' })])).toMatchObject([{ error: { code: 'expired_token', status: 401 } }])
    expect(sdk.sent).toHaveLength(2)
  })

  it('is an unknown error when the authorization server gives no new one', async () => {
    await portal.post('rules', { refresh: 'fails' })
    const sdk = await portal.sdk()
    await portal.post('clock', { advance: 3601 })
    expect(await portal.settled(sdk, [sdk.b24.actions.v2.call.make({ method: 'profile' })])).toMatchObject([{ error: { code: 'JSSDK_UNKNOWN_ERROR', status: 0 } }])
    expect(sdk.sent).toHaveLength(1)
  })
})

describe('a token that was never given', () => {
  it('is no reason to ask for another', async () => {
    const sdk = await portal.sdk({}, 'forged')
    const renewed = vi.fn(() => Promise.resolve())
    sdk.b24.setCallbackRefreshAuth(renewed)
    expect(await portal.settled(sdk, [sdk.b24.actions.v2.call.make({ method: 'profile' })])).toMatchObject([{ error: { code: 'NO_AUTH_FOUND', status: 401 } }])
    expect([sdk.sent.length, renewed.mock.calls.length]).toEqual([1, 0])
  })
})

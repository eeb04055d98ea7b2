/** The official SDK's own brakes: its bucket of requests and its budget of operating time. */
import { describe, expect, it } from 'vitest'
import { portalOnAClock, type Sdk } from './sdk-clock.ts'

const portal = portalOnAClock()

function profiles({ b24 }: Sdk, count: number): Promise<unknown>[] {
  return Array.from({ length: count }, () => b24.actions.v2.call.make({ method: 'profile' }))
}

describe('the bucket of the SDK', () => {
  it('lets fifty requests through at once and then one every half second', async () => {
    const sdk = await portal.sdk()
    const outcomes = await portal.settled(sdk, profiles(sdk, 56))
    expect(outcomes.filter(one => 'value' in one)).toHaveLength(56)
    expect(sdk.sent).toEqual([...Array.from({ length: 50 }, () => 0), 500, 1000, 1500, 2000, 2500, 3000])
  })

  it('agrees with the limit of a portal of any plan but the largest: no request is refused', async () => {
    await portal.post('limits', { rate: { burst: 50, drain: 2 } })
    const sdk = await portal.sdk()
    await portal.settled(sdk, profiles(sdk, 56))
    expect(new Set(portal.statuses())).toEqual(new Set([200]))
  })

  it('is emptied by a 503, after which everything trickles', async () => {
    await portal.post('faults', [{ method: 'server.time', kind: '503' }])
    const sdk = await portal.sdk()
    await portal.settled(sdk, [sdk.b24.actions.v2.call.make({ method: 'server.time' })])
    expect(sdk.sent).toEqual([0, 1500])
    await portal.settled(sdk, profiles(sdk, 5))
    // two requests have gathered in the second and a half beside the one that was repeated
    expect(sdk.sent.slice(2)).toEqual([1500, 1500, 2000, 2500, 3000])
  })

  it('meets a portal that others have filled: refused, and let in when enough has drained', async () => {
    await portal.post('limits', { rate: { burst: 2, drain: 0.5 } })
    const sdk = await portal.sdk()
    const outcomes = await portal.settled(sdk, profiles(sdk, 3))
    expect(outcomes.every(one => 'value' in one)).toBe(true)
    expect(portal.statuses()).toEqual([200, 200, 503, 503, 200])
    expect(sdk.sent).toEqual([0, 0, 0, 1500, 3750])
  })
})

describe('the operating budget of the SDK', () => {
  it('holds a method that has used it up until the portal\'s reset and a second more', async () => {
    await portal.post('limits', { operating: { limit: 480, seconds: 476 } })
    const sdk = await portal.sdk({ adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 } })
    const first = sdk.b24.actions.v2.call.make({ method: 'profile' })
    await portal.settled(sdk, [first])
    const answer = (await first).getData()
    expect(answer?.time.operating).toBe(476)
    const reset = Number(answer?.time.operating_reset_at) * 1000 - Date.now()
    expect(reset).toBeGreaterThan(540_000)
    expect(reset).toBeLessThanOrEqual(600_000)
    const sentBefore = sdk.sent[0] ?? 0
    await portal.settled(sdk, [sdk.b24.actions.v2.call.make({ method: 'server.time' }), sdk.b24.actions.v2.call.make({ method: 'profile' })])
    expect(sdk.sent.map(at => at - sentBefore)).toEqual([0, 0, reset + 1000])
    expect(portal.statuses()).toEqual([200, 200, 200])
  })

  it('does not hold a batch of named commands: the portal refuses the one command', async () => {
    await portal.post('limits', { operating: { limit: 480, seconds: 481 } })
    const sdk = await portal.sdk()
    const batch = (): ReturnType<typeof sdk.b24.actions.v2.batch.make> =>
      sdk.b24.actions.v2.batch.make({ calls: { me: { method: 'profile' }, lead: { method: 'crm.item.fields', params: { entityTypeId: 1 } } }, options: { isHaltOnError: false } })
    await portal.settled(sdk, [batch()])
    const again = batch()
    await portal.settled(sdk, [again])
    expect((await again).getErrorsByKey()).toMatchObject({ me: { code: 'OPERATION_TIME_LIMIT' }, lead: { code: 'OPERATION_TIME_LIMIT' } })
    expect(sdk.sent).toEqual([0, 0])
  })
})

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect, LONGEST_HANDOVER } from '../../src/placement/connect.ts'

/** A page around the app that hears everything and says nothing. */
function silentPortal(): void {
  Object.defineProperty(window, 'parent', { configurable: true, value: { postMessage: () => undefined } })
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  window.name = ''
  Object.defineProperty(window, 'parent', { configurable: true, value: window })
})

describe('connecting', () => {
  it('says at once that there is no portal around when the page was opened by itself', async () => {
    expect(await connect()).toEqual({ ok: false, error: { kind: 'not-embedded' } })
  })

  it.each(['', 'frame', 'portal.example|1', 'a|b|c|d'])('takes a frame of the name "%s" for none of a portal', async (name) => {
    silentPortal()
    window.name = name
    expect(await connect()).toEqual({ ok: false, error: { kind: 'not-embedded' } })
  })

  it('does not wait for ever for a portal that does not answer', async () => {
    silentPortal()
    window.name = 'portal.example|1|sid'
    const connected = connect()
    await vi.advanceTimersByTimeAsync(LONGEST_HANDOVER)
    expect(await connected).toEqual({ ok: false, error: { kind: 'silent' } })
    expect(vi.getTimerCount()).toBe(0)
  })
})

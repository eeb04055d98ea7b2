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
  document.head.replaceChildren()
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

describe('holding to the portal', () => {
  const BUILT = '<meta http-equiv="Content-Security-Policy" content="connect-src https: http:">'

  function policies(): readonly (string | null)[] {
    return [...document.querySelectorAll('[http-equiv="Content-Security-Policy"]')].map(policy => policy.getAttribute('content'))
  }

  async function connectAs(name: string): Promise<void> {
    silentPortal()
    window.name = name
    const connected = connect()
    await vi.advanceTimersByTimeAsync(LONGEST_HANDOVER)
    await connected
  }

  it.each([
    ['portal.example|1|sid', 'https://portal.example'],
    ['portal.example:8443|1|sid', 'https://portal.example:8443'],
    ['localhost:8024|0|sid', 'http://localhost:8024'],
  ])('adds a policy of its own to the one of the built page, for a frame of the name "%s"', async (name, portal) => {
    document.head.innerHTML = BUILT
    await connectAs(name)
    expect(policies()).toEqual(['connect-src https: http:', `connect-src ${portal}`])
  })

  it('leaves a page alone that has no policy, as while it is developed', async () => {
    await connectAs('portal.example|1|sid')
    expect(policies()).toEqual([])
  })

  it('does so before anything is asked of the portal', () => {
    document.head.innerHTML = BUILT
    silentPortal()
    window.name = 'portal.example|1|sid'
    void connect()
    expect(policies()).toHaveLength(2)
  })

  it('names no portal where there is none', async () => {
    document.head.innerHTML = BUILT
    window.name = ''
    await connect()
    expect(policies()).toHaveLength(1)
  })
})

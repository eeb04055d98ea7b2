import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, useTemplateRef } from 'vue'
import { DRAFT_PAUSE, useRunLife } from '../../../src/components/qualification/run-life.ts'
import { useQualification } from '../../../src/stores/qualification.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { openPanel } from '../../support/workplace.ts'

const portal = emulatedPortal()

const Probe = defineComponent(() => {
  useRunLife(useQualification(), useTemplateRef('root'))
  return () => h('div', { ref: 'root' })
})

/** Intersection observers as the browser has them, told by the test whether the tab is in sight. */
class Sight {
  static last: Sight | undefined
  readonly tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void
  watching = false

  constructor(tell: Sight['tell']) {
    this.tell = tell
    Sight.last = this
  }

  observe(): void {
    this.watching = true
  }

  disconnect(): void {
    this.watching = false
  }
}

async function living() {
  vi.stubGlobal('IntersectionObserver', Sight)
  const open = await openPanel(Probe, portal)
  const sent = vi.spyOn(open.store, 'sendDraft')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return { ...open, drafts: () => sent.mock.calls.length }
}

/** The document as the browser shows or hides it. */
function show(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the draft of a run', () => {
  it('is sent after a pause since the last change', async () => {
    const { store, drafts } = await living()
    store.choose('need', 'yes')
    await nextTick()
    vi.advanceTimersByTime(DRAFT_PAUSE - 1)
    store.choose('urgency', 'now')
    await nextTick()
    vi.advanceTimersByTime(DRAFT_PAUSE - 1)
    expect(drafts()).toBe(0)
    vi.advanceTimersByTime(1)
    expect(drafts()).toBe(1)
  })

  it('is sent at once when the page is hidden', async () => {
    const { drafts } = await living()
    show('hidden')
    expect(drafts()).toBe(1)
  })

  it('is not sent any more when the tab is gone', async () => {
    const { panel, store, drafts } = await living()
    store.choose('need', 'yes')
    await nextTick()
    panel.unmount()
    vi.advanceTimersByTime(DRAFT_PAUSE)
    show('hidden')
    expect(drafts()).toBe(0)
    expect(Sight.last?.watching).toBe(false)
  })
})

describe('the clock of a run', () => {
  it('stands still while the page is hidden', async () => {
    const { store, wait } = await living()
    wait(10)
    show('hidden')
    wait(100)
    show('visible')
    wait(5)
    expect(store.seconds()).toBe(15)
  })

  it('stands still while the card shows another tab, though the page is visible', async () => {
    const { store, wait } = await living()
    wait(10)
    Sight.last?.tell([{ isIntersecting: false }])
    wait(100)
    show('visible')
    wait(100)
    Sight.last?.tell([{ isIntersecting: true }])
    wait(5)
    expect(store.seconds()).toBe(15)
  })

  it('runs where the browser does not tell what is in sight', async () => {
    vi.stubGlobal('IntersectionObserver', undefined)
    const { store, wait } = await openPanel(Probe, portal)
    wait(10)
    expect(store.seconds()).toBe(10)
  })

  it('is looked at every minute, for the dates of the plan', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { panel, store, wait } = await openPanel(Probe, portal)
    const opened = store.moment
    wait(60)
    vi.advanceTimersByTime(60_000)
    expect(store.moment - opened).toBe(60_000)
    panel.unmount()
    wait(60)
    vi.advanceTimersByTime(60_000)
    expect(store.moment - opened).toBe(60_000)
  })
})

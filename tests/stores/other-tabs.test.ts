/** Two tabs of one browser at the same lead. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { useOtherTabs } from '../../src/stores/other-tabs.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import '../support/workplace.ts'
import { aStorage, HOT, openTab, WARM } from './lead-tab.ts'

const portal = emulatedPortal()
const KEY = 'triple-a/portal.example/4/1'

/** A tab that hears of what other tabs do to the storage. */
async function listening(storage = aStorage()) {
  const tab = await openTab(portal, { storage })
  const tabs = tab.within(useOtherTabs)
  onTestFinished(tabs.listen())
  return { ...tab, tabs, storage }
}

/** What a browser tells every tab but the one that changed its storage. */
function hears(key: string, newValue: string | null): void {
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }))
}

describe('a lead that another tab answers', () => {
  it('is told, with the answers of both kept until the manager takes the others', async () => {
    const other = aStorage()
    const first = await openTab(portal, { storage: other })
    const tab = await listening()
    tab.answer(WARM)
    first.answer(HOT)
    hears(KEY, other.get(KEY) ?? null)
    expect(tab.tabs.elsewhere.state).toBe('answering')
    expect(tab.outcome.result.code).toBe('BBA')
    tab.tabs.takeOver()
    expect(tab.outcome.result.code).toBe('AAA')
    expect(tab.tabs.elsewhere.state).toBe('nothing')
    expect(tab.storage.get(KEY)).toContain('"b2b"')
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
  })

  it('in the same way is nothing to tell', async () => {
    const other = aStorage()
    const first = await openTab(portal, { storage: other })
    const tab = await listening()
    first.answer(HOT)
    tab.answer(HOT)
    hears(KEY, other.get(KEY) ?? null)
    expect(tab.tabs.elsewhere.state).toBe('nothing')
  })

  it.each([
    ['another lead', 'triple-a/portal.example/4/2', '{}'],
    ['another user', 'triple-a/portal.example/5/1', '{}'],
    ['something that is no draft', KEY, '{"format":99}'],
  ])('is not told of %s', async (_, key, value) => {
    const tab = await listening()
    hears(key, value)
    expect(tab.tabs.elsewhere.state).toBe('nothing')
  })
})

describe('a lead that another tab saved', () => {
  it('keeps the answers here, puts their draft back, and stops at the conflict', async () => {
    const storage = aStorage()
    const first = await openTab(portal, { storage })
    const tab = await listening(storage)
    tab.answer(WARM)
    first.answer(HOT)
    await first.save()
    expect(storage.size).toBe(0)
    hears(KEY, null)
    expect(tab.tabs.elsewhere.state).toBe('saved')
    expect(storage.get(KEY)).toContain('"b2c"')
    await tab.save()
    expect(tab.saving.saving.state).toBe('conflict')
    expect(tab.outcome.result.code).toBe('BBA')
  })

  it('is shown on demand where nothing was answered', async () => {
    const storage = aStorage()
    const first = await openTab(portal, { storage })
    const tab = await listening(storage)
    first.answer(HOT)
    await first.save()
    hears(KEY, null)
    expect(await tab.tabs.show()).toBe(true)
    expect(tab.outcome.result.code).toBe('AAA')
    expect(tab.work.card?.record.title).toMatch(/^AAA /)
    expect(tab.tabs.elsewhere.state).toBe('nothing')
  })

  it('says when it cannot be shown, and offers it again', async () => {
    const tab = await listening()
    hears(KEY, null)
    await portal.faults([{ method: 'crm.item.get', kind: '403' }])
    expect(await tab.tabs.show()).toBe(false)
    expect(tab.tabs.elsewhere.state).toBe('saved')
    expect(tab.work.opening.state).toBe('ready')
  })
})

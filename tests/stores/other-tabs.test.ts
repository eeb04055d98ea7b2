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
    expect(tab.storage.get(KEY)).toContain('"b2b"')
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
  })

  it('gives back the answers that were here before, and takes the others again, as often as it is wanted', async () => {
    const other = aStorage()
    const first = await openTab(portal, { storage: other })
    const tab = await listening()
    tab.answer(WARM)
    tab.work.note('need', 'ждёт проект')
    first.answer(HOT)
    hears(KEY, other.get(KEY) ?? null)
    tab.tabs.takeOver()
    expect(tab.tabs.elsewhere.state).toBe('taken')
    tab.tabs.takeOver()
    expect(tab.outcome.result.code).toBe('BBA')
    expect(tab.work.run.notes).toEqual({ need: 'ждёт проект' })
    tab.tabs.takeOver()
    expect(tab.outcome.result.code).toBe('AAA')
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

  it('stops at the conflict also when it was shown first, and once', async () => {
    const storage = aStorage()
    const first = await openTab(portal, { storage })
    const tab = await listening(storage)
    tab.answer(WARM)
    first.answer(HOT)
    await first.save()
    hears(KEY, null)
    expect(await tab.tabs.show()).toBe(true)
    expect(await tab.tabs.show()).toBe(true)
    expect(tab.work.card?.record.title).toMatch(/^AAA /)
    expect(tab.outcome.result.code).toBe('BBA')
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'conflict', cause: 'changed' })
    const { conflicts } = tab.saving.saving.state === 'conflict' ? tab.saving.saving : { conflicts: [] }
    expect(conflicts.find(({ line }) => line.id === 'answer.budget')).toMatchObject({ before: { from: undefined }, line: { from: 'from_1m', to: 'from_100k' } })
    expect((await portal.lead(1)).title).toMatch(/^AAA /)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect((await portal.lead(1)).title).toMatch(/^BBA /)
  })

  it('is the ground for answers that are given after it was shown', async () => {
    const storage = aStorage()
    const first = await openTab(portal, { storage })
    const tab = await listening(storage)
    first.answer(HOT)
    await first.save()
    hears(KEY, null)
    await tab.tabs.show()
    tab.work.again()
    tab.answer(WARM)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
  })

  it('as a deal stops the save of answers that were given before, though it was shown', async () => {
    const tab = await listening()
    tab.answer(HOT)
    await portal.convert(1, 'manager')
    hears(KEY, null)
    await tab.tabs.show()
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'conflict', cause: 'converted' })
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

  it('is not shown while a save is under way; one that is pressed while it is shown comes after', async () => {
    const tab = await listening()
    tab.answer(HOT)
    hears(KEY, null)
    const [, shown] = await Promise.all([tab.save(), tab.tabs.show()])
    expect(shown).toBe(false)
    expect(tab.saving.saving.state).toBe('saved')
    tab.work.again()
    tab.answer(WARM)
    const asked = (await tab.requests()).length
    await Promise.all([tab.tabs.show(), tab.save(), tab.tabs.show()])
    expect((await tab.requests()).slice(asked).map(commands => commands.some(command => command.includes('item.update')))).toEqual([false, false, true])
    expect(tab.saving.saving.state).toBe('saved')
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

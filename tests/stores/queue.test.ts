// @vitest-environment node
import * as v from 'valibot'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { optionOfOpenEntry } from '../../src/portal/options.ts'
import { emulatedPortal, NOON } from '../support/emulated-portal.ts'
import { aStorage, BrowserStorage, HOT, madeOf, ONCE, openTab, oursOf, TITLE } from './lead-tab.ts'
import type { LeadTab, Place } from './lead-tab.ts'

const portal = emulatedPortal()
const made = () => madeOf(portal)
const NOTHING = { todos: 0, comments: 0, notices: 0, title: TITLE }
const WAITING = 'triple-a/portal.example/4/waiting/1'
/** What is kept of a save while its reason to wait is not known yet. */
const Begun = v.looseObject({ reason: v.string(), next: v.number() })

/** A tab whose lead is open and whose waiting saves are looked after, as on the screen. */
async function lookedAt(place: Place = {}): Promise<LeadTab> {
  const tab = await openTab(portal, place)
  tab.unfinished.begin()
  onTestFinished(() => { tab.queue.stop() })
  return tab
}

/** A save that the portal did not answer, in a tab that is closed then. */
async function leftBehind(storage: Storage, fault: Parameters<typeof portal.faults>[0][number] = { method: 'crm.item.update', kind: 'cut' }): Promise<void> {
  const tab = await openTab(portal, { storage })
  tab.answer(HOT)
  await portal.faults([fault])
  await tab.save()
  expect(tab.saving.saving.state).toBe('waits')
  await portal.faults([])
}

const settled = (tab: LeadTab) => vi.waitFor(() => { expect(tab.saving.saving.state).toBe('saved') }, { timeout: 10_000 })

/** Later than the first pause. */
const later = () => NOON + 6_000

describe('a save that waits', () => {
  it('is tried again by itself when its pause is over', async () => {
    let now = NOON
    const tab = await lookedAt({ now: () => now })
    tab.answer(HOT)
    await portal.faults([{ method: 'crm.item.update', kind: 'cut' }])
    await tab.save()
    expect(tab.queue.own).toMatchObject({ next: NOON + 5_000, tries: 1 })
    now = later()
    tab.queue.refresh()
    await settled(tab)
    expect(await made()).toEqual(ONCE)
  })

  it('waits longer after each try, and not longer than five minutes', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await portal.faults([{ method: 'crm.item.get', kind: '503', times: 99 }])
    await tab.save()
    const pauses = [tab.queue.own?.next]
    for (let tries = 2; tries <= 6; tries += 1) {
      await tab.saving.finish()
      pauses.push(tab.queue.own?.next)
    }
    expect(pauses.map(next => (next ?? 0) - NOON)).toEqual([5_000, 15_000, 45_000, 120_000, 300_000, 300_000])
    expect(await made()).toEqual(NOTHING)
  })

  it('is due at once when the connection is back', async () => {
    const tab = await lookedAt()
    tab.answer(HOT)
    await portal.faults([{ method: 'crm.item.get', kind: 'cut' }])
    await tab.save()
    tab.queue.hurry()
    await settled(tab)
  })

  it('is given up by hand: nothing is sent, nothing stays open, and the answers stay on the screen', async () => {
    const storage = aStorage()
    const tab = await openTab(portal, { storage })
    tab.answer(HOT)
    await portal.faults([{ method: 'crm.item.update', kind: 'cut' }])
    await tab.save()
    await tab.saving.drop()
    expect(tab.saving.saving.state).toBe('none')
    expect(storage.has(WAITING)).toBe(false)
    expect((await portal.snapshot()).userOptions['4']?.[optionOfOpenEntry(1)]).toBe('')
    expect(await made()).toEqual(NOTHING)
    expect(tab.work).toMatchObject({ dirty: true })
  })

  it('is replaced by a later one as long as nothing of it was sent', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await portal.faults([{ method: 'crm.item.get', kind: 'cut' }])
    await tab.save()
    tab.answer({ client_type: 'b2c' })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'saved', upToDate: true })
    expect(await made()).toEqual({ ...ONCE, title: `BAA ${TITLE}` })
  })
})

describe('a save whose page was closed', () => {
  it.each([
    ['before anything was sent', { method: 'crm.item.get', kind: 'cut' }],
    ['when the write had not arrived', { method: 'crm.item.update', kind: 'cut' }],
    ['when all was written', { method: 'crm.item.update', kind: 'cut', when: 'after' }],
    ['when a step was missing', { method: 'im.notify.personal.add', kind: '500' }],
  ] as const)('(%s) is gone on with where it was begun', async (_, fault) => {
    const storage = aStorage()
    await leftBehind(storage, fault)
    const tab = await lookedAt({ storage, now: later })
    expect(tab.work.run.answers).toMatchObject({ need: { choice: 'yes' }, client_type: { choice: 'b2b' } })
    await settled(tab)
    expect(await made()).toEqual(ONCE)
    expect([...storage.keys()]).toEqual([])
    expect((await portal.snapshot()).userOptions['4']?.['r.1']).toBe('')
  })

  it('is shown in another browser with its answers, and gone on with when the manager says so', async () => {
    await leftBehind(aStorage())
    const tab = await lookedAt({ now: later })
    expect(tab.unfinished.unfinished).toMatchObject({ state: 'elsewhere', open: { entry: { by: 4 } } })
    expect(tab.work.run.answers).toMatchObject({ need: { choice: 'yes' } })
    expect(await made()).toEqual(NOTHING)
    await tab.unfinished.goOn()
    expect(tab.saving.saving.state).toBe('saved')
    expect(tab.unfinished.unfinished.state).toBe('nothing')
    expect(await made()).toEqual(ONCE)
  })

  it('is finished in another browser by itself where the lead tells that it is written', async () => {
    await leftBehind(aStorage(), { method: 'im.notify.personal.add', kind: '500' })
    const tab = await lookedAt({ now: later })
    await settled(tab)
    expect(await made()).toEqual(ONCE)
    expect((await portal.snapshot()).userOptions['4']?.['r.1']).toBe('')
  })

  it('is told once where the record of it cannot be read, and stands in nobody’s way', async () => {
    await portal.call(await portal.as('manager'), 'user.option.set', { options: { 'r.1': '{"format":1,"entry":' } })
    const tab = await lookedAt()
    expect(tab.unfinished.unfinished).toEqual({ state: 'unreadable' })
    tab.answer(HOT)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
  })
})

describe('a save that another tab of the browser has begun', () => {
  /** Two tabs that hear of what is put into the storage that they share, without locks. */
  async function twoTabs(now = () => NOON) {
    const heard: (() => void)[] = []
    class TellingStorage extends BrowserStorage {
      override setItem(key: string, value: string): void {
        super.setItem(key, value)
        for (const hear of heard) hear()
      }
    }
    const storage = new TellingStorage()
    const [first, second] = [await lookedAt({ storage, now }), await lookedAt({ storage, now })]
    heard.push(() => { first.queue.refresh() }, () => { second.queue.refresh() })
    return { first, second }
  }

  it('is left to it, and what came of it is told there only', async () => {
    const { first, second } = await twoTabs()
    second.answer(HOT)
    await portal.rest('head', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'Моё' } })
    const before = (await second.requests()).length
    await second.save()
    expect(second.saving.saving).toMatchObject({ state: 'conflict', conflicts: [{ line: { id: 'title' } }] })
    await vi.waitFor(() => { expect(first.queue.trying).toBeUndefined() })
    expect(first.saving.saving.state).toBe('none')
    expect(await second.requests()).toHaveLength(before + 1)
  })

  it('is gone on with when that tab says nothing more of it', async () => {
    let now = NOON
    const storage = aStorage()
    const first = await lookedAt({ storage, now: () => now })
    const second = await openTab(portal, { storage, now: () => now })
    second.answer(HOT)
    await portal.faults([{ method: 'crm.item.update', kind: 'cut' }])
    await second.save()
    const { reason: _reason, next: _next, ...begun } = v.parse(Begun, JSON.parse(storage.getItem(WAITING) ?? ''))
    storage.setItem(WAITING, JSON.stringify(begun))
    first.queue.refresh()
    expect(first.queue.trying).toBeUndefined()
    now = later()
    first.queue.refresh()
    await settled(first)
    expect(await made()).toEqual(ONCE)
  })
})

describe('what waits for other leads', () => {
  it('is listed with its age and reason, is sent from there, and does not hold this lead up', async () => {
    const storage = aStorage()
    await leftBehind(storage, { method: 'crm.item.get', kind: '503', times: 3 })
    const tab = await openTab(portal, { storage, lead: 2 })
    tab.queue.refresh()
    expect(tab.queue.others).toMatchObject([{ lead: 1, waiting: { since: NOON, reason: 'busy', open: { leadTitle: TITLE, entry: { code: 'AAA' } } } }])
    tab.answer(HOT)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    await tab.queue.attempt(1, true)
    expect(tab.queue.others).toEqual([])
    expect(oursOf(await portal.snapshot(), 1).comments).toHaveLength(1)
    expect((await portal.lead(1)).title).toBe(ONCE.title)
  })

  it('goes by itself when it is due', async () => {
    const storage = aStorage()
    await leftBehind(storage)
    const tab = await lookedAt({ storage, lead: 2, now: later })
    await vi.waitFor(() => { expect(tab.queue.others).toEqual([]) }, { timeout: 10_000 })
    expect(await made()).toEqual(ONCE)
    expect(storage.size).toBe(0)
  })

  it('waits for a person where somebody changed the lead', async () => {
    const storage = aStorage()
    await leftBehind(storage)
    await portal.rest('head', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'Моё' } })
    const tab = await openTab(portal, { storage, lead: 2, now: later })
    await tab.queue.attempt(1, true)
    expect(tab.queue.others).toMatchObject([{ waiting: { reason: 'changed' } }])
    expect(tab.queue.others[0]?.waiting?.next).toBeUndefined()
    expect((await portal.lead(1)).title).toBe('Моё')
    const own = await lookedAt({ storage, now: later })
    expect(own.unfinished.unfinished.state).toBe('stopped')
    expect(own.saving.plan?.lines).toContainEqual(expect.objectContaining({ id: 'title', from: 'Моё', to: 'AAA Моё' }))
    await own.save()
    expect(own.unfinished.unfinished.state).toBe('nothing')
    expect(own.saving.saving.state).toBe('saved')
    expect((await portal.lead(1)).title).toBe('AAA Моё')
  })

  it('that cannot be read is listed as such, and can be dropped', async () => {
    const storage = aStorage()
    storage.set(WAITING, '{"open":')
    const tab = await openTab(portal, { storage, lead: 2 })
    tab.queue.refresh()
    expect(tab.queue.others).toEqual([{ lead: 1, waiting: undefined }])
    await tab.queue.drop(1)
    expect(tab.queue.others).toEqual([])
    expect(storage.size).toBe(0)
  })
})

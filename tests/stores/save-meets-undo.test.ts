// @vitest-environment node
/** A save and an undo that get into each other's way, one's own or a colleague's: nothing is overwritten unseen, nothing untrue is told. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { emulatedPortal, NOON } from '../support/emulated-portal.ts'
import { aStorage, HOT, madeOf, openTab, oursOf, TITLE, WARM } from './lead-tab.ts'
import type { LeadTab, Place } from './lead-tab.ts'

const portal = emulatedPortal()
const NOTE = 'Отменено'

/** All is written, and the answer gets lost. */
const UNANSWERED = { method: 'crm.item.update', kind: 'cut', when: 'after' } as const
/** The lead cannot be read. */
const DOWN = { method: 'crm.item.get', kind: 'cut', times: 9 } as const

const later = () => NOON + 60_000

const titleOf = async () => (await portal.lead(1)).title
/** Has the undo with this place in the history been told? */
const kindsOf = (tab: LeadTab) => tab.history.entries.map(({ content }) => content.ok && content.value.undoes !== undefined ? 'undo' : 'save')

async function byHead(fields: Readonly<Record<string, string>>): Promise<void> {
  await portal.advance(5)
  await portal.rest('head', 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields })
}

/** The best answers are written, of which the tab knows nothing. */
async function unanswered(place: Place = {}): Promise<LeadTab> {
  const tab = await openTab(portal, place)
  tab.answer(HOT)
  await portal.faults([UNANSWERED])
  await tab.save()
  await portal.faults([])
  expect(tab.saving.saving.state).toBe('waits')
  return tab
}

async function headUndoes(): Promise<LeadTab> {
  await portal.advance(5)
  const head = await openTab(portal, { user: 'head' })
  await head.undoing.undo(() => NOTE)
  expect(head.undoing.undoing.state).toBe('undone')
  return head
}

/** The best answers are saved, and their undo waits for a portal that is there again. */
async function undoWaits(place: Place = {}): Promise<LeadTab> {
  const tab = await openTab(portal, place)
  tab.answer(HOT)
  await tab.save()
  await portal.advance(5)
  await portal.faults([DOWN])
  await tab.undoing.undo(() => NOTE)
  expect(tab.undoing.undoing.state).toBe('waits')
  await portal.faults([])
  return tab
}

function begin(tab: LeadTab): void {
  tab.unfinished.begin()
  onTestFinished(() => { tab.queue.stop() })
}

describe('a save that a colleague undid before its manager knew that it was written', () => {
  it('shows what the colleague made of the lead since, and overwrites it only when told to', async () => {
    const tab = await unanswered()
    await headUndoes()
    await byHead({ title: 'Два дома' })
    await tab.saving.finish()
    expect(tab.saving.saving).toMatchObject({ state: 'conflict', cause: 'takenBack', conflicts: [{ line: { id: 'title', from: 'Два дома', to: 'AAA Два дома' } }] })
    expect(await titleOf()).toBe('Два дома')
  })

  it('shows the colleague’s own qualification', async () => {
    const tab = await unanswered()
    const head = await headUndoes()
    head.answer({ ...HOT, client_type: 'b2c' })
    await portal.advance(5)
    await head.save()
    await tab.saving.finish()
    const { saving } = tab.saving
    expect(saving.state === 'conflict' && saving.conflicts.map(({ line }) => line.id)).toEqual(expect.arrayContaining(['answer.client_type', 'code', 'title']))
    expect(await titleOf()).toBe(`BAA ${TITLE}`)
  })

  it('and brought back is saved', async () => {
    const tab = await unanswered()
    const head = await headUndoes()
    await portal.advance(5)
    await head.undoing.undo(() => 'Возвращено')
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await madeOf(portal)).toMatchObject({ todos: 1, comments: 1, title: `AAA ${TITLE}` })
  })

  it('keeps the draft of its answers where it is found out from another lead', async () => {
    const storage = aStorage()
    await unanswered({ storage })
    await headUndoes()
    const other = await openTab(portal, { storage, lead: 2 })
    other.queue.refresh()
    expect(await other.queue.attempt(1, true)).toMatchObject({ state: 'done', report: { takenBack: true } })
    const again = await openTab(portal, { storage, now: later })
    begin(again)
    expect(again.work.run.answers).toMatchObject({ need: { choice: 'yes' }, client_type: { choice: 'b2b' } })
  })

  it('is told with its answers in another browser, where it is still open', async () => {
    const storage = aStorage()
    const tab = await unanswered({ storage })
    const open = tab.queue.own?.open
    await headUndoes()
    const other = await openTab(portal, { now: later })
    other.queue.refresh()
    if (open) other.queue.put(open, false)
    await other.saving.finish()
    expect(other.saving.saving).toMatchObject({ state: 'conflict', cause: 'takenBack', conflicts: [] })
    expect(other.work.run.answers).toMatchObject({ need: { choice: 'yes' }, client_type: { choice: 'b2b' } })
  })
})

describe('a save while an undo waits', () => {
  it('stops where a colleague changed what it would write', async () => {
    const tab = await undoWaits()
    tab.answer({ need: 'no' })
    await byHead({ title: 'CCC Два дома' })
    await tab.save()
    expect(tab.undoing.undoing).toMatchObject({ state: 'undone', report: { left: [{ kind: 'title' }] } })
    const { saving } = tab.saving
    expect(saving.state === 'conflict' && saving.conflicts.map(({ line }) => line.id)).toEqual(['title'])
    expect(await titleOf()).toBe('CCC Два дома')
  })

  it('stops where a colleague saved the lead again, which the undo leaves alone', async () => {
    const tab = await undoWaits()
    const head = await openTab(portal, { user: 'head' })
    head.answer({ ...HOT, client_type: 'b2c' })
    await head.save()
    await portal.advance(5)
    tab.answer(WARM)
    await tab.save()
    expect(tab.undoing.undoing.state).toBe('superseded')
    expect(tab.saving.saving.state).toBe('conflict')
    expect(await titleOf()).toBe(`BAA ${TITLE}`)
  })

  it('says that the undo comes first where the portal stays away, and keeps the answers', async () => {
    const tab = await undoWaits()
    tab.answer(WARM)
    await portal.faults([DOWN])
    await tab.save()
    expect(tab.saving.undoFirst).toBe(true)
    await portal.faults([])
    await tab.undoing.finish()
    expect(tab.saving.undoFirst).toBe(false)
    expect(tab.work.run.answers).toMatchObject({ client_type: { choice: 'b2c' } })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(kindsOf(tab)).toEqual(['save', 'undo', 'save'])
  })

  it('that is being tried already writes when that is over', async () => {
    const tab = await undoWaits()
    tab.answer(WARM)
    const itself = tab.queue.attempt(1, false)
    await tab.save()
    await itself
    expect(tab.saving.saving.state).toBe('saved')
    expect(kindsOf(tab)).toEqual(['save', 'undo', 'save'])
  })
})

describe('an undo that waits', () => {
  it('takes back what a colleague has undone and brought back meanwhile', async () => {
    const tab = await undoWaits()
    const head = await headUndoes()
    await portal.advance(5)
    await head.undoing.undo(() => 'Возвращено')
    await portal.advance(5)
    await tab.undoing.finish()
    expect(tab.undoing.undoing.state).toBe('undone')
    expect(await titleOf()).toBe(TITLE)
  })

  it('is over, found out from another lead, when the lead was saved again', async () => {
    const storage = aStorage()
    await undoWaits({ storage })
    const head = await openTab(portal, { user: 'head' })
    head.answer({ client_type: 'b2c' })
    await head.save()
    const other = await openTab(portal, { storage, lead: 2 })
    other.queue.refresh()
    expect(await other.queue.attempt(1, true)).toMatchObject({ state: 'changed' })
    expect(other.queue.others).toEqual([])
    const again = await openTab(portal, { storage, now: later })
    begin(again)
    expect(again.unfinished.unfinished.state).toBe('nothing')
  })

  it('and is done but for its record is gone on with in another browser before anything else', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    await portal.advance(5)
    await portal.faults([{ method: 'entity.item.add', kind: '500', times: 9 }])
    await tab.undoing.undo(() => NOTE)
    await portal.faults([])
    expect(await titleOf()).toBe(TITLE)
    const other = await openTab(portal, { now: later })
    begin(other)
    expect(other.queue.own?.open.entry.undoes).toBeDefined()
    other.answer(WARM)
    await other.save()
    expect(kindsOf(other)).toEqual(['save', 'undo', 'save'])
  })
})

describe('a save that waits', () => {
  it('is told as over when another tab gives it up while it is tried', async () => {
    const storage = aStorage()
    const other = await openTab(portal, { storage })
    let isGivenUp = false
    const tab = await openTab(portal, { storage, beforeSending(methods) {
      if (isGivenUp || !methods.includes('crm.timeline.comment.list')) return
      isGivenUp = true
      other.queue.refresh()
      void other.queue.drop(1)
    } })
    isGivenUp = true
    tab.answer(HOT)
    await portal.faults([DOWN])
    await tab.save()
    await portal.faults([])
    isGivenUp = false
    await tab.saving.finish()
    expect(tab.queue.own).toBeUndefined()
    expect(tab.saving.saving.state).toBe('none')
    expect(oursOf(await portal.snapshot(), 1).comments).toEqual([])
  })

  it('sends the portal the answers that were given since once more, where the browser keeps nothing', async () => {
    const refused = (): never => { throw new DOMException('denied', 'SecurityError') }
    const storage: Storage = { length: 0, key: refused, getItem: refused, setItem: refused, removeItem: refused, clear: refused }
    const tab = await openTab(portal, { storage })
    tab.answer({ need: 'yes', urgency: 'now' })
    await portal.faults([UNANSWERED])
    await tab.save()
    await portal.faults([])
    tab.answer({ budget: 'from_1m', client_type: 'b2b' })
    await tab.work.sendDraft()
    await tab.saving.finish()
    await tab.work.sendDraft()
    const again = await openTab(portal, { storage, now: later })
    expect(again.work.run.answers).toMatchObject({ client_type: { choice: 'b2b' } })
  })
})

// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { FieldMap } from '../../src/portal/field-map.ts'
import { emulatedPortal, NOON } from '../support/emulated-portal.ts'
import { aStorage, HOT, madeOf, ONCE, openTab, TITLE, WARM } from './lead-tab.ts'
import type { LeadTab } from './lead-tab.ts'

const portal = emulatedPortal()
const made = () => madeOf(portal)

async function readyTab(): Promise<LeadTab> {
  const tab = await openTab(portal)
  tab.answer(HOT)
  return tab
}

describe('a save that was refused as a whole', () => {
  it('is known to have written nothing, and saving again writes everything once', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: '503' }])
    await tab.save()
    expect(tab.saving.saving).toEqual({ state: 'waits' })
    expect(tab.queue.own).toMatchObject({ reason: 'busy', sent: false, next: NOON + 5_000 })
    expect(await made()).toEqual({ todos: 0, comments: 0, notices: 0, title: TITLE })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })
})

describe('a save without an answer', () => {
  it('that never arrived waits, and saving again writes everything once', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'cut' }])
    await tab.save()
    expect(tab.saving.saving).toEqual({ state: 'waits' })
    expect(tab.queue.own).toMatchObject({ reason: 'unreachable', sent: true })
    expect(await made()).toEqual({ todos: 0, comments: 0, notices: 0, title: TITLE })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })

  it('that was written after all is no conflict, and saving again makes nothing twice', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'cut', when: 'after' }])
    await tab.save()
    expect(tab.saving.saving.state).toBe('waits')
    expect(tab.work.dirty).toBe(true)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect(tab.queue.own).toBeUndefined()
  })

  it('and was written in part is finished by saving again, with the to-do and the notice', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.activity.todo.add', kind: '500' }, { method: 'im.notify.personal.add', kind: 'cut', when: 'after' }])
    await tab.save()
    expect(tab.saving.saving.state).toBe('waits')
    expect(await made()).toEqual({ ...ONCE, todos: 0, notices: 0 })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect(tab.work.lead?.qualifier).toMatchObject({ id: 4 })
    expect(tab.lineIds()).toEqual([])
  })

  it('and was written is planned anew when the manager answered on', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'cut', when: 'after' }])
    await tab.save()
    tab.answer(WARM)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual({ todos: 1, comments: 2, notices: 1, title: `BBA ${TITLE}` })
  })

  it('keeps the answers', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'cut' }])
    await tab.save()
    expect(tab.outcome.result.code).toBe('AAA')
    expect(tab.work.busy).toBe(false)
    expect(tab.saving.busy).toBe(false)
  })
})

describe('a save whose writing of the lead failed without telling whether it was made', () => {
  const rename = async () => portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { title: 'Кирпич и блоки' } })

  it.each(['before', 'after'] as const)('(%s) makes nothing else, and saving again makes all of it once', async (when) => {
    const tab = await readyTab()
    await tab.work.sendDraft()
    await portal.faults([{ method: 'crm.item.update', kind: '500', when }])
    await tab.save()
    expect(tab.saving).toMatchObject({ saving: { state: 'waits' }, unfinished: true })
    expect(await made()).toMatchObject({ todos: 0, comments: 0, notices: 0 })
    await tab.saveInWords()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect(tab.lineIds()).toEqual([])
    expect((await portal.snapshot()).userOptions['4']?.['d.1']).toBe('')
  })

  it('stops at what a colleague wrote meanwhile, where it was not made', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: '500', when: 'before' }])
    await tab.save()
    await rename()
    await tab.saveInWords()
    expect(tab.saving.saving).toMatchObject({ state: 'conflict', conflicts: [{ line: { id: 'title', from: 'Кирпич и блоки' } }] })
    expect(await made()).toEqual({ todos: 0, comments: 0, notices: 0, title: 'Кирпич и блоки' })
  })

  it('leaves alone what a colleague wrote meanwhile, where it was made', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: '500', when: 'after' }])
    await tab.save()
    await rename()
    await tab.saveInWords()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual({ ...ONCE, title: 'Кирпич и блоки' })
  })

  it('repeats none of the steps that the portal did after it', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'no-result', when: 'after' }])
    await tab.save()
    expect(tab.saving.saving.state).toBe('waits')
    expect(await made()).toEqual(ONCE)
    await tab.saveInWords()
    expect(tab.saving.saving.state).toBe('saved')
    expect(tab.work.dirty).toBe(false)
    expect(await made()).toEqual(ONCE)
  })

  it('is to be finished when a step after it fails at the second try', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: '500', when: 'after' }])
    await tab.save()
    await portal.faults([{ method: 'crm.timeline.comment.add', kind: '403' }])
    await tab.saveInWords()
    expect(tab.saving).toMatchObject({ saving: { state: 'partly' }, unfinished: true })
    await tab.saveInWords()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })
})

describe('a save that cannot read the lead again', () => {
  it.each([['cut', 'unreachable'], ['503', 'busy']] as const)('(%s) writes nothing and says why', async (kind, reason) => {
    const tab = await readyTab()
    const before = await portal.snapshot()
    await portal.faults([{ method: 'crm.item.get', kind, times: 5 }])
    await tab.save()
    expect(tab.saving.saving).toEqual({ state: 'waits' })
    expect(tab.queue.own).toMatchObject({ reason, sent: false })
    expect({ ...await portal.snapshot(), userOptions: {} }).toEqual(before)
  })
})

describe('a choice that has no place in the portal', () => {
  it('stops the save before anything is written', async () => {
    const installation = await portal.installation()
    const fields: FieldMap = { ...installation.fields, choices: { ...installation.fields.choices, need: {} } }
    const tab = await openTab(portal, { installation: { ...installation, fields } })
    const before = await portal.snapshot()
    tab.answer(HOT)
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'unmapped', what: expect.stringContaining('yes') as unknown })
    expect(await portal.snapshot()).toEqual(before)
    expect(tab.saving.busy).toBe(false)
  })
})

describe('answering on while a save is under way', () => {
  it('keeps the new answer, its note and its draft for the next save', async () => {
    const storage = aStorage()
    const late: (() => void)[] = []
    const tab = await openTab(portal, { storage, beforeSending: (methods) => { if (methods.includes('crm.item.update')) late.pop()?.() } })
    tab.answer(HOT)
    late.push(() => {
      tab.work.choose('channel', 'email')
      tab.work.note('channel', 'писать после обеда')
    })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'saved', upToDate: false, run: { notes: {} } })
    expect(tab.work.dirty).toBe(true)
    expect([...storage.keys()]).toEqual(['triple-a/portal.example/4/1'])
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'saved', upToDate: true, run: { notes: { channel: 'писать после обеда' }, answers: { channel: { choice: 'email' } } } })
  })

  it('after a step that failed is not lost by finishing that step', async () => {
    const storage = aStorage()
    const tab = await openTab(portal, { storage })
    tab.answer(HOT)
    await portal.faults([{ method: 'im.notify.personal.add', kind: '500' }])
    await tab.save()
    tab.work.note('need', 'перезвонить жене')
    await tab.saving.finish()
    expect(await made()).toEqual(ONCE)
    expect(tab.work).toMatchObject({ dirty: true, run: { notes: { need: 'перезвонить жене' } } })
    expect([...storage.keys()]).toEqual(['triple-a/portal.example/4/1'])
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'saved', run: { notes: { need: 'перезвонить жене' } } })
    expect(tab.work.dirty).toBe(false)
  })
})

describe('a save that the portal refused', () => {
  it('does not call who tried the one who qualified', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: '500' }])
    await tab.save()
    expect(tab.work.lead?.qualifier).toBeUndefined()
  })

  it('because the lead is gone says so', async () => {
    const tab = await readyTab()
    await portal.rest('admin', 'crm.item.delete', { entityTypeId: 1, id: 1 })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'unread', error: { kind: 'not-found' } })
  })
})

describe('saving twice at once', () => {
  it('writes once', async () => {
    const tab = await readyTab()
    await Promise.all([tab.save(), tab.save()])
    expect(await made()).toEqual(ONCE)
    await Promise.all([tab.saving.finish(), tab.save()])
    expect(await made()).toEqual(ONCE)
  })
})

describe('a card that does not show what was written', () => {
  it.each([
    ['does not answer', () => new Promise<void>(() => undefined)],
    ['refuses', () => Promise.reject(new Error('no reloadData here'))],
  ])('and %s does not hold the save up', async (_, reload) => {
    const tab = await openTab(portal, { reload })
    tab.answer(HOT)
    await tab.save()
    expect(tab.saving).toMatchObject({ busy: false, saving: { state: 'saved' } })
  })
})

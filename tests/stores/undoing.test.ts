// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'
import { HOT, madeOf, ONCE, openTab, oursOf, TITLE, WARM } from './lead-tab.ts'
import type { LeadTab, Place } from './lead-tab.ts'

const portal = emulatedPortal()
const made = () => madeOf(portal)
const NOTE = 'Отменено'

/** The fields of a lead that Triple A writes. */
async function writtenIn(lead: number): Promise<Readonly<Record<string, unknown>>> {
  const found = await portal.lead(lead)
  return Object.fromEntries(Object.entries(found).filter(([name]) => name.startsWith('UF_CRM_ABC_') || ['title', 'stageId', 'opportunity', 'currencyId', 'isManualOpportunity'].includes(name)))
}

async function savedTab(place: Place = {}): Promise<LeadTab> {
  const tab = await openTab(portal, place)
  tab.answer(HOT)
  await tab.save()
  expect(tab.saving.saving.state).toBe('saved')
  return tab
}

describe('undoing a save', () => {
  it('gives the lead back what it held, removes the to-do, and notes it in the comment', async () => {
    const before = await writtenIn(1)
    const tab = await savedTab()
    await tab.undoing.undo(() => NOTE)
    expect(tab.undoing.undoing).toMatchObject({ state: 'undone', report: { left: [], todoLeft: undefined } })
    expect(await writtenIn(1)).toEqual(before)
    const { todos, comments } = oursOf(await portal.snapshot(), 1)
    expect(todos).toEqual([])
    expect(comments).toMatchObject([{ COMMENT: expect.stringContaining(NOTE) as unknown }])
    expect(tab.queue.own).toBeUndefined()
    expect((await portal.snapshot()).userOptions['4']?.['r.1']).toBe('')
  })

  it('shows the lead as it is then, ready to be asked again', async () => {
    const tab = await savedTab()
    await tab.undoing.undo(() => NOTE)
    expect(tab.work.run.answers).toEqual({})
    expect(tab.work.question?.id).toBe('need')
    expect(tab.history.entries.map(({ content }) => content.ok && content.value.undoes !== undefined)).toEqual([true, false])
  })

  it('can be undone: then everything is as after the save, with the to-do once', async () => {
    const tab = await savedTab()
    const after = await writtenIn(1)
    await tab.undoing.undo(() => NOTE)
    await tab.undoing.undo(() => 'Возвращено')
    expect(tab.undoing.undoing.state).toBe('undone')
    expect(await writtenIn(1)).toEqual(after)
    expect(await made()).toEqual(ONCE)
    await tab.undoing.undo(() => NOTE)
    expect(await made()).toEqual({ todos: 0, comments: 1, notices: 1, title: TITLE })
    expect(oursOf(await portal.snapshot(), 1).comments[0]?.COMMENT.split(NOTE)).toHaveLength(3)
  })

  it('of a second qualification brings the first one back, with its to-do', async () => {
    const tab = await savedTab()
    const first = await writtenIn(1)
    const [todo] = oursOf(await portal.snapshot(), 1).todos
    await portal.advance(60)
    tab.work.again()
    tab.answer(WARM)
    await tab.save()
    expect((await portal.lead(1)).title).toBe(`BBA ${TITLE}`)
    await tab.undoing.undo(() => NOTE)
    expect(await writtenIn(1)).toEqual(first)
    const { SUBJECT, DESCRIPTION, DEADLINE, ID } = todo ?? {}
    expect(oursOf(await portal.snapshot(), 1).todos).toMatchObject([{ SUBJECT, DESCRIPTION, DEADLINE, ID }])
  })

  it('leaves what somebody changed since, and says so', async () => {
    const tab = await savedTab()
    await portal.advance(5)
    await portal.rest('head', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'Моё' } })
    await tab.undoing.undo(() => NOTE)
    expect(tab.undoing.undoing).toMatchObject({ state: 'undone', report: { left: [{ kind: 'title' }] } })
    expect(await portal.lead(1)).toMatchObject({ title: 'Моё', UF_CRM_ABC_CODE: null })
  })

  it('leaves a to-do that is done', async () => {
    const tab = await savedTab()
    const [todo] = oursOf(await portal.snapshot(), 1).todos
    await portal.rest('manager', 'crm.activity.update', { id: todo?.ID, fields: { COMPLETED: 'Y' } })
    await tab.undoing.undo(() => NOTE)
    expect(tab.undoing.undoing).toMatchObject({ state: 'undone', report: { todoLeft: 'done' } })
    expect(oursOf(await portal.snapshot(), 1).todos).toMatchObject([{ COMPLETED: 'Y' }])
  })

  it('goes on without a to-do that may not be removed, and names it', async () => {
    const tab = await savedTab()
    await portal.faults([{ method: 'crm.activity.delete', kind: '403', times: 9 }])
    await tab.undoing.undo(() => NOTE)
    const { undoing } = tab.undoing
    expect(undoing).toMatchObject({ state: 'undone', report: { entry: { todo: { id: expect.any(Number) as unknown } } } })
    expect(undoing.state === 'undone' && undoing.report.steps.filter(({ state }) => state === 'failed')).toMatchObject([{ step: 'todo', error: { kind: 'not-allowed' } }])
    expect((await portal.lead(1)).title).toBe(TITLE)
    expect((await portal.snapshot()).userOptions['4']?.['r.1']).toBe('')
  })

  it('waits where the portal does not answer, and is finished once', async () => {
    const before = await writtenIn(1)
    const tab = await savedTab()
    await portal.advance(5)
    await portal.faults([{ method: 'crm.activity.delete', kind: 'cut', when: 'after' }])
    await tab.undoing.undo(() => NOTE)
    expect(tab.undoing.undoing.state).toBe('waits')
    await tab.undoing.finish()
    expect(tab.undoing.undoing.state).toBe('undone')
    expect(await writtenIn(1)).toEqual(before)
    const { todos, comments } = oursOf(await portal.snapshot(), 1)
    expect(todos).toEqual([])
    expect(comments[0]?.COMMENT.split(NOTE)).toHaveLength(2)
    expect(tab.history.entries).toHaveLength(2)
  })

  it('that waits is finished by the next save, which then writes what was answered since', async () => {
    const tab = await savedTab()
    await portal.advance(5)
    await portal.faults([{ method: 'crm.activity.delete', kind: 'cut', when: 'after' }])
    await tab.undoing.undo(() => NOTE)
    tab.answer(WARM)
    await tab.save()
    expect(tab.undoing.undoing.state).toBe('undone')
    expect(tab.saving.saving.state).toBe('saved')
    expect(tab.history.entries.map(({ content }) => content.ok && content.value.undoes !== undefined)).toEqual([false, true, false])
    expect(oursOf(await portal.snapshot(), 1)).toMatchObject({ todos: [{}], comments: [{ COMMENT: expect.stringContaining(NOTE) as unknown }, {}] })
    expect((await portal.lead(1)).title).toBe(`${tab.outcome.result.code} ${TITLE}`)
  })

  it('of a colleague’s save takes it back under one’s own name', async () => {
    await savedTab()
    const tab = await openTab(portal, { user: 'head' })
    await tab.undoing.undo(() => NOTE)
    expect(tab.undoing.undoing.state).toBe('undone')
    expect(tab.history.entries).toMatchObject([{ by: PEOPLE.head }, { by: PEOPLE.manager }])
    expect((await portal.lead(1)).title).toBe(TITLE)
  })

  it('is not offered to whoever may only read', async () => {
    await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { opened: 'Y' } })
    await savedTab()
    const tab = await openTab(portal, { user: 'manager2' })
    expect(tab.history.entries).toHaveLength(1)
    expect(tab.undoing.offered).toBeUndefined()
  })
})

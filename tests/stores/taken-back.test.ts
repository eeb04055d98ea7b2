// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'
import { HOT, madeOf, openTab, oursOf, TITLE } from './lead-tab.ts'

const portal = emulatedPortal()

describe('an entry that waits though it was done', () => {
  it('is not done again after a colleague undid it, which is told, and its answers can be saved anew', async () => {
    const mine = await openTab(portal)
    mine.answer(HOT)
    await portal.faults([{ method: 'crm.item.update', kind: 'cut', when: 'after' }])
    await mine.save()
    expect(mine.saving.saving.state).toBe('waits')
    await portal.advance(5)
    const theirs = await openTab(portal, { user: 'head' })
    await theirs.undoing.undo(() => 'Отменено')
    expect(theirs.undoing.undoing.state).toBe('undone')
    await mine.saving.finish()
    expect(await madeOf(portal)).toMatchObject({ todos: 0, comments: 1, title: TITLE })
    expect(mine.queue.own).toBeUndefined()
    expect(mine.saving.saving).toMatchObject({ state: 'conflict', conflicts: [], cause: 'takenBack' })
    expect(mine.history.entries).toMatchObject([{ by: PEOPLE.head }, { by: PEOPLE.manager }])
    await mine.save()
    expect(mine.saving.saving.state).toBe('saved')
    expect(await madeOf(portal)).toMatchObject({ todos: 1, comments: 2, title: `AAA ${TITLE}` })
  })

  it('leaves a title that a colleague put back by hand', async () => {
    const mine = await openTab(portal)
    mine.answer(HOT)
    await portal.faults([{ method: 'crm.item.update', kind: 'cut', when: 'after' }])
    await mine.save()
    await portal.rest('head', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: TITLE } })
    await mine.saving.finish()
    expect((await portal.lead(1)).title).toBe(TITLE)
  })
})

describe('an undo', () => {
  it('takes no pieces out of a save that a colleague made on top, and says so', async () => {
    const mine = await openTab(portal)
    mine.answer(HOT)
    await mine.save()
    await portal.advance(5)
    const theirs = await openTab(portal, { user: 'head' })
    theirs.work.again()
    theirs.answer({ client_type: 'b2c' })
    await theirs.save()
    const before = await portal.lead(1)
    await mine.undoing.undo(() => 'Отменено')
    expect(mine.undoing.undoing).toEqual({ state: 'superseded' })
    expect(await portal.lead(1)).toEqual(before)
    expect(mine.queue.own).toBeUndefined()
    expect((await portal.snapshot()).userOptions['4']?.['r.1']).toBe('')
  })

  it('leaves a to-do into which somebody wrote', async () => {
    const mine = await openTab(portal)
    mine.answer(HOT)
    await mine.save()
    const [todo] = oursOf(await portal.snapshot(), 1).todos
    await portal.rest('head', 'crm.activity.update', { id: todo?.ID, fields: { DESCRIPTION: `${todo?.DESCRIPTION ?? ''}\nИ спросить про доставку` } })
    await mine.undoing.undo(() => 'Отменено')
    expect(mine.undoing.undoing).toMatchObject({ state: 'undone', report: { todoLeft: 'changed' } })
    expect(oursOf(await portal.snapshot(), 1).todos).toHaveLength(1)
  })
})

describe('a save that is given up while it is tried', () => {
  it('writes nothing and leaves nothing open', async () => {
    const tab = await openTab(portal, { beforeSending: (methods) => { if (methods.includes('crm.timeline.comment.list')) given.splice(0).forEach((give) => { give() }) } })
    const given = [() => { void tab.queue.drop(1) }]
    tab.answer(HOT)
    await tab.save()
    expect(await madeOf(portal)).toMatchObject({ todos: 0, comments: 0, title: TITLE })
    expect(tab.queue.own).toBeUndefined()
    expect((await portal.snapshot()).userOptions['4']?.['r.1']).toBe('')
  })
})

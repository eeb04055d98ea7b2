// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { FieldMap } from '../../src/portal/field-map.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { aStorage, HOT, openTab, oursOf, WARM } from './lead-tab.ts'
import type { LeadTab } from './lead-tab.ts'

const portal = emulatedPortal()

async function readyTab(): Promise<LeadTab> {
  const tab = await openTab(portal)
  tab.answer(HOT)
  return tab
}

/** How often everything was made that a hot lead gets. */
async function made() {
  const snapshot = await portal.snapshot()
  const { todos, comments } = oursOf(snapshot, 1)
  return { todos: todos.length, comments: comments.length, notices: snapshot.notices.length, title: (await portal.lead(1)).title }
}

const TITLE = 'Кирпич для дома в Павловске'
const ONCE = { todos: 1, comments: 1, notices: 1, title: `AAA ${TITLE}` }

function states(tab: LeadTab): Readonly<Record<string, string>> {
  const { saving } = tab.saving
  return 'report' in saving ? Object.fromEntries(saving.report.steps.map(({ step, state }) => [step, state])) : {}
}

describe('a save of which one step fails', () => {
  it('says what is done, what failed and what did not run, and finishing does the rest once', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '403' }])
    await tab.save()
    expect(tab.saving.saving.state).toBe('partly')
    expect(states(tab)).toEqual({ update: 'done', comment: 'done', todo: 'done', notice: 'failed', draft: 'not-run' })
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect((await tab.requests()).at(-1)).toEqual(['im.notify.personal.add', 'user.option.set'])
    expect(tab.lineIds()).toEqual([])
  })

  it('is finished from the comment on without writing the lead again', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.timeline.comment.add', kind: '500' }])
    await tab.save()
    expect(states(tab)).toEqual({ update: 'done', comment: 'failed', todo: 'not-run', notice: 'not-run', draft: 'not-run' })
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect((await tab.requests()).filter(commands => commands.includes('crm.item.update'))).toHaveLength(1)
  })

  it('at the lead itself makes nothing else, and finishing makes all of it', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: '403' }])
    await tab.save()
    expect(states(tab)).toEqual({ update: 'failed', comment: 'not-run', todo: 'not-run', notice: 'not-run', draft: 'not-run' })
    expect(await made()).toEqual({ todos: 0, comments: 0, notices: 0, title: TITLE })
    await tab.saving.finish()
    expect(await made()).toEqual(ONCE)
    expect(tab.saving.saving.state).toBe('saved')
  })

  it('can fail again and is still finished once', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '500', times: 2 }])
    await tab.save()
    await tab.saving.finish()
    expect(states(tab)).toEqual({ update: 'done', comment: 'done', todo: 'done', notice: 'failed', draft: 'not-run' })
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })

  it('whose to-do was made though its answer is lost is finished with the same to-do', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.activity.todo.add', kind: 'no-result', when: 'after' }])
    await tab.save()
    expect(states(tab)).toMatchObject({ todo: 'failed', notice: 'done' })
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })

  it('stays to be finished when finishing gets no answer, and is then finished once', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.activity.todo.add', kind: '500' }])
    await tab.save()
    await portal.faults([{ method: 'crm.activity.todo.add', kind: 'cut', when: 'after' }])
    await tab.saving.finish()
    expect(states(tab)).toEqual({ update: 'done', comment: 'done', todo: 'failed', notice: 'failed', draft: 'failed' })
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })

  it('keeps its draft until everything is done', async () => {
    const tab = await readyTab()
    await tab.work.sendDraft()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '500' }])
    await tab.save()
    expect((await portal.snapshot()).userOptions['4']?.['d.1']).not.toBe('')
    await tab.saving.finish()
    expect((await portal.snapshot()).userOptions['4']?.['d.1']).toBe('')
  })

  it('leaves the next save in the same tab without a false conflict', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.timeline.comment.add', kind: '500' }])
    await tab.save()
    await tab.saving.finish()
    tab.work.again()
    tab.answer(WARM)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(oursOf(await portal.snapshot(), 1).todos).toHaveLength(1)
  })
})

describe('a field that the portal does not keep', () => {
  it('is named, though the portal reported no error', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'drop-field', field: 'UF_CRM_ABC_CODE' }])
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'partly', report: { ignored: [{ id: 'code', to: 'AAA' }] } })
    expect(Object.values(states(tab))).toEqual(['done', 'done', 'done', 'done', 'done'])
  })

  it('leaves nothing to finish, and is offered again', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'drop-field', field: 'UF_CRM_ABC_CODE' }])
    await tab.save()
    const asked = (await tab.requests()).length
    await tab.saving.finish()
    expect(await tab.requests()).toHaveLength(asked)
    expect(tab.saving.saving.state).toBe('partly')
    expect(tab.lineIds()).toContain('code')
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await portal.lead(1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', title: ONCE.title })
    expect(oursOf(await portal.snapshot(), 1).todos).toHaveLength(1)
  })

  it('is still named when another step is finished', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'drop-field', field: 'UF_CRM_ABC_CODE' }, { method: 'im.notify.personal.add', kind: '500' }])
    await tab.save()
    await tab.saving.finish()
    expect(tab.saving.saving).toMatchObject({ state: 'partly', report: { ignored: [{ id: 'code' }] } })
    expect(await made()).toEqual(ONCE)
  })

  it('that is gone is named too', async () => {
    const tab = await readyTab()
    const field = (await portal.snapshot()).userfields.find(one => one.FIELD_NAME === 'UF_CRM_ABC_COEFFICIENT')
    await portal.call(await portal.as('admin'), 'crm.lead.userfield.delete', { id: field?.id ?? 0 })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'partly', report: { ignored: [{ id: 'coefficient', to: 4 }] } })
  })
})

describe('a save without an answer', () => {
  it('that never arrived is unsure, and saving again writes everything once', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'cut' }])
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'unsure', error: { kind: 'unreachable' } })
    expect(await made()).toEqual({ todos: 0, comments: 0, notices: 0, title: TITLE })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })

  it('that was written after all is no conflict, and saving again makes no second to-do and no second notice', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'cut', when: 'after' }])
    await tab.save()
    expect(tab.saving.saving.state).toBe('unsure')
    expect(tab.work.dirty).toBe(true)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    // a comment more is the price of not reading the whole timeline
    expect(await made()).toEqual({ ...ONCE, comments: 2 })
  })

  it('and was written in part is finished by saving again, with the to-do and the notice', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.activity.todo.add', kind: '500' }, { method: 'im.notify.personal.add', kind: 'cut', when: 'after' }])
    await tab.save()
    expect(tab.saving.saving.state).toBe('unsure')
    expect(await made()).toEqual({ ...ONCE, todos: 0, notices: 0 })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual({ ...ONCE, comments: 2 })
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

describe('a save that cannot read the lead again', () => {
  it.each([['cut', 'unreachable'], ['503', 'busy']] as const)('(%s) writes nothing and says why', async (kind, reason) => {
    const tab = await readyTab()
    const before = await portal.snapshot()
    await portal.faults([{ method: 'crm.item.get', kind, times: 5 }])
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'unread', error: { kind: reason } })
    expect(await portal.snapshot()).toEqual(before)
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
    expect(tab.work.dirty).toBe(true)
    expect(storage.size).toBe(1)
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'saved', run: { notes: { channel: 'писать после обеда' }, answers: { channel: { choice: 'email' } } } })
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
    expect(storage.size).toBe(1)
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

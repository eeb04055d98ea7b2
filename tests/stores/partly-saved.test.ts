// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { aStorage, HOT, madeOf, ONCE, openTab, oursOf, TITLE, WARM } from './lead-tab.ts'
import type { LeadTab } from './lead-tab.ts'

const portal = emulatedPortal()
const made = () => madeOf(portal)

/** What is left to be sent when the notice failed. */
const REST = ['im.notify.personal.add', 'entity.item.add', 'user.option.set']

async function readyTab(): Promise<LeadTab> {
  const tab = await openTab(portal)
  tab.answer(HOT)
  // with a draft in the portal the save has all its steps
  await tab.work.sendDraft()
  return tab
}

async function removeField(name: string): Promise<void> {
  const field = (await portal.snapshot()).userfields.find(one => one.FIELD_NAME === name)
  await portal.call(await portal.as('admin'), 'crm.lead.userfield.delete', { id: field?.id ?? 0 })
}

function runOfLead(lead: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(String(lead['UF_CRM_ABC_RUN']))
}

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
    expect(states(tab)).toEqual({ update: 'done', comment: 'done', todo: 'done', notice: 'failed', journal: 'not-run', close: 'not-run' })
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect((await tab.requests()).at(-1)).toEqual(REST)
    expect(tab.lineIds()).toEqual([])
  })

  it('is finished from the comment on without writing the answers again', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.timeline.comment.add', kind: '403' }])
    await tab.save()
    expect(states(tab)).toEqual({ update: 'done', comment: 'failed', todo: 'not-run', notice: 'not-run', journal: 'not-run', close: 'not-run' })
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect(runOfLead(await portal.lead(1))).toMatchObject({ tries: 2 })
  })

  it('at the lead itself is a refusal that wrote nothing, and saving again makes all of it', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: '403' }])
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'refused', error: { kind: 'not-allowed' } })
    expect(await made()).toEqual({ todos: 0, comments: 0, notices: 0, title: TITLE })
    await tab.save()
    expect(await made()).toEqual(ONCE)
    expect(tab.saving.saving.state).toBe('saved')
  })

  it('is finished, not planned anew, by the key that saves', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '403' }])
    await tab.save()
    expect(tab.saving.unfinished).toBe(true)
    await tab.saveInWords()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect((await tab.requests()).at(-1)).toEqual(REST)
  })

  it('can fail again and is still finished once', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '403', times: 2 }])
    await tab.save()
    await tab.saving.finish()
    expect(states(tab)).toEqual({ update: 'done', comment: 'done', todo: 'done', notice: 'failed', journal: 'not-run', close: 'not-run' })
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })

  it('whose to-do was made though its answer is lost is finished with the same to-do', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.activity.todo.add', kind: 'no-result', when: 'after' }])
    await tab.save()
    expect(tab.saving.saving.state).toBe('waits')
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
    expect(tab.saving.saving.state).toBe('waits')
    await tab.saving.finish()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })

  it('keeps its draft until everything is done', async () => {
    const tab = await readyTab()
    await tab.work.sendDraft()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '403' }])
    await tab.save()
    expect((await portal.snapshot()).userOptions['4']?.['d.1']).not.toBe('')
    await tab.saving.finish()
    expect((await portal.snapshot()).userOptions['4']?.['d.1']).toBe('')
  })

  it('leaves the next save in the same tab without a false conflict', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.timeline.comment.add', kind: '403' }])
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
  it('is written once more at once', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'drop-field', field: 'UF_CRM_ABC_CODE' }])
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await portal.lead(1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', title: ONCE.title })
    expect(await made()).toEqual(ONCE)
  })

  it('is named where that does not help, leaves nothing to finish, and is offered again', async () => {
    const tab = await readyTab()
    await portal.faults([{ method: 'crm.item.update', kind: 'drop-field', field: 'UF_CRM_ABC_CODE', times: 2 }])
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'partly', report: { ignored: [{ field: 'code', to: 'AAA' }] } })
    expect(new Set(Object.values(states(tab)))).toEqual(new Set(['done']))
    expect(await made()).toEqual(ONCE)
    const asked = (await tab.requests()).length
    await tab.saving.finish()
    expect(await tab.requests()).toHaveLength(asked)
    expect(tab.lineIds()).toContain('code')
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await portal.lead(1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', title: ONCE.title })
    expect(oursOf(await portal.snapshot(), 1).todos).toHaveLength(1)
  })

  it('because the portal has lost it is named, the rest is saved, and it is no reason to save again', async () => {
    const storage = aStorage()
    const tab = await openTab(portal, { storage })
    tab.answer(HOT)
    await removeField('UF_CRM_ABC_NEED')
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'partly', report: { ignored: [], lost: [{ kind: 'answer', question: 'need' }] } })
    expect(await made()).toEqual(ONCE)
    expect(storage.size).toBe(0)
    expect(tab.work.card?.absent).toEqual(['UF_CRM_ABC_NEED'])
    expect(tab.lineIds()).toEqual([])
    const next = await openTab(portal)
    expect(next.work.card?.absent).toEqual(['UF_CRM_ABC_NEED'])
    expect(next.work.run.answers['need']).toEqual({ kind: 'choice', choice: 'yes' })
    expect(next.lineIds()).toEqual([])
  })

  it('and that held the record of the run leaves the draft', async () => {
    const storage = aStorage()
    const tab = await openTab(portal, { storage })
    tab.answer(HOT)
    await removeField('UF_CRM_ABC_RUN')
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'partly', report: { ignored: [{ kind: 'record' }], lost: [] } })
    expect(storage.size).toBe(1)
  })
})

// @vitest-environment node
/** What a portal may do between the first answer and the save: nothing is lost, and each has its own end. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { publish } from '../../src/portal/setup/publish.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { aStorage, HOT, itemId, madeOf, ONCE, openTab, TITLE } from './lead-tab.ts'
import type { LeadTab } from './lead-tab.ts'

const portal = emulatedPortal()
const made = () => madeOf(portal)
const NOTHING = { todos: 0, comments: 0, notices: 0, title: TITLE }
const STAGED: QuestionSet = { ...DEFAULT_SET, stages: { A: 'IN_PROCESS', B: 'IN_PROCESS', C: 'IN_PROCESS' } }

async function control(path: 'rules' | 'convert', body: unknown): Promise<void> {
  const answer = await fetch(`${portal.url()}/emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
}

async function answered(storage = aStorage()): Promise<LeadTab> {
  const tab = await openTab(portal, { storage })
  tab.answer(HOT)
  return tab
}

describe('the app of a user', () => {
  it('to whom the administrator gave no access is not taken for a closed lead', async () => {
    await control('rules', { noAccess: ['manager'] })
    const sent = await (await portal.as('manager')).send({ me: { method: 'profile', params: {} } }, { halt: false })
    expect(sent).toMatchObject({ ok: false, error: { kind: 'no-access', code: 'user_access_error' } })
  })

  it('on a plan without REST says so', async () => {
    await control('rules', { plan: 'none' })
    const sent = await (await portal.as('manager')).send({ me: { method: 'profile', params: {} } }, { halt: false })
    expect(sent).toMatchObject({ ok: false, error: { kind: 'no-rest' } })
  })

  it('that loses its access while answering writes nothing and keeps the draft', async () => {
    const storage = aStorage()
    const tab = await answered(storage)
    await control('rules', { noAccess: ['manager'] })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'unread', error: { kind: 'no-access' } })
    expect([...storage.keys()]).toContain('triple-a/portal.example/4/1')
    expect(tab.outcome.result.code).toBe('AAA')
  })
})

describe('a portal without leads', () => {
  it('is noticed by the request that opens the lead', async () => {
    await control('rules', { simpleMode: true })
    const tab = await openTab(portal)
    expect(tab.work.lead?.withoutLeads).toBe(true)
    expect(await tab.requests()).toHaveLength(1)
  })
})

describe('a lead that became a deal', () => {
  it('while it was answered stops the save once, and is then saved into the lead', async () => {
    const tab = await answered()
    await control('convert', { lead: 1, user: 'manager' })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'conflict', cause: 'converted' })
    expect(await made()).toEqual(NOTHING)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect((await portal.lead(1)).title).toBe(ONCE.title)
  })

  it('before it was opened is known, and its save does not stop', async () => {
    await control('convert', { lead: 1, user: 'manager' })
    const tab = await answered()
    expect(tab.work.card?.converted).toBe(true)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
  })
})

describe('a required field that is empty', () => {
  it('is named as the portal names it, nothing is written, and saving again works when it is filled', async () => {
    await control('rules', { requiredFields: ['sourceDescription'] })
    const tab = await answered()
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'refused', error: { code: 'CRM_FIELD_ERROR_REQUIRED' }, refusal: { kind: 'required' } })
    expect(await made()).toEqual(NOTHING)
    await control('rules', { requiredFields: false })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })
})

describe('a stage that the portal refuses', () => {
  it('can be left out, and the rest is saved once', async () => {
    const installation = await portal.installation()
    await control('rules', { stages: { refuse: ['IN_PROCESS'] } })
    const tab = await openTab(portal, { installation: { ...installation, sets: [STAGED] } })
    tab.answer(HOT)
    expect(tab.lineIds()).toContain('stage')
    await tab.save()
    const { saving } = tab.saving
    expect(saving).toMatchObject({ state: 'refused', refusal: { kind: 'stage', lines: [{ id: 'stage', to: 'IN_PROCESS' }] } })
    expect(await made()).toEqual(NOTHING)
    tab.saving.leaveOut(['stage'])
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect((await portal.lead(1)).stageId).toBe('NEW')
  })
})

describe('a list item', () => {
  async function items(change: (item: { readonly ID: string; readonly XML_ID: string }) => Record<string, string>): Promise<void> {
    const field = (await portal.snapshot()).userfields.find(one => one.FIELD_NAME === 'UF_CRM_ABC_NEED')
    const done = await portal.rest('admin', 'crm.lead.userfield.update', { id: field?.id, fields: { LIST: field?.LIST.map(change) } })
    expect(done.http).toBe(200)
  }

  it('that was renamed takes its answer all the same', async () => {
    await items(({ ID }) => ({ ID, VALUE: `Переименован ${ID}` }))
    const tab = await answered()
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    const snapshot = await portal.snapshot()
    expect((await portal.lead(1))['UF_CRM_ABC_NEED']).toBe(itemId(snapshot, 'UF_CRM_ABC_NEED', 'ABC_NEED_YES'))
  })

  it('that was deleted is named, nothing is written, and the rest can be saved without it', async () => {
    const tab = await answered()
    await items(({ ID, XML_ID }): Record<string, string> => XML_ID === 'ABC_NEED_YES' ? { ID, DEL: 'Y' } : { ID })
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'refused', refusal: { kind: 'value', lines: [{ id: 'answer.need' }] } })
    expect(await made()).toEqual(NOTHING)
    tab.saving.leaveOut(['answer.need'])
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
  })
})

describe('a version published while the lead was answered', () => {
  it('is told, and the run ends with its own', async () => {
    const { fields, settings } = await portal.installation()
    const tab = await answered()
    expect(await publish(await portal.as('admin'), [{ ...DEFAULT_SET, version: 2 }], fields, settings.zone)).toMatchObject({ ok: true })
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(tab.standing.newer).toBe('default@2')
    expect((await portal.lead(1))['UF_CRM_ABC_SET']).toBe('default@1')
  })

  it('of another set in its place says that this one is no longer in force', async () => {
    const { fields, settings } = await portal.installation()
    const tab = await answered()
    await publish(await portal.as('admin'), [{ ...DEFAULT_SET, id: 'other' }], fields, settings.zone)
    await tab.save()
    expect(tab.standing.newer).toBe('none')
  })

  it('is nothing new when nothing was published', async () => {
    const tab = await answered()
    await tab.save()
    expect(tab.standing.newer).toBeUndefined()
  })
})

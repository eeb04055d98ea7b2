/** List items on the portal are called what the choices of the sets in force are called. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { QuestionSet, SetDraft } from '../../../src/domain/question-set.ts'
import { setChoiceText } from '../../../src/domain/set-edit/choices.ts'
import type { Portal } from '../../../src/portal/portal.ts'
import { publishSet } from '../../../src/portal/sets/publishing.ts'
import { lookAtPublishing, lookAtReturning } from '../../../src/portal/sets/publishing-plan.ts'
import type { Wishes } from '../../../src/portal/setup/as-is.ts'
import { bring, look, takeBack } from '../../../src/portal/setup/checklist.ts'
import { APP_URL, emulatedPortal } from '../../support/emulated-portal.ts'

const portal = emulatedPortal()
const WISHES: Wishes = { sets: [DEFAULT_SET], zone: 'Europe/Moscow', handler: `${APP_URL}index.html`, language: 'ru' }
const FIELD = 'UF_CRM_ABC_NEED'
/** Quotes of all kinds, a bracket, an emoji, an ampersand. */
const WORDS = 'Есть «боль» & "спешка" <срочно> 🔥 it’s'

const field = async () => {
  const found = (await portal.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === FIELD)
  if (!found) throw new Error(`the portal has no ${FIELD}`)
  return found
}
const list = async () => (await field()).LIST.map(({ ID, VALUE, XML_ID }) => [Number(ID), VALUE, XML_ID])
const renamed = (words: string, set: SetDraft = DEFAULT_SET) => setChoiceText(set, 'need', 'yes', 'label', 'ru', words)

async function callItem(admin: Portal, words: string): Promise<void> {
  const { id, LIST: [first] } = await field()
  await portal.call(admin, 'crm.lead.userfield.update', { id, fields: { LIST: [{ ID: first?.ID ?? '', VALUE: words, XML_ID: first?.XML_ID ?? '' }] } })
}

async function labels(admin: Portal, wishes = WISHES) {
  const looked = await look(admin, wishes)
  if (!looked.ok) throw new Error(looked.error.kind)
  return looked.value.items.labels
}

async function publish(admin: Portal, set: SetDraft, base = 1) {
  const plan = await lookAtPublishing(admin, { set, base }, 'Europe/Moscow')
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return { plan: plan.value, done: await publishSet(admin, plan.value) }
}

describe('publishing a renamed choice', () => {
  it('renames the item and nothing else of the list, and leads keep what they hold', async () => {
    const admin = await portal.as('admin')
    const [first, ...rest] = await list()
    await portal.call(admin, 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { [FIELD]: first?.[0] ?? '' } })
    const { plan, done } = await publish(admin, renamed(WORDS))
    expect(plan.renamed).toMatchObject([{ wanted: { code: FIELD }, item: { label: WORDS }, now: first?.[1] }])
    expect(done).toEqual({ ok: true, value: 'default@2' })
    expect(await list()).toEqual([[first?.[0], WORDS, first?.[2]], ...rest])
    expect((await portal.snapshot()).leads.find(({ id }) => id === 1)).toMatchObject({ [FIELD]: first?.[0] })
    expect(await labels(admin)).toMatchObject({ state: 'there', notes: [], requests: [] })
  })

  it('is taken back with the version before', async () => {
    const admin = await portal.as('admin')
    const before = await list()
    await publish(admin, renamed(WORDS))
    const plan = await lookAtReturning(admin, 'default@1', 'default@2', 'Europe/Moscow')
    expect(plan.ok && await publishSet(admin, plan.value)).toEqual({ ok: true, value: 'default@1' })
    expect(await list()).toEqual(before)
  })

  it('leaves an item alone that somebody named by hand on the portal', async () => {
    const admin = await portal.as('admin')
    await callItem(admin, 'Горит')
    const { plan } = await publish(admin, renamed(WORDS))
    expect(plan.renamed).toEqual([])
    expect((await list())[0]).toContain('Горит')
  })

  it('leaves an item alone that another set in force names otherwise', async () => {
    const admin = await portal.as('admin')
    const other: QuestionSet = { ...DEFAULT_SET, id: 'other' }
    const plan = await lookAtPublishing(admin, { set: other }, 'Europe/Moscow')
    expect(plan.ok && await publishSet(admin, plan.value)).toMatchObject({ ok: true })
    const before = await list()
    expect((await publish(admin, renamed(WORDS, other))).plan.renamed).toEqual([])
    expect(await list()).toEqual(before)
  })

  it('keeps the version before in force where the portal refuses the new words, and does the rest when asked again', async () => {
    const admin = await portal.as('admin')
    await portal.faults([{ method: 'crm.lead.userfield.update', kind: '403', when: 'before', times: 1 }])
    expect((await publish(admin, renamed(WORDS))).done).toMatchObject({ ok: false, error: { kind: 'portal', error: { kind: 'not-allowed' } } })
    expect((await portal.installation()).sets).toMatchObject([{ version: 1 }])
    expect((await publish(admin, renamed(WORDS))).done).toEqual({ ok: true, value: 'default@2' })
    expect((await list())[0]).toContain(WORDS)
  })
})

describe('an item that was named by hand', () => {
  it('gets the words of its choice, and back those that it had', async () => {
    const admin = await portal.as('admin')
    await callItem(admin, WORDS)
    const before = await list()
    expect(await labels(admin)).toMatchObject({ state: 'differs', notes: [{ kind: 'item-renamed', now: WORDS }] })
    const id = Number(before[0]?.[0])
    const wishes = { ...WISHES, formerLabels: { [id]: WORDS } }
    expect(await bring(admin, wishes, 'labels')).toMatchObject({ ok: true })
    expect((await list())[0]?.[1]).not.toBe(WORDS)
    expect(await takeBack(admin, wishes, 'labels')).toMatchObject({ ok: true })
    expect(await list()).toEqual(before)
    expect((await labels(admin, wishes)).undo).toBeUndefined()
  })

  it('is not told apart by spaces at the ends, which portals cut', async () => {
    const admin = await portal.as('admin')
    const [first] = await list()
    await publish(admin, renamed(`  ${String(first?.[1])} `))
    expect(await labels(admin)).toMatchObject({ state: 'there' })
  })
})

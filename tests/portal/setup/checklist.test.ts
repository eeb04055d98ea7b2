import { describe, expect, it } from 'vitest'
import { BANT } from '../../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { PRESETS } from '../../../src/domain/presets/all.ts'
import type { QuestionSet } from '../../../src/domain/question-set.ts'
import type { Portal } from '../../../src/portal/portal.ts'
import type { Wishes } from '../../../src/portal/setup/as-is.ts'
import { bring, bringAll, look, requestsFor, takeBack } from '../../../src/portal/setup/checklist.ts'
import type { Checklist } from '../../../src/portal/setup/checklist.ts'
import { ITEMS, NEEDED_ITEMS } from '../../../src/portal/setup/item.ts'
import { APP_URL, emulatedPortal } from '../../support/emulated-portal.ts'

const bare = emulatedPortal({ leads: 5, sets: [] })
const WISHES: Wishes = { sets: [DEFAULT_SET], zone: 'Europe/Moscow', handler: `${APP_URL}index.html`, language: 'ru' }
const WHERE = (card: 1 | 2) => ({ entityTypeId: 1, scope: 'C', extras: { leadCustomerType: card } })
const SECTIONS = [{ name: 'mine', title: 'Моё', type: 'section', elements: [{ name: 'TITLE', optionFlags: '1' }, { name: 'PHONE', optionFlags: '0', options: { defaultCountry: 'RU' } }] }]

async function checklist(portal: Portal, wishes = WISHES): Promise<Checklist> {
  const looked = await look(portal, wishes)
  if (!looked.ok) throw new Error(`${looked.error.method}: ${looked.error.kind}`)
  return looked.value.items
}

function states(items: Checklist) {
  return Object.fromEntries(ITEMS.map(key => [key, items[key].state]))
}

const READY = { fields: 'there', class: 'there', storage: 'there', placements: 'there', card: 'there', sets: 'there' }

describe('a fresh portal', () => {
  it('lacks everything, and says so in one request', async () => {
    const admin = await bare.as('admin')
    expect(states(await checklist(admin))).toEqual({
      fields: 'missing', class: 'missing', storage: 'missing', placements: 'missing', card: 'missing', sets: 'missing', labels: 'missing', mandatory: 'missing', stages: 'missing', access: 'by-hand',
    })
    expect(await bare.requests()).toHaveLength(1)
  })

  it('is ready after all that is needed was brought about, and then nothing is sent any more', async () => {
    const admin = await bare.as('admin')
    const done = await bringAll(admin, WISHES, NEEDED_ITEMS)
    expect(done.ok && states(done.value.items)).toMatchObject(READY)
    expect((await bare.installation()).sets.map(({ id }) => id)).toEqual(['default'])
    const before = await bare.snapshot()
    expect(await bringAll(admin, WISHES, NEEDED_ITEMS)).toMatchObject({ ok: true })
    expect(await bare.snapshot()).toEqual(before)
  })

  it.each([
    ['entity', ['crm', 'placement'], 'storage'],
    ['placement', ['crm', 'entity'], 'placements'],
  ] as const)('without the scope %s stops at what needs it, with nothing in force', async (_, scopes, item) => {
    expect(await bringAll(await bare.as('admin', scopes), WISHES, NEEDED_ITEMS)).toMatchObject({ ok: false, error: { item, problem: { kind: 'portal', error: { kind: 'missing-scope' } } } })
    expect((await bare.snapshot()).appOptions).toEqual({})
  })

  it('goes on where it was interrupted', async () => {
    const admin = await bare.as('admin')
    await bare.faults([{ method: 'placement.bind', kind: '500' }])
    expect(await bringAll(admin, WISHES, NEEDED_ITEMS)).toMatchObject({ ok: false, error: { item: 'placements' } })
    const done = await bringAll(admin, WISHES, NEEDED_ITEMS)
    expect(done.ok && states(done.value.items)).toMatchObject(READY)
  })

  it.each(PRESETS.map(set => [set.id, set] as const))('takes the preset %s just as well', async (_, set) => {
    const admin = await bare.as('admin')
    const done = await bringAll(admin, { ...WISHES, sets: [set] }, NEEDED_ITEMS)
    expect(done.ok && states(done.value.items)).toMatchObject(READY)
  })
})

describe('a set in force', () => {
  it('is never replaced by the one chosen on the screen', async () => {
    const admin = await bare.as('admin')
    await bringAll(admin, WISHES, NEEDED_ITEMS)
    const items = await checklist(admin, { ...WISHES, sets: [BANT] })
    expect(states(items)).toMatchObject(READY)
    expect(items.sets.notes).toEqual([{ kind: 'in-force', sets: [{ name: DEFAULT_SET.name, version: 1, defaultLanguage: 'ru' }] }])
  })

  it('gets a new map when a field was deleted and made again', async () => {
    const admin = await bare.as('admin')
    await bringAll(admin, WISHES, NEEDED_ITEMS)
    const need = (await bare.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_NEED')
    await bare.call(admin, 'crm.lead.userfield.delete', { id: need?.id ?? 0 })
    expect(states(await checklist(admin))).toMatchObject({ ...READY, fields: 'missing', sets: 'differs' })
    expect(await bringAll(admin, WISHES, NEEDED_ITEMS)).toMatchObject({ ok: true })
    const list = (await bare.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_NEED')?.LIST.map(({ ID }) => Number(ID))
    expect(Object.values((await bare.installation()).fields.choices['need'] ?? {})).toEqual(list)
  })

  it('that cannot be read is left as it is', async () => {
    const admin = await bare.as('admin')
    await bringAll(admin, WISHES, NEEDED_ITEMS)
    await bare.call(admin, 'app.option.set', { options: { 'set.default': '{"format":' } })
    expect((await checklist(admin)).sets).toMatchObject({ state: 'differs', requests: [], notes: [{ kind: 'option-unreadable', option: 'set.default' }] })
    expect(await bring(admin, WISHES, 'sets')).toEqual({ ok: false, error: { kind: 'undecided' } })
    expect((await bare.snapshot()).appOptions['set.default']).toBe('{"format":')
  })
})

describe('the fields', () => {
  it('keep what only the app reads out of filters, also where it stood there', async () => {
    const admin = await bare.as('admin')
    await bring(admin, WISHES, 'fields')
    const run = (await bare.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_RUN')
    expect(run).toMatchObject({ showFilter: 'N' })
    await bare.call(admin, 'crm.lead.userfield.update', { id: run?.id ?? 0, fields: { SHOW_FILTER: 'Y' } })
    expect((await checklist(admin)).fields).toMatchObject({ state: 'differs', notes: [{ kind: 'field-shown' }] })
    expect(await bring(admin, WISHES, 'fields')).toMatchObject({ ok: true })
  })

  it('take back an item that lost its code and kept its words, and leave one whose words were changed', async () => {
    const admin = await bare.as('admin')
    await bring(admin, WISHES, 'class')
    const field = async () => (await bare.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_CLASS')
    const before = await field()
    const [first, second] = before?.LIST ?? []
    await bare.call(admin, 'crm.lead.userfield.update', { id: before?.id ?? 0, fields: { LIST: [{ ID: first?.ID ?? '', VALUE: 'AAA', XML_ID: 'lost' }, { ID: second?.ID ?? '', VALUE: 'Средний' }] } })
    const item = (await checklist(admin)).class
    expect(item).toMatchObject({ state: 'differs', notes: [{ kind: 'items-lost', items: ['AAA'] }] })
    expect(await bring(admin, WISHES, 'class')).toMatchObject({ ok: true })
    expect((await field())?.LIST).toMatchObject([{ ID: first?.ID, XML_ID: 'ABC_CLASS_A' }, { ID: second?.ID, VALUE: 'Средний' }, {}])
  })

  it('say when another type has the code, and that a person must decide', async () => {
    const admin = await bare.as('admin')
    await bare.call(admin, 'crm.lead.userfield.add', { fields: { FIELD_NAME: 'ABC_CLASS', USER_TYPE_ID: 'string' } })
    expect((await checklist(admin)).class).toMatchObject({ state: 'differs', requests: [], notes: [{ kind: 'field-taken', code: 'UF_CRM_ABC_CLASS', type: 'string' }] })
    expect(await bring(admin, WISHES, 'class')).toEqual({ ok: false, error: { kind: 'undecided' } })
  })
})

describe('fields that exist already', () => {
  async function withOwnField() {
    const admin = await bare.as('admin')
    await bare.call(admin, 'crm.lead.userfield.add', { fields: { FIELD_NAME: 'PRIORITY', USER_TYPE_ID: 'enumeration', LIST: [{ VALUE: 'aaa ' }, { VALUE: 'BBB' }] } })
    return { admin, wishes: { ...WISHES, mapping: { UF_CRM_ABC_CLASS: { code: 'UF_CRM_PRIORITY', items: {} } } } }
  }

  it('are used in place of ours, their items found by their words, and the missing ones added', async () => {
    const { admin, wishes } = await withOwnField()
    expect((await checklist(admin, wishes)).class).toMatchObject({ state: 'differs', notes: [{ kind: 'field-used', code: 'UF_CRM_PRIORITY' }, { kind: 'items-missing', items: ['CCC'] }, {}] })
    expect(await bringAll(admin, wishes, NEEDED_ITEMS)).toMatchObject({ ok: true })
    const { userfields } = await bare.snapshot()
    expect(userfields.some(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_CLASS')).toBe(false)
    const { fields } = await bare.installation()
    expect(fields.results.class).toBe('UF_CRM_PRIORITY')
    expect(Object.values(fields.classes)).toEqual(userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_PRIORITY')?.LIST.map(({ ID }) => Number(ID)))
  })

  it('are remembered in the map, and found again without being chosen anew', async () => {
    const { admin, wishes } = await withOwnField()
    await bringAll(admin, wishes, NEEDED_ITEMS)
    expect(states(await checklist(admin))).toMatchObject(READY)
  })
})

describe('the section of the card', () => {
  const layout = async (admin: Portal, card: 1 | 2) => bare.call(admin, 'crm.item.details.configuration.get', WHERE(card))

  it('comes after the administrator’s own sections, which stay as they were, and goes again without a trace', async () => {
    const admin = await bare.as('admin')
    for (const card of [1, 2] as const) await bare.call(admin, 'crm.item.details.configuration.set', { ...WHERE(card), data: SECTIONS })
    await bringAll(admin, WISHES, ['fields', 'class', 'card'])
    for (const card of [1, 2] as const) {
      const now = await layout(admin, card)
      expect(now).toMatchObject([SECTIONS[0], { name: 'abc_qualification', title: 'Квалификация' }])
      expect(JSON.stringify(now)).toContain('UF_CRM_ABC_CLASS')
      expect(JSON.stringify(now)).not.toContain('UF_CRM_ABC_RUN')
    }
    expect(await takeBack(admin, WISHES, 'card')).toMatchObject({ ok: true })
    for (const card of [1, 2] as const) expect(await layout(admin, card)).toEqual(SECTIONS)
  })

  it('goes from a card that had no layout of its own, and leaves none', async () => {
    const admin = await bare.as('admin')
    await bringAll(admin, WISHES, ['fields', 'class', 'card'])
    expect(await takeBack(admin, WISHES, 'card')).toMatchObject({ ok: true })
    expect([await layout(admin, 1), await layout(admin, 2)]).toEqual([null, null])
  })

  it('leaves what somebody changed in the card meanwhile', async () => {
    const admin = await bare.as('admin')
    await bringAll(admin, WISHES, ['fields', 'class', 'card'])
    const now = await layout(admin, 1)
    if (!Array.isArray(now)) throw new Error('no layout')
    await bare.call(admin, 'crm.item.details.configuration.set', { ...WHERE(1), data: [...SECTIONS, now.at(-1) as never] })
    await takeBack(admin, WISHES, 'card')
    expect(await layout(admin, 1)).toEqual(SECTIONS)
  })
})

describe('mandatory fields', () => {
  it('are those of the questions that everybody is asked, and are made optional again', async () => {
    const admin = await bare.as('admin')
    await bringAll(admin, WISHES, ['fields', 'mandatory'])
    const mandatory = async () => (await bare.snapshot()).userfields.filter(field => field['mandatory'] === true).map(({ FIELD_NAME }) => FIELD_NAME).sort()
    expect(await mandatory()).toEqual(['UF_CRM_ABC_BUDGET', 'UF_CRM_ABC_CLIENT_TYPE', 'UF_CRM_ABC_NEED', 'UF_CRM_ABC_URGENCY'])
    expect(await takeBack(admin, WISHES, 'mandatory')).toMatchObject({ ok: true })
    expect(await mandatory()).toEqual([])
  })
})

describe('fields that were made mandatory for an earlier version', () => {
  const rare: QuestionSet = { ...DEFAULT_SET, questions: DEFAULT_SET.questions.map(question => question.id === 'urgency' ? { ...question, optional: true } : question) }
  const mandatory = async () => (await bare.snapshot()).userfields.filter(field => field['mandatory'] === true).map(({ FIELD_NAME }) => FIELD_NAME)

  it('are told as demanded in vain, and made optional with the item or with its undo', async () => {
    const admin = await bare.as('admin')
    await bringAll(admin, WISHES, ['fields', 'mandatory'])
    const wishes: Wishes = { ...WISHES, sets: [rare] }
    const { mandatory: item } = await checklist(admin, wishes)
    expect(item.state).toBe('differs')
    expect(item.notes).toContainEqual({ kind: 'mandatory-in-vain', field: 'Срочность' })
    expect(item.requests).toEqual([{ UF_CRM_ABC_URGENCY: expect.objectContaining({ params: expect.objectContaining({ fields: { MANDATORY: 'N' } }) as unknown }) as unknown }])
    expect(Object.keys(item.undo ?? {})).toContain('UF_CRM_ABC_URGENCY')
    expect(await bring(admin, wishes, 'mandatory')).toMatchObject({ ok: true })
    expect(await mandatory()).not.toContain('UF_CRM_ABC_URGENCY')
    expect(await mandatory()).toContain('UF_CRM_ABC_BUDGET')
    expect((await checklist(admin, wishes)).mandatory.state).toBe('there')
  })
})

describe('what one item would send', () => {
  it('includes what it needs, as that is done with it', async () => {
    const items = await checklist(await bare.as('admin'))
    const methods = requestsFor(items, 'card').flatMap(request => Object.values(request).map(({ method }) => method))
    expect(methods).toContain('crm.lead.userfield.add')
    expect(methods.at(-1)).toBe('crm.item.details.configuration.set')
    expect(requestsFor(items, 'sets')).toEqual([])
  })
})

describe('the stages', () => {
  const leadStages = async () => {
    const admin = await bare.as('admin')
    return await bare.call(admin, 'crm.status.list', { filter: { ENTITY_ID: 'STATUS' }, order: { SORT: 'ASC' } }) as readonly { STATUS_ID: string; SORT: string; NAME: string }[]
  }

  it('get seven parts: the first and the last are the portal’s, those between are made, and none is deleted', async () => {
    const admin = await bare.as('admin')
    const before = (await leadStages()).map(({ STATUS_ID }) => STATUS_ID)
    expect(await bring(admin, WISHES, 'stages')).toMatchObject({ ok: true })
    const after = (await leadStages()).map(({ STATUS_ID }) => STATUS_ID)
    expect(after.filter(code => before.includes(code))).toEqual(before)
    expect(after.slice(0, 6)).toEqual(['NEW', 'ABC_QUALIFICATION', 'ABC_QUALIFIED', 'ABC_ASSIGNED', 'ABC_NEGOTIATION', 'ABC_CONTRACT'])
    expect(await takeBack(admin, WISHES, 'stages')).toMatchObject({ ok: true })
    expect((await leadStages()).map(({ STATUS_ID }) => STATUS_ID)).toEqual(before)
    expect((await bare.snapshot()).appOptions['stages'] ?? '').toBe('')
  })

  it('that were chosen give way to ones of our own where somebody chooses that', async () => {
    const admin = await bare.as('admin')
    await bring(admin, { ...WISHES, stages: { qualification: 'IN_PROCESS' } }, 'stages')
    const wishes: Wishes = { ...WISHES, stages: { qualification: null } }
    const { stages: item } = await checklist(admin, wishes)
    expect(item.notes).toContainEqual(expect.objectContaining({ role: 'qualification', kind: 'stage-gone' }))
    expect(await bring(admin, wishes, 'stages')).toMatchObject({ ok: true })
    expect((await leadStages()).map(({ STATUS_ID }) => STATUS_ID)).toContain('ABC_QUALIFICATION')
    expect((await checklist(admin)).stages.notes).toContainEqual(expect.objectContaining({ role: 'qualification', stage: 'Квалификация', kind: 'stage-used' }))
  })

  it('take existing ones that were chosen, and make only the others', async () => {
    const admin = await bare.as('admin')
    const wishes: Wishes = { ...WISHES, stages: { qualification: 'IN_PROCESS', qualified: 'PROCESSED' } }
    expect(await bring(admin, wishes, 'stages')).toMatchObject({ ok: true })
    expect((await leadStages()).filter(({ STATUS_ID }) => STATUS_ID.startsWith('ABC_'))).toHaveLength(3)
    expect((await checklist(admin)).stages.state).toBe('there')
  })

  it('that leads stand on stay, and it is said', async () => {
    const admin = await bare.as('admin')
    await bring(admin, WISHES, 'stages')
    await bare.call(admin, 'crm.item.update', { entityTypeId: 1, id: 1, fields: { stageId: 'ABC_CONTRACT' } })
    expect(await takeBack(admin, WISHES, 'stages')).toMatchObject({ ok: false, error: { kind: 'portal', error: { method: 'crm.status.delete' } } })
    expect((await leadStages()).filter(({ STATUS_ID }) => STATUS_ID.startsWith('ABC_')).map(({ STATUS_ID }) => STATUS_ID)).toEqual(['ABC_CONTRACT'])
  })

  it('say when one that played a part is gone', async () => {
    const admin = await bare.as('admin')
    await bring(admin, WISHES, 'stages')
    const stage = (await leadStages()).find(({ STATUS_ID }) => STATUS_ID === 'ABC_CONTRACT') as unknown as { ID: string }
    await bare.call(admin, 'crm.status.delete', { id: stage.ID })
    expect((await checklist(admin)).stages).toMatchObject({ state: 'differs' })
    expect((await checklist(admin)).stages.notes).toContainEqual(expect.objectContaining({ kind: 'stage-gone', role: 'contract' }))
  })
})

// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { parseRun } from '../../src/domain/run.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import type { Snapshot } from '../support/emulated-portal.ts'
import { HOT, openTab, oursOf } from './lead-tab.ts'
import type { LeadTab } from './lead-tab.ts'

const portal = emulatedPortal({ sets: [{ ...DEFAULT_SET, stages: { A: 'IN_PROCESS', C: 'JUNK' } }] })

function lineOf(tab: LeadTab, id: string) {
  return tab.saving.plan?.lines.find(line => line.id === id)
}

async function leadAfter(tab: LeadTab, id: number): Promise<Snapshot['leads'][number]> {
  await tab.save()
  expect(tab.saving.saving.state).toBe('saved')
  return portal.lead(id)
}

describe('a line that is not ticked', () => {
  it('is not written, the others are', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    for (const line of ['title', 'todo', 'notice', 'stage', 'answer.client_type', 'comment']) tab.saving.tick(line, false)
    const lead = await leadAfter(tab, 1)
    expect(lead).toMatchObject({ title: 'Кирпич для дома в Павловске', stageId: 'NEW', UF_CRM_ABC_CODE: 'AAA' })
    expect([null, '', 0, false]).toContainEqual(lead['UF_CRM_ABC_CLIENT_TYPE'])
    const snapshot = await portal.snapshot()
    expect(oursOf(snapshot, 1)).toEqual({ todos: [], comments: [] })
    expect(snapshot.notices).toEqual([])
    expect((await tab.requests()).at(-1)).toEqual(['crm.item.list', 'crm.item.update', 'entity.item.add', 'user.option.set'])
  })

  it('is offered again afterwards', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    tab.saving.tick('title', false)
    await tab.save()
    expect(tab.lineIds()).toContain('title')
  })
})

describe('a user who may only read', () => {
  it('sees everything and writes nothing', async () => {
    const tab = await openTab(portal, { user: 'manager2' })
    expect(tab.work).toMatchObject({ readOnly: true, lead: { mayChange: 'no', card: { record: { title: 'Кирпич для дома в Павловске' } } } })
    const before = await portal.snapshot()
    tab.answer(HOT)
    expect(tab.outcome.result.code).toBe('AAA')
    await tab.save()
    expect(tab.saving.saving.state).toBe('none')
    expect(await tab.requests()).toHaveLength(1)
    expect(await portal.snapshot()).toEqual(before)
  })

  it('learns it from the save where the opening could not tell', async () => {
    await portal.faults([{ method: 'crm.automation.trigger', kind: '500' }])
    const tab = await openTab(portal, { user: 'manager2' })
    expect(tab.work.lead?.mayChange).toBe('unknown')
    tab.answer(HOT)
    await tab.save()
    expect(tab.saving.saving).toMatchObject({ state: 'refused', error: { kind: 'not-allowed' }, refusal: { kind: 'other' } })
    expect(oursOf(await portal.snapshot(), 1)).toEqual({ todos: [], comments: [] })
  })
})

describe('the amount', () => {
  it('that was typed is written as a manual one', async () => {
    const tab = await openTab(portal)
    tab.answer({ need: 'yes', urgency: 'now', client_type: 'b2b' })
    tab.work.put('budget', { kind: 'amount', amount: 640_000 }, true)
    expect(lineOf(tab, 'opportunity')).toMatchObject({ ticked: true, from: undefined, to: { amount: 640_000, currency: 'RUB' } })
    expect(await leadAfter(tab, 1)).toMatchObject({ opportunity: 640_000, currencyId: 'RUB', isManualOpportunity: 'Y', UF_CRM_ABC_COEFFICIENT: 3 })
  })

  it('that the portal adds up from products is left alone unless the manager ticks it', async () => {
    const tab = await openTab(portal, { lead: 10 })
    tab.answer({ need: 'yes', urgency: 'now', client_type: 'b2b' })
    tab.work.put('budget', { kind: 'amount', amount: 640_000 }, true)
    expect(lineOf(tab, 'opportunity')).toMatchObject({ ticked: false })
    const before = await portal.lead(10)
    expect(await leadAfter(tab, 10)).toMatchObject({ opportunity: before.opportunity, isManualOpportunity: before.isManualOpportunity })
  })
})

describe('the stage', () => {
  it('goes where the set says for the class', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    expect(await leadAfter(tab, 1)).toMatchObject({ stageId: 'IN_PROCESS' })
  })

  it('of a lead that is won or lost stays', async () => {
    const tab = await openTab(portal, { lead: 11 })
    tab.answer(HOT)
    expect(lineOf(tab, 'stage')).toBeUndefined()
    expect(await leadAfter(tab, 11)).toMatchObject({ stageId: 'JUNK' })
  })
})

describe('a title that begins with what may be a code', () => {
  it.each([
    ['keep', 'AAA AAB Реконструкция склада'],
    ['replace', 'AAA Реконструкция склада'],
  ] as const)('is asked about: %s', async (choice, title) => {
    const tab = await openTab(portal, { lead: 6 })
    expect(tab.saving.plan?.reading).toMatchObject({ kind: 'ask', why: 'no-code', prefix: 'AAB' })
    tab.answer(HOT)
    tab.saving.decideTitle(choice)
    expect(await leadAfter(tab, 6)).toMatchObject({ title })
  })

  it('and was kept is not asked about again, and keeps its own words when the code changes', async () => {
    const tab = await openTab(portal, { lead: 6 })
    tab.answer(HOT)
    await leadAfter(tab, 6)
    const again = await openTab(portal, { lead: 6 })
    expect(again.saving.plan?.reading.kind).toBe('ours')
    again.work.again()
    again.answer({ ...HOT, client_type: 'b2c' })
    expect(await leadAfter(again, 6)).toMatchObject({ title: 'BAA AAB Реконструкция склада' })
  })

  it.each([
    [7, 'AAA АВС-Строй, запрос цен'],
    [9, 'AAA   Заявка с пробелами в начале'],
  ])('but is the manager’s own stays whole (lead %i)', async (id, title) => {
    const tab = await openTab(portal, { lead: id })
    tab.answer(HOT)
    expect(await leadAfter(tab, id)).toMatchObject({ title })
  })
})

describe('hostile words', () => {
  const TITLE = '[URL=https://evil.example]Приз[/URL] <img src=x onerror=alert(1)> "&amp;" %5B\\u0041'

  async function tabOf(title: string, name: string): Promise<LeadTab> {
    await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title, name, lastName: '' } })
    return openTab(portal)
  }

  it('come through the title and the name as text', async () => {
    const tab = await tabOf(TITLE, '<b>Иван</b>')
    expect(tab.work.card?.client).toBe('<b>Иван</b>')
    tab.answer(HOT)
    expect(await leadAfter(tab, 1)).toMatchObject({ title: `AAA ${TITLE}` })
    expect(tab.lineIds()).toEqual([])
  })

  it('make no tag in the comment, the to-do and the notice', async () => {
    const tab = await tabOf(TITLE, '[B]Иван')
    tab.answer(HOT)
    tab.work.note('need', '[URL=https://evil.example]сюда[/URL]')
    await tab.saveInWords()
    expect(tab.saving.saving.state).toBe('saved')
    const snapshot = await portal.snapshot()
    const { todos, comments } = oursOf(snapshot, 1)
    const written = [...todos.flatMap(one => [one.SUBJECT, one.DESCRIPTION]), ...comments.map(one => one.COMMENT), ...snapshot.notices.map(one => one.MESSAGE)]
    expect(written.join('\n')).toContain('evil.example')
    for (const text of written) expect(text).not.toMatch(/\[URL=https|\[B\]Иван/)
  })

  it('that look like a reference of a batch stay words everywhere', async () => {
    const words = 'Кирпич $result[update][item][title] дом'
    const tab = await tabOf(words, 'Иван')
    tab.answer(HOT)
    tab.work.note('need', `просит ${words}`)
    await tab.work.sendDraft()
    const seen = (text: unknown) => String(text).replaceAll('\u2060', '')
    expect(seen(Object.values((await portal.snapshot()).userOptions['4'] ?? {}).map(draft => JSON.parse(String(draft)) as unknown).map(draft => JSON.stringify(draft)).join())).toContain(words)
    await tab.save({ comment: `о ${words}`, todo: { title: `к ${words}`, description: `д ${words}` }, notice: `н ${words}` })
    expect(tab.saving.saving.state).toBe('saved')
    const snapshot = await portal.snapshot()
    const lead = await portal.lead(1)
    const { todos: [todo], comments: [comment] } = oursOf(snapshot, 1)
    expect([lead.title, comment?.COMMENT, todo?.SUBJECT, todo?.DESCRIPTION, snapshot.notices[0]?.MESSAGE].map(seen)).toEqual([
      `AAA ${words}`, expect.stringContaining(`о ${words}`), `к ${words}`, expect.stringContaining(`д ${words}`), `н ${words}`,
    ])
    expect(parseRun(String(lead['UF_CRM_ABC_RUN']))).toMatchObject({ ok: true, value: { notes: { need: `просит ${words}` } } })
    expect((await openTab(portal)).lineIds()).toEqual([])
  })
})

// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { parseRun } from '../../src/domain/run.ts'
import { emulatedPortal, NOON, PEOPLE } from '../support/emulated-portal.ts'
import { HOT, itemId, openTab, oursOf, WARM } from './lead-tab.ts'

const portal = emulatedPortal()

describe('opening a lead', () => {
  it('takes one request and shows who it is, whose it is, and who gets the notices', async () => {
    const { work, saving, requests } = await openTab(portal)
    expect(await requests()).toHaveLength(1)
    expect(saving.supervisor).toEqual({ id: PEOPLE.head, name: 'Ольга Лебедева' })
    expect(work.lead).toMatchObject({
      card: { client: 'Дмитрий Кузнецов', contacts: [{ kind: 'phone' }, { kind: 'email' }], source: 'CALL', repeatClient: false, record: { inWork: true, title: 'Кирпич для дома в Павловске' } },
      me: { id: PEOPLE.manager, admin: false },
      responsible: { id: PEOPLE.manager, name: 'Иван Морозов' },
      mayChange: 'yes',
      missing: [],
    })
    expect(work.lead?.stages).toMatchObject({ NEW: expect.any(String) as unknown, JUNK: expect.any(String) as unknown })
    expect(work.lead?.sources['CALL']).toBeTypeOf('string')
    expect(work).toMatchObject({ readOnly: false, dirty: false })
    expect(work.question?.id).toBe('need')
  })

  it('writes and keeps nothing', async () => {
    const before = await portal.snapshot()
    const { saving } = await openTab(portal)
    const { triggers: _, ...after } = await portal.snapshot()
    expect(after).toEqual({ ...before, triggers: undefined })
    expect(saving.plan?.lines).toEqual([])
  })

  it('of somebody else without the right to read it says so', async () => {
    const { work } = await openTab(portal, { user: 'seller' })
    expect(work.opening).toMatchObject({ state: 'failed', error: { kind: 'not-allowed' } })
  })

  it('that is gone says so', async () => {
    const { work } = await openTab(portal, { lead: 99_999 })
    expect(work.opening).toMatchObject({ state: 'failed', error: { kind: 'not-found' } })
  })
})

describe('saving the first qualification of a lead', () => {
  it('takes one request to read again and one to write', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    expect(await tab.requests()).toEqual([
      expect.arrayContaining(['crm.item.get', 'profile']),
      ['crm.item.get', 'crm.activity.list', 'crm.activity.list', 'crm.timeline.comment.list', 'entity.item.get', 'app.option.get', 'user.option.set'],
      ['crm.item.list', 'crm.item.update', 'crm.timeline.comment.add', 'crm.activity.todo.add', 'im.notify.personal.add', 'entity.item.add', 'user.option.set'],
    ])
    expect(tab.saving.saving.state).toBe('saved')
    expect(tab.reloads()).toBe(1)
  })

  it('gives the next step to the responsible of the lead, also when the head qualifies it', async () => {
    const tab = await openTab(portal, { user: 'head' })
    tab.answer(HOT)
    await tab.save()
    expect(oursOf(await portal.snapshot(), 1).todos).toMatchObject([{ RESPONSIBLE_ID: String(PEOPLE.manager) }])
  })

  it('leaves fields with the ids of their items, the code in the title, and the run', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    const snapshot = await portal.snapshot()
    const lead = await portal.lead(1)
    expect(lead).toMatchObject({
      title: 'AAA Кирпич для дома в Павловске',
      stageId: 'NEW',
      opportunity: 0,
      UF_CRM_ABC_NEED: itemId(snapshot, 'UF_CRM_ABC_NEED', 'ABC_NEED_YES'),
      UF_CRM_ABC_URGENCY: itemId(snapshot, 'UF_CRM_ABC_URGENCY', 'ABC_URGENCY_NOW'),
      UF_CRM_ABC_BUDGET: itemId(snapshot, 'UF_CRM_ABC_BUDGET', 'ABC_BUDGET_FROM_1M'),
      UF_CRM_ABC_CLIENT_TYPE: itemId(snapshot, 'UF_CRM_ABC_CLIENT_TYPE', 'ABC_CLIENT_TYPE_B2B'),
      UF_CRM_ABC_CLASS: itemId(snapshot, 'UF_CRM_ABC_CLASS', 'ABC_CLASS_A'),
      UF_CRM_ABC_CODE: 'AAA',
      UF_CRM_ABC_COEFFICIENT: 4,
      UF_CRM_ABC_NEXT_TOUCH: '2026-06-01T12:15:00+03:00',
      UF_CRM_ABC_QUALIFIED_AT: '2026-06-01T12:00:00+03:00',
      UF_CRM_ABC_SET: 'default@1',
    })
    expect(Number(lead['UF_CRM_ABC_QUALIFIED_BY'])).toBe(PEOPLE.manager)
    const run = parseRun(String(lead['UF_CRM_ABC_RUN']))
    expect(run).toMatchObject({ ok: true, value: { set: 'default@1', by: PEOPLE.manager, answers: { need: { kind: 'choice', choice: 'yes' } } } })
  })

  it('leaves a comment, a to-do with a deadline, and a notice to the head, each to be known as ours', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    const snapshot = await portal.snapshot()
    const { todos, comments } = oursOf(snapshot, 1)
    const run = parseRun(String((await portal.lead(1))['UF_CRM_ABC_RUN']))
    const id = run.ok ? run.value.id : ''
    expect(todos).toMatchObject([{ DEADLINE: '2026-06-01T12:15:00+03:00', DESCRIPTION: `description\n\nTriple A · ${id}/1`, SUBJECT: 'to-do', pingOffsets: [0, 15] }])
    expect(comments).toMatchObject([{ COMMENT: `comment\n\nTriple A · ${id}/comment` }])
    expect(snapshot.notices).toMatchObject([{ USER_ID: String(PEOPLE.head), AUTHOR_ID: String(PEOPLE.manager), MESSAGE: 'notice', TAG: 'ABC|LEAD|1|hot+large-order' }])
  })

  it('leaves nothing to write, here and for whoever opens the lead next', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    expect(tab.lineIds()).toEqual([])
    expect(tab.work.dirty).toBe(false)
    const next = await openTab(portal, { user: 'head' })
    expect(next.lineIds()).toEqual([])
    expect(next.work.lead?.qualifier).toMatchObject({ id: PEOPLE.manager, name: 'Иван Морозов' })
  })

  it('is nothing without an answer', async () => {
    const tab = await openTab(portal)
    await tab.save()
    expect(await tab.requests()).toHaveLength(1)
    expect(tab.saving.saving.state).toBe('none')
  })

  it('gives an open class a to-do that asks, and no class', async () => {
    const tab = await openTab(portal)
    tab.answer({ need: 'yes', urgency: 'now', client_type: 'b2b' })
    tab.work.dontKnow('budget', 'зависит от цены')
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    const lead = await portal.lead(1)
    expect(lead).toMatchObject({ title: 'A?A Кирпич для дома в Павловске', UF_CRM_ABC_CODE: 'A?A' })
    expect([null, '', 0, false]).toContainEqual(lead['UF_CRM_ABC_CLASS'])
    expect(oursOf(await portal.snapshot(), 1).todos).toHaveLength(1)
  })
})

describe('qualifying a lead again', () => {
  it('starts from the answers of the last time', async () => {
    const first = await openTab(portal)
    first.answer({ need: 'yes', urgency: 'quarter' })
    first.work.takeOffer('urgency', 'no')
    first.answer({ budget: 'from_300k', client_type: 'b2b' })
    first.work.note('need', 'цоколь и фасад')
    await first.save()
    const { work, outcome } = await openTab(portal)
    expect(work.run.answers).toMatchObject({
      need: { kind: 'choice', choice: 'yes' }, urgency: { kind: 'choice', choice: 'quarter', offer: 'no' }, budget: { choice: 'from_300k' }, client_type: { choice: 'b2b' },
    })
    expect(work.previous).toMatchObject({ at: '2026-06-01T12:00:00+03:00', by: PEOPLE.manager, notes: { need: 'цоколь и фасад' } })
    expect(outcome.result.code).toBe('ABB')
  })

  it('replaces the code in the title and moves the same to-do', async () => {
    const first = await openTab(portal)
    first.answer(HOT)
    await first.save()
    const [todo] = oursOf(await portal.snapshot(), 1).todos
    const later = NOON + 2 * 86_400_000
    const again = await openTab(portal, { now: () => later })
    again.work.again()
    again.answer(WARM)
    await again.save()
    expect(again.saving.saving.state).toBe('saved')
    const snapshot = await portal.snapshot()
    expect(await portal.lead(1)).toMatchObject({
      title: 'BBA Кирпич для дома в Павловске', UF_CRM_ABC_CODE: 'BBA', UF_CRM_ABC_COEFFICIENT: 1,
      UF_CRM_ABC_BUDGET: itemId(snapshot, 'UF_CRM_ABC_BUDGET', 'ABC_BUDGET_FROM_100K'),
    })
    const { todos, comments } = oursOf(snapshot, 1)
    expect(todos).toMatchObject([{ ID: todo?.ID, DEADLINE: '2026-06-03T12:15:00+03:00' }])
    expect(comments).toHaveLength(2)
  })

  it('in the same tab needs no new opening and makes no second to-do', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    tab.work.again()
    tab.answer(WARM)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    const { todos } = oursOf(await portal.snapshot(), 1)
    expect(todos).toHaveLength(1)
    expect((await portal.lead(1)).title).toBe('BBA Кирпич для дома в Павловске')
  })

  it('makes a new to-do when the old one was done', async () => {
    const first = await openTab(portal)
    first.answer(HOT)
    await first.save()
    const [todo] = oursOf(await portal.snapshot(), 1).todos
    await portal.call(await portal.as('admin'), 'crm.activity.delete', { id: Number(todo?.ID) })
    const again = await openTab(portal)
    again.work.again()
    again.answer(WARM)
    await again.save()
    expect(oursOf(await portal.snapshot(), 1).todos).toHaveLength(1)
  })

  it('empties what the new answers take back', async () => {
    const first = await openTab(portal)
    first.answer({ need: 'no' })
    await first.save()
    expect(await portal.lead(1)).toMatchObject({ UF_CRM_ABC_CODE: '?C?', UF_CRM_ABC_REASON: expect.any(Number) as unknown })
    const again = await openTab(portal)
    again.work.again()
    again.answer(HOT)
    await again.save()
    expect(again.saving.saving.state).toBe('saved')
    expect([null, '', 0, false]).toContainEqual((await portal.lead(1))['UF_CRM_ABC_REASON'])
  })

  it('does not alarm the head twice about a lead that stays hot', async () => {
    const first = await openTab(portal)
    first.answer(HOT)
    await first.save()
    const again = await openTab(portal)
    again.work.again()
    again.answer({ ...HOT, client_type: 'g2b' })
    expect(again.lineIds()).not.toContain('notice')
    await again.save()
    expect((await portal.snapshot()).notices).toHaveLength(1)
  })
})

/** What the app takes for granted when it writes to a portal; every test names the page that says so. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { todosCommand } from '../../src/portal/activities.ts'
import { addTodoCommand, marked, markOf, moveTodoCommand } from '../../src/portal/activity-writes.ts'
import { noticeCommand, noticeTag } from '../../src/portal/notices.ts'
import type { Command, Param } from '../../src/portal/portal.ts'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'

const portal = emulatedPortal()

const update = (id: number, fields: Readonly<Record<string, Param>>): Command =>
  ({ method: 'crm.item.update', params: { entityTypeId: 1, id, useOriginalUfNames: 'Y', fields } })
const Created = v.object({ id: v.number() })

async function itemOf(field: string, xmlId: string): Promise<number> {
  const found = (await portal.snapshot()).userfields.find(one => one.FIELD_NAME === field)?.LIST.find(item => item.XML_ID === xmlId)
  if (!found) throw new Error(`${field} has no item ${xmlId}`)
  return Number(found.ID)
}

describe('an update of a lead (api-reference/crm/universal/crm-item-update.md)', () => {
  it('gives the whole item back, list fields as the id of their item', async () => {
    const yes = await itemOf('UF_CRM_ABC_NEED', 'ABC_NEED_YES')
    const manager = await portal.as('manager')
    expect(await portal.call(manager, 'crm.item.update', update(1, { title: 'AAA Кирпич', UF_CRM_ABC_NEED: yes }).params))
      .toMatchObject({ item: { id: 1, title: 'AAA Кирпич', UF_CRM_ABC_NEED: yes, stageId: 'NEW' } })
  })

  it('drops a field that does not exist without a word', async () => {
    const manager = await portal.as('manager')
    const reply = await portal.call(manager, 'crm.item.update', update(1, { UF_CRM_ABC_NO_SUCH: 'lost', UF_CRM_ABC_CODE: 'AAA' }).params)
    expect(reply).toMatchObject({ item: { UF_CRM_ABC_CODE: 'AAA' } })
    expect(reply).not.toHaveProperty(['item', 'UF_CRM_ABC_NO_SUCH'])
  })

  it('keeps every type of ours so that the app reads back what it wrote', async () => {
    const written = {
      UF_CRM_ABC_CODE: 'AB?',
      UF_CRM_ABC_COEFFICIENT: 3,
      UF_CRM_ABC_PURCHASE_DATE: '2026-07-01',
      UF_CRM_ABC_NEXT_TOUCH: '2026-06-02T09:30:00+05:00',
      UF_CRM_ABC_IMPORTANT: 'Y',
      UF_CRM_ABC_QUALIFIED_BY: PEOPLE.manager,
      UF_CRM_ABC_RUN: `{"said":"${'ё'.repeat(3000)}\\n\\"]"}`,
    }
    const reply = await portal.call(await portal.as('manager'), 'crm.item.update', update(1, written).params)
    const { item } = v.parse(v.object({ item: v.looseObject({ UF_CRM_ABC_PURCHASE_DATE: v.string(), UF_CRM_ABC_NEXT_TOUCH: v.string() }) }), reply)
    expect(item).toMatchObject({ UF_CRM_ABC_CODE: 'AB?', UF_CRM_ABC_COEFFICIENT: 3, UF_CRM_ABC_RUN: written.UF_CRM_ABC_RUN })
    expect(Number(item['UF_CRM_ABC_QUALIFIED_BY'])).toBe(PEOPLE.manager)
    expect(['Y', '1', 1, true]).toContain(item['UF_CRM_ABC_IMPORTANT'])
    // a date comes back as an instant of the portal, of which the app takes the day; an instant in the portal's own offset
    expect(item.UF_CRM_ABC_PURCHASE_DATE.slice(0, 10)).toBe('2026-07-01')
    expect(item.UF_CRM_ABC_NEXT_TOUCH).toBe('2026-06-02T07:30:00+03:00')
  })

  it('empties a list, a number, a date and a text by an empty text', async () => {
    const manager = await portal.as('manager')
    const fields = ['UF_CRM_ABC_NEED', 'UF_CRM_ABC_CLASS', 'UF_CRM_ABC_COEFFICIENT', 'UF_CRM_ABC_PURCHASE_DATE', 'UF_CRM_ABC_NEXT_TOUCH', 'UF_CRM_ABC_CODE']
    const full = {
      UF_CRM_ABC_NEED: await itemOf('UF_CRM_ABC_NEED', 'ABC_NEED_NO'), UF_CRM_ABC_CLASS: await itemOf('UF_CRM_ABC_CLASS', 'ABC_CLASS_C'),
      UF_CRM_ABC_COEFFICIENT: 2, UF_CRM_ABC_PURCHASE_DATE: '2026-07-01', UF_CRM_ABC_NEXT_TOUCH: '2026-06-02T09:30:00+03:00', UF_CRM_ABC_CODE: 'CCC',
    }
    await portal.call(manager, 'crm.item.update', update(1, full).params)
    for (const field of fields) expect((await portal.lead(1))[field], field).toBeTruthy()
    await portal.call(manager, 'crm.item.update', update(1, Object.fromEntries(fields.map(field => [field, '']))).params)
    for (const field of fields) expect([null, '', false, []], field).toContainEqual((await portal.lead(1))[field])
  })

  it('refuses an id that is no item of the list', async () => {
    const sent = await (await portal.as('manager')).send({ update: update(1, { UF_CRM_ABC_NEED: 999_999 }) }, { halt: true })
    expect(sent).toMatchObject({ value: { update: { ok: false, error: { kind: 'refused', code: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' } } } })
  })

  it('without the right to change stops a halting batch before anything else is made', async () => {
    const before = await portal.snapshot()
    const sent = await (await portal.as('manager2')).send({
      update: update(1, { title: 'taken over' }),
      comment: { method: 'crm.timeline.comment.add', params: { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'hello' } } },
      option: { method: 'user.option.set', params: { options: { 'd.1': 'x' } } },
    }, { halt: true })
    expect(sent).toMatchObject({ ok: true, value: {
      update: { ok: false, error: { kind: 'not-allowed' } },
      comment: { ok: false, error: { kind: 'not-run' } },
      option: { ok: false, error: { kind: 'not-run' } },
    } })
    expect(await portal.snapshot()).toEqual(before)
  })
})

describe('a to-do (api-reference/crm/timeline/activities/todo/)', () => {
  const mark = markOf('run0001', '1')
  const words = { responsible: 4, title: 'Позвонить', text: marked('Первый контакт', mark) }

  it('is made with reminders and found again among the open ones of its lead', async () => {
    const manager = await portal.as('manager')
    const add = addTodoCommand(4, { ...words, deadline: '2026-06-01T12:15:00+03:00' })
    const { id } = v.parse(Created, await portal.call(manager, add.method, add.params))
    const made = (await portal.snapshot()).activities.find(one => one.ID === String(id))
    expect(made).toMatchObject({
      OWNER_ID: '4', PROVIDER_ID: 'CRM_TODO', SUBJECT: 'Позвонить', DEADLINE: '2026-06-01T12:15:00+03:00', COMPLETED: 'N', pingOffsets: [0, 15], RESPONSIBLE_ID: '4',
    })
    expect(made?.DESCRIPTION).toBe(`Первый контакт\n\n${mark}`)
    const rows = await portal.call(manager, 'crm.activity.list', todosCommand(4).params)
    const listed = v.parse(v.array(v.object({ ID: v.string(), DEADLINE: v.string(), DESCRIPTION: v.string() })), rows)
    expect(listed.map(row => row.ID)).toContain(String(id))
    expect(listed.map(row => Date.parse(row.DEADLINE))).toEqual(listed.map(row => Date.parse(row.DEADLINE)).sort((a, b) => a - b))
  })

  it('is moved by an update and stays the same one', async () => {
    const manager = await portal.as('manager')
    const add = addTodoCommand(1, { ...words, deadline: '2026-06-01T12:15:00+03:00' })
    const { id } = v.parse(Created, await portal.call(manager, add.method, add.params))
    const move = moveTodoCommand(1, id, {
      deadline: '2026-06-05T10:00:00+03:00', responsible: 4, title: 'Встретиться', text: marked('Второй', markOf('run0002', '2')),
    })
    expect(move.method).toBe('crm.activity.todo.update')
    expect(await portal.call(manager, move.method, move.params)).toEqual({ id })
    const ours = (await portal.snapshot()).activities.filter(one => one.OWNER_ID === '1' && one.PROVIDER_ID === 'CRM_TODO')
    expect(ours).toMatchObject([{ ID: String(id), SUBJECT: 'Встретиться', DEADLINE: '2026-06-05T10:00:00+03:00' }])
  })

  it('needs a deadline that is one', async () => {
    const { method, params } = addTodoCommand(1, { ...words, deadline: 'soon' })
    expect(await (await portal.as('manager')).send({ todo: { method, params } }, { halt: true }))
      .toMatchObject({ value: { todo: { ok: false, error: { kind: 'refused', code: 'WRONG_DATETIME_FORMAT' } } } })
  })
})

describe('a notice (api-reference/chats/notifications/im-notify-personal-add.md)', () => {
  it('takes the place of the one with the same tag, and of no other', async () => {
    const manager = await portal.as('manager')
    const tag = noticeTag(1, 'hot')
    for (const { method, params } of [noticeCommand(3, 'first', tag), noticeCommand(3, 'other lead', noticeTag(2, 'hot')), noticeCommand(3, 'second', tag)]) {
      await portal.call(manager, method, params)
    }
    const { notices } = await portal.snapshot()
    expect(notices.map(({ MESSAGE, TAG, USER_ID }) => ({ MESSAGE, TAG, USER_ID }))).toEqual([
      { MESSAGE: 'other lead', TAG: 'ABC|LEAD|2|hot', USER_ID: '3' },
      { MESSAGE: 'second', TAG: 'ABC|LEAD|1|hot', USER_ID: '3' },
    ])
  })
})

describe('a comment (api-reference/crm/timeline/comments/crm-timeline-comment-add.md)', () => {
  it('lands in the timeline of its lead with its text as it is', async () => {
    const text = '[b]AAA[/b]\nстрока & строка'
    await portal.call(await portal.as('manager'), 'crm.timeline.comment.add', { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: text } })
    expect((await portal.snapshot()).comments.filter(one => one.COMMENT === text).map(one => Number(one.ENTITY_ID))).toEqual([1])
  })
})

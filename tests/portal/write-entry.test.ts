/** What the writing of an entry sends, and what it makes of answers that a portal should not give. */
import { describe, expect, it } from 'vitest'
import type { Change, Entry } from '../../src/domain/journal.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { failed, ok } from '../../src/domain/result.ts'
import { printRun } from '../../src/domain/run.ts'
import { marked, markOf } from '../../src/portal/activity-writes.ts'
import type { Known } from '../../src/portal/look-up.ts'
import type { Command, Portal, PortalErrorKind, Replies, Reply } from '../../src/portal/portal.ts'
import { writeEntry } from '../../src/portal/write-entry.ts'
import type { WriteRequest } from '../../src/portal/write-entry.ts'
import { aLead } from '../domain/answering.ts'
import { anOpenEntry, anUndo, anEntry, RUN, TITLE } from './an-entry.ts'
import { knownOf, stepsOf } from './known-lead.ts'
import { mapOf } from './made-fields.ts'

const MAP = mapOf([DEFAULT_SET])
const LEAD = aLead({ id: 1, title: TITLE })
const BARE: Partial<Entry> = { todo: {}, comment: {} }

/** The request of an entry on a lead as it was looked up. */
function request(open = anOpenEntry(), known: Known = knownOf(LEAD), rest: Partial<WriteRequest> = {}): WriteRequest {
  return { open, steps: stepsOf(open, known), card: known.card, map: MAP, locked: true, without: [], ...rest }
}

/** Of an entry that only changes fields. */
function changing(changes: readonly Change[], record: Entry['record'] = { from: {}, to: {} }): WriteRequest {
  const { comment: _comment, todo: _todo, notice: _notice, ...entry } = anEntry({ changes, record })
  return request({ ...anOpenEntry(), entry })
}

function error(kind: PortalErrorKind): Reply {
  return failed({ kind, method: 'm', code: '', description: '' })
}

/** A portal that answers these as given, and anything else with success. What was sent is kept. */
function answering(given: Readonly<Record<string, Reply>> = {}) {
  const sent: Readonly<Record<string, Command>>[] = []
  const portal: Portal = {
    send<K extends string>(commands: Readonly<Record<K, Command>>) {
      sent.push(commands)
      const replies = Object.fromEntries(Object.keys(commands).map(key => [key, given[key] ?? ok(true)]))
      return Promise.resolve(ok(replies as Replies<K>))
    },
  }
  return { portal, sent: () => sent.flatMap(commands => Object.entries(commands)), params: (key: string) => sent[0]?.[key]?.params }
}

/** A lead as an update answers it, with every field that is mapped. */
const EMPTY: Readonly<Record<string, unknown>> = Object.fromEntries([...Object.values(MAP.answers), ...Object.values(MAP.results)].map(field => [field, null]))

function item(fields: Readonly<Record<string, unknown>> = {}, all = EMPTY): Reply {
  return ok({ item: { id: 1, title: TITLE, stageId: 'NEW', assignedById: 4, ...all, ...fields } })
}

describe('writing an entry', () => {
  it('sends all of it as one batch, the record of it last but one, and closes it', async () => {
    const { portal, sent } = answering()
    await writeEntry(portal, request())
    expect(sent().map(([key, { method }]) => [key, method])).toEqual([
      ['lock', 'crm.item.list'], ['update', 'crm.item.update'], ['comment', 'crm.timeline.comment.add'], ['todo', 'crm.activity.todo.add'],
      ['notice', 'im.notify.personal.add'], ['journal', 'entity.item.add'], ['close', 'user.option.set'],
    ])
  })

  it('writes the lead only as it was looked up, where that can be asked for', async () => {
    const locked = answering()
    await writeEntry(locked.portal, request())
    expect(locked.params('lock')).toMatchObject({ filter: { id: 1, updatedTime: '2026-11-23T10:00:00+03:00' } })
    expect(locked.params('update')).toMatchObject({ id: '$result[lock][items][0][id]' })
    const open = answering()
    await writeEntry(open.portal, request(anOpenEntry(), knownOf(LEAD), { locked: false }))
    expect(open.params('lock')).toBeUndefined()
    expect(open.params('update')).toMatchObject({ id: 1 })
  })

  it.each<[string, Reply]>([['finds nothing', ok({ items: [] })], ['fails', error('refused')]])('has written nothing when its lock %s', async (_, lock) => {
    const stopped = Object.fromEntries(['update', 'comment', 'todo', 'notice', 'journal', 'close'].map(key => [key, error('not-run')]))
    const written = await writeEntry(answering({ ...stopped, lock }).portal, request())
    expect(written).toMatchObject({ ok: true, value: { raced: true, lead: undefined, ignored: [] } })
    expect(written.ok && written.value.steps.every(({ state }) => state === 'not-run')).toBe(true)
  })

  it('leaves out what cannot be done, and what would refer to it', async () => {
    const { portal, sent, params } = answering()
    await writeEntry(portal, request(anOpenEntry(), knownOf(LEAD), { without: ['todo', 'notice'] }))
    expect(sent().map(([key]) => key)).toEqual(['lock', 'update', 'comment', 'journal', 'close'])
    expect(params('journal')).toMatchObject({ PROPERTY_VALUES: { COMMENT: '$result[comment]', TODO: '' } })
  })

  it('of an entry that is done only closes it', async () => {
    const { portal, sent } = answering()
    const comment = { id: 31, text: marked('AAA', markOf(RUN.id, 'comment')) }
    const record = aLead({ id: 1, title: `AAA ${TITLE}`, fields: { code: 'AAA', run: printRun(RUN) } })
    await writeEntry(portal, request(anOpenEntry({ todo: {} }), knownOf(record, { comments: [comment], kept: true })))
    expect(sent().map(([key]) => key)).toEqual(['close'])
  })

  it('changes the lead whenever it makes something, so that a request that runs twice is stopped by its lock', async () => {
    const record = aLead({ id: 1, title: `AAA ${TITLE}`, fields: { code: 'AAA', run: printRun(RUN) } })
    const { portal, sent, params } = answering()
    await writeEntry(portal, request(anOpenEntry(BARE), knownOf(record)))
    expect(sent().map(([key]) => key).slice(0, 3)).toEqual(['lock', 'update', 'comment'])
    expect(params('update')).toMatchObject({ fields: { [MAP.results.run]: printRun({ ...RUN, tries: 2 }) } })
  })

  it('tells the ids of what was made, also where they come as text', async () => {
    const replies = { update: item(), comment: ok('31'), todo: ok({ id: 9 }) }
    expect(await writeEntry(answering(replies).portal, request())).toMatchObject({ ok: true, value: { entry: { comment: { id: 31 }, todo: { id: 9 } } } })
    const none = await writeEntry(answering({ ...replies, comment: ok(0), todo: ok({ id: 'x' }) }).portal, request())
    expect(none.ok && none.value.entry.comment).toEqual({})
    expect(none.ok && none.value.entry.todo).not.toHaveProperty('id')
  })

  it('of an undo removes the to-do, notes it in the comment, and tells nobody', async () => {
    const undo = anUndo(anEntry({ comment: { id: 31 }, todo: { ...anEntry().todo, id: 9 } }))
    const record = aLead({ id: 1, title: `AAA ${TITLE}`, fields: { code: 'AAA', run: printRun(RUN) } })
    const { portal, sent, params } = answering()
    await writeEntry(portal, request(undo, knownOf(record, {
      comments: [{ id: 31, text: 'AAA' }], todos: [{ id: 9, deadline: '2026-06-02T07:00:00Z', title: 'Call', text: anEntry().todo?.after?.text ?? '', responsible: 4, run: RUN.id, done: false }],
    })))
    expect(sent().map(([key, { method }]) => [key, method])).toEqual([
      ['lock', 'crm.item.list'], ['update', 'crm.item.update'], ['comment', 'crm.timeline.comment.update'], ['todo', 'crm.activity.delete'],
      ['journal', 'entity.item.add'], ['close', 'user.option.set'],
    ])
    expect(params('update')).toMatchObject({ fields: { title: TITLE, [MAP.results.code]: '', [MAP.results.run]: '', [MAP.results.set]: '' } })
    expect(params('comment')).toMatchObject({ id: 31, fields: { COMMENT: `AAA\n\nTaken back\n\n${markOf('undo0001', 'undo')}` } })
    expect(params('journal')).toMatchObject({ PROPERTY_VALUES: { COMMENT: 31, TODO: 9 } })
  })
})

describe('the answer to an update', () => {
  it.each([[true], [null], [{}], [{ item: null }], [{ item: { id: '7' } }]])('that is %j makes it failed, and the other steps are done', async (update) => {
    expect(await writeEntry(answering({ update: ok(update) }).portal, changing([{ kind: 'title', from: TITLE, to: 'AAA' }]))).toMatchObject({ ok: true, value: {
      steps: [{ step: 'update', state: 'failed', error: { kind: 'unreadable', method: 'crm.item.update' } }, { step: 'journal', state: 'done' }, { step: 'close', state: 'done' }],
      lead: undefined, ignored: [],
    } })
  })

  it('names every change that did not stay, and those whose field is gone apart', async () => {
    const write = (update: Reply) => writeEntry(answering({ update }).portal, changing(anEntry().changes))
    expect(await write(item({ [MAP.results.code]: 'AAA' }))).toMatchObject({ ok: true, value: { ignored: [{ kind: 'title' }], lost: [] } })
    const title = `AAA ${TITLE}`
    expect(await write(item({ title, [MAP.results.code]: 'AAA' }))).toMatchObject({ ok: true, value: { ignored: [], lost: [], lead: { record: { title } } } })
    expect(await write(item({ title }))).toMatchObject({ ok: true, value: { ignored: [{ kind: 'result', field: 'code' }], lost: [] } })
    const { [MAP.results.code]: _, ...others } = EMPTY
    expect(await write(item({ title }, others))).toMatchObject({ ok: true, value: { ignored: [], lost: [{ kind: 'result', field: 'code' }] } })
  })

  it.each([
    ['cut off', printRun(RUN).slice(0, 60)],
    ['those of an earlier one', printRun({ ...RUN, id: 'run0000' })],
    ['not there', ''],
  ])('names the record of a run whose answers are %s', async (_, stored) => {
    const { set, at, by } = RUN
    const write = (run: string) => writeEntry(answering({ update: item({ [MAP.results.set]: set, [MAP.results.qualifiedAt]: at, [MAP.results.qualifiedBy]: by, [MAP.results.run]: run }) }).portal, changing([], anEntry().record))
    expect(await write(stored)).toMatchObject({ ok: true, value: { ignored: [{ kind: 'record' }] } })
    expect(await write(printRun(RUN))).toMatchObject({ ok: true, value: { ignored: [] } })
  })

  it('may print a moment with another offset', async () => {
    const line: Change = { kind: 'result', field: 'nextTouch', from: undefined, to: '2026-06-02T09:30:00+05:00' }
    expect(await writeEntry(answering({ update: item({ [MAP.results.nextTouch]: '2026-06-02T07:30:00+03:00' }) }).portal, changing([line]))).toMatchObject({ ok: true, value: { ignored: [] } })
  })
})

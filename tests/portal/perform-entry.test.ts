/** An entry is done once, whatever comes between, and goes on without what cannot be done. */
import { describe, expect, it } from 'vitest'
import type { Entry, OpenEntry } from '../../src/domain/journal.ts'
import { readEntries } from '../../src/portal/journal.ts'
import { entriesCommand } from '../../src/portal/entries-command.ts'
import type { FieldMap } from '../../src/portal/field-map.ts'
import { performEntry } from '../../src/portal/perform-entry.ts'
import type { Performed } from '../../src/portal/perform-entry.ts'
import type { Command, Portal } from '../../src/portal/portal.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { anOpenEntry, anUndo, TITLE } from './an-entry.ts'

const portal = emulatedPortal()
const CODE = 'UF_CRM_ABC_CODE'

async function mapping(): Promise<FieldMap> {
  return (await portal.installation()).fields
}

interface Tried {
  readonly performed: Performed
  /** How often it was told that something is about to be written. */
  readonly writes: number
}

/** One try; `through` is what stands between the app and the portal. */
async function attempt(open: OpenEntry = anOpenEntry(), through: (own: Portal) => Portal = own => own, converted = false): Promise<Tried> {
  let writes = 0
  const performed = await performEntry(through(await portal.as('manager')), await mapping(), open, { converted, mayWrite: () => { writes += 1; return true } })
  return { performed, writes }
}

/** The entry as it is kept when all of it is done. */
async function savedEntry(): Promise<Entry> {
  const { performed } = await attempt()
  if (performed.state !== 'done') throw new Error(performed.state)
  await portal.advance(60)
  return performed.report.entry
}

/** What was made for the lead, and the lead itself. */
async function made() {
  const { activities, comments, notices, userOptions } = await portal.snapshot()
  const ours = <T>(rows: readonly T[], text: (row: T) => string) => rows.filter(row => text(row).includes('Triple A · ')).length
  const { title, [CODE]: code } = await portal.lead(1)
  const kept = readEntries(await portal.call(await portal.as('manager'), 'entity.item.get', entriesCommand(1).params), 1) ?? []
  return {
    title, code, kept: kept.map(({ id }) => id),
    todos: ours(activities, one => one.DESCRIPTION), comments: ours(comments, one => one.COMMENT), notices: notices.length,
    open: userOptions['4']?.['r.1'] ?? '',
  }
}

const ONCE = { title: `AAA ${TITLE}`, code: 'AAA', todos: 1, comments: 1, notices: 1, kept: ['run0001'], open: '' }
const NEVER = { title: TITLE, code: null, todos: 0, comments: 0, notices: 0, kept: [] }

const byHead = (fields: Readonly<Record<string, string>>) => ({ method: 'crm.item.update', params: { entityTypeId: 1, id: 1, fields }, user: 'head' as const })

/** A portal before whose locked writes something happens, or whose locks are others. */
function lockedBy(change: (lock: Command) => Promise<Command>) {
  return (own: Portal): Portal => ({
    async send(commands, options) {
      const entries = await Promise.all(Object.entries<Command>(commands).map(async ([key, command]) => [key, key === 'lock' ? await change(command) : command]))
      return own.send(Object.fromEntries(entries) as typeof commands, options)
    },
  })
}

describe('an entry', () => {
  it('is done with two requests, and is kept with the ids of what was made', async () => {
    const { performed, writes } = await attempt()
    expect(performed).toMatchObject({ state: 'done', report: {
      steps: ['update', 'comment', 'todo', 'notice', 'journal', 'close'].map(step => ({ step, state: 'done' })), ignored: [], lost: [], left: [],
      entry: { comment: { id: expect.any(Number) as unknown }, todo: { id: expect.any(Number) as unknown } },
    } })
    expect(writes).toBe(1)
    expect(await portal.requests()).toHaveLength(2)
    expect(await made()).toEqual(ONCE)
    const [kept] = readEntries(await portal.call(await portal.as('manager'), 'entity.item.get', entriesCommand(1).params), 1) ?? []
    expect(kept?.content).toEqual({ ok: true, value: performed.state === 'done' && performed.report.entry })
  })

  it('that is done is done once, however often it is gone on with, also from elsewhere', async () => {
    await attempt()
    for (let again = 0; again < 3; again += 1) expect((await attempt()).performed).toMatchObject({ state: 'done', report: { ignored: [] } })
    expect(await made()).toEqual(ONCE)
  })

  it.each(['before', 'after'] as const)('whose writing has no answer, cut %s it ran, is not sure, and is written once by the next try', async (when) => {
    await portal.faults([{ method: 'crm.item.update', kind: 'cut', when }])
    expect((await attempt()).performed).toMatchObject({ state: 'unsure', error: { kind: 'unreachable' } })
    expect((await attempt()).performed.state).toBe('done')
    expect(await made()).toEqual(ONCE)
  })

  it('stops where the portal fails in the middle, and goes on there', async () => {
    await portal.faults([{ method: 'crm.activity.todo.add', kind: '500' }])
    expect((await attempt()).performed).toMatchObject({ state: 'partly', report: { steps: [
      { step: 'update', state: 'done' }, { step: 'comment', state: 'done' }, { step: 'todo', state: 'failed' },
      { step: 'notice', state: 'not-run' }, { step: 'journal', state: 'not-run' }, { step: 'close', state: 'not-run' },
    ] } })
    expect((await made()).open).not.toBe('')
    expect((await attempt()).performed.state).toBe('done')
    expect(await made()).toEqual(ONCE)
  })
})

describe('a lead that cannot be read or written', () => {
  it('is told apart: unread, and nothing was begun', async () => {
    await portal.faults([{ method: 'crm.item.get', kind: '500' }])
    expect(await attempt()).toMatchObject({ performed: { state: 'unread', error: { code: 'INTERNAL_SERVER_ERROR' } }, writes: 0 })
    expect(await made()).toMatchObject(NEVER)
  })

  it('refused: nothing was written', async () => {
    await portal.faults([{ method: 'crm.item.update', kind: '403' }])
    expect(await attempt()).toMatchObject({ performed: { state: 'refused', error: { kind: 'not-allowed' }, card: { record: { title: TITLE } } }, writes: 1 })
    expect(await made()).toMatchObject(NEVER)
  })

  it('not sure: the portal failed at the writing itself', async () => {
    await portal.faults([{ method: 'crm.item.update', kind: '500' }])
    expect((await attempt()).performed).toMatchObject({ state: 'unsure', error: { code: 'INTERNAL_SERVER_ERROR' } })
  })
})

describe('somebody who changes the lead between look-up and write', () => {
  it('elsewhere makes it be looked up anew, and it is written once', async () => {
    await portal.edits([{ when: 'before', method: 'crm.item.list', edit: byHead({ comments: 'Звонил' }) }])
    expect(await attempt()).toMatchObject({ performed: { state: 'done' }, writes: 2 })
    expect(await portal.requests()).toHaveLength(4)
    expect(await made()).toEqual(ONCE)
  })

  it('where it would be written keeps it from being written', async () => {
    await portal.edits([{ when: 'before', method: 'crm.item.list', edit: byHead({ title: 'Моё' }) }])
    expect((await attempt()).performed).toMatchObject({ state: 'changed', card: { record: { title: 'Моё' } } })
    expect(await made()).toMatchObject({ ...NEVER, title: 'Моё' })
  })

  it('without end is waited for: nothing is written, and the portal counts as busy', async () => {
    let calls = 0
    const busy = lockedBy(async (lock) => {
      await portal.advance(1)
      await portal.rest('head', 'crm.item.update', byHead({ comments: `Звонил ${calls += 1}` }).params)
      return lock
    })
    expect(await attempt(anOpenEntry(), busy)).toMatchObject({ performed: { state: 'unread', error: { kind: 'busy' } }, writes: 4 })
    expect(await made()).toMatchObject(NEVER)
  })

  it('and a conversion keep a save from being written, unless it was begun on a deal', async () => {
    await portal.convert(1, 'head')
    expect((await attempt()).performed).toMatchObject({ state: 'changed', card: { converted: true } })
    expect((await attempt(anOpenEntry(), undefined, true)).performed.state).toBe('done')
  })
})

describe('a portal', () => {
  it('whose list never finds a lead by its time of change is written without the lock', async () => {
    const blind = lockedBy(({ method, params }) => Promise.resolve({ method, params: { ...params, filter: { id: 1, updatedTime: '2011-01-01T00:00:00+03:00' } } }))
    expect(await attempt(anOpenEntry(), blind)).toMatchObject({ performed: { state: 'done' }, writes: 3 })
    expect(await made()).toEqual(ONCE)
  })

  it('that does not keep a field is asked once more', async () => {
    await portal.faults([{ method: 'crm.item.update', kind: 'drop-field', field: CODE }])
    expect(await attempt()).toMatchObject({ performed: { state: 'done', report: { ignored: [] } }, writes: 2 })
    expect(await made()).toEqual(ONCE)
  })

  it('that never keeps it is told of, and the rest is done once', async () => {
    await portal.faults([{ method: 'crm.item.update', kind: 'drop-field', field: CODE, times: 9 }])
    expect(await attempt()).toMatchObject({ performed: { state: 'done', report: { ignored: [{ kind: 'result', field: 'code' }] } }, writes: 2 })
    expect(await made()).toEqual({ ...ONCE, code: null })
  })

  it.each(['no-result', 'empty'] as const)('that says nothing of the notice (%s) is asked for it once more, and there is one', async (kind) => {
    await portal.faults([{ method: 'im.notify.personal.add', kind }])
    expect(await attempt()).toMatchObject({ performed: { state: 'done' }, writes: 2 })
    expect(await made()).toEqual(ONCE)
  })

  it('that never says anything of it is told of, and the rest is done once', async () => {
    await portal.faults([{ method: 'im.notify.personal.add', kind: 'no-result', times: 9 }])
    const { performed, writes } = await attempt()
    expect(writes).toBe(2)
    expect(performed).toMatchObject({ state: 'partly', report: { steps: expect.arrayContaining([{ step: 'notice', state: 'failed', error: expect.objectContaining({ kind: 'no-result' }) as unknown }]) as unknown } })
    expect(await made()).toMatchObject({ ...ONCE, notices: expect.any(Number) as unknown })
  })

  it('without the storage of the journal gets everything else, and says so', async () => {
    await portal.rest('admin', 'entity.delete', { ENTITY: 'abcruns' })
    const { performed } = await attempt()
    expect(performed).toMatchObject({ state: 'done', report: { steps: expect.arrayContaining([
      { step: 'notice', state: 'done' }, expect.objectContaining({ step: 'journal', state: 'failed', error: expect.objectContaining({ kind: 'not-found' }) as unknown }), { step: 'close', state: 'done' },
    ]) as unknown } })
    const { title } = await portal.lead(1)
    const { notices, userOptions } = await portal.snapshot()
    expect([title, notices.length, userOptions['4']?.['r.1']]).toEqual([`AAA ${TITLE}`, 1, ''])
  })
})

describe('an undo', () => {
  it('takes back what can be, though neither comment, to-do nor journal may be written', async () => {
    const entry = await savedEntry()
    await portal.faults((['crm.timeline.comment.update', 'crm.activity.delete', 'entity.item.add'] as const).map(method => ({ method, kind: '403', times: 9 })))
    const { performed } = await attempt(anUndo(entry))
    expect(performed.state).toBe('done')
    expect(performed.state === 'done' && performed.report.steps).toMatchObject([
      { step: 'update', state: 'done' }, { step: 'comment', state: 'failed' }, { step: 'todo', state: 'failed' }, { step: 'journal', state: 'failed' }, { step: 'close', state: 'done' },
    ])
    expect(await made()).toMatchObject({ title: TITLE, code: null, todos: 1, open: '' })
  })

  it('whose lead somebody changes in between leaves that, and takes back the rest', async () => {
    const entry = await savedEntry()
    await portal.edits([{ when: 'before', method: 'crm.item.list', edit: byHead({ title: 'Моё' }) }])
    expect((await attempt(anUndo(entry))).performed).toMatchObject({ state: 'done', report: { left: [{ kind: 'title' }], entry: { changes: [{ kind: 'result', field: 'code' }] } } })
    expect(await made()).toMatchObject({ title: 'Моё', code: null, todos: 0, kept: ['undo0001', 'run0001'] })
  })

  it('that is done is done once, however often it is gone on with', async () => {
    const undo = anUndo(await savedEntry())
    for (let again = 0; again < 3; again += 1) expect((await attempt(undo)).performed.state).toBe('done')
    expect(await made()).toEqual({ title: TITLE, code: null, todos: 0, comments: 1, notices: 1, kept: ['undo0001', 'run0001'], open: '' })
  })
})

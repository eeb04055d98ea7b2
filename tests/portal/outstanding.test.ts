/** What is outstanding where somebody else was at the lead. */
import { describe, expect, it } from 'vitest'
import type { Entry, OpenEntry, TodoChange } from '../../src/domain/journal.ts'
import { printRun } from '../../src/domain/run.ts'
import type { OurTodo } from '../../src/portal/activities.ts'
import { marked, markOf } from '../../src/portal/activity-writes.ts'
import type { Known } from '../../src/portal/look-up.ts'
import { outstandingOf } from '../../src/portal/outstanding.ts'
import { aLead } from '../domain/answering.ts'
import { anEntry, anOpenEntry, anUndo, RUN, TITLE } from './an-entry.ts'
import { knownOf, stepsOf, withRecord } from './known-lead.ts'

const BEFORE = { deadline: '2026-06-01T15:00:00+03:00', title: 'Old call', text: marked('old', markOf('run0000', '1')), responsible: 4 }
const AFTER = { deadline: '2026-06-02T10:00:00+03:00', title: 'Call', text: marked('what to say', markOf(RUN.id, '1')), responsible: 4 }
const MOVED: TodoChange = { id: 9, before: BEFORE, after: AFTER }

function ours(changes: Partial<OurTodo> = {}): OurTodo {
  return { id: 9, run: 'run0000', done: false, ...BEFORE, ...changes }
}

/** The lead with these to-dos. */
function leadWith(todos: readonly OurTodo[], rest: Partial<Known> = {}): Known {
  const open = todos.find(({ done }) => !done)
  return knownOf(aLead({ id: 1, title: TITLE, ...(open && { todo: open }) }), { todos, ...rest })
}

/** The lead as the save has left it. */
function savedLead(rest: Partial<Known> = {}): Known {
  return knownOf(aLead({ id: 1, title: `AAA ${TITLE}`, fields: { code: 'AAA', run: printRun(RUN) } }), rest)
}

const MINE = { id: 31, text: marked('[b]AAA[/b]', markOf(RUN.id, 'comment')) }
const CHANGED = { state: 'changed' }

describe('a save that begins', () => {
  it.each<[string, Known]>([
    ['moved', leadWith([ours({ deadline: '2026-06-09T10:00:00+03:00' })])],
    ['done', leadWith([ours({ done: true })])],
    ['removed', leadWith([])],
    ['another one', leadWith([ours({ id: 10 })])],
  ])('on a to-do that is %s meanwhile is not written', (_, known) => {
    expect(outstandingOf(anOpenEntry({ todo: MOVED }), known, { converted: false, unkept: [], unsent: false })).toEqual(CHANGED)
  })

  it('on a lead that got a to-do of ours meanwhile is not written either', () => {
    expect(outstandingOf(anOpenEntry(), leadWith([ours()]), { converted: false, unkept: [], unsent: false })).toEqual(CHANGED)
  })

  it('moves its to-do, also when its moment is written with another offset', () => {
    expect(stepsOf(anOpenEntry({ todo: MOVED }), leadWith([ours({ deadline: '2026-06-01T12:00:00Z' })])).todo).toEqual({ do: 'move', id: 9, todo: AFTER })
  })

  it('on a deal is not written, unless it was one when it began', () => {
    const known = leadWith([])
    const converted = { ...known, card: { ...known.card, converted: true } }
    expect(outstandingOf(anOpenEntry(), converted, { converted: false, unkept: [], unsent: false })).toEqual(CHANGED)
    expect(outstandingOf(anOpenEntry(), converted, { converted: true, unkept: [], unsent: false }).state).toBe('outstanding')
  })

  it('on a lead that has a change of it already leaves that out of what is kept', () => {
    const known = withRecord(leadWith([]), record => ({ ...record, fields: { ...record.fields, code: 'AAA' } }))
    expect(stepsOf(anOpenEntry(), known)).toMatchObject({ changes: [{ kind: 'title' }], entry: { changes: [{ kind: 'title' }] }, written: false })
  })
})

describe('a save of which something is written', () => {
  it.each<[string, Partial<Known>]>([
    ['its comment', { comments: [MINE] }],
    ['its to-do', { todos: [ours({ id: 12, run: RUN.id, ...AFTER })] }],
    ['its entry', { kept: true }],
  ])('because %s is there goes on, and does not stop at what else became of the lead', (_, rest) => {
    const known = { ...leadWith([]), ...rest }
    const renamed = withRecord(known, record => ({ ...record, title: 'Моё' }))
    expect(outstandingOf(anOpenEntry(), renamed, { converted: false, unkept: [], unsent: false })).toMatchObject({ state: 'outstanding', steps: { written: true, changes: [{ field: 'code' }] } })
  })

  it('is not taken for written by the comment of another run', () => {
    expect(stepsOf(anOpenEntry(), leadWith([], { comments: [{ id: 30, text: marked('x', markOf('run00011', 'comment')) }] }))).toMatchObject({ written: false, comment: { do: 'add' } })
  })

  it('makes a to-do where the one to be moved is done by now', () => {
    expect(stepsOf(anOpenEntry({ todo: MOVED }), leadWith([ours({ done: true })], { comments: [MINE] })).todo).toEqual({ do: 'add', todo: AFTER })
  })

  it('of a run that a later one took the place of only keeps the record', () => {
    const later = printRun({ ...RUN, id: 'run0009' })
    const known = knownOf(aLead({ id: 1, title: TITLE, fields: { run: later } }), { comments: [MINE] })
    expect(stepsOf(anOpenEntry(), known)).toMatchObject({ changes: [], record: undefined, comment: { do: 'nothing' }, todo: { do: 'nothing' }, notice: false, keep: true })
  })
})

describe('an undo', () => {
  const undone = (todo: Entry['todo'], changes: Partial<Entry> = {}): OpenEntry => anUndo(anEntry({ comment: { id: 31 }, ...todo && { todo }, ...changes }))
  const made = { id: 9, after: AFTER }
  const todoNow = (changes: Partial<OurTodo> = {}) => savedLead({ comments: [MINE], todos: [ours({ run: RUN.id, ...AFTER, ...changes })] })

  it('removes the to-do that was made, and moves one back that was moved', () => {
    expect(stepsOf(undone(made), todoNow()).todo).toEqual({ do: 'remove', id: 9 })
    expect(stepsOf(undone(MOVED), todoNow()).todo).toEqual({ do: 'move', id: 9, todo: BEFORE })
  })

  it.each<[string, Partial<OurTodo>, 'done' | 'changed']>([
    ['is done', { done: true }, 'done'],
    ['somebody moved', { deadline: '2026-06-09T10:00:00+03:00' }, 'changed'],
    ['somebody renamed', { title: 'My call' }, 'changed'],
  ])('leaves a to-do that %s, and says so', (_, changes, todoLeft) => {
    for (const todo of [made, MOVED]) expect(stepsOf(undone(todo), todoNow(changes))).toMatchObject({ todo: { do: 'nothing', is: 9 }, todoLeft })
  })

  it('has nothing to do with a to-do or comment that is gone', () => {
    expect(stepsOf(undone(made), savedLead())).toMatchObject({ todo: { do: 'nothing' }, todoLeft: undefined, comment: { do: 'nothing' } })
  })

  it('adds its note to the comment once, before its mark', () => {
    const step = stepsOf(undone(made), todoNow()).comment
    expect(step).toEqual({ do: 'change', id: 31, text: `${MINE.text}\n\nTaken back\n\n${markOf('undo0001', 'undo')}` })
    const noted = { ...todoNow(), comments: [{ id: 31, text: step.do === 'change' ? step.text : '' }] }
    expect(stepsOf(undone(made), noted).comment).toEqual({ do: 'nothing', is: 31 })
  })

  it('takes nothing back of a lead that was saved again', () => {
    const known = withRecord(todoNow(), record => ({ ...record, fields: { ...record.fields, run: printRun({ ...RUN, id: 'run0009' }) } }))
    expect(outstandingOf(undone(made), known, { converted: false, unkept: [], unsent: false })).toEqual(CHANGED)
  })

  it('that somebody took back takes nothing back once more', () => {
    expect(stepsOf(undone(made), { ...todoNow(), kept: true, takenBack: true })).toMatchObject({ changes: [], record: undefined, comment: { do: 'nothing' }, todo: { do: 'nothing' }, keep: false })
  })

  it('goes on a deal, as on a lead', () => {
    const known = todoNow()
    expect(outstandingOf(undone(made), { ...known, card: { ...known.card, converted: true } }, { converted: false, unkept: [], unsent: false }).state).toBe('outstanding')
  })

  it('of an undo makes the to-do again, unless it is there', () => {
    const redo: OpenEntry = { ...undone(made), entry: { ...undone(made).entry, id: 'undo0002', undoes: 'undo0001', todo: { id: 9, after: AFTER } } }
    expect(stepsOf(redo, savedLead()).todo).toEqual({ do: 'add', todo: AFTER })
    expect(stepsOf(redo, savedLead({ todos: [ours({ id: 12, run: RUN.id, ...AFTER })] })).todo).toEqual({ do: 'nothing', is: 12 })
    expect(stepsOf(redo, savedLead({ todos: [ours({ id: 12, run: RUN.id, ...AFTER, done: true })] })).todo).toEqual({ do: 'add', todo: AFTER })
    // one of another run at the same moment is not this one
    expect(stepsOf(redo, savedLead({ todos: [ours({ id: 12, ...AFTER, text: BEFORE.text })] })).todo).toEqual({ do: 'add', todo: AFTER })
  })
})

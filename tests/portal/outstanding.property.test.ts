/** Going on with an entry does what is missing, whatever of it is done already. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, OpenEntry } from '../../src/domain/journal.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { LEAD_CLASSES } from '../../src/domain/question-set.ts'
import { standingOf } from '../../src/portal/changes.ts'
import type { Known } from '../../src/portal/look-up.ts'
import { outstandingOf } from '../../src/portal/outstanding.ts'
import type { Step } from '../../src/portal/write-entry.ts'
import { aLead, NOW } from '../domain/answering.ts'
import { anyMoney, anySet, answersTo } from '../domain/arbitrary.ts'
import { anyWords, withChanges } from '../domain/journal-entries.ts'
import { afterSteps, knownOf, openSave, openUndo, performed, stepsOf, withRecord } from './known-lead.ts'

const DAY = 86_400_000

const anyLead = fc.record({ title: anyWords, opportunity: anyMoney, products: fc.boolean(), run: fc.option(anyWords, { nil: undefined }) })
  .map(({ title, opportunity, products, run }) => aLead({ title, ...(opportunity && { opportunity, amountFromProducts: products }), ...(run !== undefined && { fields: { run } }) }))

interface Case {
  readonly known: Known
  readonly open: OpenEntry
}

/** A lead and what is about to be done to it: a first save, a second one, or either taken back, or that taken back. */
const anyCase: fc.Arbitrary<Case> = fc.oneof(anySet, fc.constantFrom(...PRESETS)).chain(set => fc.record({
  lead: anyLead, first: answersTo(set), second: answersTo(set), again: fc.boolean(), undos: fc.constantFrom(0, 0, 1, 1, 2, 3),
}).map(({ lead, first, second, again, undos }) => {
  let at: { readonly known: Known; readonly open: OpenEntry | undefined } = { known: knownOf(lead), open: openSave(knownOf(lead), set, first, 'run0001') }
  if (again && at.open) {
    const { known } = performed(at.known, at.open)
    at = { known, open: openSave(known, set, second, 'run0002', NOW + 2 * DAY) }
  }
  for (let undo = 1; undo <= undos && at.open; undo += 1) {
    const { known, entry } = performed(at.known, at.open)
    at = { known, open: openUndo(entry, `undo000${undo}`) }
  }
  return at
})).filter((found): found is Case => found.open !== undefined)

const aSave = anyCase.filter(({ open }) => open.entry.undoes === undefined)
const anUndo = anyCase.filter(({ open }) => open.entry.undoes !== undefined)

const ALL: readonly Step[] = ['update', 'comment', 'todo', 'notice', 'journal']
const NOTHING = { changes: [], record: undefined, comment: { do: 'nothing' }, todo: { do: 'nothing' }, notice: false, keep: false, left: [], todoLeft: undefined }

/** The same change to what neither was there nor comes; nothing for what has only two values. */
function foreign(change: Change): Change | undefined {
  switch (change.kind) {
    case 'answer': return { ...change, to: 'somebodys' }
    case 'title':
    case 'stage': return { ...change, to: 'Somebody’s own' }
    case 'opportunity': return { ...change, to: { amount: 123_456_789, currency: 'EUR' } }
    case 'result': switch (change.field) {
      case 'class': return { ...change, to: LEAD_CLASSES.find(one => one !== change.from && one !== change.to) }
      case 'coefficient': return { ...change, to: 99 }
      case 'important': return undefined
      case 'code':
      case 'reason': return { ...change, to: 'somebodys' }
      case 'purchaseDate': return { ...change, to: '2031-01-01' }
      case 'nextTouch': return { ...change, to: '2031-01-01T10:00:00+03:00' }
    }
  }
}

/** What a batch that stops at a failure leaves done. */
const someSteps = fc.nat(ALL.length).map(count => ALL.slice(0, count))

describe('what is outstanding of an entry', () => {
  it('is all of it on the lead on which it was begun', () => {
    fc.assert(fc.property(anyCase, ({ known, open }) => {
      const steps = stepsOf(open, known)
      expect(steps.entry).toEqual(open.entry)
      expect(steps).toMatchObject({ changes: open.entry.changes, keep: true, notice: open.entry.notice !== undefined, left: [], todoLeft: undefined })
      if (open.entry.undoes === undefined) expect(steps).toMatchObject({ written: false, record: open.entry.record.to, comment: { do: open.entry.comment ? 'add' : 'nothing' } })
    }), { numRuns: 300 })
  })

  it('is nothing when all of it is done, for saves, undos, and undos of undos', () => {
    fc.assert(fc.property(anyCase, ({ known, open }) => {
      expect(stepsOf(open, afterSteps(known, stepsOf(open, known), ALL))).toMatchObject(NOTHING)
    }), { numRuns: 400 })
  })

  it('is exactly the rest after any of its steps', () => {
    fc.assert(fc.property(anyCase, someSteps, ({ known, open }, done) => {
      const first = stepsOf(open, known)
      const rest = stepsOf(open, afterSteps(known, first, done))
      const has = (step: Step): boolean => done.includes(step)
      expect(rest.changes).toEqual(has('update') ? [] : first.changes)
      expect(rest.record).toEqual(has('update') ? undefined : first.record)
      expect(rest.comment).toEqual(has('comment') ? { do: 'nothing', ...('is' in rest.comment && { is: rest.comment.is }) } : first.comment)
      expect(rest.todo).toEqual(has('todo') ? { do: 'nothing', ...('is' in rest.todo && { is: rest.todo.is }) } : first.todo)
      // of a notice nothing can be found: it is over when the entry is kept, which comes after it
      expect(rest.notice).toBe(!has('journal') && first.notice)
      expect(rest.keep).toBe(!has('journal'))
    }), { numRuns: 600 })
  })

  it('brings the lead to the same end in any order of interruptions', () => {
    fc.assert(fc.property(anyCase, fc.array(someSteps, { maxLength: 3 }), ({ known, open }, tries) => {
      const straight = afterSteps(known, stepsOf(open, known), ALL)
      const interrupted = [...tries, ALL].reduce((lead, steps) => afterSteps(lead, stepsOf(open, lead), steps), known)
      expect(interrupted).toEqual(straight)
    }), { numRuns: 300 })
  })
})

describe('somebody else’s change', () => {
  const anyPlaces = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 })

  it('keeps a save of which nothing is written from being written', () => {
    fc.assert(fc.property(aSave, anyPlaces, ({ known, open }, places) => {
      const theirs = open.entry.changes.filter((_, index) => places.includes(index)).flatMap(change => foreign(change) ?? [])
      fc.pre(theirs.length > 0)
      const changed = withRecord(known, record => withChanges(record, theirs))
      expect(outstandingOf(open, changed, { converted: false, unkept: [], unsent: false })).toEqual({ state: 'changed' })
    }), { numRuns: 300 })
  })

  it('is never among what an undo writes, and stays', () => {
    fc.assert(fc.property(anUndo, anyPlaces, ({ known, open }, places) => {
      const theirs = open.entry.changes.filter((_, index) => places.includes(index)).flatMap(change => foreign(change) ?? [])
      const changed = withRecord(known, record => withChanges(record, theirs))
      const steps = stepsOf(open, changed)
      expect(steps.left.length).toBe(theirs.length)
      for (const change of steps.changes) expect(standingOf(change, changed.card.record)).toBe('due')
      for (const change of steps.left) expect([...steps.changes, ...steps.entry.changes]).not.toContain(change)
      const after = afterSteps(changed, steps, ALL)
      for (const change of theirs) expect(standingOf(change, after.card.record)).toBe('made')
    }), { numRuns: 300 })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf, reversed, runOf, undoOf } from '../../src/domain/journal.ts'
import type { Change, Entry } from '../../src/domain/journal.ts'
import type { LeadRecord } from '../../src/domain/lead.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { setReference } from '../../src/domain/question-set.ts'
import { printRun } from '../../src/domain/run.ts'
import type { Run } from '../../src/domain/run.ts'
import type { WriteLine } from '../../src/domain/write-plan.ts'
import { aLead, answered, roubles } from './answering.ts'
import type { Short } from './answering.ts'
import { answersTo, anyMoney, anySet, someOf } from './arbitrary.ts'
import { anyChange, anyEntry, anyWords, withChanges } from './journal-entries.ts'
import { planFor, SUPERVISOR } from './saving.ts'

const AGAIN = { id: 'undo0001', at: '2026-11-23T12:00:00+03:00', by: 5 }
const RUN: Run = { id: 'run0001', set: 'default@1', at: '2026-11-23T11:00:00+03:00', by: 1, seconds: 42, answers: {}, notes: {} }
const HOT: Short = { need: 'yes', urgency: 'now', budget: 1_200_000, client_type: 'b2b' }
const TODO = { deadline: '2026-11-23T11:15:00+03:00', title: 'Call', text: 'Triple A · run0001/1', responsible: 4 }

/** The entry of a save of these answers, as the app makes it. */
function saveOf(lead: LeadRecord, short: Short, ticked: (line: WriteLine) => boolean = line => line.ticked): Entry {
  const answers = answered(short)
  const lines = planFor(DEFAULT_SET, lead, answers).lines.filter(ticked)
  return entryOf({ ...RUN, answers }, lead, lines, { after: TODO })
}

const anyLead = fc.record({
  title: anyWords,
  opportunity: anyMoney,
  products: fc.boolean(),
  fields: fc.record({ answers: someOf([['need', fc.constantFrom('yes', 'no')]]), code: fc.constantFrom('AAB', 'CCC'), important: fc.boolean(), run: anyWords, set: fc.constant('default@9' as const) }, { requiredKeys: ['answers', 'important'] }),
}).map(({ opportunity, products, ...rest }) => aLead({ ...rest, ...(opportunity && { opportunity, amountFromProducts: products }) }))

/** Entries as saves of random answers to random sets make them, some lines unticked. */
const anySave = fc.oneof(anySet, fc.constantFrom(...PRESETS)).chain(set => fc.record({
  lead: anyLead, answers: answersTo(set), left: fc.array(fc.nat(30), { maxLength: 4 }),
}).map(({ lead, answers, left }) => {
  const lines = planFor(set, lead, answers).lines.filter((line, index) => line.ticked && !left.includes(index))
  return { lead, entry: entryOf({ ...RUN, set: setReference(set), answers }, lead, lines, undefined) }
}))

describe('the entry of a save', () => {
  it('says of the lead’s result only what is written: a code that is left out stays what it was', () => {
    const lead = aLead({ fields: { code: 'CCC' } })
    expect(saveOf(lead, HOT)).toMatchObject({ code: 'AAA', class: 'A' })
    expect(saveOf(lead, HOT, line => line.ticked && line.id !== 'code')).toMatchObject({ code: 'CCC', class: 'A' })
  })

  it('holds what changes with what was there before, who and when, and what is made', () => {
    const lead = aLead({ fields: { code: 'CCC', set: 'default@1', qualifiedBy: 2, run: printRun({ ...RUN, id: 'run0000' }) } })
    expect(saveOf(lead, HOT)).toMatchObject({
      id: 'run0001', lead: 7, at: RUN.at, by: 1, code: 'AAA', class: 'A',
      changes: expect.arrayContaining([
        { kind: 'answer', question: 'need', from: undefined, to: 'yes' },
        { kind: 'result', field: 'code', from: 'CCC', to: 'AAA' },
        { kind: 'title', from: lead.title, to: `AAA ${lead.title}` },
        { kind: 'opportunity', from: undefined, to: roubles(1_200_000) },
      ]) as unknown,
      record: { from: { set: 'default@1', by: 2, run: lead.fields.run }, to: { at: RUN.at, by: 1, set: 'default@1' } },
      comment: {},
      todo: { after: TODO },
      notice: { to: SUPERVISOR, reasons: ['hot', 'large-order'] },
    })
  })

  it('holds only the lines that are written', () => {
    const entry = saveOf(aLead(), HOT, line => line.kind === 'title' || line.kind === 'record')
    expect(entry.changes.map(({ kind }) => kind)).toEqual(['title'])
    expect(Object.keys(entry).toSorted()).toEqual(['at', 'by', 'changes', 'id', 'lead', 'record'])
  })

  it('remembers that a sum came from product rows', () => {
    const entry = saveOf(aLead({ opportunity: roubles(5), amountFromProducts: true }), HOT, () => true)
    expect(entry.changes.find(({ kind }) => kind === 'opportunity')).toEqual({ kind: 'opportunity', from: { ...roubles(5), products: true }, to: roubles(1_200_000) })
  })

  it('has the run in it, and that of an undo the run that is given back', () => {
    const lead = aLead({ fields: { run: printRun({ ...RUN, id: 'run0000' }) } })
    const entry = saveOf(lead, HOT)
    expect(runOf(entry)).toEqual({ ...RUN, answers: answered(HOT) })
    expect(runOf(undoOf(entry, AGAIN))?.id).toBe('run0000')
    expect(runOf(undoOf(saveOf(aLead(), HOT), AGAIN))).toBeUndefined()
    expect(runOf(undoOf(saveOf(aLead({ fields: { run: 'junk' } }), HOT), AGAIN))).toBeUndefined()
  })
})

describe('a change the other way round', () => {
  it('twice is the change', () => {
    fc.assert(fc.property(anyChange, (change) => {
      expect(reversed(reversed(change))).toEqual(change)
      expect(reversed(change)).toMatchObject({ kind: change.kind, from: change.to, to: change.from })
    }))
  })
})

describe('an undo', () => {
  it('has an id, a time and an author of its own, names what it takes back, and tells nobody', () => {
    const entry = saveOf(aLead({ fields: { code: 'CCC', class: 'C' } }), HOT)
    const undo = undoOf({ ...entry, comment: { id: 31 }, todo: { id: 9, after: TODO } }, AGAIN)
    expect(undo).toMatchObject({ ...AGAIN, undoes: 'run0001', lead: 7, code: 'CCC', class: 'C', comment: { id: 31 }, todo: { id: 9, before: TODO } })
    expect(undo.todo).not.toHaveProperty('after')
    expect(undo).not.toHaveProperty('notice')
  })

  it('of a first qualification leaves no code and no class', () => {
    const undo = undoOf(saveOf(aLead(), HOT), AGAIN)
    expect(undo).not.toHaveProperty('code')
    expect(undo).not.toHaveProperty('class')
  })

  it('leaves the entry as it is', () => {
    fc.assert(fc.property(anyEntry, (entry) => {
      const before = structuredClone(entry)
      undoOf(entry, AGAIN)
      expect(entry).toEqual(before)
    }))
  })

  it('of an undo writes what the first one wrote', () => {
    fc.assert(fc.property(anyEntry, (entry) => {
      const { changes, record, todo, comment } = undoOf(undoOf(entry, AGAIN), { ...AGAIN, id: 'undo0002' })
      expect({ changes, record, todo, comment }).toEqual({ changes: entry.changes, record: entry.record, todo: entry.todo, comment: entry.comment })
    }))
  })

  it('gives the lead back that a save changed, also when it is taken back and done once more', () => {
    fc.assert(fc.property(anySave, ({ lead, entry }) => {
      const undo = undoOf(entry, AGAIN)
      const written = withChanges(lead, entry.changes, entry.record.to)
      const back = withChanges(written, undo.changes, undo.record.to)
      expect(back).toEqual(lead)
      const again = undoOf(undo, { ...AGAIN, id: 'undo0002' })
      expect(withChanges(back, again.changes, again.record.to)).toEqual(written)
    }), { numRuns: 300 })
  })

  it('tells the result that the lead has after it, as far as the save changed it', () => {
    const change: Change = { kind: 'result', field: 'class', from: 'B', to: 'A' }
    const entry: Entry = { ...saveOf(aLead(), HOT), changes: [change], code: 'AAA', class: 'A' }
    expect(undoOf(entry, AGAIN)).toMatchObject({ code: 'AAA', class: 'B' })
    expect(undoOf(undoOf(entry, AGAIN), AGAIN)).toMatchObject({ code: 'AAA', class: 'A' })
  })
})

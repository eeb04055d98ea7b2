/** Random entries of the journal, full of what people and other programs write, and leads to which they are done. */
import fc from 'fast-check'
import type { Change, Entry, OpenEntry, Remembered } from '../../src/domain/journal.ts'
import type { LeadRecord, Todo } from '../../src/domain/lead.ts'
import type { Money } from '../../src/domain/potential.ts'
import { LEAD_CLASSES } from '../../src/domain/question-set.ts'
import { NOTICE_REASONS } from '../../src/domain/write-plan.ts'
import type { ResultValues } from '../../src/domain/write-plan.ts'
import { withLine } from './saving.ts'

/** Markup, references of a batch, marks of direction, names that every object has, smileys, and much of anything. */
export const anyWords: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '', ' ', '<script>alert(1)</script>', '<b>&amp;"\'', '[b]bold[/b] [url=javascript:x]y[/url]', '$result[lead][item][id]', '$RESULT[x] \\u0024',
    '\u202Ereversed\u202C \u200F\u2066x\u2069', '__proto__', 'constructor', 'toString', '👩‍🔧🏳️‍🌈', 'Triple A · abcdef/1', '\u0000\u2028\uFEFF', '{"format":1}',
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }).map(text => text.repeat(200)),
)

const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/).filter(text => text !== 'constructor' && text !== 'prototype')
const entryId = fc.stringMatching(/^[a-z0-9]{6,32}$/)
const portalId = fc.integer({ min: 1 })
const day = fc.integer({ min: 0, max: 40_000 }).map(number => new Date(number * 86_400_000).toISOString().slice(0, 10))
const instant = day.map(date => `${date}T09:30:00+03:00`)
const reference = fc.integer({ min: 1, max: 99 }).map(version => `default@${version}` as const)

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined })
}

function pair<T>(value: fc.Arbitrary<T>): fc.Arbitrary<{ readonly from: T; readonly to: T }> {
  return fc.record({ from: value, to: value })
}

function result<K extends keyof ResultValues>(field: K, value: fc.Arbitrary<ResultValues[K]>): fc.Arbitrary<Change> {
  // of one kind and one field, which the type checker does not follow through the key
  return pair(maybe(value)).map(values => ({ kind: 'result', field, ...values }) as Change)
}

const sum = fc.record({
  amount: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), currency: fc.stringMatching(/^[A-Z]{3}$/), products: fc.constant(true as const),
}, { requiredKeys: ['amount', 'currency'] })

/** Any change, also of what the set does not know. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(id, pair(maybe(id))).map(([question, values]): Change => ({ kind: 'answer', question, ...values })),
  pair(anyWords).map((values): Change => ({ kind: 'title', ...values })),
  pair(anyWords).map((values): Change => ({ kind: 'stage', ...values })),
  pair(maybe(sum)).map((values): Change => ({ kind: 'opportunity', ...values })),
  result('code', anyWords),
  result('class', fc.constantFrom(...LEAD_CLASSES)),
  result('coefficient', fc.integer({ min: 0, max: 4 })),
  result('purchaseDate', day),
  result('nextTouch', instant),
  result('important', fc.boolean()),
  result('reason', id),
)

const remembered: fc.Arbitrary<Remembered> = fc.record({ at: anyWords, by: portalId, set: reference, run: anyWords }, { requiredKeys: [] })
const todo: fc.Arbitrary<Todo> = fc.record({ deadline: anyWords, title: anyWords, text: anyWords, responsible: portalId })

/** Any entry that can be written down, of a save or an undo. */
export const anyEntry: fc.Arbitrary<Entry> = fc.record({
  id: entryId,
  undoes: entryId,
  lead: portalId,
  at: instant,
  by: portalId,
  code: anyWords,
  class: fc.constantFrom(...LEAD_CLASSES),
  changes: fc.array(anyChange, { maxLength: 6 }),
  record: fc.record({ from: remembered, to: remembered }),
  comment: fc.record({ id: portalId }, { requiredKeys: [] }),
  todo: fc.record({ id: portalId, before: todo, after: todo }, { requiredKeys: [] }),
  notice: fc.record({ to: portalId, reasons: fc.subarray([...NOTICE_REASONS]) }),
}, { requiredKeys: ['id', 'lead', 'at', 'by', 'changes', 'record'] })

export const anyOpenEntry: fc.Arbitrary<OpenEntry> = fc.record({
  entry: anyEntry, leadTitle: anyWords, texts: fc.record({ comment: anyWords, notice: anyWords }), farDraft: fc.boolean(),
})

function moneyOf(lead: LeadRecord, to: Money & { readonly products?: true } | undefined): LeadRecord {
  const { opportunity: _, ...rest } = lead
  return { ...rest, amountFromProducts: to?.products === true, ...(to && { opportunity: { amount: to.amount, currency: to.currency } }) }
}

/** The lead with these changes and, where one is given, this record of who qualified it. */
export function withChanges(lead: LeadRecord, changes: readonly Change[], record?: Remembered): LeadRecord {
  const changed = changes.reduce((one, change) => change.kind === 'opportunity' ? moneyOf(one, change.to) : withLine(one, change), lead)
  if (!record) return changed
  const { qualifiedAt: _at, qualifiedBy: _by, set: _set, run: _run, ...fields } = changed.fields
  const { at, by, set, run } = record
  return { ...changed, fields: {
    ...fields,
    ...(at !== undefined && { qualifiedAt: at }),
    ...(by !== undefined && { qualifiedBy: by }),
    ...(set !== undefined && { set }),
    ...(run !== undefined && { run }),
  } }
}

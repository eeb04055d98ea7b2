/** Whatever a lead holds, a save of it can be written down and read back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOpenEntry, printOpenEntry } from '../../src/domain/journal-codec.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { readOurTodos, soonestOpen } from '../../src/portal/activities.ts'
import { readLead } from '../../src/portal/lead.ts'
import { answered } from '../domain/answering.ts'
import { anyWords } from '../domain/journal-entries.ts'
import { knownOf, openSave } from './known-lead.ts'
import { mapOf } from './made-fields.ts'

const MAP = mapOf([DEFAULT_SET])
const ANSWERS = answered({ need: 'yes', urgency: 'now', budget: 1_200_000, client_type: 'b2b' })

/** What a user field may hold: of its own kind, of another, or what somebody else left there. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, '', false, [], 'Y', 'N', '1', '0', '-0', 0, -0, -1, '-5', '1.5', 1.5, '101', '103', 120, '999999999999999999999', '9'.repeat(400), 'default@1', 'default@01', '2026-06-01', '2026-06-01T10:00:00+03:00', '2026-02-31', '{"format":1}'),
  anyWords,
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }),
)
const anyItem = fc.record({
  title: fc.option(anyWords), stageId: anyWords, opportunity: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), currencyId: fc.option(anyWords), isManualOpportunity: fc.constantFrom('Y', 'N', null),
  fields: fc.array(anyValue, { minLength: 40, maxLength: 40 }),
}).map(({ fields, ...item }) => {
  const names = [...Object.values(MAP.results), ...Object.values(MAP.answers)]
  return { id: 1, assignedById: 4, ...item, ...Object.fromEntries(names.map((name, index) => [name, fields[index]])) }
})
const anyTodos = fc.array(fc.record({
  ID: fc.integer({ min: 1 }), DEADLINE: fc.option(anyWords), DESCRIPTION: anyWords.map(words => `${words}\n\nTriple A · run0000/1`), SUBJECT: fc.option(anyWords), RESPONSIBLE_ID: fc.constantFrom('4', '0', 0), COMPLETED: fc.constantFrom('Y', 'N', null),
}), { maxLength: 2 })

describe('a save', () => {
  it('of any lead that can be read reads back whole from where it waits', () => {
    fc.assert(fc.property(anyItem, anyTodos, (item, rows) => {
      const todos = readOurTodos(rows)
      const card = readLead({ item }, MAP, soonestOpen(todos))
      if (!card.ok) throw new Error(card.error.description)
      const open = openSave(knownOf(card.value.record, { card: card.value, todos }), DEFAULT_SET, ANSWERS, 'run0001')
      if (!open) throw new Error('nothing is to be written')
      expect(parseOpenEntry(printOpenEntry(open))).toEqual({ ok: true, value: open })
    }), { numRuns: 600 })
  })
})

/** What is written to a lead's fields is what is read from them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { LEAD_CLASSES } from '../../src/domain/question-set.ts'
import type { Change } from '../../src/domain/journal.ts'
import { fieldsOfChange, fieldsOfRecord, MissingItem } from '../../src/portal/field-values.ts'
import { readQualification } from '../../src/portal/lead-fields.ts'
import { mapOf } from './made-fields.ts'

const MAP = mapOf(PRESETS)
const RUN = 'the run'

const answer = fc.constantFrom(...Object.entries(MAP.choices).flatMap(([question, choices]) => Object.keys(choices).map(choice => ({ question, choice }))))
const class_ = fc.constantFrom(...LEAD_CLASSES)
const reason = fc.constantFrom(...Object.keys(MAP.reasons))
const day = fc.date({ min: new Date('2011-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
const instant = day.map(date => `${date}T09:30:00+03:00`)

describe('a lead’s fields', () => {
  it('hold every answer of every shipped set, and give it back', () => {
    fc.assert(fc.property(answer, ({ question, choice }) => {
      const fields = fieldsOfChange({ kind: 'answer', question, from: undefined, to: choice }, MAP)
      expect(readQualification(fields, MAP)).toEqual({ answers: { [question]: choice }, important: false })
    }))
  })

  it('hold every result, and give it back', () => {
    const lines = fc.oneof(
      fc.record({ field: fc.constant('code' as const), to: fc.stringMatching(/^[A-E?]{1,8}$/) }),
      fc.record({ field: fc.constant('class' as const), to: class_ }),
      fc.record({ field: fc.constant('coefficient' as const), to: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ field: fc.constant('purchaseDate' as const), to: day }),
      fc.record({ field: fc.constant('nextTouch' as const), to: instant }),
      fc.record({ field: fc.constant('important' as const), to: fc.boolean() }),
      fc.record({ field: fc.constant('reason' as const), to: reason }),
    ).map((line): Change => ({ kind: 'result', from: undefined, ...line }))
    fc.assert(fc.property(lines, (line) => {
      if (line.kind !== 'result') throw new Error(line.kind)
      const read = readQualification(fieldsOfChange(line, MAP), MAP)
      expect(read).toEqual({ answers: {}, important: false, [line.field]: line.to })
    }))
  })

  it('hold who, when and with which set, together with the run', () => {
    fc.assert(fc.property(instant, fc.integer({ min: 1 }), fc.integer({ min: 1, max: 999 }), (at, by, version) => {
      const to = { at, by, set: `default@${version}`, run: RUN } as const
      expect(readQualification(fieldsOfRecord(to, MAP), MAP))
        .toEqual({ answers: {}, important: false, set: to.set, qualifiedAt: at, qualifiedBy: by, run: RUN })
    }))
  })

  it('are empty where nothing is to be there', () => {
    const emptied: readonly Change[] = [
      { kind: 'answer', question: 'need', from: 'yes', to: undefined },
      ...(['code', 'class', 'coefficient', 'purchaseDate', 'nextTouch', 'reason'] as const).map((field): Change => ({ kind: 'result', field, from: undefined, to: undefined })),
    ]
    for (const line of emptied) expect(readQualification(fieldsOfChange(line, MAP), MAP)).toEqual({ answers: {}, important: false })
  })

  it('give a sum back to the portal to compute where it did so before', () => {
    const sum = { amount: 5, currency: 'RUB' } as const
    expect(fieldsOfChange({ kind: 'opportunity', from: sum, to: { ...sum, products: true } }, MAP)).toMatchObject({ opportunity: 5, isManualOpportunity: 'N' })
    expect(fieldsOfChange({ kind: 'opportunity', from: undefined, to: sum }, MAP)).toMatchObject({ opportunity: 5, isManualOpportunity: 'Y' })
    expect(fieldsOfChange({ kind: 'opportunity', from: sum, to: undefined }, MAP)).toEqual({ opportunity: 0, isManualOpportunity: 'N' })
  })

  it.each([
    ['a choice', { kind: 'answer', question: 'need', from: undefined, to: 'nobody' }],
    ['a choice that every object has', { kind: 'answer', question: 'need', from: undefined, to: 'constructor' }],
    ['a question', { kind: 'answer', question: 'nobody', from: undefined, to: 'yes' }],
    ['a reason', { kind: 'result', field: 'reason', from: undefined, to: 'nobody' }],
  ] as const)('have no place for %s that was not set up', (_, line) => {
    expect(() => fieldsOfChange(line, MAP)).toThrow(MissingItem)
  })
})

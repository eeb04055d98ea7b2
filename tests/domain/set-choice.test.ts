import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { TRADING_HOUSE } from '../../src/domain/presets/trading-house.ts'
import { REPEAT_PURCHASE } from '../../src/domain/presets/repeat-purchase.ts'
import { chooseSet, examineRules } from '../../src/domain/set-choice.ts'
import type { LeadTraits, SetCondition, SetRule, SetRuleFinding } from '../../src/domain/set-choice.ts'
import { StoredSetRules } from '../../src/domain/set-rules-codec.ts'
import { parse } from '../../src/domain/stored.ts'

const IN_FORCE = [DEFAULT_SET, TRADING_HOUSE, REPEAT_PURCHASE]
const LEAD: LeadTraits = { source: 'WEB', repeatClient: false, fields: { UF_CRM_CITY: ['81', '82'] } }

function gets(when: SetCondition, lead: Partial<LeadTraits> = {}): boolean {
  return chooseSet([{ set: 'trading_house', when }], IN_FORCE, { ...LEAD, ...lead })?.id === 'trading_house'
}

const amount = (sum: number, currency = 'RUB') => ({ opportunity: { amount: sum, currency } })
const RANGE = { amount: { from: 100_000, to: 500_000, currency: 'RUB' } }

describe('a lead', () => {
  it.each<readonly [string, boolean, SetCondition, Partial<LeadTraits>]>([
    ['of a source that is named', true, { source: ['CALL', 'WEB'] }, {}],
    ['of another source', false, { source: ['CALL'] }, {}],
    ['without a source', false, { source: ['CALL'] }, { source: '' }],
    ['at the lower edge of the amount', true, RANGE, amount(100_000)],
    ['at the upper edge of the amount', false, RANGE, amount(500_000)],
    ['of the amount in another currency', false, RANGE, amount(200_000, 'USD')],
    ['without an amount', false, RANGE, {}],
    ['with an amount that nobody has named', false, { amount: { from: 0, to: null, currency: 'RUB' } }, amount(0)],
    ['above a range without an end', true, { amount: { from: 1, to: null, currency: 'RUB' } }, amount(9e12)],
    ['of a client who comes again', true, { repeat: true }, { repeatClient: true }],
    ['of a new client, where one who comes again is asked', false, { repeat: true }, {}],
    ['of a new client, where a new one is asked', true, { repeat: false }, {}],
    ['with one of the values in the field', true, { field: { code: 'UF_CRM_CITY', values: ['7', '82'] } }, {}],
    ['with none of the values in the field', false, { field: { code: 'UF_CRM_CITY', values: ['7'] } }, {}],
    ['without the field', false, { field: { code: 'toString', values: ['7'] } }, {}],
    ['that fits one of two conditions', false, { source: ['WEB'], repeat: true }, {}],
    ['that fits both', true, { source: ['WEB'], repeat: false }, {}],
    ['where nothing is asked', true, {}, {}],
  ])('%s: %s', (_, fits, when, lead) => {
    expect(gets(when, lead)).toBe(fits)
  })

  it('gets the set of the first rule that fits, passing over a set that is not in force', () => {
    const rules: readonly SetRule[] = [
      { set: 'gone', when: {} },
      { set: 'repeat_purchase', when: { source: ['WEB'] } },
      { set: 'trading_house', when: {} },
    ]
    expect(chooseSet(rules, IN_FORCE, LEAD)?.id).toBe('repeat_purchase')
    expect(chooseSet(rules, IN_FORCE, { ...LEAD, source: 'CALL' })?.id).toBe('trading_house')
  })

  it('gets the first set in force where no rule fits, and none where none is in force', () => {
    expect(chooseSet([{ set: 'trading_house', when: { repeat: true } }], IN_FORCE, LEAD)?.id).toBe('default')
    expect(chooseSet([], [], LEAD)).toBeUndefined()
  })
})

describe('the rules', () => {
  const to = (when: SetCondition, set = 'trading_house'): SetRule => ({ set, when })

  it.each<readonly [string, readonly SetRule[], readonly SetRuleFinding[]]>([
    ['that say something have no findings', [to({ repeat: true }), to({ source: ['WEB'] }), to({ source: ['WEB', 'CALL'] })], []],
    ['of a set that is not in force', [to({ repeat: true }, 'gone')], [{ kind: 'unknown-set', index: 0, set: 'gone' }]],
    ['that ask nothing', [to({})], [{ kind: 'asks-nothing', index: 0 }]],
    ['that name no source', [to({ source: [] })], [{ kind: 'fits-nobody', index: 0 }]],
    ['that name no value', [to({ field: { code: 'UF_CRM_CITY', values: [] } })], [{ kind: 'fits-nobody', index: 0 }]],
    ['of an empty range', [to({ amount: { from: 5, to: 5, currency: 'RUB' } })], [{ kind: 'fits-nobody', index: 0 }]],
    ['after one that asks nothing', [to({}), to({ repeat: true })], [{ kind: 'asks-nothing', index: 0 }, { kind: 'never-reached', index: 1, by: 0 }]],
    ['after one of more sources', [to({ source: ['WEB', 'CALL'] }), to({ source: ['WEB'], repeat: true })], [{ kind: 'never-reached', index: 1, by: 0 }]],
    ['after one of a wider range', [to({ amount: { from: 0, to: null, currency: 'RUB' } }), to(RANGE)], [{ kind: 'never-reached', index: 1, by: 0 }]],
    ['after one of the range in another currency', [to({ amount: { ...RANGE.amount, currency: 'USD' } }), to(RANGE)], []],
    ['after one that is passed over', [to({}, 'gone'), to({ repeat: true })], [{ kind: 'unknown-set', index: 0, set: 'gone' }]],
  ])('%s', (_, rules, findings) => {
    expect(examineRules(rules, IN_FORCE)).toEqual(findings)
  })

  const anyCondition: fc.Arbitrary<SetCondition> = fc.record({
    source: fc.subarray(['WEB', 'CALL', 'FAIR']),
    amount: fc.record({ from: fc.constantFrom(0, 5, 10), to: fc.constantFrom(5, 10, 20, null), currency: fc.constantFrom('RUB', 'USD') }),
    repeat: fc.boolean(),
    field: fc.record({ code: fc.constantFrom('UF_CRM_CITY', 'UF_CRM_SIZE'), values: fc.subarray(['1', '2']) }),
  }, { requiredKeys: [] })
  const anyRules = fc.array(fc.record({ set: fc.constantFrom(...IN_FORCE.map(set => set.id)), when: anyCondition }), { maxLength: 5 })
  const anyLead: fc.Arbitrary<LeadTraits> = fc.record({
    source: fc.constantFrom('WEB', 'CALL', ''),
    opportunity: fc.record({ amount: fc.constantFrom(0, 5, 7, 10, 30), currency: fc.constantFrom('RUB', 'USD') }),
    repeatClient: fc.boolean(),
    fields: fc.record({ UF_CRM_CITY: fc.subarray(['1', '2']), UF_CRM_SIZE: fc.subarray(['1', '2']) }),
  }, { requiredKeys: ['source', 'repeatClient', 'fields'] })

  it('that are told to be without effect have none on any lead', () => {
    fc.assert(fc.property(anyRules, anyLead, (rules, lead) => {
      const idle = examineRules(rules, IN_FORCE).filter(({ kind }) => kind === 'never-reached' || kind === 'fits-nobody').map(({ index }) => index)
      expect(chooseSet(rules.filter((_, index) => !idle.includes(index)), IN_FORCE, lead)).toBe(chooseSet(rules, IN_FORCE, lead))
    }), { numRuns: 1000 })
  })

  it('read back equal from what was stored', () => {
    fc.assert(fc.property(anyRules, (rules) => {
      expect(parse(StoredSetRules, JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, value: rules })
    }))
  })

  it('that are no rules are told with their place', () => {
    expect(parse(StoredSetRules, [{ set: 'default', when: { amount: { from: -1, to: null, currency: 'RUB' } } }]))
      .toMatchObject({ ok: false, error: { flaws: [{ path: '[0].when.amount.from' }] } })
    expect(parse(StoredSetRules, [{ set: 'default', when: { mood: 'good' } }])).toMatchObject({ ok: false })
  })
})

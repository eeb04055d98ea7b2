import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAD } from '../../emulator/entities.ts'
import { createStore } from '../../emulator/store.ts'

const NOW = Date.UTC(2026, 5, 1)

function leads(count: number, seed = 1) {
  return createStore({ leads: count, seed, now: NOW }).state.items[LEAD].all()
}

describe('the seed', () => {
  it('is the same for the same number, and another one for another', () => {
    expect(leads(300)).toEqual(leads(300))
    expect(leads(300, 2)).not.toEqual(leads(300))
  })

  it('of a bigger portal begins with that of a smaller one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }), fc.integer(), (few, more, seed) => {
      const smaller = leads(Math.min(few, more), seed)
      expect(leads(Math.max(few, more), seed).slice(0, smaller.length)).toEqual(smaller)
    }), { numRuns: 20 })
  })

  it('has the leads that a qualification meets', () => {
    const all = leads(2000)
    const share = (fits: (lead: (typeof all)[number]) => boolean): number => all.filter(fits).length / all.length
    const phones = all.flatMap(lead => lead.fm.filter(one => one.typeId === 'PHONE').map(one => one.match))
    expect(all.map(lead => lead.id)).toEqual(Array.from({ length: 2000 }, (_, at) => at + 1))
    expect(new Set(phones).size).toBeLessThan(phones.length)
    expect(share(lead => lead.values['stageId'] === 'JUNK')).toBeGreaterThan(0.05)
    expect(share(lead => lead.values['sourceId'] === 'WEBFORM' && lead.values['webformId'] === 3)).toBeGreaterThan(0.1)
    expect(share(lead => lead.values['isReturnCustomer'] === 'Y')).toBeGreaterThan(0.05)
    expect(share(lead => lead.values['currencyId'] === 'USD')).toBeGreaterThan(0.03)
    expect(share(lead => lead.values['opened'] === 'N')).toBeGreaterThan(0.2)
    expect(Math.min(...all.map(lead => Number(lead.values['createdTime'])))).toBeLessThan(Date.UTC(2012, 0))
    expect(Math.max(...all.map(lead => Number(lead.values['createdTime'])))).toBeLessThan(NOW)
    expect(new Set(all.map(lead => lead.values['assignedById']))).toEqual(new Set([3, 4, 5, 8]))
  })

  it('gives the records of a portal copies of nothing that the next portal shares', () => {
    const first = createStore({ leads: 25, seed: 1, now: NOW })
    first.setAppOptions({ a: 1 })
    first.state.items[LEAD].delete(1)
    first.reset()
    expect(first.appOptions()).toEqual({})
    expect(first.state.items[LEAD].get(1)?.values['title']).toBe('Кирпич для дома в Павловске')
  })
})

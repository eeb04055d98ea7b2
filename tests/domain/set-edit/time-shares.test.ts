import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebalanced } from '../../../src/domain/set-edit/time-shares.ts'

describe('time shares', () => {
  it.each([
    ['the others give what one gets, in proportion', { A: 80, B: 19, C: 1 }, 'B', 59, { A: 40, B: 59, C: 1 }],
    ['the others take what one gives up', { A: 80, B: 19, C: 1 }, 'A', 60, { A: 60, B: 38, C: 2 }],
    ['others that had nothing share evenly', { A: 100, B: 0, C: 0 }, 'A', 50, { A: 50, B: 25, C: 25 }],
    ['one may take all', { A: 80, B: 19, C: 1 }, 'C', 100, { A: 0, B: 0, C: 100 }],
    ['a share beyond all is none', { A: 80, B: 19, C: 1 }, 'C', 101, { A: 80, B: 19, C: 1 }],
    ['nor is a part of a per cent', { A: 80, B: 19, C: 1 }, 'C', 1.5, { A: 80, B: 19, C: 1 }],
  ] as const)('%s', (_, shares, leadClass, share, after) => {
    expect(rebalanced(shares, leadClass, share)).toEqual(after)
  })

  it('are 100 together, none below 0, whatever they were', () => {
    const any = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(fc.property(fc.record({ A: any, B: any, C: any }), fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 0, max: 100 }), (shares, leadClass, share) => {
      const after = rebalanced(shares, leadClass, share)
      expect(after[leadClass]).toBe(share)
      expect(after.A + after.B + after.C).toBe(100)
      expect(Math.min(after.A, after.B, after.C)).toBeGreaterThanOrEqual(0)
    }))
  })
})

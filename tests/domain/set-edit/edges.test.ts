import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgesOf, evened, isEven, mergeAt, moveEdge, splitAt } from '../../../src/domain/set-edit/edges.ts'

interface Named { readonly id: string; readonly from: number; readonly to: number | null }

/** `bands('low', 10, 'mid', 20, 'high')`. */
function bands(...parts: readonly (string | number)[]): readonly Named[] {
  const ids = parts.filter(part => typeof part === 'string')
  const edges = parts.filter(part => typeof part === 'number')
  return ids.map((id, index) => ({ id, from: edges[index - 1] ?? 0, to: edges[index] ?? null }))
}

const THREE = bands('low', 10, 'mid', 20, 'high')
const fresh = (band: Named): Named => ({ ...band, id: 'new' })

describe('an edge', () => {
  it('is where one band ends and the next begins, whatever their order in the list', () => {
    expect(edgesOf(THREE)).toEqual([10, 20])
    expect(edgesOf(THREE.toReversed())).toEqual([10, 20])
    expect(edgesOf(bands('all'))).toEqual([])
  })

  it('moves between its neighbours and takes both bands with it', () => {
    expect(moveEdge(THREE, 0, 15)).toEqual(bands('low', 15, 'mid', 20, 'high'))
    expect(moveEdge(THREE.toReversed(), 1, 99)).toEqual(bands('low', 10, 'mid', 99, 'high').toReversed())
  })

  it.each([[0, 20], [0, 0], [0, -5], [1, 10], [0, NaN], [1, Infinity], [2, 30], [-1, 5]])('number %i does not move to %d', (edge, to) => {
    expect(moveEdge(THREE, edge, to)).toBe(THREE)
  })
})

describe('a band', () => {
  it('splits into its lower part, which stays what it was, and a new one above', () => {
    expect(splitAt(THREE, 15, fresh)).toEqual(bands('low', 10, 'mid', 15, 'new', 20, 'high'))
    expect(splitAt(THREE, 99, fresh)).toEqual(bands('low', 10, 'mid', 20, 'high', 99, 'new'))
    expect(splitAt(THREE.toReversed(), 15, fresh)).toEqual(bands('low', 10, 'mid', 15, 'new', 20, 'high').toReversed())
  })

  it.each([0, 10, 20, -1, NaN, Infinity])('does not split at %d', (at) => {
    expect(splitAt(THREE, at, fresh)).toBe(THREE)
  })

  it('is made one with its neighbour and keeps the name that is asked for', () => {
    expect(mergeAt(THREE, 0, 'lower')).toEqual(bands('low', 20, 'high'))
    expect(mergeAt(THREE, 0, 'upper')).toEqual(bands('mid', 20, 'high'))
    expect(mergeAt(THREE, 1, 'lower')).toEqual(bands('low', 10, 'mid'))
    expect(mergeAt(THREE, 2, 'lower')).toBe(THREE)
  })
})

const uneven = fc.array(fc.record({ from: fc.nat(50), to: fc.option(fc.nat(50)) }), { minLength: 1, maxLength: 6 })
  .map(all => all.map((range, index): Named => ({ id: `b${index}`, ...range })))

describe('any list of bands', () => {
  it('is even once evened, keeps its bands and their order, and an even one is left alone', () => {
    fc.assert(fc.property(uneven, (list) => {
      const even = evened(list)
      expect(isEven(even)).toBe(true)
      expect(even.map(band => band.id)).toEqual(list.map(band => band.id))
      expect(evened(even)).toBe(even)
    }))
  })

  it('is even after every edit that changes it', () => {
    fc.assert(fc.property(uneven, fc.nat(6), fc.double({ min: -5, max: 60 }), fc.constantFrom('lower' as const, 'upper' as const), (list, edge, value, stays) => {
      for (const after of [moveEdge(list, edge, value), splitAt(list, value, fresh), mergeAt(list, edge, stays)]) {
        if (after !== list) expect(isEven(after)).toBe(true)
      }
    }))
  })

  it('comes back when what was split is made one again', () => {
    fc.assert(fc.property(uneven, fc.integer({ min: 1, max: 80 }), (list, at) => {
      const even = evened(list)
      const split = splitAt(even, at, fresh)
      fc.pre(split !== even)
      expect(mergeAt(split, edgesOf(split).indexOf(at), 'lower')).toEqual(even)
    }))
  })
})

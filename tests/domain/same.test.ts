import { describe, expect, it } from 'vitest'
import { same } from '../../src/domain/same.ts'

describe('two plain values', () => {
  it.each<[string, unknown, unknown]>([
    ['objects whose keys stand in another order', { a: 1, b: [{ c: null, d: 'x' }] }, { b: [{ d: 'x', c: null }], a: 1 }],
    ['0 and the -0 that JSON prints as 0', { days: 0 }, { days: -0 }],
    ['nothing and nothing', undefined, undefined],
  ])('are the same: %s', (_, a, b) => {
    expect(same(a, b)).toBe(true)
    expect(same(b, a)).toBe(true)
  })

  it.each<[string, unknown, unknown]>([
    ['lists in another order', [1, 2], [2, 1]],
    ['a list and an object with its places', ['x'], { 0: 'x' }],
    ['an object and one with a key more', { a: 1 }, { a: 1, b: undefined }],
    ['as many keys of another name', { a: undefined }, { b: undefined }],
    ['a number and its text', 1, '1'],
    ['null and nothing', null, undefined],
    ['null and an object', null, {}],
  ])('are not the same: %s', (_, a, b) => {
    expect(same(a, b)).toBe(false)
    expect(same(b, a)).toBe(false)
  })
})

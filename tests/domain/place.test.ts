import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePlace, printPlace } from '../../src/domain/place.ts'

describe('a place in a set', () => {
  it.each([
    ['', []],
    ['classElse', ['classElse']],
    ['questions[1].bands[0].label', ['questions', 1, 'bands', 0, 'label']],
    ['code[3]', ['code', 3]],
    ['[0].set', [0, 'set']],
  ])('"%s" is read as keys and indexes', (path, segments) => {
    expect(parsePlace(path)).toEqual(segments)
  })

  it.each(['questions[', 'questions[x]', '.a', 'a..b', 'a b', 'a[1]b'])('"%s" is none', (path) => {
    expect(parsePlace(path)).toBeUndefined()
  })

  it('is printed as it is read', () => {
    const segment = fc.oneof(fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,9}$/), fc.nat(60))
    fc.assert(fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
      expect(parsePlace(printPlace(segments))).toEqual(segments)
    }))
  })
})

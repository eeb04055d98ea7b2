import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePrefix, type CodeShape, hasShape } from '../../src/domain/code-prefix.ts'
import { readTitle, TITLE_CHOICES, TITLE_LIMIT, titleWith } from '../../src/domain/title.ts'

const SHAPES: readonly CodeShape[] = [{ positions: 3, letters: 3 }, { positions: 4, letters: 5 }]

const code = fc.oneof(
  fc.string({ unit: fc.constantFrom('A', 'B', 'C', '?'), minLength: 3, maxLength: 3 }),
  fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D', 'E', '?'), minLength: 4, maxLength: 4 }),
)
/** Pieces that titles with and without codes are made of, so that prefixes, stacks and separators are frequent. */
const tricky = fc.array(fc.oneof(
  fc.constantFrom('AAB', 'ААВ', 'abc', 'ABDE', '???', '[', ']', '(', ')', ' ', '  ', '\u00a0', '-', '—', ':', '|', 'Заявка', '👩‍🔧', 'é', '\u0301', 'שלום', '\n'),
  code,
), { maxLength: 12 }).map(pieces => pieces.join(''))
const long = fc.tuple(tricky, fc.string({ unit: 'grapheme', minLength: 200, maxLength: 320 })).map(([start, end]) => start + end)
const title = fc.oneof(tricky, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), long)
const own = fc.oneof(fc.constant([]), fc.tuple(code))
const choice = fc.constantFrom(...TITLE_CHOICES)

const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text)
const hasCodePrefix = (text: string): boolean => {
  const prefix = codePrefix(text)
  return prefix !== undefined && SHAPES.some(shape => hasShape(prefix.code, shape))
}

describe('a title of any text', () => {
  it('has the code first and whole, and is never too long', () => {
    fc.assert(fc.property(title, own, code, choice, (text, codes, next, decided) => {
      const written = titleWith(next, readTitle(text, codes, SHAPES), decided)
      expect(written.title.length).toBeLessThanOrEqual(TITLE_LIMIT)
      expect(written.title === next || written.title.startsWith(`${next} `)).toBe(true)
      expect(readTitle(written.title, [next], SHAPES, written).kind).toBe('ours')
    }), { numRuns: 1000 })
  })

  it('is the same after the code is applied twice', () => {
    fc.assert(fc.property(title, own, code, choice, choice, (text, codes, next, decided, later) => {
      const once = titleWith(next, readTitle(text, codes, SHAPES), decided)
      const twice = titleWith(next, readTitle(once.title, [next], SHAPES, once), later)
      expect(twice).toEqual(once)
    }), { numRuns: 1000 })
  })

  it('is after a change of code what it would have been with the new code at once', () => {
    fc.assert(fc.property(title, own, code, code, choice, choice, (text, codes, first, second, decided, later) => {
      const reading = readTitle(text, codes, SHAPES)
      const before = titleWith(first, reading, decided)
      const after = titleWith(second, readTitle(before.title, [first], SHAPES, before), later)
      expect(after).toEqual(titleWith(second, reading, decided))
    }), { numRuns: 1000 })
  })

  it('comes back byte for byte when the code is taken off, a cut end too', () => {
    fc.assert(fc.property(title, code, choice, (text, next, decided) => {
      const written = titleWith(next, readTitle(text, [], SHAPES), 'keep')
      const off = titleWith(undefined, readTitle(written.title, [next], SHAPES, written), decided)
      expect(off.title + off.cut).toBe(text)
      if (text.length <= TITLE_LIMIT) expect(off.title).toBe(text)
    }), { numRuns: 1000 })
  })

  it('comes back byte for byte with nothing remembered, unless it begins with a code or a separator or was cut', () => {
    fc.assert(fc.property(title, code, (text, next) => {
      fc.pre(!hasCodePrefix(text) && !/^\s*[|:\-–—]\s/.test(text))
      const written = titleWith(next, readTitle(text, [], SHAPES), 'keep')
      fc.pre(written.cut === '')
      expect(titleWith(undefined, readTitle(written.title, [next], SHAPES), 'keep').title).toBe(text)
    }), { numRuns: 1000 })
  })

  it('is never torn inside a character', () => {
    fc.assert(fc.property(title, own, code, choice, (text, codes, next, decided) => {
      fc.pre(!hasLoneSurrogate(text))
      const written = titleWith(next, readTitle(text, codes, SHAPES), decided)
      expect([written.title, written.start, written.cut].some(hasLoneSurrogate)).toBe(false)
    }), { numRuns: 1000 })
  })

  it('without a code and without an own code stays as it is', () => {
    fc.assert(fc.property(title, (text) => {
      const written = titleWith(undefined, readTitle(text, [], SHAPES), 'keep')
      expect(written.title + written.cut).toBe(text)
    }))
  })
})

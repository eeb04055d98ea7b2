import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literal, literalJson } from '../../src/portal/literal.ts'

const REFERENCE = /\$result\[/i
const words = fc.array(fc.oneof(fc.string(), fc.constantFrom('$result[', '$', '$$', 'result[', '$Result[a][b]', '\\', '"', '\u2060')), { maxLength: 8 }).map(parts => parts.join(''))

describe('foreign words in a batch', () => {
  it('hold no reference and are the same for the eye', () => {
    fc.assert(fc.property(words, (text) => {
      expect(literal(text)).not.toMatch(REFERENCE)
      expect(literal(text).replaceAll('\u2060', '')).toBe(text.replaceAll('\u2060', ''))
    }))
  })

  it('are made harmless once, however often', () => {
    fc.assert(fc.property(words, (text) => {
      expect(literal(literal(text))).toBe(literal(text))
    }))
  })

  it('inside JSON hold no reference and are read back equal', () => {
    fc.assert(fc.property(fc.dictionary(words, words), (value) => {
      const json = literalJson(JSON.stringify(value))
      expect(json).not.toMatch(REFERENCE)
      expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(value))
    }))
  })

  it('without a reference are left as they are', () => {
    expect(literal('цена $100 [опт], result[1]')).toBe('цена $100 [опт], result[1]')
  })
})

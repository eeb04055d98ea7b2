import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhpQuery } from '../../emulator/rest/php-query.ts'

describe('a query string is read as PHP reads it', () => {
  it.each([
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=1&a=2', { a: '2' }],
    ['a[]=1&a[]=2', { a: ['1', '2'] }],
    ['a[0]=x&a[1]=y', { a: ['x', 'y'] }],
    ['a[1]=x', { a: { 1: 'x' } }],
    ['a[5]=x&a[]=y', { a: { 5: 'x', 6: 'y' } }],
    ['filter[%3Eid]=5', { filter: { '>id': '5' } }],
    ['filter%5B%3E%3Did%5D=5&order[id]=ASC', { filter: { '>=id': '5' }, order: { id: 'ASC' } }],
    ['fields[fm][n0][value]=%2B7+900', { fields: { fm: { n0: { value: '+7 900' } } } }],
    ['a.b=1&c d=2', { a_b: '1', c_d: '2' }],
    ['a[b=1', { a_b: '1' }],
    ['flag', { flag: '' }],
    ['a=1=2', { a: '1=2' }],
    ['', {}],
  ])('%s', (query, expected) => {
    expect(structuredClone(parsePhpQuery(query))).toEqual(expected)
  })

  it('keeps what was encoded, whatever it is', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), fc.string({ unit: 'grapheme' })), (values) => {
      const query = Object.entries(values).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
      expect({ ...parsePhpQuery(query) }).toEqual({ ...values })
    }))
  })

  it('never fails on a text that is no query', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(parsePhpQuery(text)).toBeTypeOf('object')
    }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zip } from '../../scripts/zip.ts'
import { unzip } from '../support/unzip.ts'

describe('the archive', () => {
  it('gives back every file by its name', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), files => {
      const entries = Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text, 'utf8') }))
      expect(unzip(zip(entries))).toEqual(Object.fromEntries(Object.entries(files)))
    }))
  })

  it('is the same for the same files', () => {
    const entries = [{ name: 'index.html', content: Buffer.from('<p>') }]
    expect(zip(entries).equals(zip(entries))).toBe(true)
  })
})

import { crc32, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zip } from '../../scripts/zip.ts'

/** What an unpacking program finds by the central directory. */
function unzip(archive: Buffer): Record<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = archive.readUInt32LE(end + 16)
  const files: [string, string][] = []
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const local = archive.readUInt32LE(at + 42)
    const begin = local + 30 + archive.readUInt16LE(local + 26)
    const content = inflateRawSync(archive.subarray(begin, begin + archive.readUInt32LE(at + 20)))
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16))
    expect(content.length).toBe(archive.readUInt32LE(at + 24))
    files.push([name, content.toString('utf8')])
    at += 46 + nameLength
  }
  expect(at).toBe(end)
  return Object.fromEntries(files)
}

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

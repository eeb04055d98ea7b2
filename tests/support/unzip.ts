/** Reads a zip archive as an unpacking program does. */
import { crc32, inflateRawSync } from 'node:zlib'
import { expect } from 'vitest'

/** The files by their names, as the central directory lists them; sums and sizes are checked. */
export function unzip(archive: Buffer): Readonly<Record<string, string>> {
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

/** Writes a zip archive (PKWARE's format, no encryption, no zip64): one local header per file, then the central directory. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** With forward slashes, from the archive's root. */
  readonly name: string
  readonly content: Buffer
}

/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8
const VERSION = 20
/** 1980-01-01, the format's zero: the same files give the same archive. */
const DATE = 0x0021

function fields(sum: number, packed: number, size: number, name: Buffer): Buffer {
  const part = Buffer.alloc(26)
  part.writeUInt16LE(VERSION, 0)
  part.writeUInt16LE(FLAGS, 2)
  part.writeUInt16LE(DEFLATED, 4)
  part.writeUInt16LE(0, 6)
  part.writeUInt16LE(DATE, 8)
  part.writeUInt32LE(sum, 10)
  part.writeUInt32LE(packed, 14)
  part.writeUInt32LE(size, 18)
  part.writeUInt16LE(name.length, 22)
  return part
}

function directoryHead(common: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(46)
  head.write('PK\x01\x02', 0, 'latin1')
  head.writeUInt16LE(VERSION, 4)
  common.copy(head, 6)
  head.writeUInt32LE(offset, 42)
  return head
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** The archive's bytes. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content, { level: 9 })
    const bytes = Buffer.from(name, 'utf8')
    const common = fields(crc32(content), packed.length, content.length, bytes)
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, bytes, packed])
    directory.push(directoryHead(common, offset), bytes)
    files.push(file)
    offset += file.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...files, central, directoryEnd(entries.length, central.length, offset)])
}

/** What files weigh on disk and on the wire, in bytes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export interface Weight {
  readonly files: number
  readonly raw: number
  readonly gzip: number
  readonly brotli: number
}

export const NOTHING: Weight = { files: 0, raw: 0, gzip: 0, brotli: 0 }

export function plus(a: Weight, b: Weight): Weight {
  return { files: a.files + b.files, raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }
}

function weighOne(path: string): Weight {
  const content = readFileSync(path)
  return {
    files: 1,
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  }
}

/** The sum over files, each compressed on its own: gzip at level 9, brotli at quality 11. */
export function weigh(folder: string, files: readonly string[]): Weight {
  return files.map(file => weighOne(join(folder, file))).reduce(plus, NOTHING)
}

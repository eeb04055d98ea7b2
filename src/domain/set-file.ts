/** A question set as a file: what an administrator keeps, sends and takes in. */
import { faultIn } from './json-scan.ts'
import type { JsonFault } from './json-scan.ts'
import type { QuestionSet } from './question-set.ts'
import { failed } from './result.ts'
import type { Result } from './result.ts'
import { parseSetValue, SET_FORMAT } from './set-codec.ts'

/** Bytes of UTF-8; the largest set that makes sense has a tenth. */
export const LARGEST_FILE = 1_000_000
/** Levels of lists and objects within each other; a set has eight. */
export const DEEPEST_FILE = 20

/** The JSON Schema of such files, `docs/question-set.schema.json`, to be found beside them. */
export const SET_SCHEMA = 'question-set.schema.json'

/** Why a file is no set. `wrong`: a value at a place is not what the format allows. */
export type FileProblem =
  | { readonly kind: 'too-large'; readonly bytes: number; readonly most: number }
  | JsonFault
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'wrong'; readonly path: string; readonly expected: string; readonly received: string }

/** Such as `default-3.json`. */
export function nameOfSetFile(set: Pick<QuestionSet, 'id' | 'version'>): string {
  return `${set.id}-${set.version}.json`
}

/** The text of the file, for people to read, too; `parseSetFile` reads it back equal. */
export function printSetFile(set: QuestionSet): string {
  return `${JSON.stringify({ $schema: SET_SCHEMA, format: SET_FORMAT, ...set }, null, 2)}\n`
}

function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key, entry]) => key !== '$schema' || typeof entry !== 'string'))
}

/** Reads a file whole or tells all that is wrong with its form. Whether the set makes sense is the doctor's matter. */
export function parseSetFile(text: string): Result<QuestionSet, readonly FileProblem[]> {
  const bytes = text.length > LARGEST_FILE ? text.length : new TextEncoder().encode(text).length
  if (bytes > LARGEST_FILE) return failed([{ kind: 'too-large', bytes, most: LARGEST_FILE }])
  const json = text.replace(/^\uFEFF/, '')
  const fault = faultIn(json, DEEPEST_FILE)
  if (fault) return failed([fault])
  const set = parseSetValue(withoutSchema(JSON.parse(json)))
  if (set.ok) return set
  switch (set.error.kind) {
    case 'newer': return failed([set.error])
    case 'flawed': return failed(set.error.flaws.map(flaw => ({ kind: 'wrong', ...flaw })))
  }
}

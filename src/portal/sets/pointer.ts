/** What stands in the app's options in place of a set that does not fit in there: which version on the shelf it is. */
import * as v from 'valibot'
import type { SetReference } from '../../domain/question-set.ts'
import { Reference } from '../../domain/run.ts'
import { parseJson } from '../../domain/stored.ts'

/** That of the sets, among which a pointer stands: a later one is told as such in both. */
const POINTER_FORMAT = 1

const StoredPointer = v.strictObject({ format: v.literal(POINTER_FORMAT), shelf: Reference })

/** The text of a pointer; `parsePointer` reads it back equal. */
export function printPointer(reference: SetReference): string {
  return JSON.stringify({ format: POINTER_FORMAT, shelf: reference })
}

/** The version that a text points to; nothing where it is no pointer, but a set, or nonsense. */
export function parsePointer(text: string): SetReference | undefined {
  const pointer = parseJson(StoredPointer, POINTER_FORMAT, text)
  return pointer.ok ? pointer.value.shelf : undefined
}

/** A draft of a question set as stored text: the last row of its class table may be missing. */
import * as v from 'valibot'
import type { SetDraft } from './question-set.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import { SET_FORMAT, StoredSet } from './set-codec.ts'
import { parseJson, wholeIn } from './stored.ts'
import type { Unreadable } from './stored.ts'

/** A set that is being made. `base`: the published version that it started from, if there was one. */
export interface KeptDraft {
  readonly set: SetDraft
  readonly base?: number
}

const { format: _format, ...entries } = StoredSet.entries
const Stored = v.strictObject({
  format: v.literal(SET_FORMAT),
  base: v.exactOptional(wholeIn(1, Number.MAX_SAFE_INTEGER)),
  set: v.strictObject({ ...entries, classElse: v.exactOptional(entries.classElse) }),
})

/** The text under which a draft is kept; `parseKeptDraft` reads it back equal. */
export function printKeptDraft(draft: KeptDraft): string {
  return JSON.stringify({ format: SET_FORMAT, ...draft })
}

/** Reads a kept draft. Its form only: whether it makes sense is the doctor's matter. */
export function parseKeptDraft(text: string): Result<KeptDraft, Unreadable> {
  const result = parseJson(Stored, SET_FORMAT, text)
  if (!result.ok) return result
  const { format: _, ...draft } = result.value
  return ok(draft)
}

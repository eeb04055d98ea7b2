/** A run that is not written yet, as it is kept while the manager answers. */
import * as v from 'valibot'
import type { Answers } from './answers.ts'
import { readInstant } from './iso-time.ts'
import { lastRun } from './lead-answers.ts'
import type { QualificationFields } from './lead.ts'
import type { SetReference } from './question-set.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import { IsoDay, Reference, StoredAnswers, StoredNotes } from './run.ts'
import { Id, parseJson, wholeIn } from './stored.ts'
import type { Unreadable } from './stored.ts'

export interface Draft {
  readonly set: SetReference
  /** Epoch milliseconds of the last change; of two drafts of a lead the later one counts. */
  readonly at: number
  readonly seconds: number
  readonly answers: Answers
  /** Ids of the questions that were answered or confirmed in this run. */
  readonly answered: readonly string[]
  /** Everything is asked again, though there were answers. */
  readonly again: boolean
  readonly notes: Readonly<Record<string, string>>
  /** YYYY-MM-DD. */
  readonly namedDate?: string
}

export const DRAFT_FORMAT = 1

const Count = wholeIn(0, Number.MAX_SAFE_INTEGER)
const Stored = v.strictObject({
  format: v.literal(DRAFT_FORMAT),
  set: Reference,
  at: Count,
  seconds: Count,
  answers: StoredAnswers,
  answered: v.array(Id),
  again: v.boolean(),
  notes: StoredNotes,
  namedDate: v.exactOptional(IsoDay),
})

/** The text under which a draft is kept; `parseDraft` reads it back equal. */
export function printDraft(draft: Draft): string {
  return JSON.stringify({ format: DRAFT_FORMAT, ...draft })
}

/** Reads a kept draft. */
export function parseDraft(text: string): Result<Draft, Unreadable> {
  const result = parseJson(Stored, DRAFT_FORMAT, text)
  if (!result.ok) return result
  const { format: _, ...draft } = result.value
  return ok(draft)
}

/** The later of two drafts. */
export function laterDraft(a: Draft | undefined, b: Draft | undefined): Draft | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b.at > a.at ? b : a
}

/** The latest draft of a user to go on from: not older than what he saved since, perhaps in another browser. */
export function usableDraft(drafts: readonly Draft[], user: number, fields: QualificationFields): Draft | undefined {
  const draft = drafts.reduce<Draft | undefined>(laterDraft, undefined)
  const last = lastRun(fields)
  const saved = last?.by === user ? readInstant(last.at) : undefined
  return draft && saved !== undefined && draft.at < saved ? undefined : draft
}

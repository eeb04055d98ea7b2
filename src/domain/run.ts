/** One qualification of one lead, and the text by which a lead remembers its last one. */
import * as v from 'valibot'
import { OFFER_ANSWERS } from './answers.ts'
import type { Answers } from './answers.ts'
import { readDate, readInstant } from './iso-time.ts'
import type { SetReference } from './question-set.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import { Id, numberIn, parseJson, wholeIn } from './stored.ts'
import type { Unreadable } from './stored.ts'
import type { WrittenTitle } from './title.ts'

/** What the client had answered in the fields of the lead before a manager asked. */
export interface Declared {
  /** The version by which a form asked; nothing where the lead did not tell. */
  readonly set?: SetReference
  /** Choice id by question id. */
  readonly answers: Readonly<Record<string, string>>
  /** What fields held that stood for no choice, as text, by question id. */
  readonly strange?: Readonly<Record<string, string>>
  /** Ids of those that a manager went through: confirmed where the answer is the same, corrected otherwise. */
  readonly confirmed: readonly string[]
}

export interface Run {
  readonly id: string
  readonly set: SetReference
  /** ISO instant with offset; when it was saved. */
  readonly at: string
  /** Portal user id. */
  readonly by: number
  /** From the first question shown to the save, without the time that the tab was hidden. */
  readonly seconds: number
  readonly answers: Answers
  /** Notes by question id. */
  readonly notes: Readonly<Record<string, string>>
  /** The date `YYYY-MM-DD` that the client named for the next contact. */
  readonly namedDate?: string
  /** The title that was written, where the title alone does not tell the manager's words from the code. */
  readonly title?: WrittenTitle
  /** How often steps of its save were sent, from the second time on. */
  readonly tries?: number
  readonly declared?: Declared
}

export const RUN_FORMAT = 1

const LONGEST = 4000
const Words = v.pipe(v.string(), v.maxLength(LONGEST))
export const IsoDay = v.pipe(v.string(), v.check(text => readDate(text) !== undefined, 'YYYY-MM-DD'))
/** ISO instant with offset. */
export const Instant = v.pipe(v.string(), v.check(text => readInstant(text) !== undefined, 'ISO instant'))

const StoredAnswer = v.variant('kind', [
  v.strictObject({ kind: v.literal('choice'), choice: Id, offer: v.exactOptional(v.picklist(OFFER_ANSWERS)), date: v.exactOptional(IsoDay) }),
  v.strictObject({ kind: v.literal('amount'), amount: numberIn(0, Number.MAX_VALUE) }),
  v.strictObject({ kind: v.literal('text'), text: Words }),
  v.strictObject({ kind: v.literal('unknown'), said: v.exactOptional(Words) }),
])

/** Answers by question id, as stored. */
export const StoredAnswers = v.record(Id, StoredAnswer)
export const StoredNotes = v.record(Id, Words)
export const Reference = v.custom<SetReference>(value => typeof value === 'string' && /^[a-z][a-z0-9_]*@\d+$/.test(value), 'id@version')

const StoredRun = v.strictObject({
  format: v.literal(RUN_FORMAT),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{6,32}$/)),
  set: Reference,
  at: Instant,
  by: wholeIn(1, Number.MAX_SAFE_INTEGER),
  seconds: wholeIn(0, Number.MAX_SAFE_INTEGER),
  answers: StoredAnswers,
  notes: StoredNotes,
  namedDate: v.exactOptional(IsoDay),
  title: v.exactOptional(v.strictObject({ title: Words, start: Words, cut: Words })),
  tries: v.exactOptional(wholeIn(2, Number.MAX_SAFE_INTEGER)),
  declared: v.exactOptional(v.strictObject({
    set: v.exactOptional(Reference),
    answers: v.record(Id, Words),
    strange: v.exactOptional(v.record(Id, Words)),
    confirmed: v.array(Id),
  })),
})

/** The text under which a run is kept in its lead; `parseRun` reads it back equal. */
export function printRun(run: Run): string {
  return JSON.stringify({ format: RUN_FORMAT, ...run })
}

/** Reads a stored run. */
export function parseRun(text: string): Result<Run, Unreadable> {
  const result = parseJson(StoredRun, RUN_FORMAT, text)
  if (!result.ok) return result
  const { format: _, ...run } = result.value
  return ok(run)
}

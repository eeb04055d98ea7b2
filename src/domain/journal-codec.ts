/** The texts under which entries of the journal are kept: closed ones in the portal, open ones until they are closed. */
import * as v from 'valibot'
import type { Entry, OpenEntry } from './journal.ts'
import { LEAD_CLASSES } from './question-set.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import { Instant, Reference } from './run.ts'
import { Id, numberIn, parseJson, wholeIn } from './stored.ts'
import type { Unreadable } from './stored.ts'
import { NOTICE_REASONS } from './write-plan.ts'

export const ENTRY_FORMAT = 1

const MOST = Number.MAX_SAFE_INTEGER
/** What was there before is whatever somebody left in the lead, so that no bound but the kind of value holds for it. */
const Words = v.string()
const AnyNumber = numberIn(-Number.MAX_VALUE, Number.MAX_VALUE)
const PortalId = wholeIn(1, MOST)
const EntryId = v.pipe(v.string(), v.regex(/^[a-z0-9]{6,32}$/))

const Sum = v.strictObject({ amount: numberIn(0, Number.MAX_VALUE), currency: Words, products: v.exactOptional(v.literal(true)) })

function pair<T>(value: v.GenericSchema<unknown, T>) {
  return { from: v.optional(value), to: v.optional(value) }
}

function result<K extends string, T>(field: K, value: v.GenericSchema<unknown, T>) {
  return v.strictObject({ kind: v.literal('result'), field: v.literal(field), ...pair(value) })
}

const StoredChange = v.variant('kind', [
  v.strictObject({ kind: v.literal('answer'), question: Id, ...pair(Id) }),
  v.strictObject({ kind: v.literal('title'), from: Words, to: Words }),
  v.strictObject({ kind: v.literal('stage'), from: Words, to: Words }),
  v.strictObject({ kind: v.literal('opportunity'), ...pair(Sum) }),
  v.variant('field', [
    result('code', Words),
    result('class', v.picklist(LEAD_CLASSES)),
    result('coefficient', AnyNumber),
    result('purchaseDate', Words),
    result('nextTouch', Words),
    result('important', v.boolean()),
    result('reason', Id),
  ]),
])

const StoredRemembered = v.strictObject({
  at: v.exactOptional(Words), by: v.exactOptional(PortalId), set: v.exactOptional(Reference), run: v.exactOptional(Words),
})
const StoredTodo = v.strictObject({ deadline: Words, title: Words, text: Words, responsible: wholeIn(0, MOST) })

const StoredEntry = v.strictObject({
  id: EntryId,
  undoes: v.exactOptional(EntryId),
  lead: PortalId,
  at: Instant,
  by: PortalId,
  code: v.exactOptional(Words),
  class: v.exactOptional(v.picklist(LEAD_CLASSES)),
  changes: v.array(StoredChange),
  record: v.strictObject({ from: StoredRemembered, to: StoredRemembered }),
  comment: v.exactOptional(v.strictObject({ id: v.exactOptional(PortalId) })),
  todo: v.exactOptional(v.strictObject({ id: v.exactOptional(PortalId), before: v.exactOptional(StoredTodo), after: v.exactOptional(StoredTodo) })),
  notice: v.exactOptional(v.strictObject({ to: PortalId, reasons: v.array(v.picklist(NOTICE_REASONS)) })),
})

const Format = { format: v.literal(ENTRY_FORMAT) }
const StoredClosed = v.strictObject({ ...Format, entry: StoredEntry })
const StoredOpen = v.strictObject({
  ...Format,
  entry: StoredEntry,
  leadTitle: Words,
  texts: v.strictObject({ comment: Words, notice: Words }),
  farDraft: v.boolean(),
})

export function printEntry(entry: Entry): string {
  return JSON.stringify({ format: ENTRY_FORMAT, entry })
}

/** Reads a closed entry. */
export function parseEntry(text: string): Result<Entry, Unreadable> {
  const parsed = parseJson(StoredClosed, ENTRY_FORMAT, text)
  return parsed.ok ? ok(parsed.value.entry) : parsed
}

export function printOpenEntry(open: OpenEntry): string {
  return JSON.stringify({ format: ENTRY_FORMAT, ...open })
}

/** Reads an entry that is not closed yet. */
export function parseOpenEntry(text: string): Result<OpenEntry, Unreadable> {
  const parsed = parseJson(StoredOpen, ENTRY_FORMAT, text)
  if (!parsed.ok) return parsed
  const { format: _, ...open } = parsed.value
  return ok(open)
}

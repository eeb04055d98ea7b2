/**
 * Where entries of the journal are kept: an open one in an option of its user, closed ones in the app's own storage, which
 * whoever has the app may write to. Anybody could forge an entry: author and time that are shown are the portal's.
 */
import * as v from 'valibot'
import { parseEntry, parseOpenEntry, printEntry, printOpenEntry } from '../domain/journal-codec.ts'
import type { Entry, OpenEntry } from '../domain/journal.ts'
import type { Result } from '../domain/result.ts'
import type { Unreadable } from '../domain/stored.ts'
import { JOURNAL } from './entries-command.ts'
import { literalJson } from './literal.ts'
import { optionOfDraft, optionOfOpenEntry } from './options.ts'
import type { Command, Param } from './portal.ts'

/** Properties of the storage: the lead, and what was made, by the ids that only the portal knew. */
export const JOURNAL_PROPERTIES = ['LEAD', 'COMMENT', 'TODO'] as const

/** More of an open entry (characters) stays in the browser: a user's options are one row. */
const LARGEST_FAR = 16_000
/** Of a comment that makes it too long the portal keeps the beginning (characters). */
const SHORT_COMMENT = 1_500

/** The text of an open entry for the portal; nothing when even a short one is too long. */
function farText(open: OpenEntry): string | undefined {
  const whole = literalJson(printOpenEntry(open))
  if (whole.length <= LARGEST_FAR) return whole
  const short = literalJson(printOpenEntry({ ...open, texts: { ...open.texts, comment: `${open.texts.comment.slice(0, SHORT_COMMENT)}…` } }))
  return short.length <= LARGEST_FAR ? short : undefined
}

/** Writes an open entry down with its user; nothing when it is too long for that. */
export function openCommand(open: OpenEntry): Command | undefined {
  const text = farText(open)
  return text === undefined ? undefined : { method: 'user.option.set', params: { options: { [optionOfOpenEntry(open.entry.lead)]: text } } }
}

/** An entry is over: its open record goes, and the draft of its answers with it. */
export function closeCommand({ entry: { lead }, farDraft }: Pick<OpenEntry, 'farDraft'> & { readonly entry: Pick<Entry, 'lead'> }): Command {
  return { method: 'user.option.set', params: { options: { [optionOfOpenEntry(lead)]: '', ...(farDraft && { [optionOfDraft(lead)]: '' }) } } }
}

/** Keeps a closed entry. `made`: ids of comment and to-do, or references to the commands that make them. */
export function keepCommand(entry: Entry, made: { readonly comment: Param; readonly todo: Param }): Command {
  return {
    method: 'entity.item.add',
    params: {
      ENTITY: JOURNAL,
      NAME: entry.id,
      DETAIL_TEXT: literalJson(printEntry(entry)),
      PROPERTY_VALUES: { LEAD: entry.lead, COMMENT: made.comment, TODO: made.todo },
    },
  }
}

const Whole = v.pipe(v.union([v.string(), v.number()]), v.transform(Number))
const Rows = v.array(v.object({
  NAME: v.string(),
  CREATED_BY: Whole,
  DATE_CREATE: v.string(),
  DETAIL_TEXT: v.nullish(v.string(), ''),
  PROPERTY_VALUES: v.optional(v.looseObject({ COMMENT: v.nullish(Whole, 0), TODO: v.nullish(Whole, 0) }), {}),
}))

/** An entry as the portal keeps it: whose and when as the portal says, whatever the entry says itself. */
export interface KeptEntry {
  readonly id: string
  /** ISO with offset. */
  readonly at: string
  /** Portal user id. */
  readonly by: number
  readonly content: Result<Entry, Unreadable>
}

/** Entries of this lead as `entity.item.get` gives them, doubles dropped; one that does not parse is there as such. Nothing when the answer is no list. */
export function readEntries(value: unknown, lead: number): readonly KeptEntry[] | undefined {
  const rows = v.safeParse(Rows, value)
  if (!rows.success) return undefined
  const seen = new Set<string>()
  return rows.output.flatMap(({ NAME, CREATED_BY, DATE_CREATE, DETAIL_TEXT, PROPERTY_VALUES: { COMMENT = 0, TODO = 0 } }) => {
    if (seen.has(NAME)) return []
    seen.add(NAME)
    return [{ id: NAME, at: DATE_CREATE, by: CREATED_BY, content: ofLead(parseEntry(DETAIL_TEXT), NAME, lead, COMMENT, TODO) }]
  })
}

/** With the ids of what was made; an entry that names another lead or id than it is kept under is no entry. */
function ofLead(parsed: Result<Entry, Unreadable>, id: string, lead: number, comment: number | null, todo: number | null): Result<Entry, Unreadable> {
  if (!parsed.ok) return parsed
  const entry = parsed.value
  if (entry.id !== id || entry.lead !== lead) return { ok: false, error: { kind: 'flawed', flaws: [{ path: 'entry.lead', expected: `${lead}, ${id}`, received: `${entry.lead}, ${entry.id}` }] } }
  return { ok: true, value: {
    ...entry,
    ...(entry.comment && comment && { comment: { id: comment } }),
    ...(entry.todo && todo && { todo: { ...entry.todo, id: todo } }),
  } }
}

/** The open entry that an option holds; nothing when it is empty or of another lead. */
export function readOpenEntry(text: string | undefined, lead: number): Result<OpenEntry, Unreadable> | undefined {
  if (text === undefined || text === '') return undefined
  const parsed = parseOpenEntry(text)
  return parsed.ok && parsed.value.entry.lead !== lead ? undefined : parsed
}

/**
 * The shelf: published versions and drafts of question sets, in the app's own storage, which only administrators write to
 * (`api-reference/entity/items/index.md`). A version is never changed; author and time are the portal's.
 */
import * as v from 'valibot'
import type { QuestionSet, SetReference } from '../../domain/question-set.ts'
import { setReference } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { parseSet, printSet } from '../../domain/set-codec.ts'
import { parseKeptDraft, printKeptDraft } from '../../domain/set-draft-codec.ts'
import type { KeptDraft } from '../../domain/set-draft-codec.ts'
import type { Unreadable } from '../../domain/stored.ts'
import { decode } from '../decode.ts'
import { literalJson } from '../literal.ts'
import type { Command, Portal, PortalError } from '../portal.ts'
import { SHELF } from './shelf-name.ts'

/** The set of a version or a draft. */
export const SHELF_PROPERTIES = ['SET'] as const

const DRAFT = 'draft:'

/** Rows of one page (`api-reference/entity/items/entity-item-get.md`). */
const PAGE = 50

const Whole = v.pipe(v.union([v.string(), v.number()]), v.transform(Number))
const Rows = v.array(v.object({
  ID: Whole,
  NAME: v.string(),
  CREATED_BY: Whole,
  DATE_CREATE: v.string(),
  MODIFIED_BY: Whole,
  TIMESTAMP_X: v.string(),
  DETAIL_TEXT: v.nullish(v.string(), ''),
}))
type Row = v.InferOutput<typeof Rows>[number]

/** Who put something there, and when: portal user id, ISO with offset. */
export interface Stamp {
  readonly by: number
  readonly at: string
}

export interface ShelvedVersion extends Stamp {
  readonly reference: SetReference
  readonly version: number
  readonly content: Result<QuestionSet, Unreadable>
}

export interface ShelvedDraft extends Stamp {
  /** Of the item in the storage. */
  readonly item: number
  readonly content: Result<KeptDraft, Unreadable>
}

/** What there is of one set. */
export interface ShelvedSet {
  readonly id: string
  /** Newest first. */
  readonly versions: readonly ShelvedVersion[]
  readonly draft: ShelvedDraft | undefined
}

/** An item whose name is no version of a set and no draft is not ours. */
const VERSION_NAME = /^([a-z][a-z0-9_]{0,29})@([1-9]\d{0,14})$/
const DRAFT_NAME = /^draft:([a-z][a-z0-9_]{0,29})$/

/** A version that names itself otherwise than it is kept under is no version. */
function versionOf({ NAME, DETAIL_TEXT, CREATED_BY, DATE_CREATE }: Row): (ShelvedVersion & { readonly set: string }) | undefined {
  const [, set, number] = VERSION_NAME.exec(NAME) ?? []
  if (set === undefined || number === undefined) return undefined
  const reference = setReference({ id: set, version: Number(number) })
  const parsed = parseSet(DETAIL_TEXT)
  const content: Result<QuestionSet, Unreadable> = parsed.ok && setReference(parsed.value) !== reference
    ? failed({ kind: 'flawed', flaws: [{ path: 'version', expected: reference, received: setReference(parsed.value) }] })
    : parsed
  return { set, reference, version: Number(number), by: CREATED_BY, at: DATE_CREATE, content }
}

function draftOf({ ID, NAME, DETAIL_TEXT, MODIFIED_BY, TIMESTAMP_X }: Row): (ShelvedDraft & { readonly set: string }) | undefined {
  const [, set] = DRAFT_NAME.exec(NAME) ?? []
  return set === undefined ? undefined : { set, item: ID, by: MODIFIED_BY, at: TIMESTAMP_X, content: parseKeptDraft(DETAIL_TEXT) }
}

/** Sorts rows by set; of two with one name the first stands, whatever came later was sent twice. */
export function readShelfRows(rows: readonly Row[]): readonly ShelvedSet[] {
  const first = [...new Map([...rows].sort((a, b) => b.ID - a.ID).map(row => [row.NAME, row])).values()]
  const versions = first.flatMap(row => versionOf(row) ?? []).sort((a, b) => b.version - a.version)
  const drafts = first.flatMap(row => draftOf(row) ?? [])
  const ids = [...new Set([...versions, ...drafts].map(({ set }) => set))].sort()
  return ids.map(id => ({
    id,
    versions: versions.filter(({ set }) => set === id).map(({ set: _, ...version }) => version),
    draft: drafts.filter(({ set }) => set === id).map(({ set: _, ...draft }) => draft)[0],
  }))
}

/** A page of what there is, of one set where it is named, after an item. */
export function shelfCommand(set: string | undefined, after = 0): Command {
  return { method: 'entity.item.get', params: { ENTITY: SHELF, SORT: { ID: 'ASC' }, FILTER: { '>ID': after, ...(set !== undefined && { PROPERTY_SET: set }) } } }
}

/** Reads the shelf, page after page; a portal that has no such storage yet has an empty one. */
export async function readShelf(portal: Portal, set?: string): Promise<Result<readonly ShelvedSet[], PortalError>> {
  const rows: Row[] = []
  for (;;) {
    const sent = await portal.send({ page: shelfCommand(set, rows.at(-1)?.ID) }, { halt: true })
    if (!sent.ok) return sent
    const { page } = sent.value
    if (!page.ok) return page.error.kind === 'not-found' && rows.length === 0 ? ok([]) : page
    const read = decode('entity.item.get', Rows, page.value)
    if (!read.ok) return read
    rows.push(...read.value)
    if (read.value.length < PAGE) return ok(readShelfRows(rows))
  }
}

/** What `shelfCommand` gave for one set, as far as its first page goes. */
export function readShelfReply(value: unknown): Result<readonly ShelvedSet[], PortalError> {
  const read = decode('entity.item.get', Rows, value)
  return read.ok ? ok(readShelfRows(read.value)) : read
}

/** Puts a version on the shelf. */
export function shelveCommand(set: QuestionSet): Command {
  return { method: 'entity.item.add', params: { ENTITY: SHELF, NAME: setReference(set), DETAIL_TEXT: literalJson(printSet(set)), PROPERTY_VALUES: { SET: set.id } } }
}

/** Keeps a draft, in the place of the one that is there. */
export function keepDraftCommand(draft: KeptDraft, item: number | undefined): Command {
  const text = literalJson(printKeptDraft(draft))
  return item === undefined
    ? { method: 'entity.item.add', params: { ENTITY: SHELF, NAME: `${DRAFT}${draft.set.id}`, DETAIL_TEXT: text, PROPERTY_VALUES: { SET: draft.set.id } } }
    : { method: 'entity.item.update', params: { ENTITY: SHELF, ID: item, DETAIL_TEXT: text } }
}

export function dropDraftCommand(item: number): Command {
  return { method: 'entity.item.delete', params: { ENTITY: SHELF, ID: item } }
}

/**
 * The journal: what each save and each undo did to a lead, and what was there before. An entry is written down before the
 * first write and closed after the last, so that it can be gone on with, told and taken back.
 */
import type { LeadRecord, Todo } from './lead.ts'
import type { Money } from './potential.ts'
import type { LeadClass, SetReference } from './question-set.ts'
import { parseRun, printRun } from './run.ts'
import type { Run } from './run.ts'
import type { LineContent, NoticeReason, WriteLine } from './write-plan.ts'

/** A sum as a lead holds it; `products`: the portal computes it from product rows. */
export type Sum = Money & { readonly products?: true }

/** One value of a lead that became another; kinds and fields are those of the lines of a write plan. */
export type Change =
  | Extract<LineContent, { kind: 'answer' | 'result' | 'title' | 'stage' }>
  | { readonly kind: 'opportunity'; readonly from: Sum | undefined; readonly to: Sum | undefined }

/** Who qualified a lead, when and with which set, and the stored text of that run; what is empty is left out. */
export interface Remembered {
  readonly at?: string
  readonly by?: number
  readonly set?: SetReference
  readonly run?: string
}

/** A to-do that was made (nothing before), moved, or removed (nothing after). `id` as far as it is known. */
export interface TodoChange {
  readonly id?: number
  readonly before?: Todo
  readonly after?: Todo
}

export interface Entry {
  /** That of the run, or one of its own for an undo. */
  readonly id: string
  /** The entry that this one takes back. */
  readonly undoes?: string
  readonly lead: number
  /** ISO instant with offset, and portal user id: as whoever wrote it says. */
  readonly at: string
  readonly by: number
  /** The lead's result after it. */
  readonly code?: string
  readonly class?: LeadClass
  readonly changes: readonly Change[]
  readonly record: { readonly from: Remembered; readonly to: Remembered }
  /** The comment that is made, or that gets a note about an undo. `id` as far as it is known. */
  readonly comment?: { readonly id?: number }
  readonly todo?: TodoChange
  readonly notice?: { readonly to: number; readonly reasons: readonly NoticeReason[] }
}

/** An entry that is not closed yet, with all that its writing takes, whoever goes on with it. */
export interface OpenEntry {
  readonly entry: Entry
  /** The lead's title when it was begun, to name it by. */
  readonly leadTitle: string
  /** BB code with foreign words neutralised; of an undo the note that its comment gets. */
  readonly texts: { readonly comment: string; readonly notice: string }
  /** The portal may hold a draft of these answers, which goes with it. */
  readonly farDraft: boolean
}

/** What a save does, from the lines that are written. `todo`: what becomes of the to-do, where there is a line of it. */
export function entryOf(run: Run, lead: LeadRecord, lines: readonly WriteLine[], todo: TodoChange | undefined): Entry {
  const { qualifiedAt, qualifiedBy, set, run: stored } = lead.fields
  const notice = lines.find(line => line.kind === 'notice')
  const result = { ...lead.fields, ...Object.fromEntries(lines.flatMap(line => line.kind === 'result' ? [[line.field, line.to]] : [])) }
  return {
    id: run.id,
    lead: lead.id,
    at: run.at,
    by: run.by,
    ...(result.code !== undefined && { code: result.code }),
    ...(result.class !== undefined && { class: result.class }),
    changes: lines.flatMap(line => changeOf(line, lead)),
    record: {
      from: {
        ...(qualifiedAt !== undefined && { at: qualifiedAt }),
        ...(qualifiedBy !== undefined && { by: qualifiedBy }),
        ...(set !== undefined && { set }),
        ...(stored !== undefined && { run: stored }),
      },
      to: { at: run.at, by: run.by, set: run.set, run: printRun(run) },
    },
    ...(lines.some(line => line.kind === 'comment') && { comment: {} }),
    ...(todo && lines.some(line => line.kind === 'todo') && { todo }),
    ...(notice?.kind === 'notice' && { notice: { to: notice.to, reasons: notice.reasons } }),
  }
}

function changeOf({ id: _id, ticked: _ticked, ...line }: WriteLine, lead: LeadRecord): readonly Change[] {
  switch (line.kind) {
    case 'answer':
    case 'result':
    case 'title':
    case 'stage': return [line]
    case 'opportunity': return [{ kind: 'opportunity', from: line.from && { ...line.from, ...(lead.amountFromProducts && { products: true }) }, to: line.to }]
    case 'record':
    case 'comment':
    case 'todo':
    case 'notice': return []
  }
}

/** The run that an entry saved, or gave back to the lead. */
export function runOf({ record: { to: { run } } }: Pick<Entry, 'record'>): Run | undefined {
  const parsed = run === undefined ? undefined : parseRun(run)
  return parsed?.ok === true ? parsed.value : undefined
}

/** The same value the other way round. */
export function reversed(change: Change): Change {
  const { from, to } = change
  // of one kind and one field, so that what was before fits after
  return { ...change, from: to, to: from } as Change
}

/** The entry that takes another one back; undoing that one does it again. How much of it can be done the lead tells when it is read again. */
export function undoOf(entry: Entry, { id, at, by }: Pick<Entry, 'id' | 'at' | 'by'>): Entry {
  const { changes, record, todo, comment } = entry
  const result = { code: entry.code, class: entry.class }
  for (const change of changes) {
    if (change.kind !== 'result') continue
    if (change.field === 'code') result.code = change.from
    if (change.field === 'class') result.class = change.from
  }
  return {
    id, at, by,
    undoes: entry.id,
    lead: entry.lead,
    ...(result.code !== undefined && { code: result.code }),
    ...(result.class !== undefined && { class: result.class }),
    changes: changes.map(reversed),
    record: { from: record.to, to: record.from },
    ...(comment && { comment }),
    ...(todo && { todo: {
      ...(todo.id !== undefined && { id: todo.id }),
      ...(todo.after && { before: todo.after }),
      ...(todo.before && { after: todo.before }),
    } }),
  }
}

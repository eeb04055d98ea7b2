/** What clients said when no choice fitted, out of the newest entries of the journal. */
import * as v from 'valibot'
import { parseEntry } from '../domain/journal-codec.ts'
import { runOf } from '../domain/journal.ts'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { unfitAnswers } from '../domain/unfit-answers.ts'
import type { UnfitAnswer } from '../domain/unfit-answers.ts'
import { decode } from './decode.ts'
import { JOURNAL } from './entries-command.ts'
import type { Command, Portal, PortalError } from './portal.ts'

/** Entries of one page (`api-reference/entity/items/entity-item-get.md`). */
const PAGE = 50
const PAGES = 10

const Rows = v.array(v.object({ DETAIL_TEXT: v.nullish(v.string(), '') }))

function pageCommand(page: number): Command {
  return { method: 'entity.item.get', params: { ENTITY: JOURNAL, SORT: { ID: 'DESC' }, start: page * PAGE } }
}

export interface GatheredAnswers {
  readonly answers: readonly UnfitAnswer[]
  /** Newest entries of the journal that were read. */
  readonly entries: number
  /** Those among them that do not parse. */
  readonly unread: number
}

/** Reads the newest five hundred entries in one request. */
export async function readUnfitAnswers(portal: Portal): Promise<Result<GatheredAnswers, PortalError>> {
  const commands = Object.fromEntries(Array.from({ length: PAGES }, (_, page) => [`page${page}`, pageCommand(page)]))
  const sent = await portal.send(commands, { halt: false })
  if (!sent.ok) return sent
  const texts: string[] = []
  for (const reply of Object.values(sent.value)) {
    if (!reply.ok) return failed(reply.error)
    const rows = decode('entity.item.get', Rows, reply.value)
    if (!rows.ok) return rows
    texts.push(...rows.value.map(row => row.DETAIL_TEXT))
    // a page after the last one may be given as the first one again
    if (rows.value.length < PAGE) break
  }
  const entries = texts.map(parseEntry)
  const runs = entries.flatMap((entry) => {
    const run = entry.ok ? runOf(entry.value) : undefined
    return entry.ok && run ? [{ lead: entry.value.lead, run }] : []
  })
  return ok({ answers: unfitAnswers(runs), entries: entries.length, unread: entries.filter(entry => !entry.ok).length })
}

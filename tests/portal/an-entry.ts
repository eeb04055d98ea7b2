/** Entries for tests: a save of lead 1 of the seed, and one that takes it back. */
import { undoOf } from '../../src/domain/journal.ts'
import type { Entry, OpenEntry } from '../../src/domain/journal.ts'
import { printRun } from '../../src/domain/run.ts'
import type { Run } from '../../src/domain/run.ts'
import { marked, markOf } from '../../src/portal/activity-writes.ts'

/** Title of lead 1 of the seed. */
export const TITLE = 'Кирпич для дома в Павловске'

export const RUN: Run = { id: 'run0001', set: 'default@1', at: '2026-06-01T12:00:00+03:00', by: 4, seconds: 9, answers: {}, notes: {} }

/** A save by the manager, which makes everything that a save can make. */
export function anEntry(changes: Partial<Entry> = {}): Entry {
  return {
    id: RUN.id, lead: 1, at: RUN.at, by: 4, code: 'AAA',
    changes: [
      { kind: 'title', from: TITLE, to: `AAA ${TITLE}` },
      { kind: 'result', field: 'code', from: undefined, to: 'AAA' },
    ],
    record: { from: {}, to: { at: RUN.at, by: 4, set: RUN.set, run: printRun(RUN) } },
    comment: {},
    todo: { after: { deadline: '2026-06-02T10:00:00+03:00', title: 'Call', text: marked('what to say', markOf(RUN.id, '1')), responsible: 4 } },
    notice: { to: 3, reasons: ['hot'] },
    ...changes,
  }
}

export function anOpenEntry(changes: Partial<Entry> = {}, rest: Partial<OpenEntry> = {}): OpenEntry {
  return { entry: anEntry(changes), leadTitle: TITLE, texts: { comment: '[b]AAA[/b]', notice: 'A hot one' }, farDraft: true, ...rest }
}

/** Taking it back. */
export function anUndo(undone: Entry): OpenEntry {
  return { entry: undoOf(undone, { id: 'undo0001', at: '2026-06-01T13:00:00+03:00', by: 4 }), leadTitle: TITLE, texts: { comment: 'Taken back', notice: '' }, farDraft: false }
}

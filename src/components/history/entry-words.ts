/** An entry of the journal in words: what it did, on which answers. */
import type { Change, Entry } from '../../domain/journal.ts'
import { classTriple } from '../../domain/lead-class.ts'
import type { LeadRecord } from '../../domain/lead.ts'
import { heldBy } from '../../domain/write-plan.ts'
import { formatInstant } from '../../i18n/format.ts'
import type { useHistory } from '../../stores/history.ts'
import { lineWords } from '../save/line-words.ts'
import type { LineContext, LineWords } from '../save/line-words.ts'

export interface EntryWords {
  /** The lead's result after it, and before it where that was another. */
  readonly head: string
  /** Which answers made the result another one; empty where it stayed. */
  readonly why: string
  readonly lines: readonly LineWords[]
}

function resultOf(code: string | undefined, leadClass: Entry['class'], { messages: { save, history } }: LineContext): string {
  const parts = [code ?? history.noCode, ...(leadClass === undefined ? [] : [save.text.class(classTriple(leadClass))])]
  return parts.join(', ')
}

/** The to-do, as a line. */
function todoWords({ todo }: Entry, { messages: { basics, save, history }, language, zone, now }: LineContext): readonly LineWords[] {
  if (!todo) return []
  const print = ({ title, deadline }: { readonly title: string; readonly deadline: string }) => `${title}, ${formatInstant(language, deadline, zone, now)}`
  return [{ name: save.todo, from: todo.before ? print(todo.before) : basics.empty, to: todo.after ? print(todo.after) : history.removed }]
}

export function entryWords(entry: Entry, context: LineContext): EntryWords {
  const { messages: { history } } = context
  const before = { code: entry.code, class: entry.class }
  for (const change of entry.changes) {
    if (change.kind !== 'result') continue
    if (change.field === 'code') before.code = change.from
    if (change.field === 'class') before.class = change.from
  }
  const then = resultOf(before.code, before.class, context)
  const now = resultOf(entry.code, entry.class, context)
  const shown = entry.changes.filter(change => change.kind !== 'result' || (change.field !== 'code' && change.field !== 'class'))
  const coded = context.set.code.filter((_, at) => before.code?.[at] !== entry.code?.[at]).flatMap(({ questions }) => questions)
  const answers = entry.changes.flatMap(change => change.kind === 'answer' && coded.includes(change.question) ? [lineWords(change, context).name] : [])
  return {
    head: then === now ? now : `${then} → ${now}`,
    why: then === now || answers.length === 0 ? '' : history.because(answers.join(', ')),
    lines: [...shown.map(change => lineWords(change, context)), ...todoWords(entry, context)],
  }
}

type Kept = ReturnType<typeof useHistory>['entries']

/** Does it bring back what an undo took away? An undone entry that is not among those that are known was a save. */
export function takesBackUndo({ undoes }: Pick<Entry, 'undoes'>, kept: Kept): boolean {
  const found = undoes === undefined ? undefined : kept.find(({ id }) => id === undoes)
  return found?.content.ok === true && found.content.value.undoes !== undefined && !takesBackUndo(found.content.value, kept.filter(entry => entry !== found))
}

/** The change with what the lead holds now in place of what it would hold. */
export function heldNow(change: Change, lead: LeadRecord): Change {
  // of one kind and one field, so that what is held fits
  return { ...change, to: heldBy(lead, change) } as Change
}

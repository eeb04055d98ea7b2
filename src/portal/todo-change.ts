/** What a save does to the lead's to-do. */
import type { TodoChange } from '../domain/journal.ts'
import type { WriteLine } from '../domain/write-plan.ts'
import { marked, markOf } from './activity-writes.ts'
import type { LeadCard } from './lead.ts'
import { literal } from './literal.ts'

/** Nothing where no line makes one; `run`: id of the run that is saved, by which the to-do is found again. */
export function todoChangeOf(lines: readonly WriteLine[], { record: { todo: open }, responsible }: LeadCard, text: { readonly title: string; readonly description: string }, run: string): TodoChange | undefined {
  const line = lines.find(l => l.kind === 'todo')
  if (line?.kind !== 'todo') return undefined
  const mark = markOf(run, line.to.kind === 'touch' ? String(line.to.number) : 'next')
  const after = { deadline: line.to.at, title: literal(text.title), text: literal(marked(text.description, mark)), responsible }
  if (!open) return { after }
  const { id: known, ...before } = open
  return { id: known, before, after }
}

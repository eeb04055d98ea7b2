/** What clients said when no choice fitted: gathered from runs, so that the usual ones become choices. */
import type { Run } from './run.ts'

/** One saying to one question, however often and in whatever case it was written. */
export interface UnfitAnswer {
  readonly question: string
  /** As it was written last. */
  readonly words: string
  /** Runs in which it was said. */
  readonly times: number
  /** ISO instant of the last one. */
  readonly lastAt: string
  /** Leads of those runs, the last first. */
  readonly leads: readonly number[]
}

function folded(words: string): string {
  return words.toLowerCase().replaceAll('ё', 'е').replace(/[\s.,!?;:«»"„“”()-]+/g, ' ').trim()
}

/** Gathers them from runs with their leads, newest first; a run that is there twice (undone and done again) counts once. The most frequent come first. */
export function unfitAnswers(runs: readonly { readonly lead: number; readonly run: Run }[]): readonly UnfitAnswer[] {
  const known = new Set<string>()
  const found = new Map<string, UnfitAnswer>()
  for (const { lead, run } of runs) {
    if (known.has(run.id)) continue
    known.add(run.id)
    for (const [question, answer] of Object.entries(run.answers)) {
      const words = answer.kind === 'unknown' ? answer.said?.trim() ?? '' : ''
      const key = `${question} ${folded(words)}`
      if (folded(words) === '') continue
      const before = found.get(key)
      found.set(key, before
        ? { ...before, times: before.times + 1, leads: before.leads.includes(lead) ? before.leads : [...before.leads, lead] }
        : { question, words, times: 1, lastAt: run.at, leads: [lead] })
    }
  }
  return [...found.values()].sort((a, b) => b.times - a.times)
}

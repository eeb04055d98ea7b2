/** What waits for the portal, in words. */
import { formatInstant } from '../../i18n/format.ts'
import { formatAge } from '../../i18n/time-words.ts'
import type { LineContext } from './line-words.ts'
import type { Waiting } from './states.ts'

const MINUTE = 60_000

/** Since when, and when it is tried again, as the rest of a sentence. */
export function waitingSince({ since, next }: Waiting, { messages: { save: { queue } }, language, zone, now }: LineContext): string {
  const age = formatAge(language, since, now)
  const then = next !== undefined && (next - now < MINUTE ? queue.soon : queue.next(formatInstant(language, next, zone, now)))
  return [age === undefined ? queue.sinceNow : queue.since(age), then].filter(Boolean).join(', ')
}

/** Why it waits; and what to do, where it does not pass by itself. Nothing while it is tried for the first time. */
export function reasonWords({ reason, next }: Waiting, { messages: { save: { errors, queue } } }: LineContext): string | undefined {
  if (reason === undefined) return undefined
  if (reason === 'changed') return queue.changed
  return next === undefined ? `${errors[reason].what} ${errors[reason].next}` : errors[reason].what
}

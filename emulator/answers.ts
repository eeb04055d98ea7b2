import { PortalError } from './rest/errors.ts'

/** What each call was answered the last time, for the fault `stale`. */
export interface Answers {
  /** Makes the answer of a call and remembers it; `stale` gives the one before instead, if there is any. Refusals count as answers. */
  give(call: string, stale: boolean, make: () => unknown): unknown
  clear(): void
}

/** As many different calls are remembered: those of some screens, not the pages of a large list. */
const REMEMBERED = 100

type Answer = { readonly outcome: unknown } | { readonly refusal: PortalError }

export function createAnswers(): Answers {
  const last = new Map<string, Answer>()
  return {
    give(call, stale, make) {
      const answer = made(make)
      const before = last.get(call)
      last.delete(call)
      last.set(call, answer)
      const [oldest] = last.keys()
      if (last.size > REMEMBERED && oldest !== undefined) last.delete(oldest)
      const given = stale ? before ?? answer : answer
      if ('refusal' in given) throw given.refusal
      return given.outcome
    },
    clear: () => { last.clear() },
  }
}

function made(make: () => unknown): Answer {
  try {
    return { outcome: make() }
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    return { refusal: error }
  }
}

/** Written leads of which their supervisors have not been told: in the browser until they are, so that no closed page keeps it from them. */
import * as v from 'valibot'
import { parse, wholeIn } from '../domain/stored.ts'
import { keepTexts } from './kept-texts.ts'
import type { TextStorage } from './kept-texts.ts'

export interface Untold {
  readonly lead: number
  readonly title: string
  /** Portal user id of the supervisor. */
  readonly to: number
  /** Id of the run that is written into the lead. */
  readonly run: string
  /** It is known that the lead was written; before that it may come to nothing. */
  readonly sure: boolean
  /** The tag of a notice that was sent and may have arrived: sent again, it has to be the same one. */
  readonly tag?: string
}

const Id = wholeIn(1, Number.MAX_SAFE_INTEGER)
const Stored = v.strictObject({ lead: Id, title: v.string(), to: Id, run: v.string(), sure: v.boolean(), tag: v.exactOptional(v.string()) })

export interface UntoldPlace {
  /** All of this user, by lead; what cannot be read is left out. */
  all(user: number): readonly Untold[]
  keep(user: number, untold: Untold): void
  forget(user: number, lead: number): void
}

/** Under which the browser keeps what a user has to tell of a lead. */
export function untoldKey(host: string, user: number, lead: number): string {
  return `triple-a/${host}/${user}/untold/${lead}`
}

function read(text: string): Untold | undefined {
  try {
    const stored = parse(Stored, JSON.parse(text))
    return stored.ok ? stored.value : undefined
  } catch {
    return undefined
  }
}

export function keepUntold(host: string, storage: () => TextStorage): UntoldPlace {
  const texts = keepTexts(storage)

  return {
    all(user) {
      const prefix = untoldKey(host, user, 0).slice(0, -1)
      return texts.keys().filter(key => key.startsWith(prefix)).flatMap((key) => {
        const untold = read(texts.get(key) ?? '')
        return untold && untoldKey(host, user, untold.lead) === key ? [untold] : []
      }).sort((a, b) => a.lead - b.lead)
    },
    keep(user, untold) { texts.set(untoldKey(host, user, untold.lead), JSON.stringify(untold)) },
    forget(user, lead) { texts.remove(untoldKey(host, user, lead)) },
  }
}

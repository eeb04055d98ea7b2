/** Saves and undos of this browser that are not over: kept before anything is sent, forgotten when they are done. */
import * as v from 'valibot'
import { parseOpenEntry, printOpenEntry } from '../domain/journal-codec.ts'
import type { OpenEntry } from '../domain/journal.ts'
import { parse, wholeIn } from '../domain/stored.ts'
import { keepTexts } from './kept-texts.ts'
import type { TextStorage } from './kept-texts.ts'
import type { PortalErrorKind } from './portal.ts'

/** Why an entry waits: what the portal said last, or that somebody changed the lead; nothing while it is tried. */
export type WaitReason = PortalErrorKind | 'changed'

export interface Waiting {
  readonly open: OpenEntry
  /** Epoch milliseconds. */
  readonly since: number
  /** The lead was a deal already when it was begun. */
  readonly converted: boolean
  /** Something was sent that writes, so that it may be written. */
  readonly sent: boolean
  readonly tries: number
  readonly reason?: WaitReason
  /** Epoch milliseconds of the next try; nothing when only a person can go on. */
  readonly next?: number
}

/** What waits, or what stands there instead and cannot be read. */
export type Kept = { readonly lead: number; readonly waiting: Waiting | undefined }

const REASONS = {
  'not-allowed': 0, 'no-access': 0, 'missing-scope': 0, 'no-rest': 0, 'not-found': 0, 'busy': 0, 'expired': 0, 'unreachable': 0, 'no-result': 0, 'not-run': 0,
  'refused': 0, 'unreadable': 0, 'changed': 0,
} satisfies Record<WaitReason, 0>
const Reason = v.custom<WaitReason>(value => typeof value === 'string' && Object.hasOwn(REASONS, value), 'a reason')
const Instant = wholeIn(0, Number.MAX_SAFE_INTEGER)
const Stored = v.strictObject({
  open: v.string(),
  since: Instant,
  converted: v.boolean(),
  sent: v.boolean(),
  tries: Instant,
  reason: v.exactOptional(Reason),
  next: v.exactOptional(Instant),
})

export interface WaitingPlace {
  /** All that this user has waiting in this browser, oldest first. */
  all(user: number): readonly Kept[]
  of(user: number, lead: number): Waiting | undefined
  keep(user: number, waiting: Waiting): void
  forget(user: number, lead: number): void
  /** Does what waits for a lead outlive the page? */
  isStored(user: number, lead: number): boolean
}

function read(text: string, lead: number): Waiting | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const stored = parse(Stored, value)
  const open = stored.ok ? parseOpenEntry(stored.value.open) : undefined
  return stored.ok && open?.ok === true && open.value.entry.lead === lead ? { ...stored.value, open: open.value } : undefined
}

/** Under which the browser keeps what a user has waiting for a lead. */
export function waitingKey(host: string, user: number, lead: number): string {
  return `triple-a/${host}/${user}/waiting/${lead}`
}

/** The place for what waits, in the browser where it lets it be kept. */
export function keepWaiting(host: string, storage: () => TextStorage): WaitingPlace {
  const texts = keepTexts(storage)

  function leads(user: number): readonly number[] {
    const prefix = waitingKey(host, user, 0).slice(0, -1)
    return texts.keys().flatMap((key) => {
      const lead = key.startsWith(prefix) ? Number(key.slice(prefix.length)) : Number.NaN
      return Number.isSafeInteger(lead) && lead > 0 ? [lead] : []
    })
  }

  function of(user: number, lead: number): Waiting | undefined {
    const text = texts.get(waitingKey(host, user, lead))
    return text === undefined ? undefined : read(text, lead)
  }

  return {
    of,
    all: user => leads(user)
      .map((lead): Kept => ({ lead, waiting: of(user, lead) }))
      .sort((a, b) => (a.waiting?.since ?? 0) - (b.waiting?.since ?? 0)),
    keep(user, waiting) { texts.set(waitingKey(host, user, waiting.open.entry.lead), JSON.stringify({ ...waiting, open: printOpenEntry(waiting.open) })) },
    isStored: (user, lead) => texts.isStored(waitingKey(host, user, lead)),
    forget(user, lead) { texts.remove(waitingKey(host, user, lead)) },
  }
}

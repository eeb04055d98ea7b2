/**
 * Saves and undos that are not over, of all leads that this user worked on in this browser: each is tried at once, and again
 * after pauses as long as the portal cannot be reached or asks for patience. One that needs a person waits for one.
 */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { parseDraft } from '../domain/draft.ts'
import { runOf } from '../domain/journal.ts'
import type { Entry, OpenEntry } from '../domain/journal.ts'
import { nearKey } from '../portal/drafts.ts'
import { closeCommand } from '../portal/journal.ts'
import { performEntry } from '../portal/perform-entry.ts'
import type { Performed } from '../portal/perform-entry.ts'
import type { PortalErrorKind } from '../portal/portal.ts'
import { isPassing, neverRan } from '../portal/refusal.ts'
import { keepWaiting } from '../portal/waiting.ts'
import type { Kept, Waiting, WaitReason } from '../portal/waiting.ts'
import { alone } from './alone.ts'
import { useQualification } from './qualification.ts'
import { contentOf } from './content-of.ts'
import { telling } from './telling.ts'
import { useWorkplace } from './workplace.ts'

/** Milliseconds from a try to the next one; the last holds for all that follow. Far below what a portal allows (`limits.md`). */
export const PAUSES = [5_000, 15_000, 45_000, 120_000, 300_000] as const

/** With these the user gets nowhere before somebody else has changed that. */
const LASTING: readonly PortalErrorKind[] = ['not-allowed', 'no-access', 'missing-scope', 'no-rest', 'not-found']

interface Wait {
  readonly reason: WaitReason
  readonly passes: boolean
}

/** Why an entry has to wait, and whether that passes by itself; nothing when it is over. */
function waitOf(performed: Performed, { undoes }: Entry): Wait | undefined {
  switch (performed.state) {
    case 'done':
    case 'dropped': return undefined
    // of an undo of what is no longer the newest nothing is left to be decided
    case 'changed': return undoes === undefined ? { reason: 'changed', passes: false } : undefined
    case 'unread': return { reason: performed.error.kind, passes: isPassing(performed.error) }
    // a portal that says nothing and wrote nothing says the same the next time
    case 'refused': return { reason: performed.error.kind, passes: neverRan(performed.error) && isPassing(performed.error) }
    // whether it was written is to be found out, whatever the error was
    case 'unsure': return { reason: performed.error.kind, passes: !LASTING.includes(performed.error.kind) }
    case 'partly': {
      const errors = performed.report.steps.flatMap(step => step.state === 'failed' ? [step.error] : [])
      const lasting = errors.find(error => !isPassing(error))
      return { reason: (lasting ?? errors[0])?.kind ?? 'not-run', passes: lasting === undefined }
    }
  }
}

/** What somebody does about a try; the next one waits for it. */
export type Attend = (performed: Performed, open: OpenEntry) => void | Promise<void>

export const useQueue = defineStore('queue', () => {
  const { portal: direct, lead: here, host, installation, drafts, storage, locks, now } = useWorkplace()
  const work = useQualification()
  const { portal, waiting: asking } = telling(direct)
  const place = keepWaiting(host, storage)
  const kept = shallowRef<readonly Kept[]>([])
  /** The lead whose entry is being tried. */
  const trying = ref<number>()
  const attending: Attend[] = []
  /** What comes of the last try here. */
  let told = Promise.resolve()
  /** When what is being tried without us is looked at again, by lead, in epoch milliseconds: its page may be closed by then. */
  const looks = new Map<number, number>()
  let running = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const own = computed(() => kept.value.find(({ lead }) => lead === here)?.waiting)
  /** Is what waits for this lead there after the tab is closed? */
  const isStored = computed(() => own.value === undefined || place.isStored(me(), here))
  const others = computed(() => kept.value.filter(({ lead }) => lead !== here))

  function me(): number {
    const user = work.lead?.me.id
    if (user === undefined) throw new Error('nothing waits before it is known for whom')
    return user
  }

  /** Reads what waits, here and by other tabs. What another one has begun is left to it until it seems to be closed. */
  function refresh(): void {
    kept.value = work.lead ? place.all(me()) : []
    for (const { lead, waiting } of kept.value) {
      if (waiting === undefined || waiting.reason !== undefined) looks.delete(lead)
      else if (!looks.has(lead)) looks.set(lead, now() + PAUSES[0])
    }
    schedule()
  }

  /** One try of what this user has waiting for a lead, and all that comes of it here; nothing when it is over already, or another tab is at it. */
  async function attempt(lead: number, wait: boolean): Promise<Performed | undefined> {
    const performed = await alone(locks, `triple-a/${host}/${me()}/${lead}`, wait, async () => {
      const found = place.of(me(), lead)
      // another tab may have been at it until now
      if (!found || !(wait || found.reason === undefined || isDue(lead, found))) return undefined
      const { reason: _reason, next: _next, ...rest } = found
      const open = { ...found.open, farDraft: found.open.farDraft || (lead === here && drafts.isFar()) }
      let current: Waiting = { ...rest, open, tries: found.tries + 1 }
      place.keep(me(), current)
      trying.value = lead
      try {
        const performed = await performEntry(portal, installation.fields, current.open, {
          converted: current.converted,
          mayWrite() {
            if (!isStill(current)) return false
            current = { ...current, sent: true }
            place.keep(me(), current)
            return true
          },
        })
        if (performed.state === 'dropped' || (performed.state === 'changed' && open.entry.undoes !== undefined)) await close(lead, false)
        told = conclude(performed, { ...current, sent: performed.state === 'refused' ? found.sent : current.sent && performed.state !== 'changed' })
        return performed
      } finally {
        trying.value = undefined
        refresh()
      }
    })
    // not under the lock: who is told may begin the next one
    await told
    return performed
  }

  /** Was it neither given up nor replaced meanwhile? */
  function isStill({ open: { entry } }: Waiting): boolean {
    return place.of(me(), entry.lead)?.open.entry.id === entry.id
  }

  async function conclude(performed: Performed, current: Waiting): Promise<void> {
    const wait = isStill(current) ? waitOf(performed, current.open.entry) : undefined
    if (wait === undefined) {
      if (isStill(current)) place.forget(me(), current.open.entry.lead)
      if (current.open.entry.lead !== here && performed.state === 'done' && !performed.report.takenBack) forgetDraft(current.open.entry)
    } else {
      const pause = PAUSES[Math.min(current.tries, PAUSES.length) - 1] ?? PAUSES[0]
      place.keep(me(), { ...current, reason: wait.reason, ...(wait.passes && { next: now() + pause }) })
    }
    kept.value = place.all(me())
    if (current.open.entry.lead === here) await Promise.all(attending.map(async attend => attend(performed, current.open)))
  }

  async function close(lead: number, farDraft: boolean): Promise<void> {
    await portal.send({ close: closeCommand({ entry: { lead }, farDraft }) }, { halt: true })
  }

  /** The draft of answers that are saved goes, also where their lead is not on the screen. */
  function forgetDraft(entry: Entry): void {
    const key = nearKey(host, me(), entry.lead)
    const run = runOf(entry)
    try {
      const draft = parseDraft(storage().getItem(key) ?? '')
      if (run && draft.ok && contentOf(draft.value) === contentOf(run)) storage().removeItem(key)
    } catch {
      // storage that is forbidden holds no draft
    }
  }

  /** Epoch milliseconds of the next try; nothing when only a person can go on. */
  function dueAt(lead: number, { next, reason }: Waiting): number | undefined {
    return next ?? (reason === undefined ? looks.get(lead) ?? now() : undefined)
  }

  function isDue(lead: number, waiting: Waiting | undefined): boolean {
    return waiting !== undefined && (dueAt(lead, waiting) ?? Number.POSITIVE_INFINITY) <= now()
  }

  async function tryDue(): Promise<void> {
    for (const { lead } of kept.value.filter(one => isDue(one.lead, one.waiting))) {
      looks.delete(lead)
      await attempt(lead, false)
    }
    refresh()
  }

  function schedule(): void {
    clearTimeout(timer)
    if (!running || trying.value !== undefined) return
    const times = kept.value.flatMap(({ lead, waiting }) => (waiting && dueAt(lead, waiting)) ?? [])
    if (times.length === 0) return
    timer = setTimeout(() => { void tryDue() }, Math.max(0, Math.min(...times) - now()))
  }

  return {
    kept, own, isStored, others, trying, asking, attempt, refresh,
    /** Is told what became of each try for the lead of this tab. */
    attend(told: Attend) { attending.push(told) },
    /** Writes down what is about to be sent. */
    put(open: OpenEntry, converted: boolean): void {
      place.keep(me(), { open, since: now(), converted, sent: false, tries: 0 })
      kept.value = place.all(me())
    },
    /** Begins to try what is due, and goes on with it: at once with what a page did not bring to its end. */
    start(): void {
      running = true
      refresh()
      looks.clear()
      schedule()
    },
    stop(): void {
      running = false
      schedule()
    },
    /** All that waits for the portal is due now: it can be reached again, say. */
    hurry(): void {
      for (const { waiting } of kept.value) if (waiting?.next !== undefined) place.keep(me(), { ...waiting, next: now() })
      refresh()
    },
    /** Gives up what waits for a lead. What the portal has of it goes with the next request that gets through, and with `farDraft` the draft of its answers. */
    async drop(lead: number, farDraft = false): Promise<void> {
      place.forget(me(), lead)
      refresh()
      await close(lead, farDraft)
    },
  }
})

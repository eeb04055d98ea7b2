/** Taking the last save back, and taking that back. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { printInstant } from '../domain/iso-time.ts'
import { undoOf } from '../domain/journal.ts'
import type { Entry, OpenEntry } from '../domain/journal.ts'
import type { Performed, Report } from '../portal/perform-entry.ts'
import type { PortalError } from '../portal/portal.ts'
import { useHistory } from './history.ts'
import { useOutcome } from './outcome.ts'
import { useQualification } from './qualification.ts'
import { useQueue } from './queue.ts'
import { useWorkplace } from './workplace.ts'

/**
 * How the last undo came out. `waits`: it is tried again by itself, and the queue has it. `superseded`: the lead
 * was saved again since, so that nothing was taken back. `failed`: nothing, or not all, was taken back. `undone`: all was that can be; the report says what stays.
 */
export type Undoing =
  | { readonly state: 'none' }
  | { readonly state: 'waits' }
  | { readonly state: 'superseded' }
  | { readonly state: 'failed'; readonly error: PortalError }
  | { readonly state: 'undone'; readonly report: Report }

export const useUndoing = defineStore('undoing', () => {
  const { lead: id, newRunId, reloadCard } = useWorkplace()
  const work = useQualification()
  const outcome = useOutcome()
  const queue = useQueue()
  const history = useHistory()
  const undoing = shallowRef<Undoing>({ state: 'none' })
  const busy = ref(false)
  /** Somebody wants to see what an undo would do, before anything is written. */
  const asked = ref(false)

  /** The newest entry, where this user may take it back: nothing else of this lead is on its way. */
  const offered = computed((): Entry | undefined => {
    const [newest] = history.entries
    return newest?.content.ok === true && !work.readOnly && queue.own === undefined ? newest.content.value : undefined
  })

  async function take(performed: Performed, open: OpenEntry): Promise<void> {
    const { undoes } = open.entry
    if (undoes === undefined) return
    const waits = queue.own?.next !== undefined
    switch (performed.state) {
      case 'done': {
        const { report } = performed
        if (!report.takenBack) history.add(report.entry)
        undoing.value = report.takenBack ? { state: 'superseded' } : { state: 'undone', report }
        work.takeOver(report.card, 'unseen')
        reloadCard().catch(() => undefined)
        // the run that the lead is left with, and who did it, only the portal tells
        await work.open()
        return
      }
      case 'partly': {
        const failure = performed.report.steps.find(step => step.state === 'failed')
        undoing.value = waits || failure?.state !== 'failed' ? { state: 'waits' } : { state: 'failed', error: failure.error }
        return
      }
      case 'unsure': undoing.value = { state: queue.own ? 'waits' : 'none' }; return
      case 'unread':
      case 'refused': undoing.value = waits ? { state: 'waits' } : { state: 'failed', error: performed.error }; return
      case 'changed':
        undoing.value = { state: 'superseded' }
        await work.open()
        return
      case 'dropped': undoing.value = { state: 'none' }
    }
  }
  queue.attend(take)

  /** Goes on at once with an undo that is not over yet. */
  async function finish(): Promise<void> {
    if (busy.value || work.busy) return
    busy.value = true
    try {
      await queue.attempt(id, true)
    } finally {
      busy.value = false
      settle()
    }
  }

  /** Takes the offered entry back. `note` makes what its comment says about that. */
  async function undo(note: (undone: Entry) => string): Promise<void> {
    const entry = offered.value
    const { card } = work
    if (!entry || !card || busy.value || work.busy) return
    work.refresh()
    const taken = undoOf(entry, { id: newRunId(), at: printInstant(work.moment, outcome.calendar.zone), by: work.lead?.me.id ?? 0 })
    undoing.value = { state: 'none' }
    queue.put({ entry: taken, leadTitle: card.record.title, texts: { comment: note(taken), notice: '' }, farDraft: false }, card.converted)
    await finish()
  }

  /** Another tab went on with what waited, or gave it up. */
  function settle(): void {
    if (!queue.own && undoing.value.state === 'waits' && !busy.value) undoing.value = { state: 'none' }
  }
  watch(() => queue.own, settle)

  return {
    offered, undoing, busy, asked, undo, finish,
    async drop(): Promise<void> {
      undoing.value = { state: 'none' }
      await queue.drop(id)
    },
    dismiss() { undoing.value = { state: 'none' } },
    showWaiting() { if (undoing.value.state === 'none') undoing.value = { state: 'waits' } },
  }
})

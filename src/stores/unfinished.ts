/** What was begun for this lead before its tab was opened and is not over: in this browser, or in another one of the same user. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { runOf } from '../domain/journal.ts'
import type { OpenEntry } from '../domain/journal.ts'
import { lastRun } from '../domain/lead-answers.ts'
import { readOpenEntry } from '../portal/journal.ts'
import { draftOfRun } from './draft-of-run.ts'
import { useHistory } from './history.ts'
import { useQualification } from './qualification.ts'
import { useQueue } from './queue.ts'
import { useSaving } from './saving.ts'
import { useUndoing } from './undoing.ts'
import { useWorkplace } from './workplace.ts'

/**
 * `elsewhere`: begun in another browser, and not written as far as can be seen. `stopped`: somebody changed the lead before it was
 * written; it is saved anew. `unreadable`: what the portal has of it is no entry.
 */
export type Unfinished = { readonly state: 'nothing' | 'unreadable' } | { readonly state: 'elsewhere' | 'stopped'; readonly open: OpenEntry }

export const useUnfinished = defineStore('unfinished', () => {
  const { lead: id, farEntry } = useWorkplace()
  const work = useQualification()
  const queue = useQueue()
  const saving = useSaving()
  const undoing = useUndoing()
  const history = useHistory()
  const unfinished = shallowRef<Unfinished>({ state: 'nothing' })
  const begun = ref(false)
  queue.attend(() => { unfinished.value = { state: 'nothing' } })

  /** Its answers are on the screen again, unless there are later ones. */
  function restore({ entry }: OpenEntry): void {
    const run = entry.undoes === undefined ? runOf(entry) : undefined
    if (!run || work.dirty || run.set.split('@')[0] !== work.set.id) return
    work.continueFrom(draftOfRun(run))
  }

  function show({ entry }: OpenEntry): void {
    if (entry.undoes === undefined) saving.showWaiting()
    else undoing.showWaiting()
  }

  /** Is it known to be written, so that only its end is missing? */
  function isWritten({ entry }: OpenEntry): boolean {
    return history.entries.some(kept => kept.id === entry.id) || (work.card !== undefined && lastRun(work.card.record.fields)?.id === runOf(entry)?.id)
  }

  /** Looks for it once, when the lead is open, and goes on with what was begun here or is written already. */
  function begin(): void {
    if (begun.value || !work.lead) return
    begun.value = true
    queue.refresh()
    const far = readOpenEntry(farEntry, id)
    if (!queue.own && far?.ok === true && isWritten(far.value)) queue.put(far.value, work.card?.converted === true)
    if (queue.own?.reason === 'changed') {
      restore(queue.own.open)
      unfinished.value = { state: 'stopped', open: queue.own.open }
    } else if (queue.own) {
      if (!isWritten(queue.own.open)) restore(queue.own.open)
      show(queue.own.open)
    } else if (far?.ok === false) {
      unfinished.value = { state: 'unreadable' }
    } else if (far) {
      restore(far.value)
      unfinished.value = { state: 'elsewhere', open: far.value }
    }
    queue.start()
  }

  return {
    unfinished, begin,
    /** Goes on with what was begun in another browser. */
    async goOn(): Promise<void> {
      if (unfinished.value.state !== 'elsewhere') return
      const { open } = unfinished.value
      queue.put(open, work.card?.converted === true)
      show(open)
      await (open.entry.undoes === undefined ? saving.finish() : undoing.finish())
    },
    /** Gives it up; answers that were restored stay on the screen. */
    async drop(): Promise<void> {
      unfinished.value = { state: 'nothing' }
      await queue.drop(id)
    },
  }
})

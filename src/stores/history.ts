/** What was done to the lead so far: its entries in the journal, newest first. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Entry } from '../domain/journal.ts'
import { ok } from '../domain/result.ts'
import { readEntries } from '../portal/journal.ts'
import type { KeptEntry } from '../portal/journal.ts'
import type { PortalError } from '../portal/portal.ts'
import { useQualification } from './qualification.ts'

export const useHistory = defineStore('history', () => {
  const work = useQualification()
  /** Entries of this tab, which the portal was not asked for since. */
  const added = shallowRef<readonly KeptEntry[]>([])
  watch(() => work.lead?.entries, () => { added.value = [] }, { flush: 'sync' })

  const told = computed(() => {
    const { lead } = work
    return lead?.entries.ok === true ? readEntries(lead.entries.value, lead.card.record.id) : undefined
  })
  const entries = computed(() => {
    const known = told.value ?? []
    return [...added.value.filter(({ id }) => known.every(entry => entry.id !== id)), ...known]
  })
  /** Why there is no telling what was done; nothing when there is. */
  const missing = computed((): PortalError | undefined => {
    const reply = work.lead?.entries
    if (reply === undefined) return undefined
    if (!reply.ok) return reply.error
    return told.value === undefined ? { kind: 'unreadable', method: 'entity.item.get', code: '', description: '' } : undefined
  })

  return {
    entries, missing,
    add(entry: Entry) { added.value = [{ id: entry.id, at: entry.at, by: entry.by, content: ok(entry) }, ...added.value.filter(({ id }) => id !== entry.id)] },
  }
})

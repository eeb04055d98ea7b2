/** What was done to the lead so far: its entries in the journal, newest first. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Entry } from '../domain/journal.ts'
import { ok } from '../domain/result.ts'
import { readEntries } from '../portal/journal.ts'
import type { KeptEntry } from '../portal/journal.ts'
import { askNames } from '../portal/names.ts'
import type { Person } from '../portal/people.ts'
import type { PortalError } from '../portal/portal.ts'
import { useQualification } from './qualification.ts'
import { useWorkplace } from './workplace.ts'

/** The portal gives so many entries at once (`api-reference/entity/items/entity-item-get.md`); a tab that stays open keeps no more. */
const MOST = 50

export const useHistory = defineStore('history', () => {
  const { portal } = useWorkplace()
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

  /** Who wrote them, as far as the portal was asked. */
  const people = shallowRef<readonly Person[]>([])

  /** Asks for the names of those who are not known yet; without an answer they stay numbers. */
  async function learnNames(): Promise<void> {
    const known = [...people.value, work.lead?.me, work.lead?.responsible, work.lead?.qualifier]
    const wanted = [...new Set(entries.value.map(({ by }) => by))].filter(id => known.every(person => person?.id !== id))
    if (wanted.length > 0) people.value = [...people.value, ...await askNames(portal, wanted)]
  }

  return {
    entries, missing, people, learnNames,
    add(entry: Entry) { added.value = [{ id: entry.id, at: entry.at, by: entry.by, content: ok(entry) }, ...added.value.filter(({ id }) => id !== entry.id)].slice(0, MOST) },
  }
})

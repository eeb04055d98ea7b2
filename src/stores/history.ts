/** What was done to the lead so far: its entries in the journal, newest first. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Entry } from '../domain/journal.ts'
import { setReference } from '../domain/question-set.ts'
import type { QuestionSet, SetReference } from '../domain/question-set.ts'
import { ok } from '../domain/result.ts'
import { parseSet } from '../domain/set-codec.ts'
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

  /** Earlier versions and other sets that the shelf was asked for; nothing for one that it does not have. */
  const versions = shallowRef<ReadonlyMap<SetReference, QuestionSet | undefined>>(new Map())

  function referenceOf({ record: { from, to } }: Entry): SetReference | undefined {
    const reference = to.set ?? from.set
    return reference === setReference(work.set) ? undefined : reference
  }

  /** Asks for the versions by which the lead was qualified earlier; without an answer the set in hand words them. */
  async function learnSets(): Promise<void> {
    const named = new Set(entries.value.flatMap(({ content }) => content.ok ? referenceOf(content.value) ?? [] : []))
    const wanted = [...named].filter(reference => !versions.value.has(reference))
    if (wanted.length === 0) return
    const shelf = await import('../portal/sets/versions.ts').catch(() => undefined)
    const read = await shelf?.readVersions(portal, wanted)
    if (!read?.ok) return
    versions.value = new Map([...versions.value, ...wanted.map((reference) => {
      const set = parseSet(read.value.get(reference) ?? '')
      return [reference, set.ok && setReference(set.value) === reference ? set.value : undefined] as const
    })])
  }

  return {
    entries, missing, people, learnNames, learnSets,
    /** The set that an entry was asked by; nothing where it is the one in hand, or is not known. */
    setOf(entry: Entry): QuestionSet | undefined {
      const reference = referenceOf(entry)
      return reference && versions.value.get(reference)
    },
    /** The version that an entry was asked by, where the portal does not have it any more. */
    lostSetOf(entry: Entry): SetReference | undefined {
      const reference = referenceOf(entry)
      return reference !== undefined && versions.value.has(reference) && !versions.value.get(reference) ? reference : undefined
    },
    add(entry: Entry) { added.value = [{ id: entry.id, at: entry.at, by: entry.by, content: ok(entry) }, ...added.value.filter(({ id }) => id !== entry.id)].slice(0, MOST) },
  }
})

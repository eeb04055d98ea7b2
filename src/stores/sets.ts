/** The question sets of a portal: which are in force, their versions and drafts, and what is done with a set as a whole. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { setReference } from '../domain/question-set.ts'
import type { QuestionSet, SetReference } from '../domain/question-set.ts'
import type { Result } from '../domain/result.ts'
import type { SetRule } from '../domain/set-choice.ts'
import { askNames } from '../portal/names.ts'
import type { Installation } from '../portal/options.ts'
import type { Person } from '../portal/people.ts'
import { installationIn, readInForce, referenceInForce, setInForce } from '../portal/sets/in-force.ts'
import type { InForce, NoSet } from '../portal/sets/in-force.ts'
import { lookAtReturning } from '../portal/sets/publishing-plan.ts'
import { publishSet } from '../portal/sets/publishing.ts'
import type { PublishingProblem } from '../portal/sets/publishing-plan.ts'
import { readSetRules } from '../portal/sets/read-set-rules.ts'
import { putFirst, putRules, withdraw } from '../portal/sets/set-rules.ts'
import type { SettingsProblem } from '../portal/sets/set-rules.ts'
import { readShelf } from '../portal/sets/shelf.ts'
import type { ShelvedDraft, ShelvedSet, ShelvedVersion, Stamp } from '../portal/sets/shelf.ts'
import { readSources } from '../portal/sources.ts'
import type { LeadSource } from '../portal/sources.ts'
import { useOffice } from './office.ts'

export type { Installation, LeadSource, Person, PublishingProblem, SettingsProblem, ShelvedDraft, ShelvedVersion, Stamp }
export type SetsProblem = PublishingProblem | SettingsProblem

/** One set, as far as the portal has it. */
export interface SetRow {
  readonly id: string
  /** The version in force; one that does not parse is there as such. */
  readonly inForce: { readonly reference: SetReference; readonly content: Result<QuestionSet, NoSet> } | undefined
  /** Newest first. */
  readonly versions: readonly ShelvedVersion[]
  readonly draft: ShelvedDraft | undefined
}

export const useSets = defineStore('sets', () => {
  const { portal, zone } = useOffice()
  const found = shallowRef<InForce>()
  const shelf = shallowRef<readonly ShelvedSet[]>([])
  const people = shallowRef<readonly Person[]>([])
  /** By name; without them a rule shows the codes. */
  const sources = shallowRef<readonly LeadSource[]>([])
  const problem = shallowRef<SetsProblem>()
  const busy = ref(false)

  const rows = computed<readonly SetRow[]>(() => {
    const now = found.value
    if (!now) return []
    const listed = (now.settings?.inForce ?? []).map(reference => reference.split('@', 1)[0] ?? '')
    const ids = [...new Set([...listed, ...shelf.value.map(({ id }) => id)])]
    return ids.map((id) => {
      const reference = referenceInForce(now, id)
      const content = setInForce(now, id)
      const shelved = shelf.value.find(set => set.id === id)
      return { id, inForce: reference && content && { reference, content }, versions: shelved?.versions ?? [], draft: shelved?.draft }
    })
  })
  const installation = computed<Installation | undefined>(() => found.value && installationIn(found.value))
  const rules = computed(() => found.value?.settings && readSetRules(found.value.settings))

  /** Runs one piece of work at a time; what went wrong stays until the next. */
  async function alone(work: () => Promise<SetsProblem | undefined>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    try {
      problem.value = await work()
      return problem.value === undefined
    } finally {
      busy.value = false
    }
  }

  async function read(): Promise<SetsProblem | undefined> {
    const [now, all] = [await readInForce(portal), await readShelf(portal)]
    if (!now.ok) return now.error
    if (!all.ok) return { kind: 'portal', error: all.error }
    found.value = now.value
    shelf.value = all.value
    const authors = [...new Set(all.value.flatMap(({ versions, draft }) => [...versions, ...(draft ? [draft] : [])].map(({ by }) => by)))]
    const unknown = authors.filter(by => people.value.every(({ id }) => id !== by))
    if (unknown.length > 0) people.value = [...people.value, ...await askNames(portal, unknown)]
    return undefined
  }

  /** Changes the settings as they were last read, and reads them again. */
  function change(way: (now: InForce) => Promise<Result<undefined, SetsProblem>>): Promise<boolean> {
    return alone(async () => {
      if (!found.value) return { kind: 'not-set-up' }
      const changed = await way(found.value)
      const unread = await read()
      return changed.ok ? unread : changed.error
    })
  }

  return {
    rows, rules, installation, people, sources, problem, busy,
    ready: computed(() => found.value !== undefined),
    open: () => alone(read),
    withdraw: (set: string) => change(now => withdraw(portal, now, set)),
    putFirst: (set: string) => change(now => putFirst(portal, now, set)),
    putRules: (all: readonly SetRule[]) => change(now => putRules(portal, now, all)),
    async readSources() {
      const read = await readSources(portal)
      if (read.ok) sources.value = read.value
    },
    /** Puts an earlier version into force again, as it was: the undo of a publication. */
    returnTo: (reference: SetReference, now: SetReference | undefined) => alone(async () => {
      const plan = await lookAtReturning(portal, reference, now, zone)
      if (!plan.ok) return plan.error
      const done = await publishSet(portal, plan.value)
      const unread = await read()
      return done.ok ? unread : done.error
    }),
    /** All versions of a set that parse, the one in force among them: ids that they used get no other meaning. */
    versionsOf(id: string): readonly QuestionSet[] {
      const row = rows.value.find(one => one.id === id)
      const all = [...(row?.inForce ? [row.inForce.content] : []), ...(row?.versions ?? []).map(({ content }) => content)]
      return [...new Map(all.flatMap(content => content.ok ? [[setReference(content.value), content.value] as const] : [])).values()]
    },
    /** Learns the name of somebody who turned up since the sets were read. */
    async meet(user: number): Promise<void> {
      if (people.value.every(({ id }) => id !== user)) people.value = [...people.value, ...await askNames(portal, [user])]
    },
    nameOf: (user: number): string | undefined => people.value.find(({ id }) => id === user)?.name,
  }
})

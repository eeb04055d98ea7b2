/** Leads that came from forms and have no code yet: the list, and the writing of all of them on one confirmation. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { odditiesOf } from '../domain/declared.ts'
import type { Oddity } from '../domain/declared.ts'
import { readFormLeads } from '../portal/form-leads.ts'
import type { FormLead } from '../portal/form-leads.ts'
import type { Installation } from '../portal/options.ts'
import type { PortalError } from '../portal/portal.ts'
import { installationIn, readInForce } from '../portal/sets/in-force.ts'
import { keepWaiting } from '../portal/waiting.ts'
import { scoreFormLead, writeFormLead } from './form-lead-writing.ts'
import type { FormLeadOutcome, FormLeadWriting } from './form-lead-writing.ts'
import { useOffice } from './office.ts'
import { makeSupervisorNews } from './supervisor-news.ts'
import type { News } from './supervisor-news.ts'

export type { FormLead, FormLeadOutcome, News, PortalError }

export interface FormLeadRow {
  readonly lead: FormLead
  /** Nothing where the answers come to none. */
  readonly code: string | undefined
  readonly odd: readonly Oddity[]
  readonly outcome: FormLeadOutcome | undefined
}

export type FormLeadsProblem = { readonly kind: 'portal'; readonly error: PortalError } | { readonly kind: 'not-set-up' }

/** Where the writing stands. `stopping`: a lead that is being written is finished first. */
export type Going = 'idle' | 'going' | 'paused' | 'stopping'

/** With these no other lead can be written either. */
const LASTING: readonly PortalError['kind'][] = ['expired', 'no-rest', 'no-access', 'missing-scope']

/** Does the portal answer nobody? One lead may be unlucky, two in a row are not. */
function isGone(outcome: FormLeadOutcome, before: FormLeadOutcome | undefined): boolean {
  if (outcome.state !== 'failed' || outcome.why === 'changed') return false
  if (outcome.why !== 'unsure' && LASTING.includes(outcome.why.kind)) return true
  const isSilent = (one: FormLeadOutcome | undefined) => one?.state === 'failed' && one.why !== 'changed' && (one.why === 'unsure' || one.why.kind === 'unreachable' || one.why.kind === 'busy')
  return isSilent(outcome) && isSilent(before)
}

export const useFormLeads = defineStore('form-leads', () => {
  const { portal, host, me, storage, locks, now } = useOffice()
  const place = keepWaiting(host, storage)
  const supervisors = makeSupervisorNews({ portal, host, me, storage, locks }, place)
  const installation = shallowRef<Installation>()
  const leads = shallowRef<readonly FormLead[]>()
  const more = ref(false)
  const problem = shallowRef<FormLeadsProblem>()
  const reading = ref(false)
  const going = ref<Going>('idle')
  const outcomes = shallowRef<ReadonlyMap<number, FormLeadOutcome>>(new Map())
  /** How many of how many were dealt with in the run in hand, or in the last one. */
  const progress = shallowRef({ done: 0, of: 0 })
  /** The writing was given up, as the portal did not answer or would have refused every lead. */
  const gaveUp = ref(false)
  /** Ids of the runs that were begun on this page. */
  const begun = new Set<string>()
  let wake: (() => void) | undefined

  const rows = computed<readonly FormLeadRow[]>(() => {
    const found = installation.value
    if (!found || !leads.value) return []
    return leads.value.map((lead): FormLeadRow => ({
      lead, code: scoreFormLead(lead, found, now()).result.code, odd: odditiesOf(lead.set, lead.card.record.fields), outcome: outcomes.value.get(lead.card.record.id),
    }))
  })
  /** What one confirmation writes: leads with a code that were not written yet. */
  const toWrite = computed(() => rows.value.filter(({ code, outcome }) => code !== undefined && (outcome === undefined || outcome.state === 'failed' || outcome.state === 'stopped')))

  async function read(): Promise<void> {
    if (reading.value || going.value !== 'idle') return
    reading.value = true
    problem.value = undefined
    try {
      const inForce = await readInForce(portal)
      if (!inForce.ok) { problem.value = inForce.error.kind === 'portal' ? inForce.error : { kind: 'not-set-up' }; return }
      const set = installationIn(inForce.value)
      if (!set) { problem.value = { kind: 'not-set-up' }; return }
      const found = await readFormLeads(portal, set, lead => scoreFormLead(lead, set, now()).result.code !== undefined)
      if (!found.ok) { problem.value = { kind: 'portal', error: found.error }; return }
      await supervisors.settle(set)
      installation.value = set
      leads.value = found.value.leads
      more.value = found.value.more
      outcomes.value = new Map()
      progress.value = { done: 0, of: 0 }
    } finally {
      reading.value = false
    }
  }

  async function atRest(): Promise<void> {
    while (going.value === 'paused') await new Promise<void>((resolve) => { wake = resolve })
  }

  /** Writes all of them, one after the other. `notice` makes the words to a supervisor. */
  async function write(texts: FormLeadWriting['texts'], notice: (news: readonly News[]) => string): Promise<void> {
    const found = installation.value
    const todo = toWrite.value
    if (!found || going.value !== 'idle' || todo.length === 0) return
    going.value = 'going'
    gaveUp.value = false
    progress.value = { done: 0, of: todo.length }
    const isStopping = () => going.value === 'stopping'
    const writing: FormLeadWriting = { portal, installation: found, place, now, newRunId: () => crypto.randomUUID().replaceAll('-', '').slice(0, 12), texts, mayWrite: () => !isStopping(), host, locks, begun, news: supervisors }
    let last: FormLeadOutcome | undefined
    try {
      for (const { lead } of todo) {
        await atRest()
        if (isStopping()) break
        const outcome = await writeFormLead(writing, me.id, lead)
        outcomes.value = new Map([...outcomes.value, [lead.card.record.id, outcome]])
        if (outcome.state !== 'stopped') progress.value = { ...progress.value, done: progress.value.done + 1 }
        gaveUp.value = isGone(outcome, last)
        if (gaveUp.value) break
        last = outcome
      }
      await supervisors.tell(notice)
    } finally {
      going.value = 'idle'
    }
  }

  function pause(): void {
    if (going.value === 'going') going.value = 'paused'
  }

  function resume(): void {
    if (going.value === 'paused') going.value = 'going'
    wake?.()
  }

  function stop(): void {
    if (going.value !== 'idle') going.value = 'stopping'
    wake?.()
  }

  const { untold, refused, tell, forget } = supervisors
  return { rows, more, problem, reading, going, progress, untold, refused, tell, forget, gaveUp, toWrite, leads, read, write, pause, resume, stop }
})

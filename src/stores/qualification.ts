/** The work of the lead tab: one lead and one run. */
import { defineStore } from 'pinia'
import { computed, markRaw, ref, shallowRef } from 'vue'
import { answerTo, offerIsOpen } from '../domain/answers.ts'
import type { Answer, OfferAnswer } from '../domain/answers.ts'
import { firstOpen } from '../domain/asked-questions.ts'
import { usableDraft } from '../domain/draft.ts'
import type { Draft } from '../domain/draft.ts'
import { answersOfLead, isDeclared, lastRun } from '../domain/lead-answers.ts'
import type { QuestionSet } from '../domain/question-set.ts'
import type { LeadCard } from '../portal/lead.ts'
import { openLead } from '../portal/open-lead.ts'
import type { OpenedLead } from '../portal/open-lead.ts'
import type { Installation } from '../portal/options.ts'
import type { PortalError } from '../portal/portal.ts'
import { answered, draftOf, startedAgain, startingRun, unanswered, wentBack, wentOn, withNote } from './run-state.ts'
import type { Order, RunState } from './run-state.ts'
import { stopwatch } from './stopwatch.ts'
import { useWorkplace } from './workplace.ts'

export type { OpenedLead }

/** What the screen has to show. */
export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly error: PortalError }
  | { readonly state: 'ready'; readonly lead: OpenedLead }

function setInForce({ sets: [first] }: Installation): QuestionSet {
  if (!first) throw new Error('an installation has a set in force')
  return first
}

export const useQualification = defineStore('qualification', () => {
  const { portal, lead: id, installation, drafts, now } = useWorkplace()
  const set = markRaw(setInForce(installation))
  const watch = stopwatch(now)
  let order: Order = firstOpen

  const opening = shallowRef<Opening>({ state: 'opening' })
  const run = shallowRef<RunState>(startingRun(set, {}, undefined, firstOpen))
  const moment = ref(now())
  const busy = ref(false)
  const goOn = ref(true)
  /** When the draft was kept with which this run began, epoch milliseconds. */
  const draftFrom = ref<number>()

  const lead = computed(() => opening.value.state === 'ready' ? opening.value.lead : undefined)
  const card = computed(() => lead.value?.card)
  /** The lead on which the answers that are not written were given, where it was read again since. */
  const answeredOn = shallowRef<LeadCard>()
  const record = computed(() => card.value?.record)
  /** What the lead's fields answer is what its client said; no manager has asked yet. */
  const declared = computed(() => record.value !== undefined && isDeclared(record.value.fields))
  const readOnly = computed(() => lead.value?.mayChange === 'no')
  const question = computed(() => set.questions.find(q => q.id === run.value.current))
  const previous = computed(() => record.value && lastRun(record.value.fields))
  /** The run has answers that are not written. */
  const dirty = computed(() => run.value.answered.length > 0 || Object.keys(run.value.notes).length > 0 || run.value.namedDate !== undefined)

  function change(next: RunState): void {
    run.value = next
    moment.value = now()
    const user = lead.value?.me.id
    // opening a lead and walking through it keeps nothing
    if (user !== undefined && dirty.value) drafts.keep(user, draftOf(set, next, moment.value, watch.seconds()))
  }

  function begin(opened: OpenedLead): void {
    const { absent, record: { fields } } = opened.card
    const latest = usableDraft(drafts.read(opened.me.id), opened.me.id, fields)
    const usable = latest?.set.split('@')[0] === set.id ? latest : undefined
    // of a field that the portal has lost only the run remembers the answer
    const remembered = Object.entries(lastRun(fields)?.answers ?? {}).filter(([question]) => absent.includes(installation.fields.answers[question] ?? ''))
    const started = startingRun(set, { ...answersOfLead(set, fields), ...Object.fromEntries(remembered) }, usable, order)
    // what the client said of himself is asked once more
    run.value = usable || !isDeclared(fields) ? started : startedAgain(set, started)
    draftFrom.value = usable?.at
    watch.restart(usable?.seconds ?? 0)
  }

  /** Opens the lead, and gives whether it could be; when it is opened again, a run that has answers of its own is kept. */
  async function open(): Promise<boolean> {
    const again = opening.value.state === 'ready'
    busy.value = true
    const opened = await openLead(portal, id, installation.fields)
    // only a set that may reorder needs the scoring before its first question; without it the questions come as they stand
    if (set.reorder) order = await import('../domain/question-order.ts').then(all => all.nextQuestion, () => firstOpen)
    busy.value = false
    moment.value = now()
    if (opened.ok) {
      keepBase()
      opening.value = { state: 'ready', lead: opened.value }
      if (!again || !dirty.value) begin(opened.value)
    } else if (!again) {
      opening.value = { state: 'failed', error: opened.error }
    }
    return opened.ok
  }

  function keepBase(): void {
    answeredOn.value = dirty.value ? answeredOn.value ?? card.value : undefined
  }

  /**
   * Shows the lead as the portal has it now. `mine`: this user just wrote it. `told`: the screen says what changed.
   * `unseen`: the next save compares with the lead that the answers were given on.
   */
  function takeOver(fresh: LeadCard, as: 'mine' | 'told' | 'unseen'): void {
    const opened = lead.value
    if (!opened) return
    if (as === 'unseen') keepBase()
    else answeredOn.value = undefined
    opening.value = { state: 'ready', lead: { ...opened, card: fresh, ...(as === 'mine' && { qualifier: opened.me }) } }
  }

  /** The run was written: its draft goes, its answers stay on the screen. */
  function finish(): void {
    const user = lead.value?.me.id
    if (user !== undefined) drafts.forget(user)
    answeredOn.value = undefined
    run.value = { ...run.value, answered: [], again: false, notes: {}, namedDate: undefined, current: undefined }
    draftFrom.value = undefined
    watch.restart(0)
  }

  return {
    set, zone: set.followUp.workingTime.zone ?? installation.settings.zone, opening, lead, card, answeredOn, isDeclared: declared, readOnly, run, question, previous, dirty, busy, goOn, draftFrom, moment,
    open, takeOver, finish,
    seconds: () => watch.seconds(),
    choose: (question: string, choice: string) => change(answered(set, run.value, question, { kind: 'choice', choice }, goOn.value, order)),
    takeOffer(question: string, offer: OfferAnswer) {
      const answer = answerTo(run.value.answers, question)
      if (answer?.kind === 'choice') change(answered(set, run.value, question, { ...answer, offer }, goOn.value, order))
    },
    /** Not known; of the offer question when that is the one asked. `said`: the client's own words. */
    dontKnow(question: string, said?: string) {
      const answer = answerTo(run.value.answers, question)
      const asked = set.questions.find(q => q.id === question)
      const offer = asked !== undefined && answer?.kind === 'choice' && offerIsOpen(asked, answer)
      const put: Answer = offer ? { ...answer, offer: 'unknown' } : { kind: 'unknown', ...(said !== undefined && { said }) }
      change(answered(set, run.value, question, put, goOn.value, order))
    },
    /** Another way to answer: a sum, a date, a text. */
    put: (question: string, answer: Answer, next: boolean) => change(answered(set, run.value, question, answer, next, order)),
    clear: (question: string) => change(unanswered(run.value, question)),
    note: (question: string, text: string) => change(withNote(run.value, question, text)),
    nameDate: (date: string | undefined) => change({ ...run.value, namedDate: date }),
    goTo: (question: string) => change({ ...run.value, current: question }),
    next: () => change(wentOn(set, run.value, order)),
    back: () => change(wentBack(set, run.value)),
    again: () => change(startedAgain(set, run.value)),
    /** Keeps the draft once more, where another tab has emptied its place. */
    keepDraft() { change(run.value) },
    /** Goes on from a draft that another tab keeps. */
    continueFrom: (draft: Draft) => change(startingRun(set, {}, draft, order)),
    sendDraft: () => drafts.send(),
    refresh() { moment.value = now() },
    pause() { watch.pause() },
    resume() { watch.resume() },
  }
})

/** The work of the lead tab: one lead, one run, one save. */
import { defineStore } from 'pinia'
import { computed, inject, ref, shallowRef } from 'vue'
import type { Answer, OfferAnswer } from '../domain/answers.ts'
import { answerTo, offerIsOpen } from '../domain/answers.ts'
import { codeShape } from '../domain/code-prefix.ts'
import { laterDraft } from '../domain/draft.ts'
import { printInstant } from '../domain/iso-time.ts'
import { answersOfLead, lastRun } from '../domain/lead-answers.ts'
import { qualify } from '../domain/qualification.ts'
import { setReference } from '../domain/question-set.ts'
import type { QuestionSet } from '../domain/question-set.ts'
import type { Run } from '../domain/run.ts'
import type { TitleChoice } from '../domain/title.ts'
import { compileWorkingTime } from '../domain/working-time.ts'
import { conflictsOf, planWrite } from '../domain/write-plan.ts'
import type { Conflict, WritePlan } from '../domain/write-plan.ts'
import { MissingItem } from '../portal/lead-fields.ts'
import type { LeadCard } from '../portal/lead.ts'
import { openLead } from '../portal/open-lead.ts'
import type { OpenedLead } from '../portal/open-lead.ts'
import type { Installation } from '../portal/options.ts'
import type { PortalError } from '../portal/portal.ts'
import { rereadLead, saveLead } from '../portal/save-lead.ts'
import type { SaveReport, SaveRequest, SaveTexts } from '../portal/save-lead.ts'
import { answered, draftOf, startedAgain, startingRun, unanswered, wentBack, wentOn, withNote } from './run-state.ts'
import type { RunState } from './run-state.ts'
import { stopwatch } from './stopwatch.ts'
import { WORKPLACE } from './workplace.ts'
import type { Workplace } from './workplace.ts'

/** What the screen has to show. */
export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly error: PortalError }
  | { readonly state: 'ready'; readonly lead: OpenedLead }

/** How the last save came out. `unsure`: the portal gave no answer. `partly`: some steps are done, some are not. */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly state: 'unread'; readonly error: PortalError }
  | { readonly state: 'unsure'; readonly error: PortalError }
  | { readonly state: 'unmapped'; readonly what: string }
  | { readonly state: 'partly'; readonly report: SaveReport; readonly rest: SaveRequest }
  | { readonly state: 'saved'; readonly run: Run; readonly report: SaveReport }

function injectedWorkplace(): Workplace {
  const workplace = inject(WORKPLACE)
  if (!workplace) throw new Error('no workplace was provided')
  return workplace
}

function setInForce({ sets: [first] }: Installation): QuestionSet {
  if (!first) throw new Error('an installation has a set in force')
  return first
}

/** The class triple looks like a code of three. */
const CLASS_SHAPE = { positions: 3, letters: 3 }

export type { OpenedLead }

export const useQualification = defineStore('qualification', () => {
  const workplace = injectedWorkplace()
  const { installation, now, drafts } = workplace
  const set = setInForce(installation)
  const compiled = compileWorkingTime(set.followUp.workingTime, installation.settings.zone)
  const calendar = compiled.ok ? compiled : compileWorkingTime(set.followUp.workingTime, 'UTC')
  if (!calendar.ok) throw new Error(`a set in force has working time: ${calendar.error.kind}`)
  const { zone } = calendar.value
  const shapes = [...installation.sets.map(codeShape), CLASS_SHAPE]
  const watch = stopwatch(now)

  const opening = shallowRef<Opening>({ state: 'opening' })
  const run = shallowRef<RunState>(startingRun(set, {}, undefined))
  const moment = ref(now())
  const titleChoice = ref<TitleChoice>('keep')
  /** Ticks that differ from what is preselected, by line id. */
  const ticks = shallowRef<Readonly<Record<string, boolean>>>({})
  const busy = ref(false)
  const saving = shallowRef<Saving>({ state: 'none' })
  const goOn = ref(true)
  const draftFrom = ref<number>()
  /** Id of the run that was sent last. */
  let attempted: string | undefined

  const lead = computed(() => opening.value.state === 'ready' ? opening.value.lead : undefined)
  const card = computed(() => lead.value?.card)
  const record = computed(() => card.value?.record)
  const readOnly = computed(() => lead.value?.mayChange === 'no')
  const question = computed(() => set.questions.find(q => q.id === run.value.current))
  const previous = computed(() => record.value && lastRun(record.value.fields))
  /** The run has answers that are not written. */
  const dirty = computed(() => run.value.answered.length > 0 || Object.keys(run.value.notes).length > 0 || run.value.namedDate !== undefined)

  const result = computed(() => qualify({
    set, calendar: calendar.value,
    answers: run.value.answers,
    amount: record.value?.opportunity,
    now: moment.value,
    namedDate: run.value.namedDate,
  }))

  function planFor(current: LeadCard): WritePlan {
    return planWrite({
      set, shapes,
      lead: current.record,
      result: result.value,
      titleChoice: titleChoice.value,
      now: moment.value,
      at: printInstant(moment.value, zone),
      by: lead.value?.me.id ?? 0,
      supervisor: lead.value?.supervisor?.id,
      answeredNow: dirty.value,
    })
  }
  const plan = computed(() => card.value && planFor(card.value))
  const isTicked = (id: string, preset: boolean) => ticks.value[id] ?? preset
  const toWrite = computed(() => plan.value?.lines.filter(line => isTicked(line.id, line.ticked)) ?? [])

  /** Only what the manager did is drafted: opening a lead keeps nothing. */
  function remember(): void {
    moment.value = now()
    const user = lead.value?.me.id
    if (user !== undefined && dirty.value) drafts.keep(user, draftOf(set, run.value, moment.value, watch.seconds()))
  }

  function change(next: RunState): void {
    if (next === run.value) return
    run.value = next
    if (saving.value.state !== 'partly') saving.value = { state: 'none' }
    remember()
  }

  function begin(opened: OpenedLead, keepRun: boolean): void {
    opening.value = { state: 'ready', lead: opened }
    moment.value = now()
    if (keepRun) return
    const draft = drafts.read(opened.me.id).reduce<ReturnType<typeof laterDraft>>(laterDraft, undefined)
    const usable = draft?.set.split('@')[0] === set.id ? draft : undefined
    run.value = startingRun(set, answersOfLead(set, opened.card.record.fields), usable)
    draftFrom.value = usable?.at
    watch.restart(usable?.seconds ?? 0)
  }

  /** Opens the lead; a run in hand is kept when it is opened again. */
  async function open(): Promise<void> {
    const keepRun = opening.value.state === 'ready'
    busy.value = true
    const opened = await openLead(workplace.portal, workplace.lead, installation.fields)
    busy.value = false
    if (opened.ok) begin(opened.value, keepRun)
    else if (!keepRun) opening.value = { state: 'failed', error: opened.error }
  }

  function runToSave(title: WritePlan['title']): Run {
    const { answers, notes, namedDate } = run.value
    return {
      id: workplace.newRunId(),
      set: setReference(set),
      at: printInstant(moment.value, zone),
      by: lead.value?.me.id ?? 0,
      seconds: watch.seconds(),
      answers, notes,
      ...(namedDate !== undefined && { namedDate }),
      ...((title.start !== '' || title.cut !== '') && { title }),
    }
  }

  /** Takes over what the portal has now; a run that is written whole is over. */
  function settle(saved: SaveReport, request: SaveRequest): void {
    const written = request.run
    const opened = lead.value
    if (opened && saved.lead) {
      const todo = saved.steps.some(s => s.step === 'todo' && s.state === 'done') ? result.value.plan.items[0].at : undefined
      const open = todo === undefined ? opened.card.record.todo : { id: opened.card.record.todo?.id ?? 0, deadline: todo }
      const kept = { ...saved.lead, record: { ...saved.lead.record, ...(open && { todo: open }) } }
      opening.value = { state: 'ready', lead: { ...opened, card: kept, qualifier: opened.me } }
    }
    const complete = saved.steps.every(step => step.state === 'done') && saved.ignored.length === 0
    saving.value = complete ? { state: 'saved', run: written, report: saved } : { state: 'partly', report: saved, rest: request }
    if (!complete) return
    drafts.forget(written.by)
    run.value = { ...run.value, answered: [], again: false, notes: {}, namedDate: undefined, current: undefined }
    draftFrom.value = undefined
    ticks.value = {}
    titleChoice.value = 'keep'
  }

  async function send(request: SaveRequest): Promise<void> {
    attempted = request.run.id
    const sent = await saveLead(workplace.portal, request)
    if (!sent.ok) { saving.value = { state: 'unsure', error: sent.error }; return }
    settle(sent.value, request)
    await workplace.reloadCard()
  }

  /** Runs again the steps of a save that are not done. */
  async function finish(): Promise<void> {
    if (busy.value || saving.value.state !== 'partly') return
    const { report, rest } = saving.value
    busy.value = true
    await send({ ...rest, only: report.steps.filter(step => step.state !== 'done').map(step => step.step) })
    busy.value = false
  }

  /**
   * Writes the ticked lines: reads the lead again, stops at a conflict, then writes everything in one batch. `texts` makes
   * the words of comment, to-do and notice for the run that is written.
   */
  async function save(texts: (written: Run) => SaveTexts): Promise<void> {
    const shown = plan.value
    const fields = installation.fields
    if (busy.value || readOnly.value || !shown || toWrite.value.length === 0) return
    busy.value = true
    saving.value = { state: 'none' }
    moment.value = now()
    try {
      const fresh = await rereadLead(workplace.portal, workplace.lead, fields)
      if (!fresh.ok) { saving.value = { state: 'unread', error: fresh.error }; return }
      const current = planFor(fresh.value)
      // what our own save without an answer left there is no conflict
      const ours = attempted !== undefined && lastRun(fresh.value.record.fields)?.id === attempted
      const conflicts = ours ? [] : conflictsOf(shown, current)
      if (lead.value) opening.value = { state: 'ready', lead: { ...lead.value, card: fresh.value } }
      if (conflicts.length > 0) { saving.value = { state: 'conflict', conflicts }; return }
      const written = runToSave(current.title)
      const lines = current.lines.filter(line => isTicked(line.id, line.ticked))
      await send({ lead: workplace.lead, lines, todo: fresh.value.record.todo, run: written, texts: texts(written), map: fields })
    } catch (error) {
      if (!(error instanceof MissingItem)) throw error
      saving.value = { state: 'unmapped', what: error.message }
    } finally {
      busy.value = false
    }
  }

  return {
    set, zone: zone.name, opening, lead, card, readOnly, run, question, previous, dirty, result, plan, toWrite, titleChoice, busy, saving, goOn, draftFrom, moment,
    seconds: () => watch.seconds(),
    isTicked,
    open, save, finish,
    choose: (id: string, choice: string) => change(answered(set, run.value, id, { kind: 'choice', choice }, goOn.value)),
    takeOffer(id: string, offer: OfferAnswer) {
      const answer = answerTo(run.value.answers, id)
      if (answer?.kind === 'choice') change(answered(set, run.value, id, { ...answer, offer }, goOn.value))
    },
    /** Another way to answer: a sum, a date, a text, or that it is not known. */
    put: (id: string, answer: Answer, next: boolean) => change(answered(set, run.value, id, answer, next)),
    /** Not known; of the offer question when that is the one asked. `said`: the client's own words. */
    dontKnow(id: string, said?: string) {
      const answer = answerTo(run.value.answers, id)
      const asked = set.questions.find(q => q.id === id)
      if (asked && answer?.kind === 'choice' && offerIsOpen(asked, answer)) change(answered(set, run.value, id, { ...answer, offer: 'unknown' }, goOn.value))
      else change(answered(set, run.value, id, { kind: 'unknown', ...(said !== undefined && { said }) }, goOn.value))
    },
    clear: (id: string) => change(unanswered(run.value, id)),
    note: (id: string, text: string) => change(withNote(run.value, id, text)),
    nameDate: (date: string | undefined) => change({ ...run.value, namedDate: date }),
    goTo: (id: string) => change({ ...run.value, current: id }),
    next: () => change(wentOn(set, run.value)),
    back: () => change(wentBack(set, run.value)),
    again: () => change(startedAgain(set, run.value)),
    tick(id: string, ticked: boolean) { ticks.value = { ...ticks.value, [id]: ticked } },
    decideTitle(choice: TitleChoice) { titleChoice.value = choice },
    sendDraft: () => drafts.send(),
    refresh() { moment.value = now() },
    pause() { watch.pause() },
    resume() { watch.resume() },
  }
})


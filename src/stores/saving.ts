/** What a save would write, and the save: reads again, stops at a conflict, writes one batch, checks what came back. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { codeShape } from '../domain/code-prefix.ts'
import { printInstant } from '../domain/iso-time.ts'
import { lastRun } from '../domain/lead-answers.ts'
import { setReference } from '../domain/question-set.ts'
import type { SetReference } from '../domain/question-set.ts'
import { ok } from '../domain/result.ts'
import type { Run } from '../domain/run.ts'
import type { TitleChoice, WrittenTitle } from '../domain/title.ts'
import { conflictsOf, planWrite } from '../domain/write-plan.ts'
import type { Conflict, WriteLine, WritePlan } from '../domain/write-plan.ts'
import { withoutPlace } from '../portal/field-values.ts'
import type { LeadCard } from '../portal/lead.ts'
import { isLost } from '../portal/lost-fields.ts'
import { neverRan } from '../portal/portal.ts'
import type { PortalError } from '../portal/portal.ts'
import { refusedBy, whyRefused } from '../portal/refusal.ts'
import type { Refusal } from '../portal/refusal.ts'
import { rereadLead, saveLead } from '../portal/save-lead.ts'
import type { SaveReport, SaveRequest, SaveTexts } from '../portal/save-lead.ts'
import { joinedReport, unansweredReport } from '../portal/save-report.ts'
import { supervisorIn } from '../portal/supervisor.ts'
import { useOutcome } from './outcome.ts'
import { doubtOf, foundWritten } from './own-write.ts'
import type { Attempt } from './own-write.ts'
import { useQualification } from './qualification.ts'
import { telling } from './telling.ts'
import { useWorkplace } from './workplace.ts'

/**
 * How the last save came out. `conflict`: somebody changed what would be written, or the lead became a deal. `unread`: the lead
 * could not be read before writing. `unmapped`: these lines have no place in the portal. `refused`: nothing was written.
 * `unsure`: nobody knows whether the lead was written. `partly`: the lead is written, and a step after it is open or a line was not
 * kept. `saved`: all is written that was answered when it was sent; `upToDate`: nothing was answered since.
 */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'conflict'; readonly conflicts: readonly Conflict[]; readonly converted: boolean }
  | { readonly state: 'unread'; readonly error: PortalError }
  | { readonly state: 'refused'; readonly error: PortalError; readonly refusal: Refusal }
  | { readonly state: 'unsure'; readonly error: PortalError }
  | { readonly state: 'unmapped'; readonly what: string; readonly lines: readonly WriteLine[] }
  | { readonly state: 'partly'; readonly report: SaveReport; readonly rest: SaveRequest }
  | { readonly state: 'saved'; readonly run: Run; readonly report: SaveReport; readonly upToDate: boolean }

/** Is it what a qualification found, and not what comes with writing it? */
function isFinding(line: WriteLine): boolean {
  return line.kind === 'answer' || line.kind === 'title' || line.kind === 'opportunity' || line.kind === 'stage' || (line.kind === 'result' && line.field !== 'nextTouch')
}

/** The class triple looks like a code of three. */
const CLASS_SHAPE = { positions: 3, letters: 3 }

export const useSaving = defineStore('saving', () => {
  const { portal: direct, lead: id, installation, drafts, newRunId, reloadCard } = useWorkplace()
  const work = useQualification()
  const outcome = useOutcome()
  const { set } = work
  const shapes = [...installation.sets.map(codeShape), CLASS_SHAPE]

  /** The head of the lead's responsible, who gets the notices. */
  const supervisor = computed(() => work.lead && supervisorIn(work.lead.hierarchy))
  const titleChoice = ref<TitleChoice>('keep')
  /** Ticks that differ from what is preselected, by line id. */
  const ticks = shallowRef<Readonly<Record<string, boolean>>>({})
  const busy = ref(false)
  const { portal, waiting } = telling(direct)
  const saving = shallowRef<Saving>({ state: 'none' })
  /** The version of the set in force now, when it is not the one that was opened; `none` when the set was taken out of force. */
  const newer = ref<SetReference | 'none'>()
  /** What was sent, as long as nobody knows whether the lead was written. */
  let attempted: Attempt | undefined
  /** The lead as it was when the answers here were given, where it was opened again since. */
  let answeredOn: LeadCard | undefined

  function planFor(card: LeadCard): WritePlan {
    const { result, moment, dirty } = outcome.settled
    const plan = planWrite({
      set, shapes,
      lead: card.record,
      result,
      titleChoice: titleChoice.value,
      now: moment,
      at: printInstant(moment, outcome.calendar.zone),
      by: work.lead?.me.id ?? 0,
      supervisor: supervisor.value?.id,
      answeredNow: dirty,
    })
    // a field that the portal has lost is tried when there are answers to write, and is no reason to write on its own
    const lines = dirty ? plan.lines : plan.lines.filter(line => !isLost(line, card, installation.fields))
    return lines.length === plan.lines.length || lines.some(isFinding) ? { ...plan, lines } : { ...plan, lines: [] }
  }
  const plan = computed(() => work.card && planFor(work.card))
  const isTicked = (line: string, preset: boolean) => ticks.value[line] ?? preset
  const toWrite = computed(() => plan.value?.lines.filter(line => isTicked(line.id, line.ticked)) ?? [])

  /** What the next reading of the title needs to know: of the title that is written, or of the one that stays. */
  function titleMemory({ lines, title }: WritePlan): WrittenTitle | undefined {
    const line = lines.find(l => l.kind === 'title')
    if (line && !isTicked(line.id, line.ticked)) return work.previous?.title
    return title.start !== '' || title.cut !== '' ? title : undefined
  }

  function runToSave(current: WritePlan): Run {
    const { answers, notes, namedDate } = work.run
    const title = titleMemory(current)
    return {
      id: newRunId(),
      set: setReference(set),
      at: printInstant(work.moment, outcome.calendar.zone),
      by: work.lead?.me.id ?? 0,
      seconds: work.seconds(),
      answers, notes,
      ...(namedDate !== undefined && { namedDate }),
      ...(title && { title }),
    }
  }

  /** Steps of the same answers are still to be done: they are finished, not planned anew. */
  const unfinished = computed(() => saving.value.state === 'partly' && saving.value.report.steps.some(step => step.state !== 'done') && isUpToDate(saving.value.rest.run))

  /** Nothing was answered, noted or named since this run was made. */
  function isUpToDate(run: Run): boolean {
    const { answers, notes, namedDate } = work.run
    return run.answers === answers && run.notes === notes && run.namedDate === namedDate
  }

  /** Takes over what the portal has now; a run that is written whole is over, unless the manager answered on meanwhile. */
  function settle(report: SaveReport, request: SaveRequest): void {
    const card = report.lead ?? work.card
    if (card) {
      const due = report.steps.some(step => step.step === 'todo' && step.state === 'done')
        ? request.lines.find(line => line.kind === 'todo')
        : undefined
      const todo = due?.kind === 'todo' ? { id: request.todo?.id ?? 0, deadline: due.to.at } : card.record.todo
      work.takeOver({ ...card, record: { ...card.record, ...(todo && { todo }) } }, report.lead !== undefined)
    }
    // what a lost field did not take is in the record of the run, so that the run is over all the same
    const complete = report.steps.every(step => step.state === 'done') && report.ignored.length === report.lost.length
    const upToDate = isUpToDate(request.run)
    if (complete && upToDate) {
      work.finish()
      outcome.settle()
      ticks.value = {}
      titleChoice.value = 'keep'
    }
    saving.value = complete && report.ignored.length === 0 ? { state: 'saved', run: request.run, report, upToDate } : { state: 'partly', report, rest: request }
    showInCard()
  }

  /** Not waited for: a card that does not answer or cannot be reloaded must not hold up a save that is over. */
  function showInCard(): void {
    reloadCard().catch(() => undefined)
  }

  async function send(request: SaveRequest): Promise<void> {
    const sent = await saveLead(portal, request)
    const refused = sent.ok ? refusedBy(sent.value) : neverRan(sent.error) ? sent.error : undefined
    const doubt = refused ? undefined : sent.ok ? doubtOf(sent.value) : sent.error
    attempted = doubt && { request, ...(sent.ok && { report: sent.value }) }
    if (doubt) { saving.value = { state: 'unsure', error: doubt }; return }
    if (refused) { saving.value = { state: 'refused', error: refused, refusal: whyRefused(refused, request.lines, installation.fields) }; return }
    if (sent.ok) settle(sent.value, request)
  }

  /** Was another version published since the tab was opened? This run keeps its own. */
  function noticeNewer(inForce: readonly SetReference[] | undefined): void {
    const ofThisSet = (reference: string) => reference.startsWith(`${set.id}@`)
    const now = inForce && (inForce.find(ofThisSet) ?? 'none')
    newer.value = now === installation.settings.inForce.find(ofThisSet) ? undefined : now
  }

  /** Sends the steps that are not done. */
  async function sendRest(report: SaveReport, request: SaveRequest): Promise<void> {
    const only = report.steps.filter(step => step.state !== 'done').map(step => step.step)
    const sent = only.length > 0 ? await saveLead(portal, { ...request, only }) : ok(report)
    settle(joinedReport(report, sent.ok ? sent.value : unansweredReport(only, sent.error)), request)
  }

  /** Runs again the steps after the lead that are not done. A to-do that was made though its answer was lost is found by its mark, and moved. */
  async function finish(): Promise<void> {
    if (busy.value || work.busy || saving.value.state !== 'partly') return
    const { report, rest } = saving.value
    if (report.steps.every(step => step.state === 'done')) return
    const unclear = report.steps.some(step => step.step === 'todo' && step.state === 'failed')
    busy.value = true
    try {
      const fresh = unclear ? await rereadLead(portal, id, installation.fields) : undefined
      await sendRest(report, { ...rest, ...(fresh?.ok === true && { todo: fresh.value.card.record.todo }) })
    } finally {
      busy.value = false
    }
  }

  /** Writes the ticked lines. `texts` makes the words of comment, to-do and notice for the run that is written. */
  async function save(texts: (written: Run) => SaveTexts): Promise<void> {
    outcome.settle()
    const before = answeredOn ?? work.card
    if (busy.value || work.busy || work.readOnly || !before || toWrite.value.length === 0) return
    const shown = planFor(before)
    busy.value = true
    saving.value = { state: 'none' }
    work.refresh()
    try {
      const fresh = await rereadLead(portal, id, installation.fields)
      if (!fresh.ok) { saving.value = { state: 'unread', error: fresh.error }; return }
      const { card, inForce } = fresh.value
      noticeNewer(inForce)
      outcome.settle()
      const current = planFor(card)
      // what our own save without an answer left there is no conflict
      const ours = attempted?.request.run.id === lastRun(card.record.fields)?.id ? attempted : undefined
      const conflicts = ours ? [] : conflictsOf(shown, current)
      const converted = card.converted && !before.converted
      answeredOn = undefined
      work.takeOver(card, ours !== undefined)
      if (conflicts.length > 0 || converted) { saving.value = { state: 'conflict', conflicts, converted }; return }
      const { todo } = card.record
      if (ours && isUpToDate(ours.request.run)) {
        // the lead is written, of the steps after it nobody may know: a to-do that is there is moved, a notice takes the place of its first
        attempted = undefined
        await sendRest(foundWritten(ours), { ...ours.request, todo })
        return
      }
      const lines = current.lines.filter(line => isTicked(line.id, line.ticked))
      const homeless = withoutPlace(lines, installation.fields)
      if (homeless.lines.length > 0) { saving.value = { state: 'unmapped', ...homeless }; return }
      const written = runToSave(current)
      await send({ lead: id, lines, todo, responsible: card.responsible, run: written, texts: texts(written), map: installation.fields, farDraft: drafts.isFar() })
    } finally {
      busy.value = false
    }
  }

  /**
   * Opens the lead again, as somebody else left it; gives whether it could be. Answers that were given here stay, and the next save
   * compares with the lead that they were given on. Not while a save is under way.
   */
  async function reopen(): Promise<boolean> {
    if (busy.value || work.busy) return false
    const before = answeredOn ?? work.card
    const opened = await work.open()
    if (opened) answeredOn = work.dirty ? before : undefined
    return opened
  }

  // an answer after a save begins the next one; steps that are still to be done stay on the screen
  watch(() => work.run, () => { if (saving.value.state !== 'partly') saving.value = { state: 'none' } }, { flush: 'sync' })

  return {
    plan, toWrite, titleChoice, busy, waiting, saving, unfinished, newer, supervisor, isTicked, save, finish, reopen,
    tick(line: string, ticked: boolean) { ticks.value = { ...ticks.value, [line]: ticked } },
    /** Unticks lines that have no place, so that the rest can be saved. */
    leaveOut(lines: readonly string[]) { ticks.value = { ...ticks.value, ...Object.fromEntries(lines.map(line => [line, false])) } },
    decideTitle(choice: TitleChoice) { titleChoice.value = choice },
  }
})

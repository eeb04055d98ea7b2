/** What a save would write, and the save: reads again, stops at a conflict, writes one batch, checks what came back. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { codeShape } from '../domain/code-prefix.ts'
import { printInstant } from '../domain/iso-time.ts'
import { lastRun } from '../domain/lead-answers.ts'
import { setReference } from '../domain/question-set.ts'
import type { Run } from '../domain/run.ts'
import type { TitleChoice, WrittenTitle } from '../domain/title.ts'
import { conflictsOf, planWrite } from '../domain/write-plan.ts'
import type { Conflict, WritePlan } from '../domain/write-plan.ts'
import { MissingItem } from '../portal/field-values.ts'
import type { LeadCard } from '../portal/lead.ts'
import { neverRan } from '../portal/portal.ts'
import type { PortalError } from '../portal/portal.ts'
import { rereadLead, SAVE_STEPS, saveLead } from '../portal/save-lead.ts'
import type { SaveReport, SaveRequest, SaveTexts } from '../portal/save-lead.ts'
import { joinedReport, unansweredReport } from '../portal/save-report.ts'
import { useOutcome } from './outcome.ts'
import { useQualification } from './qualification.ts'
import { useWorkplace } from './workplace.ts'

/**
 * How the last save came out. `unread`: the lead could not be read before writing. `refused`: the writing was refused as a
 * whole. `unsure`: no answer to it. `partly`: some steps are done.
 */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly state: 'unread'; readonly error: PortalError }
  | { readonly state: 'refused'; readonly error: PortalError }
  | { readonly state: 'unsure'; readonly error: PortalError }
  | { readonly state: 'unmapped'; readonly what: string }
  | { readonly state: 'partly'; readonly report: SaveReport; readonly rest: SaveRequest }
  | { readonly state: 'saved'; readonly run: Run; readonly report: SaveReport }

/** The class triple looks like a code of three. */
const CLASS_SHAPE = { positions: 3, letters: 3 }

export const useSaving = defineStore('saving', () => {
  const { portal, lead: id, installation, drafts, newRunId, reloadCard } = useWorkplace()
  const work = useQualification()
  const outcome = useOutcome()
  const { set } = work
  const shapes = [...installation.sets.map(codeShape), CLASS_SHAPE]

  const titleChoice = ref<TitleChoice>('keep')
  /** Ticks that differ from what is preselected, by line id. */
  const ticks = shallowRef<Readonly<Record<string, boolean>>>({})
  const busy = ref(false)
  const saving = shallowRef<Saving>({ state: 'none' })
  /** What was sent without an answer. */
  let attempted: SaveRequest | undefined

  function planFor(card: LeadCard): WritePlan {
    return planWrite({
      set, shapes,
      lead: card.record,
      result: outcome.result,
      titleChoice: titleChoice.value,
      now: work.moment,
      at: printInstant(work.moment, outcome.calendar.zone),
      by: work.lead?.me.id ?? 0,
      supervisor: work.lead?.supervisor?.id,
      answeredNow: work.dirty,
    })
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
    const complete = report.steps.every(step => step.state === 'done') && report.ignored.length === 0
    if (complete && isUpToDate(request.run)) {
      work.finish()
      ticks.value = {}
      titleChoice.value = 'keep'
    }
    saving.value = complete ? { state: 'saved', run: request.run, report } : { state: 'partly', report, rest: request }
  }

  /** Not waited for: a card that does not answer or cannot be reloaded must not hold up a save that is over. */
  function showInCard(): void {
    reloadCard().catch(() => undefined)
  }

  async function send(request: SaveRequest): Promise<void> {
    const sent = await saveLead(portal, request)
    const lost = !sent.ok && !neverRan(sent.error)
    attempted = lost ? request : undefined
    if (!sent.ok) { saving.value = { state: lost ? 'unsure' : 'refused', error: sent.error }; return }
    settle(sent.value, request)
    showInCard()
  }

  /** Runs again the steps of a save that are not done. A to-do that was made though its answer was lost is found by its mark, and moved. */
  async function finish(): Promise<void> {
    if (busy.value || saving.value.state !== 'partly') return
    const { report, rest } = saving.value
    const only = report.steps.filter(step => step.state !== 'done').map(step => step.step)
    if (only.length === 0) return
    const unclear = report.steps.some(step => step.step === 'todo' && step.state === 'failed')
    busy.value = true
    try {
      const fresh = unclear ? await rereadLead(portal, id, installation.fields) : undefined
      const request = { ...rest, ...(fresh?.ok === true && { todo: fresh.value.record.todo }) }
      const sent = await saveLead(portal, { ...request, only })
      settle(joinedReport(report, sent.ok ? sent.value : unansweredReport(only, sent.error)), request)
      showInCard()
    } finally {
      busy.value = false
    }
  }

  /** Writes the ticked lines. `texts` makes the words of comment, to-do and notice for the run that is written. */
  async function save(texts: (written: Run) => SaveTexts): Promise<void> {
    const shown = plan.value
    if (busy.value || work.readOnly || !shown || toWrite.value.length === 0) return
    busy.value = true
    saving.value = { state: 'none' }
    work.refresh()
    try {
      const fresh = await rereadLead(portal, id, installation.fields)
      if (!fresh.ok) { saving.value = { state: 'unread', error: fresh.error }; return }
      const current = planFor(fresh.value)
      // what our own save without an answer left there is no conflict
      const ours = attempted?.run.id === lastRun(fresh.value.record.fields)?.id ? attempted : undefined
      const conflicts = ours ? [] : conflictsOf(shown, current)
      work.takeOver(fresh.value, ours !== undefined)
      if (conflicts.length > 0) { saving.value = { state: 'conflict', conflicts }; return }
      if (ours && isUpToDate(ours.run)) {
        // the lead is written, of the steps after it nobody knows: a to-do that is there is moved, a notice takes the place of its first
        await send({ ...ours, todo: fresh.value.record.todo, only: SAVE_STEPS.filter(step => step !== 'update') })
        return
      }
      const written = runToSave(current)
      const lines = current.lines.filter(line => isTicked(line.id, line.ticked))
      await send({ lead: id, lines, todo: fresh.value.record.todo, responsible: fresh.value.responsible, run: written, texts: texts(written), map: installation.fields, farDraft: drafts.isFar() })
    } catch (error) {
      if (!(error instanceof MissingItem)) throw error
      saving.value = { state: 'unmapped', what: error.message }
    } finally {
      busy.value = false
    }
  }

  // an answer after a save begins the next one; steps that are still to be done stay on the screen
  watch(() => work.run, () => { if (saving.value.state !== 'partly') saving.value = { state: 'none' } }, { flush: 'sync' })

  return {
    plan, toWrite, titleChoice, busy, saving, isTicked, save, finish,
    tick(line: string, ticked: boolean) { ticks.value = { ...ticks.value, [line]: ticked } },
    decideTitle(choice: TitleChoice) { titleChoice.value = choice },
  }
})

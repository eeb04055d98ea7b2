/** The save: written down first, then done as far as the portal lets it, and told as it stands. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { runOf } from '../domain/journal.ts'
import type { Entry, OpenEntry } from '../domain/journal.ts'
import { lastRun } from '../domain/lead-answers.ts'
import type { Run } from '../domain/run.ts'
import { conflictsOf } from '../domain/write-plan.ts'
import { isLeftBy } from '../portal/changes.ts'
import { withoutPlace } from '../portal/field-values.ts'
import type { LeadCard } from '../portal/lead.ts'
import type { Performed, Report } from '../portal/perform-entry.ts'
import { isPassing, whyRefused } from '../portal/refusal.ts'
import type { Waiting } from '../portal/waiting.ts'
import { contentOf } from './content-of.ts'
import { draftOfRun } from './draft-of-run.ts'
import { useHistory } from './history.ts'
import { useOutcome } from './outcome.ts'
import { plannedWrite } from './planned-write.ts'
import type { SaveTexts } from './planned-write.ts'
import { useQualification } from './qualification.ts'
import { useQueue } from './queue.ts'
import type { Saving } from './saving-state.ts'
import { useWorkplace } from './workplace.ts'

/** The run that an entry saves. */
function savedBy({ entry }: OpenEntry): Run {
  const run = runOf(entry)
  if (!run) throw new Error('a save has a run')
  return run
}

export const useSaving = defineStore('saving', () => {
  const { lead: id, installation, drafts, reloadCard, preview } = useWorkplace()
  const work = useQualification()
  const outcome = useOutcome()
  const queue = useQueue()
  const history = useHistory()
  const {
    plan, toWrite, titleChoice, ownTitle, supervisor, planFor, isTicked, tickedOf, openEntryOf, forgetChoices, tick, leaveOut, decideTitle, insistOnTitle,
  } = plannedWrite()
  const busy = ref(false)
  /** Save was pressed, and is not over. */
  const pressed = ref(false)
  const saving = shallowRef<Saving>({ state: 'none' })
  /** An undo is to be finished first. */
  const undoFirst = ref(false)
  /** Undone here since the answers were given: that is nobody else's change. */
  let undone: readonly Entry[] = []

  /** Steps of the same answers are still to be done: they are finished, not planned anew. */
  const unfinished = computed(() => saving.value.state === 'waits' || (saving.value.state === 'partly' && saving.value.report.steps.some(step => step.state !== 'done') && isUpToDate(savedBy(saving.value.open))))

  /** Nothing was answered, noted or named since this run was made. */
  function isUpToDate(run: Run): boolean {
    return contentOf(run) === contentOf(work.run)
  }

  /** Takes over what the portal has now; a run that is written whole is over, unless the manager answered on meanwhile. */
  function settle(state: 'done' | 'partly', report: Report, open: OpenEntry): void {
    const { card, entry } = report
    const todo = entry.todo?.after && entry.todo.id !== undefined ? { id: entry.todo.id, ...entry.todo.after } : card.record.todo
    work.takeOver({ ...card, record: { ...card.record, ...(todo && { todo }) } }, 'mine')
    undone = []
    const run = savedBy(open)
    const upToDate = isUpToDate(run) || !work.dirty
    if (state === 'done') {
      history.add(entry)
      // what a lost field did not take is in the record of the run, so that the run is over all the same
      if (report.ignored.length === 0 && upToDate) {
        work.finish()
        outcome.settle()
        forgetChoices()
      } else {
        keepDraft()
      }
    }
    saving.value = state === 'done' && report.ignored.length === 0 && report.lost.length === 0 ? { state: 'saved', run, report, upToDate } : { state: 'partly', report, open }
    showInCard()
  }

  /** With a save the portal's copy of the draft goes: answers that are not saved are sent there again. */
  function keepDraft(): void {
    if (!work.dirty || !drafts.isFar()) return
    work.keepDraft()
    work.sendDraft().catch(() => undefined)
  }

  /** Not waited for: a card that does not answer or cannot be reloaded must not hold up a save that is over. */
  function showInCard(): void {
    reloadCard().catch(() => undefined)
  }

  /** Did the same user save the same answers meanwhile, at another tab? */
  function isSavedByOtherTab(before: LeadCard, now: LeadCard): boolean {
    const last = lastRun(now.record.fields)
    return last !== undefined && last.by === work.lead?.me.id && last.id !== lastRun(before.record.fields)?.id && isUpToDate(last)
  }

  /** There is nothing left to be saved. */
  function takeAsSaved(card: LeadCard): void {
    work.takeOver(card, 'mine')
    work.finish()
    outcome.settle()
    forgetChoices()
    saving.value = { state: 'none' }
    queue.drop(id, drafts.isFar()).catch(() => undefined)
  }

  /** Shows somebody else's changes beside what would be written. */
  function showChanged(card: LeadCard, takenBack = false): void {
    const before = work.answeredOn ?? work.card
    if (!before) return
    const shown = planFor(before)
    if (isSavedByOtherTab(before, card)) {
      takeAsSaved(card)
      return
    }
    // a title that somebody changed once more is decided anew
    if (before.record.title !== card.record.title) ownTitle.value = undefined
    const conflicts = conflictsOf(shown, planFor(card)).filter(({ line }) => !undone.some(entry => isLeftBy(entry, line, card.record)))
    const cause = takenBack ? 'takenBack' : card.converted && !before.converted ? 'converted' : 'changed'
    undone = []
    work.takeOver(card, 'told')
    saving.value = { state: 'conflict', conflicts, cause }
  }

  /** The save was written, and somebody undid it: its answers are on the screen, and who it was is in the history. */
  async function showTakenBack({ card }: Report, open: OpenEntry): Promise<void> {
    const opened = await work.open()
    if (!work.dirty) work.continueFrom(draftOfRun(savedBy(open)))
    keepDraft()
    showChanged(opened && work.card ? work.card : card, true)
  }

  /** Tells what became of a try. */
  async function tell(performed: Performed, open: OpenEntry): Promise<void> {
    if (open.entry.undoes !== undefined) {
      if (performed.state === 'done') undone = work.dirty ? [...undone, performed.report.entry] : []
      return
    }
    if (performed.state === 'dropped') return
    const waits = queue.own?.next !== undefined
    switch (performed.state) {
      case 'done':
      case 'partly': {
        if (performed.report.takenBack) return showTakenBack(performed.report, open)
        settle(performed.state, performed.report, open)
        if (waits) saving.value = { state: 'waits' }
        return
      }
      case 'changed': return showChanged(performed.card)
      case 'unsure': saving.value = { state: queue.own ? 'waits' : 'none' }; return
      case 'unread': saving.value = waits ? { state: 'waits' } : { state: 'unread', error: performed.error }; return
      case 'refused': {
        const { error, card } = performed
        work.takeOver(card, 'unseen')
        saving.value = waits ? { state: 'waits' } : { state: 'refused', error, refusal: whyRefused(error, toWrite.value, installation.fields) }
      }
    }
  }
  queue.attend(tell)
  const toldNow = () => saving.value

  /** Goes on at once with what is not over yet. */
  async function finish(): Promise<void> {
    if (busy.value || work.busy) return
    busy.value = true
    try {
      await queue.attempt(id, true)
    } finally {
      busy.value = false
      settleWaiting()
    }
  }

  /** Finishes what must be over before anything else is begun. Gives whether it is, and something on the screen is left to be saved. */
  async function finishFirst({ open: { entry } }: Waiting): Promise<boolean> {
    await finish()
    if (entry.undoes !== undefined) {
      undoFirst.value = queue.own !== undefined
      return !undoFirst.value
    }
    const told = toldNow()
    return told.state === 'saved' && !told.upToDate
  }

  /** Did the portal leave out a part when the lead was opened (who gets the notice, say), so that it is to be asked once more? */
  function mayTellMore(): boolean {
    const { lead } = work
    return lead !== undefined && (lead.missing.some(isPassing) || (!lead.hierarchy.heads.ok && isPassing(lead.hierarchy.heads.error)))
  }

  /**
   * Writes the ticked lines; while the lead is being read again, as soon as it has been. `texts` makes the words of comment,
   * to-do and notice for the run that is written. A press during another does nothing.
   */
  async function save(texts: (written: Run) => SaveTexts): Promise<void> {
    if (preview || pressed.value) return
    pressed.value = true
    try {
      if (work.busy) await new Promise<void>((resolve) => { watch(() => work.busy, () => resolve(), { once: true }) })
      await saveNow(texts)
    } finally {
      pressed.value = false
    }
  }

  async function saveNow(texts: (written: Run) => SaveTexts): Promise<void> {
    undoFirst.value = false
    const begun = queue.own
    // what may be written already is finished before anything else; answers given since are a save of their own
    if (begun && (begun.sent || begun.open.entry.undoes !== undefined) && !await finishFirst(begun)) return
    if (mayTellMore()) await reopen()
    work.refresh()
    outcome.settle()
    const card = work.answeredOn ?? work.card
    if (busy.value || work.busy || work.readOnly || !card || toWrite.value.length === 0) return
    const shown = planFor(card)
    const lines = tickedOf(shown)
    const homeless = withoutPlace(lines, installation.fields)
    if (homeless.lines.length > 0) { saving.value = { state: 'unmapped', ...homeless }; return }
    saving.value = { state: 'none' }
    queue.put(openEntryOf(card, shown, lines, texts), card.converted)
    await finish()
    // what somebody changed has nothing to do with what is left to be written
    const told = toldNow()
    if (told.state === 'conflict' && told.conflicts.length === 0 && told.cause === 'changed') await saveOnce(texts)
  }

  /** The same once more, on the lead as it is by now. */
  async function saveOnce(texts: (written: Run) => SaveTexts): Promise<void> {
    saving.value = { state: 'none' }
    const { card } = work
    const shown = card && planFor(card)
    if (!shown || tickedOf(shown).length === 0) { await queue.drop(id); return }
    queue.put(openEntryOf(card, shown, tickedOf(shown), texts), card.converted)
    await finish()
  }

  /** Gives up the save that waits: its answers stay on the screen, unsaved. */
  async function drop(): Promise<void> {
    saving.value = { state: 'none' }
    await queue.drop(id)
  }

  /** Opens the lead again, as somebody else left it; gives whether it could be. Answers that were given here stay. Not while a save is under way. */
  async function reopen(): Promise<boolean> {
    return !busy.value && !work.busy && work.open()
  }

  /** Another tab went on with what waited, or gave it up. */
  function settleWaiting(): void {
    if (!queue.own && saving.value.state === 'waits' && !busy.value) saving.value = { state: 'none' }
    if (!queue.own) undoFirst.value = false
  }
  watch(() => queue.own, settleWaiting)
  // an answer after a save begins the next one; steps that are still to be done stay on the screen
  watch(() => work.run, () => { if (saving.value.state !== 'partly' && saving.value.state !== 'waits') saving.value = { state: 'none' } }, { flush: 'sync' })

  return {
    plan, toWrite, titleChoice, ownTitle, supervisor, isTicked, tick, leaveOut, decideTitle, insistOnTitle,
    busy: computed(() => busy.value || pressed.value), waiting: computed(() => queue.asking), saving, undoFirst, unfinished, save, finish, drop, reopen,
    /** What waits for this lead from before it was opened is shown as waiting. */
    showWaiting() { if (saving.value.state === 'none') saving.value = { state: 'waits' } },
  }
})

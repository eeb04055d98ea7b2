/** The save: written down first, then done as far as the portal lets it, and told as it stands. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { runOf } from '../domain/journal.ts'
import type { OpenEntry } from '../domain/journal.ts'
import { lastRun } from '../domain/lead-answers.ts'
import type { SetReference } from '../domain/question-set.ts'
import type { Run } from '../domain/run.ts'
import { conflictsOf } from '../domain/write-plan.ts'
import type { Conflict, WriteLine } from '../domain/write-plan.ts'
import { withoutPlace } from '../portal/field-values.ts'
import type { LeadCard } from '../portal/lead.ts'
import type { Performed, Report } from '../portal/perform-entry.ts'
import type { PortalError } from '../portal/portal.ts'
import { isPassing, whyRefused } from '../portal/refusal.ts'
import type { Refusal } from '../portal/refusal.ts'
import { contentOf } from './content-of.ts'
import { useHistory } from './history.ts'
import { useOutcome } from './outcome.ts'
import { plannedWrite } from './planned-write.ts'
import type { SaveTexts } from './planned-write.ts'
import { useQualification } from './qualification.ts'
import { useQueue } from './queue.ts'
import { useWorkplace } from './workplace.ts'

/**
 * How the last save came out. `conflict`: somebody changed what would be written, or the lead became a deal,
 * or the save was written and somebody undid it; the manager decides. `unread`: the lead
 * could not be read before writing. `unmapped`: these lines have no place in the portal. `refused`: nothing was written.
 * `waits`: it is tried again by itself, and the queue has it. `partly`: the lead is written, and a step after it is open or
 * a line was not kept. `saved`: all is written that was answered when it was sent; `upToDate`: nothing was answered since.
 */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'waits' }
  | { readonly state: 'conflict'; readonly conflicts: readonly Conflict[]; readonly cause: 'changed' | 'converted' | 'takenBack' }
  | { readonly state: 'unread'; readonly error: PortalError }
  | { readonly state: 'refused'; readonly error: PortalError; readonly refusal: Refusal }
  | { readonly state: 'unmapped'; readonly what: string; readonly lines: readonly WriteLine[] }
  | { readonly state: 'partly'; readonly report: Report; readonly open: OpenEntry }
  | { readonly state: 'saved'; readonly run: Run; readonly report: Report; readonly upToDate: boolean }

/** The run that an entry saves. */
function savedBy({ entry }: OpenEntry): Run {
  const run = runOf(entry)
  if (!run) throw new Error('a save has a run')
  return run
}

export const useSaving = defineStore('saving', () => {
  const { lead: id, installation, drafts, reloadCard } = useWorkplace()
  const work = useQualification()
  const outcome = useOutcome()
  const queue = useQueue()
  const history = useHistory()
  const { set } = work
  const {
    plan, toWrite, titleChoice, ownTitle, supervisor, planFor, isTicked, tickedOf, openEntryOf, forgetChoices, tick, leaveOut, decideTitle, insistOnTitle,
  } = plannedWrite()
  const busy = ref(false)
  const saving = shallowRef<Saving>({ state: 'none' })
  /** The version of the set in force now, when it is not the one that was opened; `none` when the set was taken out of force. */
  const newer = ref<SetReference | 'none'>()
  /** The lead as it was when the answers here were given, where it was opened again since. */
  let answeredOn: LeadCard | undefined

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
    work.takeOver({ ...card, record: { ...card.record, ...(todo && { todo }) } }, true)
    const run = savedBy(open)
    const upToDate = isUpToDate(run) || !work.dirty
    if (state === 'done') {
      history.add(entry)
      // what a lost field did not take is in the record of the run, so that the run is over all the same
      if (report.ignored.length === 0 && upToDate) {
        work.finish()
        outcome.settle()
        forgetChoices()
      }
    }
    saving.value = state === 'done' && report.ignored.length === 0 && report.lost.length === 0 ? { state: 'saved', run, report, upToDate } : { state: 'partly', report, open }
    showInCard()
  }

  /** Not waited for: a card that does not answer or cannot be reloaded must not hold up a save that is over. */
  function showInCard(): void {
    reloadCard().catch(() => undefined)
  }

  /** Was another version published since the tab was opened? This run keeps its own. */
  function noticeNewer(inForce: readonly SetReference[] | undefined): void {
    const ofThisSet = (reference: string) => reference.startsWith(`${set.id}@`)
    const now = inForce && (inForce.find(ofThisSet) ?? 'none')
    newer.value = now === installation.settings.inForce.find(ofThisSet) ? undefined : now
  }

  /** Did the same user save the same answers meanwhile, at another tab? */
  function isSavedByOtherTab(before: LeadCard, now: LeadCard): boolean {
    const last = lastRun(now.record.fields)
    return last !== undefined && last.by === work.lead?.me.id && last.id !== lastRun(before.record.fields)?.id && isUpToDate(last)
  }

  /** There is nothing left to be saved. */
  function takeAsSaved(card: LeadCard): void {
    answeredOn = undefined
    work.takeOver(card, true)
    work.finish()
    outcome.settle()
    forgetChoices()
    saving.value = { state: 'none' }
    queue.drop(id, drafts.isFar()).catch(() => undefined)
  }

  /** Shows somebody else's changes beside what would be written. */
  function showChanged(card: LeadCard): void {
    const before = answeredOn ?? work.card
    if (!before) return
    const shown = planFor(before)
    if (isSavedByOtherTab(before, card)) {
      takeAsSaved(card)
      return
    }
    // a title that somebody changed once more is decided anew
    if (before.record.title !== card.record.title) ownTitle.value = undefined
    const conflicts = conflictsOf(shown, planFor(card))
    const cause = card.converted && !before.converted ? 'converted' : 'changed'
    answeredOn = undefined
    work.takeOver(card, false)
    saving.value = { state: 'conflict', conflicts, cause }
  }

  /** The lead is as it was before, and so is what would be written. */
  async function showTakenBack(card: LeadCard): Promise<void> {
    answeredOn = undefined
    work.takeOver(card, false)
    saving.value = { state: 'conflict', conflicts: [], cause: 'takenBack' }
    // who took it back is in the history
    await work.open()
  }

  /** Tells what became of a try. */
  async function tell(performed: Performed, open: OpenEntry): Promise<void> {
    if (open.entry.undoes !== undefined) return
    if (performed.state === 'dropped') return
    if (performed.state !== 'unread') noticeNewer(performed.inForce)
    const waits = queue.own?.next !== undefined
    switch (performed.state) {
      case 'done':
      case 'partly': {
        if (performed.report.takenBack) return showTakenBack(performed.report.card)
        settle(performed.state, performed.report, open)
        if (waits) saving.value = { state: 'waits' }
        return
      }
      case 'changed': return showChanged(performed.card)
      case 'unsure': saving.value = { state: 'waits' }; return
      case 'unread': saving.value = waits ? { state: 'waits' } : { state: 'unread', error: performed.error }; return
      case 'refused': {
        const { error, card } = performed
        work.takeOver(card, false)
        saving.value = waits ? { state: 'waits' } : { state: 'refused', error, refusal: whyRefused(error, toWrite.value, installation.fields) }
      }
    }
  }
  queue.attend(tell)
  const toldNow = () => saving.value

  /** Goes on at once with what is not over yet. */
  async function finish(): Promise<Performed | undefined> {
    if (busy.value || work.busy) return undefined
    busy.value = true
    try {
      return await queue.attempt(id, true)
    } finally {
      busy.value = false
    }
  }

  /** Did the portal leave out a part when the lead was opened (who gets the notice, say), so that it is to be asked once more? */
  function mayTellMore(): boolean {
    const { lead } = work
    return lead !== undefined && (lead.missing.some(isPassing) || (!lead.hierarchy.heads.ok && isPassing(lead.hierarchy.heads.error)))
  }

  /** Writes the ticked lines. `texts` makes the words of comment, to-do and notice for the run that is written. */
  async function save(texts: (written: Run) => SaveTexts): Promise<void> {
    const begun = queue.own
    if (begun && (begun.sent || begun.open.entry.undoes !== undefined)) {
      // what may be written already is finished before anything else is begun; answers given since are a save of their own
      const performed = await finish()
      if (performed?.state !== 'done') return
      const told = toldNow()
      if (begun.open.entry.undoes === undefined && (told.state !== 'saved' || told.upToDate)) return
    }
    if (mayTellMore()) await reopen()
    work.refresh()
    outcome.settle()
    const card = answeredOn ?? work.card
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

  // another tab went on with it
  watch(() => queue.own, (own) => { if (!own && saving.value.state === 'waits' && !busy.value) saving.value = { state: 'none' } })
  // an answer after a save begins the next one; steps that are still to be done stay on the screen
  watch(() => work.run, () => { if (saving.value.state !== 'partly' && saving.value.state !== 'waits') saving.value = { state: 'none' } }, { flush: 'sync' })

  return {
    plan, toWrite, titleChoice, ownTitle, supervisor, isTicked, tick, leaveOut, decideTitle, insistOnTitle,
    busy, waiting: computed(() => queue.asking), saving, unfinished, newer, save, finish, drop, reopen,
    /** What waits for this lead from before it was opened is shown as waiting. */
    showWaiting() { if (saving.value.state === 'none') saving.value = { state: 'waits' } },
  }
})

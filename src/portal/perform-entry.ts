/**
 * Doing an entry of the journal: looking up what is outstanding of it, and doing that, until nothing is. It is the same for
 * the first try and for every later one, by whoever and from wherever, so that nothing is done twice.
 */
import type { Change, Entry, OpenEntry } from '../domain/journal.ts'
import type { SetReference } from '../domain/question-set.ts'
import type { LineContent } from '../domain/write-plan.ts'
import type { FieldMap } from './field-map.ts'
import type { LeadCard } from './lead.ts'
import { lookUp } from './look-up.ts'
import { outstandingOf } from './outstanding.ts'
import type { Outstanding } from './outstanding.ts'
import type { Portal, PortalError, PortalErrorKind } from './portal.ts'
import { neverRan, refusedBy } from './refusal.ts'
import { STEPS, writeEntry } from './write-entry.ts'
import type { Step, StepOutcome, WriteReport } from './write-entry.ts'

/** What became of an entry, as far as it was gone on with. */
export interface Report {
  /** How each of its steps stands that anything is known of. */
  readonly steps: readonly StepOutcome[]
  /** What the portal took without an error and did not keep. */
  readonly ignored: readonly LineContent[]
  /** The same where the portal has no such field any more. */
  readonly lost: readonly LineContent[]
  /** Of an undo: what somebody changed since, which stays. */
  readonly left: readonly Change[]
  /** Of an undo: the to-do stays, because it is done, or because somebody changed it. */
  readonly todoLeft: Outstanding['todoLeft']
  /** It was done before this try, and somebody has taken it back since. */
  readonly takenBack: boolean
  /** The lead as the portal has it by now. */
  readonly card: LeadCard
  /** With the ids of what was made. */
  readonly entry: Entry
}

/**
 * `dropped`: it was given up while it was looked up; nothing is written. `unread`: the lead could not be read again; this try wrote nothing. `changed`: somebody changed what a save would write;
 * nothing is written. `refused`: the portal refused it as a whole; this try wrote nothing. `unsure`: the portal did not tell
 * whether it wrote. `partly`: something is written, and a step is open. `done`: all is written that can be.
 */
export type Performed = { readonly inForce?: readonly SetReference[] | undefined } & (
  | { readonly state: 'dropped' }
  | { readonly state: 'unread'; readonly error: PortalError }
  | { readonly state: 'changed'; readonly card: LeadCard }
  | { readonly state: 'refused'; readonly error: PortalError; readonly card: LeadCard }
  | { readonly state: 'unsure'; readonly error: PortalError; readonly card: LeadCard }
  | { readonly state: 'partly' | 'done'; readonly report: Report }
)

/** Times that one try looks up anew: after somebody changed the lead in between, or to write again what was not kept. */
const MOST_ROUNDS = 4

/** Without these an entry can be closed: the record of it, and what an undo takes back beside the fields. */
function dispensable({ undoes }: Entry): readonly Step[] {
  return undoes === undefined ? ['journal'] : ['journal', 'todo', 'comment']
}

const FOR_GOOD: readonly PortalErrorKind[] = ['not-allowed', 'not-found', 'missing-scope']

/** The step that stopped the batch, where the entry can do without it and it will not be done. */
function toLeave({ steps }: WriteReport, entry: Entry): Extract<StepOutcome, { state: 'failed' }> | undefined {
  const failed = steps.find((step): step is Extract<StepOutcome, { state: 'failed' }> => step.state === 'failed')
  if (!failed || !dispensable(entry).includes(failed.step)) return undefined
  // an error with an empty code leaves no result, and stops the batch
  const stopped = failed.error.kind === 'no-result' && steps.slice(steps.indexOf(failed) + 1).every(({ state }) => state === 'not-run')
  return stopped || FOR_GOOD.includes(failed.error.kind) ? failed : undefined
}

/** How the steps stand after one more round: what an entry has and was not sent any more is done. */
function joined({ comment, todo, notice }: Entry, before: readonly StepOutcome[], after: readonly StepOutcome[]): readonly StepOutcome[] {
  const has: Readonly<Record<Step, boolean>> = { update: true, comment: comment !== undefined, todo: todo !== undefined, notice: notice !== undefined, journal: true, close: true }
  return STEPS.filter(step => has[step]).map(step => after.find(one => one.step === step) ?? before.find(one => one.step === step) ?? { step, state: 'done' })
}

/** Did the portal neither send the notice nor refuse to? */
function isUnsent(steps: readonly StepOutcome[]): boolean {
  return steps.some(outcome => outcome.step === 'notice' && outcome.state === 'failed' && ['no-result', 'unreadable'].includes(outcome.error.kind))
}

/** The update met an error of which nobody knows whether it came before or after the writing. */
function doubtOf({ steps }: WriteReport): PortalError | undefined {
  const [first] = steps
  return first?.state === 'failed' && first.step === 'update' ? first.error : undefined
}

export interface Performance {
  /** The lead was a deal already when the entry was begun. */
  readonly converted: boolean
  /** Asked before anything is sent that writes: no longer when the entry was given up meanwhile. */
  readonly mayWrite: () => boolean
}

/** Goes on with an entry as far as the portal lets it. */
export async function performEntry(portal: Portal, map: FieldMap, open: OpenEntry, { converted, mayWrite }: Performance): Promise<Performed> {
  let locked = true
  let seen: string | undefined
  let steps: readonly StepOutcome[] = []
  let written: Report | undefined
  let isDone = false
  /** The last round wrote something that the portal did not keep or send. */
  let lacking = false
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const known = await lookUp(portal, map, open)
    if (!known.ok) return written ? { state: 'unsure', error: known.error, card: written.card } : { state: 'unread', error: known.error }
    const { card, inForce } = known.value
    const unsent = isUnsent(steps)
    const answer = outstandingOf(open, known.value, { converted, unkept: written?.ignored ?? [], unsent })
    if (answer.state === 'changed') return { state: 'changed', card, inForce }
    const without = steps.flatMap(({ step, state }) => state === 'failed' && !(unsent && step === 'notice') ? [step] : [])
    if (!mayWrite()) return { state: 'dropped' }
    // answers that were given up to somebody's undo are not saved: their draft stays
    const sent = await writeEntry(portal, { open: known.value.takenBack ? { ...open, farDraft: false } : open, steps: answer.steps, card, map, locked, without })
    const begun = written !== undefined || answer.steps.written
    if (!sent.ok) return neverRan(sent.error) && !begun ? { state: 'refused', error: sent.error, card, inForce } : { state: 'unsure', error: sent.error, card, inForce }
    const report = sent.value
    if (report.raced) {
      // a portal that does not find a lead by its time of change cannot lock it
      locked = card.updated !== seen
      seen = card.updated
      continue
    }
    const refused = begun ? undefined : refusedBy(report)
    const left = toLeave(report, open.entry)
    if (refused && !left) return { state: 'refused', error: refused, card, inForce }
    const doubt = doubtOf(report)
    if (doubt) {
      if (lacking || !isUnsent(report.steps)) return { state: 'unsure', error: doubt, card, inForce }
      // whether the lead is written can be looked up, a notice that is not sent is known of only now
      steps = report.steps.filter(({ step }) => step === 'notice')
      lacking = true
      continue
    }
    steps = joined(open.entry, steps, left ? report.steps.filter(({ step, state }) => state === 'done' || step === left.step) : report.steps)
    const again = lacking
    lacking = report.ignored.length > 0 || isUnsent(report.steps)
    written = {
      steps, ignored: report.ignored, lost: report.lost, left: answer.steps.left, todoLeft: answer.steps.todoLeft, takenBack: known.value.takenBack,
      card: report.lead ?? card, entry: report.entry,
    }
    isDone = report.steps.every(({ state }) => state === 'done')
    // what was not kept or sent is written once more, what cannot be done is left
    if (!left && (!lacking || again)) return { state: isDone ? 'done' : 'partly', report: written, inForce }
  }
  return written ? { state: isDone ? 'done' : 'partly', report: written } : { state: 'unread', error: { kind: 'busy', method: 'crm.item.list', code: '', description: '' } }
}

/** Qualifying one lead from a form by what its client answered, unseen by any manager: the same entry, written the same way, as a save. */
import { codeShape } from '../domain/code-prefix.ts'
import { declaredOf } from '../domain/declared.ts'
import { printInstant } from '../domain/iso-time.ts'
import { entryOf } from '../domain/journal.ts'
import type { OpenEntry } from '../domain/journal.ts'
import { answersOfLead, isDeclared } from '../domain/lead-answers.ts'
import { qualify } from '../domain/qualification.ts'
import type { Qualification } from '../domain/qualification.ts'
import { setReference } from '../domain/question-set.ts'
import type { QuestionSet } from '../domain/question-set.ts'
import type { Run } from '../domain/run.ts'
import { compileWorkingTime } from '../domain/working-time.ts'
import { planWrite } from '../domain/write-plan.ts'
import type { WriteLine } from '../domain/write-plan.ts'
import type { FormLead } from '../portal/form-leads.ts'
import type { LeadCard } from '../portal/lead.ts'
import { openLead } from '../portal/open-lead.ts'
import type { OpenedLead } from '../portal/open-lead.ts'
import { closeCommand } from '../portal/journal.ts'
import type { Installation } from '../portal/options.ts'
import { performEntry } from '../portal/perform-entry.ts'
import type { Performed } from '../portal/perform-entry.ts'
import type { Portal, PortalError } from '../portal/portal.ts'
import { supervisorIn } from '../portal/supervisor.ts'
import { todoChangeOf } from '../portal/todo-change.ts'
import type { WaitingPlace } from '../portal/waiting.ts'
import { alone } from './alone.ts'
import type { SaveTexts } from './planned-write.ts'
import type { SupervisorNews } from './supervisor-news.ts'

/**
 * `written`: whole, or `partly` (what is left goes on when the lead is opened in this browser). `skipped`: somebody qualified the
 * lead meanwhile, emptied its answers or made it a deal, or (`waiting`) a save or an undo of it waits in this browser for its own
 * card. `failed`: with nothing written, or (`unsure`) nobody knows; it can be tried again.
 */
export type FormLeadOutcome =
  | { readonly state: 'written'; readonly partly: boolean; readonly code: string }
  | { readonly state: 'skipped'; readonly why: 'qualified' | 'nothing' | 'deal' | 'waiting' }
  | { readonly state: 'failed'; readonly why: 'changed' | 'unsure' | PortalError }
  | { readonly state: 'stopped' }

/** All that the words of a save are made of. */
export interface TextSource {
  readonly set: QuestionSet
  readonly lead: OpenedLead
  readonly result: Qualification
  readonly lines: readonly WriteLine[]
  readonly zone: string
  readonly now: number
}

export interface FormLeadWriting {
  readonly portal: Portal
  readonly installation: Installation
  readonly place: WaitingPlace
  readonly now: () => number
  readonly newRunId: () => string
  readonly texts: (source: TextSource) => (run: Run) => SaveTexts
  readonly mayWrite: () => boolean
  readonly host: string
  readonly locks: () => LockManager | undefined
  /** Ids of the runs that were begun here: only these are gone on with. */
  readonly begun: Set<string>
  readonly news: SupervisorNews
}

const CLASS_SHAPE = { positions: 3, letters: 3 }
/** Milliseconds until the lead tab goes on by itself with what was not finished here. */
const PAUSE = 5_000

/** What comes of the client's answers alone. */
export function scoreFormLead({ card, set }: FormLead, installation: Installation, now: number) {
  const zone = set.followUp.workingTime.zone ?? installation.settings.zone
  const calendar = compileWorkingTime({ ...set.followUp.workingTime, zone }, zone)
  if (!calendar.ok) throw new Error(`a set in force has working time: ${calendar.error.kind}`)
  const answers = answersOfLead(set, card.record.fields)
  return { zone, calendar: calendar.value, answers, result: qualify({ set, calendar: calendar.value, answers, amount: card.record.opportunity, now, namedDate: undefined }) }
}

function whySkipped({ converted, record: { fields } }: LeadCard): 'qualified' | 'nothing' | 'deal' | undefined {
  if (converted) return 'deal'
  if (fields.code !== undefined || fields.run !== undefined) return 'qualified'
  return isDeclared(fields) ? undefined : 'nothing'
}

function outcomeOf(performed: Performed, code: string): FormLeadOutcome {
  switch (performed.state) {
    case 'done':
    case 'partly': return { state: 'written', partly: performed.state === 'partly', code }
    case 'dropped': return { state: 'stopped' }
    case 'changed': return { state: 'failed', why: 'changed' }
    case 'unsure': return { state: 'failed', why: 'unsure' }
    case 'unread':
    case 'refused': return { state: 'failed', why: performed.error }
  }
}

const NO_RIGHT: PortalError = { kind: 'not-allowed', method: 'crm.item.update', code: '', description: '' }

/** Is it known that nothing of the entry is in the lead, whatever an earlier try came to? */
function isNothing({ state }: Performed, isFirst: boolean): boolean {
  return state === 'refused' || state === 'changed' || (isFirst && (state === 'dropped' || state === 'unread'))
}

/** Goes on with an entry, and keeps it as long as something of it is open, or may be. */
async function perform({ portal, installation: { fields }, place, now, mayWrite, begun, news }: FormLeadWriting, user: number, open: OpenEntry, tries: number): Promise<Performed> {
  const { entry } = open
  begun.add(entry.id)
  let writes = false
  place.keep(user, { open, since: now(), converted: false, sent: true, tries, next: now() + PAUSE })
  const performed = await performEntry(portal, fields, open, {
    converted: false,
    // a lead that is being written is finished
    mayWrite: () => writes ||= mayWrite(),
  })
  const nothing = isNothing(performed, tries === 1)
  // the look-up left its record with the user, for other browsers; where this fails the lead's card finds it and asks
  if (nothing) await portal.send({ close: closeCommand(open) }, { halt: false })
  if (nothing || performed.state === 'done') place.forget(user, entry.lead)
  if (performed.state === 'done' || performed.state === 'partly') news.isWritten(entry.lead)
  return performed
}

/** What came of a repetition: as long as it is not known, the earlier try is in doubt. */
function repeated(performed: Performed): Performed['state'] {
  return performed.state === 'unread' || performed.state === 'dropped' ? 'unsure' : performed.state
}

/** Reads the lead once more and writes what its client's answers come to, without a notice. */
export async function writeFormLead(writing: FormLeadWriting, user: number, lead: FormLead): Promise<FormLeadOutcome> {
  const name = `triple-a/${writing.host}/${user}/${lead.card.record.id}`
  return await alone(writing.locks, name, false, () => write(writing, lead)) ?? { state: 'skipped', why: 'waiting' }
}

async function write(writing: FormLeadWriting, { card: { record: { id } }, set }: FormLead): Promise<FormLeadOutcome> {
  const { portal, installation, place, now, newRunId, texts, news } = writing
  const opened = await openLead(portal, id, installation.fields)
  if (!opened.ok) return { state: 'failed', why: opened.error }
  const lead = opened.value
  const { card, me } = lead
  const waiting = place.of(me.id, id)
  if (waiting) {
    const { open: { entry }, tries } = waiting
    if (!writing.begun.has(entry.id)) return { state: 'skipped', why: 'waiting' }
    const performed = await perform(writing, me.id, waiting.open, tries + 1)
    return repeated(performed) === 'unsure' ? { state: 'failed', why: 'unsure' } : outcomeOf(performed, entry.code ?? '')
  }
  const skipped = whySkipped(card)
  if (skipped) return { state: 'skipped', why: skipped }
  if (lead.mayChange === 'no') return { state: 'failed', why: NO_RIGHT }

  const moment = now()
  const { zone, calendar, answers, result } = scoreFormLead({ card, set }, installation, moment)
  const at = printInstant(moment, calendar.zone)
  const supervisor = supervisorIn(lead.hierarchy)
  const shapes = [...installation.sets.map(codeShape), CLASS_SHAPE]
  const plan = planWrite({ set, shapes, lead: card.record, result, titleChoice: 'keep', now: moment, at, by: me.id, supervisor: supervisor?.id, answeredNow: true })
  if (result.code === undefined || plan.lines.length === 0) return { state: 'skipped', why: 'nothing' }
  const lines = plan.lines.filter(line => line.ticked && line.kind !== 'notice')
  const declared = declaredOf(card.record.fields, [])
  const { title } = plan
  const run: Run = {
    id: newRunId(), set: setReference(set), at, by: me.id, seconds: 0, answers, notes: {},
    ...((title.start !== '' || title.cut !== '') && { title }), ...(declared && { declared }),
  }
  const words = texts({ set, lead, result, lines, zone, now: moment })(run)
  const open: OpenEntry = {
    entry: entryOf(run, card.record, lines, todoChangeOf(lines, card, words.todo, run.id)),
    leadTitle: card.record.title,
    texts: { comment: words.comment, notice: '' },
    farDraft: false,
  }
  if (supervisor && plan.lines.some(({ kind }) => kind === 'notice')) news.begin({ lead: id, title: title.title, to: supervisor }, run.id)
  return outcomeOf(await perform(writing, me.id, open, 1), result.code)
}

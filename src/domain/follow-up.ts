/** The follow-up plan: dated touches, and always one dated next step. */
import { channelFor } from './channels.ts'
import { printInstant, readDate } from './iso-time.ts'
import { LEAD_CLASSES } from './question-set.ts'
import type { Channel, FirstReaction, FollowUp, LeadClass } from './question-set.ts'
import { gapAt, stepOf, touchArithmetic } from './touches.ts'
import type { TouchArithmetic } from './touches.ts'
import { FARTHEST } from './working-time.ts'
import type { WorkingCalendar } from './working-time.ts'
import { dayAt } from './zone.ts'

/** The class as the rules give it. */
export type PlannedClass =
  | { readonly state: 'decided'; readonly class: LeadClass; readonly capped: boolean }
  | { readonly state: 'open'; readonly possible: readonly LeadClass[] }

export interface FirstDateInput {
  readonly followUp: FollowUp
  /** Compiled from the working time of the same follow-up. */
  readonly calendar: WorkingCalendar
  /** Epoch milliseconds. */
  readonly now: number
  readonly class: PlannedClass
  /** The date (YYYY-MM-DD) on which the client wants to be contacted: nobody does it before. */
  readonly namedDate?: string | undefined
  /** When to look at a lead of class C again: days of its reason, or the date (YYYY-MM-DD) of the purchase that the client named. */
  readonly recheck?: { readonly reasonDays?: number | undefined; readonly purchaseDate?: string | undefined } | undefined
}

export interface PlanInput extends FirstDateInput {
  /** Prospect 0–4; undefined is `?`. */
  readonly coefficient: number | undefined
  /** Ids of the questions that would decide an open class. */
  readonly ask?: readonly string[] | undefined
  readonly preferred?: Channel | undefined
  /** Calls in a row without an answer so far. */
  readonly unansweredCalls?: number | undefined
}

/** What every item has; `at` is ISO 8601 with the zone's offset, in working time. */
interface Dated {
  readonly at: string
  readonly channel: Channel
}

/**
 * `touch`: number from 1. `first-reaction` and `recheck` are no touches. `ask`: the questions that decide an open class.
 * `step` is the id of a step of the set, absent only in a set without steps.
 */
export type PlanItem =
  | Dated & { readonly kind: 'touch'; readonly number: number; readonly step?: string }
  | Dated & { readonly kind: 'first-reaction'; readonly step?: string }
  | Dated & { readonly kind: 'recheck' }
  | Dated & { readonly kind: 'ask'; readonly questions: readonly string[] }

/** In the order in which they are due; the first one is the next step, and there always is one. */
export type PlanItems = readonly [PlanItem, ...PlanItem[]]

export type Plan =
  | {
    readonly state: 'decided'
    readonly class: LeadClass
    readonly arithmetic: TouchArithmetic
    /** Share of working time that leads of this class get, in per cent. */
    readonly timeShare: number
    readonly items: PlanItems
  }
  | { readonly state: 'open'; readonly possible: readonly LeadClass[]; readonly items: PlanItems }

function reactionDate(reaction: FirstReaction, calendar: WorkingCalendar, from: number): number {
  return 'workingMinutes' in reaction
    ? calendar.addWorkingMinutes(from, reaction.workingMinutes)
    : calendar.nextWorkingDays(from, reaction.workingDays)
}

/** The working start of a date, while it is to come and not absurdly far. */
function startOn(date: string | undefined, calendar: WorkingCalendar, from: number): number | undefined {
  const day = date === undefined ? undefined : readDate(date)
  const today = dayAt(calendar.zone, from)
  return day !== undefined && day > today && day <= today + FARTHEST ? calendar.startOnOrAfter(day) : undefined
}

/** The day of the purchase, else the days of the reason, else those of the set. */
function recheckDate({ followUp, calendar, recheck }: FirstDateInput, from: number): number {
  return startOn(recheck?.purchaseDate, calendar, from) ?? calendar.nextCalendarDays(from, recheck?.reasonDays ?? followUp.recheckDays)
}

/** The class that sets the pace: of an open one the best that is still possible. */
function pacingClass(planned: PlannedClass): LeadClass {
  return planned.state === 'decided' ? planned.class : LEAD_CLASSES.find(leadClass => planned.possible.includes(leadClass)) ?? 'A'
}

/**
 * When the first item of the plan is due, as epoch milliseconds (whole seconds): on the date that the client named, else first
 * reaction of class A or B, recheck of class C, asking in an open class. Cheap: for a backlog that needs no whole plan.
 */
export function firstDate(input: FirstDateInput): number {
  const from = Math.ceil(input.now / 1000) * 1000
  const leadClass = pacingClass(input.class)
  const named = input.class.state === 'decided' ? startOn(input.namedDate, input.calendar, from) : undefined
  if (named !== undefined) return named
  return leadClass === 'C' ? recheckDate(input, from) : reactionDate(input.followUp.firstReaction[leadClass], input.calendar, from)
}

/**
 * The plan of a lead from now on. The first touch of class A and B is the first reaction, unless the client named a date; touches of class C follow its
 * recheck. Later touches are due at the start of working time: the list of a day is then complete when the day begins, in
 * the order in which the manager likes to work it off, and a touch moved by a holiday stays within working time.
 */
export function planFollowUp(input: PlanInput): Plan {
  const { followUp, calendar } = input
  const rules = { unanswered: followUp.unanswered, unansweredCalls: input.unansweredCalls ?? 0, preferred: input.preferred }
  const first = firstDate(input)
  const at = printInstant(first, calendar.zone)
  const talk = channelFor('call', rules)

  if (input.class.state === 'open') {
    return { state: 'open', possible: input.class.possible, items: [{ kind: 'ask', at, channel: talk, questions: input.ask ?? [] }] }
  }

  const { class: leadClass, capped } = input.class
  const arithmetic = touchArithmetic(followUp.base, input.coefficient, capped)
  const cadence = followUp.cadence[leadClass]

  function contact(touch: number): { readonly channel: Channel; readonly step?: string } {
    const step = stepOf(followUp, touch)
    return step === undefined ? { channel: talk } : { channel: channelFor(step.channel, rules), step: step.id }
  }

  /** The touches from this number on, each a gap after the date before. */
  function touchesFrom(start: number): PlanItem[] {
    let date = first
    return Array.from({ length: Math.max(0, arithmetic.touches - start + 1) }, (_, index) => {
      date = calendar.nextWorkingDays(date, gapAt(cadence, index))
      return { kind: 'touch', number: start + index, at: printInstant(date, calendar.zone), ...contact(start + index) }
    })
  }

  function itemsOf(): PlanItems {
    if (leadClass === 'C') return [{ kind: 'recheck', at, channel: talk }, ...touchesFrom(1)]
    if (arithmetic.touches === 0) return [{ kind: 'first-reaction', at, ...contact(1) }]
    return [{ kind: 'touch', number: 1, at, ...contact(1) }, ...touchesFrom(2)]
  }

  return { state: 'decided', class: leadClass, arithmetic, timeShare: followUp.timeShare[leadClass], items: itemsOf() }
}

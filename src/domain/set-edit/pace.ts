/** Edits of how often and how soon: touches, gaps, first reaction, recheck. A number that cannot be stored changes nothing. */
import type { Channel, FirstReaction, FollowUp, LeadClass, SetDraft } from '../question-set.ts'
import { MOST_DAYS, MOST_ENTRIES, MOST_TOUCHES } from '../set-limits.ts'
import { isWhole, isWithin, put, putOrDrop } from './change.ts'

function changeFollowUp(set: SetDraft, change: (followUp: FollowUp) => FollowUp): SetDraft {
  return put(set, 'followUp', change(set.followUp))
}

function areDays(...days: readonly number[]): boolean {
  return days.every(each => isWhole(each, 0, MOST_DAYS))
}

/** With another number of contacts of an average purchase, 0 to 100. */
export function setBase(set: SetDraft, base: number): SetDraft {
  return isWithin(base, 0, MOST_TOUCHES) ? changeFollowUp(set, followUp => put(followUp, 'base', base)) : set
}

/** With other gaps between touches, in working days; `then` goes on after the last. */
export function setCadence(set: SetDraft, leadClass: LeadClass, gaps: readonly number[], then: number): SetDraft {
  if (!areDays(...gaps, then) || gaps.length > MOST_ENTRIES) return set
  return changeFollowUp(set, followUp => put(followUp, 'cadence', put(followUp.cadence, leadClass, { gaps, then })))
}

export function setFirstReaction(set: SetDraft, leadClass: 'A' | 'B', reaction: FirstReaction): SetDraft {
  if (!areDays('workingMinutes' in reaction ? reaction.workingMinutes : reaction.workingDays)) return set
  return changeFollowUp(set, followUp => put(followUp, 'firstReaction', put(followUp.firstReaction, leadClass, reaction)))
}

/** With other calendar days until a lead of class C is looked at again. */
export function setRecheckDays(set: SetDraft, days: number): SetDraft {
  return areDays(days) ? changeFollowUp(set, followUp => put(followUp, 'recheckDays', days)) : set
}

/** With the calendar days, by class, that a client who wants to think it over is left alone; none: not offered. */
export function setThinkingDays(set: SetDraft, days: Readonly<Record<LeadClass, number>> | undefined): SetDraft {
  if (days !== undefined && !areDays(days.A, days.B, days.C)) return set
  return changeFollowUp(set, followUp => putOrDrop<FollowUp, 'thinkingDays'>(followUp, 'thinkingDays', days))
}

/** With the other channel used after so many unanswered calls. */
export function setUnanswered(set: SetDraft, calls: number, channel: Channel): SetDraft {
  return areDays(calls) ? changeFollowUp(set, followUp => put(followUp, 'unanswered', { calls, channel })) : set
}

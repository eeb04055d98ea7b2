/** Edits of how the working time is shared between the classes: whole per cent, always 100 together. */
import { LEAD_CLASSES } from '../question-set.ts'
import type { LeadClass, SetDraft } from '../question-set.ts'
import { isWhole, put } from './change.ts'

type Shares = Readonly<Record<LeadClass, number>>

/** With this share for one class; the two others share the rest as they did before, evenly if they had nothing. */
export function rebalanced(shares: Shares, leadClass: LeadClass, share: number): Shares {
  if (!isWhole(share, 0, 100)) return shares
  const [first, second] = LEAD_CLASSES.filter(each => each !== leadClass)
  if (first === undefined || second === undefined) return shares
  const rest = 100 - share
  const together = shares[first] + shares[second]
  const part = Math.round(together > 0 ? rest * shares[first] / together : rest / 2)
  return { ...shares, [leadClass]: share, [first]: part, [second]: rest - part }
}

/** With this share of the working time, 0 to 100 whole per cent; the others give or take the difference. */
export function setTimeShare(set: SetDraft, leadClass: LeadClass, share: number): SetDraft {
  return put(set, 'followUp', put(set.followUp, 'timeShare', rebalanced(set.followUp.timeShare, leadClass, share)))
}

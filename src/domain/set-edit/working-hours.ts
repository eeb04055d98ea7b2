/** Edits of when people work: weekdays, hours, zone, holidays. */
import { readDate } from '../iso-time.ts'
import { isKnownZone } from '../known-zone.ts'
import type { SetDraft, WorkingTime } from '../question-set.ts'
import { MOST_HOLIDAYS } from '../set-limits.ts'
import { put, putOrDrop } from './change.ts'

function changeWorkingTime(set: SetDraft, change: (time: WorkingTime) => WorkingTime): SetDraft {
  return put(set, 'followUp', put(set.followUp, 'workingTime', change(set.followUp.workingTime)))
}

/** With these ISO weekdays, Monday is 1; that there is one at all is the doctor's to tell. */
export function setWorkingDays(set: SetDraft, days: readonly number[]): SetDraft {
  const week = [1, 2, 3, 4, 5, 6, 7].filter(day => days.includes(day))
  return changeWorkingTime(set, time => put(time, 'days', week))
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** With these hours, `HH:MM` each. */
export function setWorkingHours(set: SetDraft, from: string, to: string): SetDraft {
  return TIME.test(from) && TIME.test(to) ? changeWorkingTime(set, time => put(put(time, 'from', from), 'to', to)) : set
}

/** With an IANA zone; none: the portal's. */
export function setZone(set: SetDraft, zone: string | undefined): SetDraft {
  if (zone !== undefined && !isKnownZone(zone)) return set
  return changeWorkingTime(set, time => putOrDrop(time, 'zone', zone))
}

/** With a date `YYYY-MM-DD` on which nobody works; the dates stay in order. */
export function addHoliday(set: SetDraft, date: string): SetDraft {
  const { holidays } = set.followUp.workingTime
  if (readDate(date) === undefined || holidays.includes(date) || holidays.length >= MOST_HOLIDAYS) return set
  return changeWorkingTime(set, time => put(time, 'holidays', [...holidays, date].toSorted()))
}

export function removeHoliday(set: SetDraft, date: string): SetDraft {
  return changeWorkingTime(set, time => put(time, 'holidays', time.holidays.filter(each => each !== date)))
}

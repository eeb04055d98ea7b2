import { readDate } from '../../domain/iso-time.ts'
import { dateFormat } from '../../i18n/formatters.ts'
import type { Messages } from '../../i18n/words.ts'

/** `YYYY-MM-DD` of an instant (ISO or epoch milliseconds) on the calendar of an IANA zone. */
export function dayIn(zone: string, instant: string | number): string {
  return dateFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant))
}

/** `сегодня` or `завтра` on the zone's calendar; empty for any other day. `now` is epoch milliseconds. */
export function dayHint(at: string, now: number, zone: string, { plan }: Messages): string {
  const today = readDate(dayIn(zone, now))
  const then = readDate(dayIn(zone, at))
  if (today === undefined || then === undefined) return ''
  if (then === today) return plan.today
  return then === today + 1 ? plan.tomorrow : ''
}

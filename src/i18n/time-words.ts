/** Times of what is past; apart from `format.ts`, which the first question waits for. */
import type { Language } from '../domain/question-set.ts'
import { LOCALES } from './format.ts'
import { dateFormat } from './formatters.ts'

const UNITS = [['day', 86_400], ['hour', 3600], ['minute', 60]] as const

/** How long ago, both in epoch milliseconds: `5 минут назад`, `вчера`; nothing below a minute. */
export function formatAge(language: Language, since: number, now: number): string | undefined {
  const seconds = Math.round((now - since) / 1000)
  const unit = UNITS.find(([, length]) => seconds >= length)
  return unit && new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(-Math.floor(seconds / unit[1]), unit[0])
}

/** Date and time with the year, for what is read in years: `01.06.2026, 12:10`. */
export function formatStamp(language: Language, instant: string, zone: string): string {
  return dateFormat(LOCALES[language], { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant))
}

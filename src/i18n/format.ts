/** Amounts, dates and times as people write them. */
import type { Language } from '../domain/question-set.ts'
import { dateFormat, numberFormat } from './formatters.ts'

export const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' }

/** `1 200 000 ₽`; a currency that is not known is written by its code, also one that is no ISO code at all. */
export function formatMoney(language: Language, amount: number, currency: string): string {
  if (!/^[A-Z]{3}$/i.test(currency)) return `${formatNumber(language, amount)} ${currency}`.trim()
  return numberFormat(LOCALES[language], {
    style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0, maximumFractionDigits: 2,
  }).format(amount)
}

export function formatNumber(language: Language, value: number): string {
  return numberFormat(LOCALES[language]).format(value)
}

/** An instant (ISO or epoch milliseconds) in a zone: `24 ноября, 09:30`, with the year when it is another one than `now`'s. */
export function formatInstant(language: Language, instant: string | number, zone: string, now: number): string {
  const date = new Date(instant)
  const year = dateFormat('en', { timeZone: zone, year: 'numeric' })
  const otherYear = year.format(date) !== year.format(new Date(now))
  return dateFormat(LOCALES[language], {
    timeZone: zone, day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', ...(otherYear && { year: 'numeric' }),
  }).format(date)
}

/** A day `YYYY-MM-DD`: `вт, 24 ноября 2026 г.` */
export function formatDay(language: Language, day: string): string {
  return dateFormat(LOCALES[language], {
    timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** `1:05`, minutes and seconds. */
export function formatSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

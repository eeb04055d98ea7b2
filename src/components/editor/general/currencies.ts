/** Currencies to choose from, by the name that they have in a language. */
import type { Language } from '../../../domain/question-set.ts'
import { LOCALES } from '../../../i18n/format.ts'

/** Of Russia, its neighbours and trading partners: they stand before the others. */
const USUAL = ['RUB', 'BYN', 'KZT', 'UZS', 'AMD', 'AZN', 'GEL', 'KGS', 'USD', 'EUR', 'CNY', 'TRY', 'AED', 'GBP']

export interface Currency {
  /** ISO 4217 code. */
  readonly value: string
  readonly label: string
}

/** `own`: the one that the set has, listed even when nobody knows it. */
export function currencies(language: Language, own: string): readonly Currency[] {
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'currency', fallback: 'none' })
  const codes = [...new Set([...USUAL, ...Intl.supportedValuesOf('currency'), own])]
  return codes.map((value) => {
    const name = /^[A-Z]{3}$/.test(value) ? names.of(value) : undefined
    return { value, label: name === undefined ? value : `${value}, ${name}` }
  })
}

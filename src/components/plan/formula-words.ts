import type { Language } from '../../domain/question-set.ts'
import type { TouchArithmetic } from '../../domain/touches.ts'
import { formatNumber } from '../../i18n/format.ts'

/** `6 × 4 = 24`, with `≈` where the product was rounded; an unknown coefficient counts as 1. `product`: the right side in other words. */
export function formulaWords(language: Language, { base, coefficient = 1, touches }: TouchArithmetic, product = formatNumber(language, touches)): string {
  const exact = Number((base * coefficient).toPrecision(12)) === touches
  return `${formatNumber(language, base)} × ${formatNumber(language, coefficient)} ${exact ? '=' : '≈'} ${product}`
}

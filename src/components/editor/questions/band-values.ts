/** How the values of a money or horizon question are written: sums in the set's currency, or days. */
import type { Band, HorizonQuestion, MoneyQuestion } from '../../../domain/question-set.ts'
import { useEditorWords } from '../../../i18n/editor-words.ts'
import { formatMoney } from '../../../i18n/format.ts'
import { useEditing } from '../../../stores/editing.ts'

export interface BandValues {
  readonly unit: string
  readonly print: (value: number) => string
  /** The range of a band in words. */
  readonly range: (band: Band) => string
}

export function useBandValues(question: () => MoneyQuestion | HorizonQuestion): BandValues {
  const { language, messages: { bands: words, choices } } = useEditorWords()
  const editing = useEditing()
  const print = (value: number) => question().kind === 'money' ? formatMoney(language, value, editing.set.currency) : words.days(value)
  return {
    get unit() { return question().kind === 'money' ? editing.set.currency : choices.days },
    print,
    range({ from, to }) {
      if (to === null) return from === 0 ? words.all : words.from(print(from))
      return from === 0 ? words.below(print(to)) : words.between(print(from), print(to))
    },
  }
}

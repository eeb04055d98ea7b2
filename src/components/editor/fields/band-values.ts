/** How the values of bands are written: sums in the set's currency, or days. */
import type { Range } from '../../../domain/set-edit/edges.ts'
import { useEditorWords } from '../../../i18n/editor-words.ts'
import { formatMoney } from '../../../i18n/format.ts'
import { useEditing } from '../../../stores/editing.ts'

export interface BandValues {
  readonly unit: string
  /** Only whole values can be an edge. */
  readonly whole: boolean
  readonly print: (value: number) => string
  /** A range in words. */
  readonly range: (band: Range) => string
}

export function useBandValues(kind: () => 'money' | 'horizon'): BandValues {
  const { language, messages: { bands: words, choices } } = useEditorWords()
  const editing = useEditing()
  const print = (value: number) => kind() === 'money' ? formatMoney(language, value, editing.set.currency) : words.days(value)
  return {
    get unit() { return kind() === 'money' ? editing.set.currency : choices.days },
    get whole() { return kind() === 'horizon' },
    print,
    range({ from, to }) {
      if (to === null) return from === 0 ? words.all : words.from(print(from))
      return from === 0 ? words.below(print(to)) : words.between(print(from), print(to))
    },
  }
}

/** Bands as they stand in their list, rising or falling, each with the edge that follows it. */
import type { Range } from '../../../domain/set-edit/edges.ts'
import type { EditorMessages } from '../../../i18n/editor-words.ts'
import type { BandValues } from './band-values.ts'

export interface Edge {
  /** Its number from the lowest. */
  readonly number: number
  readonly value: number
  readonly name: string
  readonly place: string
  /** Why it cannot stand at this value. */
  readonly refuse: (value: number) => string | undefined
}

export interface BandRow<T extends Range> {
  readonly band: T
  /** In the list of the set. */
  readonly index: number
  readonly name: string
  readonly place: string
  readonly edge: Edge | undefined
}

/** `place`: path of the list in the set. */
export function bandRows<T extends Range>(bands: readonly T[], place: string, nameOf: (band: T) => string, values: BandValues, words: EditorMessages['bands']): readonly BandRow<T>[] {
  const rising = bands.toSorted((a, b) => a.from - b.from)
  const falls = (bands[0]?.from ?? 0) > (bands.at(-1)?.from ?? 0)
  const edgeAbove = (number: number): Edge | undefined => {
    const [lower, upper] = [rising[number], rising[number + 1]]
    if (!lower || !upper) return undefined
    const most = upper.to
    return {
      number,
      value: upper.from,
      name: words.edge(nameOf(lower), nameOf(upper)),
      place: `${place}[${bands.indexOf(upper)}].from`,
      refuse: (value) => {
        if (value > lower.from && (most === null || value < most)) return undefined
        return most === null ? words.above(values.print(lower.from)) : words.outside(values.print(lower.from), values.print(most))
      },
    }
  }
  const all = rising.map((band, number) => {
    const index = bands.indexOf(band)
    return { band, index, name: nameOf(band), place: `${place}[${index}]`, edge: edgeAbove(falls ? number - 1 : number) }
  })
  return falls ? all.toReversed() : all
}

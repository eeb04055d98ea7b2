/**
 * How a code looks in front of a title: `AAB Title`, `[aab] Title`, `ААВ | Title`. Letters are compared folded: small
 * and capital, Latin and the Cyrillic letters that look the same are one.
 */

import { alphabetOf, type QuestionSet } from './question-set.ts'

/** What the codes of a set look like: so many positions, letters from A on (`letters: 3` is A–C) or `?`. */
export interface CodeShape {
  readonly positions: number
  readonly letters: number
}

/** The shape of the codes of this set. */
export function codeShape(set: Pick<QuestionSet, 'code' | 'letters'>): CodeShape {
  return { positions: set.code.length, letters: set.letters }
}

const LETTERS = new Map(Array.from('abcdeАВСЕавсе').map((letter, at) => [letter, 'ABCDEABCEABCE'.charAt(at)]))
const SPELLED = /^(?:\[([A-E?]+)\]|\(([A-E?]+)\)|([A-E?]+))/
const SEPARATOR = /^\s*[|:\-–—]\s/

/** The text with every letter that may stand in a code made a Latin capital; nothing moves, the length stays. */
export function foldLetters(text: string): string {
  return text.replace(/[a-eАВСЕавсе]/g, letter => LETTERS.get(letter) ?? letter)
}

/** Is the folded text spelled like a code of any length? */
export function isCode(folded: string): boolean {
  return /^[A-E?]+$/.test(folded)
}

/** Is the folded code one of a set of this shape? */
export function hasShape(code: string, shape: CodeShape): boolean {
  const letters: readonly string[] = alphabetOf(shape)
  return code.length === shape.positions && Array.from(code).every(letter => letter === '?' || letters.includes(letter))
}

export interface CodePrefix {
  /** Folded, without brackets. */
  readonly code: string
  /** As it is written, with its brackets. */
  readonly written: string
  /**
   * Where the title may begin after it, ascending: after one space (the way this app writes it), then after a
   * separator. `AAB - x` is either `x` after `AAB - ` or `- x` after `AAB `.
   */
  readonly ends: readonly number[]
}

/** The code in front of the text, of any length; none when it runs on without a space. */
export function codePrefix(text: string): CodePrefix | undefined {
  const spelled = SPELLED.exec(foldLetters(text))
  if (spelled === null) return undefined
  const length = spelled[0].length
  const after = text.slice(length)
  const separator = SEPARATOR.exec(after)
  const ends = [
    ...(after === '' ? [length] : []),
    ...(/^\s/.test(after) ? [length + 1] : []),
    ...(separator === null ? [] : [length + separator[0].length]),
  ]
  if (ends.length === 0) return undefined
  return { code: spelled[1] ?? spelled[2] ?? spelled[3] ?? '', written: text.slice(0, length), ends }
}

/** All places where the title may begin after the accepted codes stacked in front of it, ascending; empty when there is none. */
export function stackedEnds(text: string, accepts: (code: string) => boolean): readonly number[] {
  const ends: number[] = []
  for (;;) {
    const from = ends.at(-1) ?? 0
    const prefix = codePrefix(text.slice(from))
    if (prefix === undefined || !accepts(prefix.code)) return ends
    ends.push(...prefix.ends.map(end => from + end))
  }
}

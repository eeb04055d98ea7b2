/**
 * The lead's title with the code first: `AAB Title as it was`. The manager's own words are never lost: what might be
 * a code of somebody else is asked about, and what the title alone cannot tell is remembered with the run.
 */

import { codePrefix, type CodeShape, foldLetters, hasShape, isCode, stackedEnds } from './code-prefix.ts'

/**
 * The most that a title may hold. Counted in UTF-16 units, of which a text has at least as many as characters:
 * what fits so fits however the portal counts.
 */
export const TITLE_LIMIT = 255

/** What the person may decide about a title that is asked about; the first is preselected. */
export const TITLE_CHOICES = ['keep', 'replace'] as const
export type TitleChoice = (typeof TITLE_CHOICES)[number]

/** Why a title is asked about: a code though the lead has none, not the lead's code, the lead's code glued to a word. */
export type TitleDoubt = 'no-code' | 'other-code' | 'glued'

export type TitleReading =
  /** The whole title is the manager's. */
  | { readonly kind: 'plain', readonly title: string }
  /** The lead's code, once or stacked, in front of the manager's title. */
  | { readonly kind: 'ours', readonly rest: string }
  /** `prefix` (as written) may be a code in front of `rest`, or the beginning of the manager's `title`. */
  | { readonly kind: 'ask', readonly why: TitleDoubt, readonly title: string, readonly prefix: string, readonly rest: string }

/** A title as it is written to the lead, and what it cannot tell when it is read again; the run keeps all three. */
export interface WrittenTitle {
  readonly title: string
  /** How the manager's title begins, when that could be taken for a code or its separator; usually empty. */
  readonly start: string
  /** The end of the manager's title that did not fit; usually empty. */
  readonly cut: string
}

/**
 * Whose words the title is made of.
 * @param own the codes that the lead's own fields hold (code, class triple); empty texts count as none
 * @param shapes what the codes of the published sets look like
 * @param last what the last run wrote: gives the cut end back, and tells the manager's `ABC` from a code
 */
export function readTitle(title: string, own: readonly string[], shapes: readonly CodeShape[], last?: WrittenTitle): TitleReading {
  const text = withTail(title, last)
  const start = last?.start ?? ''
  const codes = own.map(code => foldLetters(code.trim())).filter(code => code !== '')
  const ownCodes = codes.filter(isCode)
  const ends = stackedEnds(text, code => ownCodes.includes(code))
  const known = start === '' ? undefined : ends.findLast(end => text.startsWith(start, end))
  if (known !== undefined) return { kind: 'ours', rest: text.slice(known) }
  if (start !== '' && text.startsWith(start)) return { kind: 'plain', title: text }
  const end = ends.at(-1)
  if (end !== undefined) return { kind: 'ours', rest: text.slice(end) }

  const prefix = codePrefix(text)
  if (prefix !== undefined && shapes.some(shape => hasShape(prefix.code, shape))) {
    const strangerEnd = stackedEnds(text, code => code === prefix.code || ownCodes.includes(code)).at(-1) ?? text.length
    return {
      kind: 'ask',
      why: codes.length === 0 ? 'no-code' : 'other-code',
      title: text,
      prefix: prefix.written,
      rest: text.slice(strangerEnd).trimStart(),
    }
  }
  const glued = gluedCode(text, ownCodes)
  if (glued !== undefined) return { kind: 'ask', why: 'glued', title: text, ...glued }
  return { kind: 'plain', title: text }
}

/**
 * The title with this code first, or without any when `code` is undefined (nothing answered). `choice` counts only
 * for a title that is asked about. At most {@link TITLE_LIMIT} long, cut at its end, never in the code.
 */
export function titleWith(code: string | undefined, reading: TitleReading, choice: TitleChoice): WrittenTitle {
  const words = managersTitle(reading, choice)
  const head = code === undefined ? '' : words === '' ? code : `${code} `
  const end = fittingEnd(words, TITLE_LIMIT - head.length)
  return { title: head + words.slice(0, end), start: ambiguousStart(words) || (code === undefined ? gluedStart(words) : ''), cut: words.slice(end) }
}

function managersTitle(reading: TitleReading, choice: TitleChoice): string {
  switch (reading.kind) {
    case 'plain': return reading.title
    case 'ours': return reading.rest
    case 'ask': return choice === 'keep' ? reading.title : reading.rest
  }
}

/** So many last units must be as they were written for the cut end to belong there still. */
const TAIL_MARK = 32

function withTail(title: string, last: WrittenTitle | undefined): string {
  if (last === undefined || last.cut === '') return title
  return title.endsWith(last.title.slice(-TAIL_MARK)) ? title + last.cut : title
}

/**
 * Up to the last character that codes, brackets and separators may consist of: at no other place of the written
 * title can the same text follow a code.
 */
function ambiguousStart(words: string): string {
  const afterCode = 'A '
  if (stackedEnds(afterCode + words, isCode).at(-1) === afterCode.length) return ''
  return startOf(words)
}

function startOf(words: string): string {
  const run = /^[A-E?[\]()\s|:\-–—]*/.exec(foldLetters(words))?.[0].length ?? 0
  return words.slice(0, run)
}

/** The same of a title that gets no code: the class or code that its lead has later could stand glued to it. */
function gluedStart(words: string): string {
  const letters = /^[[(]?([A-E?]+)/.exec(foldLetters(words))?.[1] ?? ''
  const codes = Array.from(letters, (_, at) => letters.slice(0, at + 1))
  return codes.some(code => gluedCode(words, [code]) !== undefined) ? startOf(words) : ''
}

/** The own code in front of a word without a space: `AABЗаявка`, `AAB-Заявка`; not a word that only begins so: `Сварка`. */
function gluedCode(text: string, own: readonly string[]): { prefix: string, rest: string } | undefined {
  const folded = foldLetters(text)
  const length = own.flatMap(code => [`[${code}]`, `(${code})`, code]).find(code => folded.startsWith(code))?.length
  if (length === undefined) return undefined
  const prefix = text.slice(0, length)
  const rest = text.slice(length)
  const isWord = /^(?:[A-Za-z][a-z]+|[А-ЯЁа-яё][а-яё]+)$/.test(text.slice(0, length + 1))
  if (isWord || !/^[|:\-–—]?[\p{L}\p{N}]/u.test(rest)) return undefined
  return { prefix, rest: rest.replace(/^[|:\-–—]/, '') }
}

/**
 * Where to cut so that no character that is seen as one (joined emoji, letter with its marks) is torn. White space
 * goes with the cut end: an editor that trims would take it away.
 */
function fittingEnd(text: string, limit: number): number {
  if (text.length <= limit) return text.length
  const cluster = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text).containing(limit)
  const whole = cluster?.index ?? limit
  // One character of endless combining marks would leave nothing of the title.
  const end = whole > 0 ? whole : limit - (/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(limit - 1)) ? 1 : 0)
  return text.slice(0, end).trimEnd().length || end
}

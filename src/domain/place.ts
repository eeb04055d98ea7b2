/** Places in a question set: paths such as `questions[1].bands[0].label`. */
import type { Question } from './question-set.ts'

export type PlaceSegment = string | number

const SEGMENT = /(?:^|(?<!^)\.)([A-Za-z_]\w*)|\[(\d+)\]/y

/** The keys and indexes of a path, or nothing when it is none. The empty path is the set itself. */
export function parsePlace(path: string): readonly PlaceSegment[] | undefined {
  const segments: PlaceSegment[] = []
  SEGMENT.lastIndex = 0
  while (SEGMENT.lastIndex < path.length) {
    const match = SEGMENT.exec(path)
    if (match === null) return undefined
    const [, key, index] = match
    segments.push(key ?? Number(index))
  }
  return segments
}

/** The path of these keys and indexes; {@link parsePlace} reads it back. */
export function printPlace(segments: readonly PlaceSegment[]): string {
  return segments.reduce<string>((path, segment) =>
    typeof segment === 'number' ? `${path}[${segment}]` : path === '' ? segment : `${path}.${segment}`, '')
}

/** Where the choice of this digit key stands in its question. */
export function placeOfChoice(question: Question, index: number): string {
  if (question.kind !== 'money' && question.kind !== 'horizon') return `choices[${index}]`
  return index < question.bands.length ? `bands[${index}]` : 'cannotPay'
}

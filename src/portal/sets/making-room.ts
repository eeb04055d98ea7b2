/** Room in the app's options: what does not fit lies on the shelf alone, and a pointer stands in its place. */
import type { QuestionSet } from '../../domain/question-set.ts'
import { setReference } from '../../domain/question-set.ts'
import { literalJson } from '../literal.ts'
import { LARGEST_OPTIONS, sizeOfOptions } from '../options-writing.ts'
import { optionOfSet } from '../options.ts'
import type { Options } from '../options.ts'
import { printSet } from '../../domain/set-codec.ts'
import { referenceInForce, setInForce } from './in-force.ts'
import type { InForce } from './in-force.ts'
import { parsePointer, printPointer } from './pointer.ts'

export interface Fitted {
  readonly options: Options
  /** The sets that got a pointer: their versions must be on the shelf before these options are written. */
  readonly pointed: readonly QuestionSet[]
  /** Of all options, in UTF-8. More than a portal keeps where pointers do not help. */
  readonly bytes: number
}

/** The other sets that are in force and stand whole in these options, the largest first. */
function othersIn(found: InForce, options: Options, set: string): readonly QuestionSet[] {
  const ids = (found.settings?.inForce ?? []).map(reference => reference.split('@', 1)[0] ?? '').filter(id => id !== set)
  const whole = ids.flatMap((id) => {
    const text = options[optionOfSet(id)]
    const read = setInForce(found, id)
    return text !== undefined && parsePointer(text) === undefined && read?.ok === true && setReference(read.value) === referenceInForce(found, id) ? [{ set: read.value, length: text.length }] : []
  })
  return whole.sort((a, b) => b.length - a.length).map(one => one.set)
}

/** `options`: all of them, as they would be with `set` whole in its place. It gives way first, then the largest others do. */
export function fitted(found: InForce, options: Options, set: QuestionSet): Fitted {
  let [fitting, bytes] = [options, sizeOfOptions(options)]
  const pointed: QuestionSet[] = []
  for (const next of [set, ...othersIn(found, options, set.id)]) {
    if (bytes <= LARGEST_OPTIONS) break
    pointed.push(next)
    fitting = { ...fitting, [optionOfSet(next.id)]: printPointer(setReference(next)) }
    bytes = sizeOfOptions(fitting)
  }
  return { options: fitting, pointed, bytes }
}

/** The text of a set in the options. */
export function optionText(set: QuestionSet): string {
  return literalJson(printSet(set))
}

/** The answers of a run as a draft, to go on from. */
import type { Draft } from '../domain/draft.ts'
import { readInstant } from '../domain/iso-time.ts'
import type { Run } from '../domain/run.ts'

/** A draft that says what the run says, as of the time of the run. */
export function draftOfRun({ set, at, seconds, answers, notes, namedDate }: Run): Draft {
  return { set, at: readInstant(at) ?? 0, seconds, answers, answered: Object.keys(answers), again: false, notes, ...(namedDate !== undefined && { namedDate }) }
}

/** Edits of the bands of a money or horizon question, by their edges: gaps and overlaps cannot be made. */
import type { Band, Question, SetDraft, Text } from '../question-set.ts'
import { MOST_ENTRIES } from '../set-limits.ts'
import { put } from './change.ts'
import { freshChoiceId } from './choices.ts'
import { edgesOf, evened, mergeAt, moveEdge, splitAt } from './edges.ts'
import { changeQuestion } from './questions.ts'
import { withoutConditionsOn } from './removal.ts'
import { fitsText } from './words.ts'

function changeBands(set: SetDraft, id: string, change: (bands: readonly Band[], question: Question) => readonly Band[]): SetDraft {
  return changeQuestion(set, id, question => question.kind === 'money' || question.kind === 'horizon'
    ? put(question, 'bands', change(question.bands, question))
    : question)
}

/** A horizon is counted in whole days. */
function isValueOf(question: Question, value: number): boolean {
  return question.kind === 'money' || Number.isInteger(value)
}

/** With the edge of this number, from the lowest on, at another value; beyond its neighbours nothing changes. */
export function moveBandEdge(set: SetDraft, question: string, edge: number, to: number): SetDraft {
  return changeBands(set, question, (bands, asked) => isValueOf(asked, to) ? moveEdge(bands, edge, to) : bands)
}

/** With the band at this value split: its lower part stays, the upper one is new, with the same marks and its own id and label. */
export function splitBand(set: SetDraft, question: string, at: number, label: Text, taken: readonly string[] = []): SetDraft {
  if (!fitsText(label)) return set
  return changeBands(set, question, (bands, asked) => {
    if (bands.length >= MOST_ENTRIES || !isValueOf(asked, at)) return bands
    return splitAt(bands, at, ({ clientLabel: _, ...band }) => ({ ...band, id: freshChoiceId(set, asked, label, taken), label }))
  })
}

function bandsOf(set: SetDraft, id: string): readonly Band[] {
  const question = set.questions.find(each => each.id === id)
  return question?.kind === 'money' || question?.kind === 'horizon' ? question.bands : []
}

/**
 * With the two bands at this edge made one; `stays` is the one whose id, label and marks go on. Conditions that name the other one go
 * as `usesOfChoice` tells.
 */
export function mergeBands(set: SetDraft, question: string, edge: number, stays: 'lower' | 'upper'): SetDraft {
  const merged = changeBands(set, question, bands => mergeAt(bands, edge, stays))
  const left = bandsOf(merged, question).map(band => band.id)
  return bandsOf(set, question).filter(band => !left.includes(band.id)).reduce((each, { id }) => withoutConditionsOn(each, question, id), merged)
}

/** Without the band: its values go to the band below it, those of the lowest to the one above. The only band stays. */
export function removeBand(set: SetDraft, question: string, id: string): SetDraft {
  const bands = bandsOf(set, question)
  const band = bands.find(each => each.id === id)
  if (band === undefined || bands.length < 2) return set
  const edge = edgesOf(bands).indexOf(band.from)
  return edge < 0 ? mergeBands(set, question, 0, 'upper') : mergeBands(set, question, edge, 'lower')
}

/** With the gaps and overlaps of a foreign set closed. */
export function evenBands(set: SetDraft, question: string): SetDraft {
  return changeBands(set, question, evened)
}

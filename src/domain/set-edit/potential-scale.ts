/** Edits of the scale that gives the coefficient by the amount, by its edges. */
import type { Language, Potential, PotentialBand, SetDraft, Text } from '../question-set.ts'
import { MOST_ENTRIES, MOST_TOUCHES } from '../set-limits.ts'
import { changeAt, isWithin, put, putOrDrop } from './change.ts'
import { evened, mergeAt, moveEdge, splitAt } from './edges.ts'
import { fitsText, withWords } from './words.ts'

function changeScale(set: SetDraft, change: (bands: readonly PotentialBand[]) => readonly PotentialBand[]): SetDraft {
  return put(set, 'potential', put(set.potential, 'bands', change(set.potential.bands)))
}

/** With the money question whose answer is the amount; without one the amount is the lead's own. */
export function setPotentialQuestion(set: SetDraft, question: string | undefined): SetDraft {
  if (question !== undefined && !set.questions.some(each => each.id === question && each.kind === 'money')) return set
  return put(set, 'potential', putOrDrop<Potential, 'question'>(set.potential, 'question', question))
}

/** With the edge of this number, from the lowest on, at another amount; beyond its neighbours nothing changes. */
export function movePotentialEdge(set: SetDraft, edge: number, to: number): SetDraft {
  return changeScale(set, bands => moveEdge(bands, edge, to))
}

/** With the band at this amount split: the upper part is new, with its own label and coefficient. */
export function splitPotentialBand(set: SetDraft, at: number, coefficient: number, label: Text): SetDraft {
  if (!fitsText(label) || !isWithin(coefficient, 0, MOST_TOUCHES)) return set
  return changeScale(set, bands => bands.length >= MOST_ENTRIES ? bands : splitAt(bands, at, band => ({ ...band, coefficient, label })))
}

/** With the two bands at this edge made one. */
export function mergePotentialBands(set: SetDraft, edge: number, stays: 'lower' | 'upper'): SetDraft {
  return changeScale(set, bands => mergeAt(bands, edge, stays))
}

/** With the gaps and overlaps of a foreign set closed. */
export function evenPotential(set: SetDraft): SetDraft {
  return changeScale(set, evened)
}

/** With another coefficient, 0 to 100, for the band at this index of the list. */
export function setCoefficient(set: SetDraft, index: number, coefficient: number): SetDraft {
  if (!isWithin(coefficient, 0, MOST_TOUCHES)) return set
  return changeScale(set, bands => changeAt(bands, index, band => put(band, 'coefficient', coefficient)))
}

export function setPotentialText(set: SetDraft, index: number, language: Language, words: string): SetDraft {
  return changeScale(set, bands => changeAt(bands, index, band => put(band, 'label', withWords(band.label, language, words))))
}

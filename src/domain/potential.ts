/** The prospect coefficient of a lead, by the amount. */
import { answerTo, chosen } from './answers.ts'
import type { Answers } from './answers.ts'
import { isVisible } from './answers.ts'
import { bandAt } from './question-set.ts'
import type { Band, PotentialBand, QuestionSet } from './question-set.ts'

export interface Money {
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
}

/**
 * Where the coefficient comes from: the sum that was typed, the lead's own amount, the chosen band, or "cannot pay".
 * `none`: not known, the coefficient is `?`.
 */
export type PotentialResult =
  | { readonly source: 'typed' | 'lead'; readonly amount: number; readonly coefficient: number; readonly band: PotentialBand }
  | { readonly source: 'band'; readonly from: number; readonly coefficient: number; readonly band: PotentialBand }
  | { readonly source: 'cannot-pay'; readonly coefficient: 0 }
  | { readonly source: 'none' }

function inside(bands: readonly PotentialBand[], band: Band): PotentialBand | undefined {
  return bands.find(scale => band.from >= scale.from && (scale.to === null || (band.to !== null && band.to <= scale.to)))
}

/**
 * The coefficient: a typed amount, else the lead's amount when it is positive and in the set's currency (never
 * converted), else the chosen band when it lies inside one band of the scale. Who cannot pay has 0 whatever the amount.
 */
export function potentialOf(set: QuestionSet, answers: Answers, lead: Money | undefined): PotentialResult {
  const { bands } = set.potential
  const question = set.questions.find(q => q.id === set.potential.question)
  const answer = question && isVisible(set, answers, question.id) ? answerTo(answers, question.id) : undefined
  const choice = question && chosen(question, answer)
  if (question?.kind === 'money' && choice !== undefined && choice === question.cannotPay) return { source: 'cannot-pay', coefficient: 0 }
  if (answer?.kind === 'amount') {
    const band = bandAt(bands, answer.amount)
    return band ? { source: 'typed', amount: answer.amount, coefficient: band.coefficient, band } : { source: 'none' }
  }
  if (lead !== undefined && lead.amount > 0 && lead.currency === set.currency) {
    const band = bandAt(bands, lead.amount)
    return band ? { source: 'lead', amount: lead.amount, coefficient: band.coefficient, band } : { source: 'none' }
  }
  if (question?.kind !== 'money' || choice === undefined) return { source: 'none' }
  const chosenBand = question.bands.find(band => band.id === choice.id)
  const band = chosenBand && inside(bands, chosenBand)
  return chosenBand && band ? { source: 'band', from: chosenBand.from, coefficient: band.coefficient, band } : { source: 'none' }
}

/** The coefficient, or nothing where it is `?`. */
export function coefficientOf(result: PotentialResult): number | undefined {
  return result.source === 'none' ? undefined : result.coefficient
}

/** Is the order large enough to be flagged "particularly important"? A band counts by its lower edge. */
export function isLargeOrder(set: QuestionSet, result: PotentialResult): boolean {
  switch (result.source) {
    case 'typed':
    case 'lead': return result.amount >= set.notices.largeOrder
    case 'band': return result.from >= set.notices.largeOrder
    case 'cannot-pay':
    case 'none': return false
  }
}

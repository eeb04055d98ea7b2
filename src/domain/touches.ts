/** How many touches a lead gets, how far apart they are, and which step each of them is. */
import type { Cadence, FollowUp, Step } from './question-set.ts'

/** `6 × 2 = 12`, and what is special about it. */
export interface TouchArithmetic {
  readonly base: number
  /** Prospect 0–4; undefined is `?`, the amount is not known. */
  readonly coefficient: number | undefined
  readonly touches: number
  /** The class rule allows no touches whatever the coefficient. */
  readonly capped: boolean
  /** The coefficient is `?` and was counted as 1. */
  readonly assumed: boolean
}

/** The product as it is on paper: 25 × 2.3 is 57.5, where floating point gives a little less. */
function product(base: number, coefficient: number): number {
  return Number((base * coefficient).toPrecision(12))
}

/** touches = round(base × coefficient), half up. */
export function touchArithmetic(base: number, coefficient: number | undefined, capped: boolean): TouchArithmetic {
  const touches = capped ? 0 : Math.max(0, Math.round(product(base, coefficient ?? 1)))
  return { base, coefficient, touches, capped, assumed: coefficient === undefined && !capped }
}

/** Working days between a touch and the next one, by the index of the gap from 0. */
export function gapAt(cadence: Cadence, index: number): number {
  return cadence.gaps[index] ?? cadence.then
}

/** The step of a touch, numbered from 1: the steps of the contact history, then the later ones in turn (without any, the steps again). */
export function stepOf(followUp: Pick<FollowUp, 'steps' | 'later'>, touch: number): Step | undefined {
  const { steps, later } = followUp
  const index = touch - 1
  if (index < steps.length) return steps[index]
  return later.length > 0 ? later[(index - steps.length) % later.length] : steps[index % steps.length]
}

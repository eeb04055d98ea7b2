/** Everything that follows from the answers to a set, for one lead at one moment. */
import { answerTo, chosen, outcomes } from './answers.ts'
import type { Answers } from './answers.ts'
import { planFollowUp } from './follow-up.ts'
import type { Plan } from './follow-up.ts'
import { coefficientOf, isLargeOrder, potentialOf } from './potential.ts'
import type { Money, PotentialResult } from './potential.ts'
import { decidingQuestions } from './question-order.ts'
import type { Channel, Choice, Question, QuestionSet, Reason } from './question-set.ts'
import { codeOf, score } from './score.ts'
import type { Score } from './score.ts'
import type { WorkingCalendar } from './working-time.ts'

export interface Qualification {
  readonly answers: Answers
  readonly score: Score
  /** No code while nothing was answered. */
  readonly code: string | undefined
  readonly potential: PotentialResult
  /** Prospect 0–4, or nothing where it is `?`. */
  readonly coefficient: number | undefined
  /** "Particularly important": a large order. */
  readonly important: boolean
  /** "AAA" in the sense of the set's reactions. */
  readonly hot: boolean
  /** Why the lead is of class C. */
  readonly reason: Reason | undefined
  readonly preferred: Channel | undefined
  /** The day that the client named for the next contact or the purchase, YYYY-MM-DD. */
  readonly purchaseDate: string | undefined
  readonly plan: Plan
}

export interface QualificationInput {
  readonly set: QuestionSet
  readonly answers: Answers
  /** The lead's own amount. */
  readonly amount: Money | undefined
  /** Epoch milliseconds. */
  readonly now: number
  readonly calendar: WorkingCalendar
  /** The date that the client named for the next contact, YYYY-MM-DD. */
  readonly namedDate: string | undefined
}

/** The choices that count, in the set's order, a question for the reason first. What an offer lifted says "not now" no more. */
function visibleChoices(set: QuestionSet, answers: Answers): readonly Choice[] {
  const state = outcomes(set, answers)
  const visible = set.questions.filter((question) => {
    const outcome = state.get(question.id)
    return outcome?.state === 'open' || (outcome?.state === 'known' && outcome.sign === outcome.choice.sign)
  })
  const isForReason = (question: Question) => question.kind === 'choice' && question.for === 'reason'
  return [...visible.filter(isForReason), ...visible.filter(question => !isForReason(question))]
    .flatMap(question => chosen(question, answerTo(answers, question.id)) ?? [])
}

function purchaseDateOf(set: QuestionSet, answers: Answers): string | undefined {
  const state = outcomes(set, answers)
  for (const question of set.questions) {
    const answer = answerTo(answers, question.id)
    if (question.kind === 'horizon' && state.get(question.id)?.state !== 'hidden' && answer?.kind === 'choice' && answer.date !== undefined) return answer.date
  }
  return undefined
}

/** Computes it all anew: the same input always gives the same result. */
export function qualify({ set, answers, amount, now, calendar, namedDate }: QualificationInput): Qualification {
  const result = score(set, answers)
  const code = codeOf(set, answers)
  const potential = potentialOf(set, answers, amount)
  const coefficient = coefficientOf(potential)
  const choices = visibleChoices(set, answers)
  const leadClass = result.class.state === 'decided' ? result.class.class : undefined
  const reason = leadClass === 'C' ? set.reasons.find(r => r.id === choices.find(choice => choice.reason !== undefined)?.reason) : undefined
  const preferred = choices.find(choice => choice.channel !== undefined)?.channel
  const purchaseDate = purchaseDateOf(set, answers)
  const plan = planFollowUp({
    followUp: set.followUp,
    calendar,
    now,
    class: result.class,
    coefficient,
    ask: decidingQuestions(set, answers).map(question => question.id),
    preferred,
    namedDate,
    recheck: { reasonDays: reason?.recheckDays, purchaseDate },
  })
  return {
    answers, score: result, code, potential, coefficient, reason, preferred, purchaseDate, plan,
    important: isLargeOrder(set, potential),
    hot: leadClass === 'A' && (set.notices.hot === 'class' || /^A+$/.test(code ?? '')),
  }
}

/** Why a letter, the class and the coefficient are what they are, and which single answer would better them. */
import { answerTo, chosen, isVisible, outcomes } from './answers.ts'
import type { Answer, Answers } from './answers.ts'
import { choicesOf, GRADES, isGraded, LEAD_CLASSES } from './question-set.ts'
import type { Choice, PotentialBand, Question, QuestionSet } from './question-set.ts'
import type { Letter } from './abc-code.ts'
import { coefficientOf, potentialOf } from './potential.ts'
import type { Money, PotentialResult } from './potential.ts'
import { score } from './score.ts'
import type { Score } from './score.ts'

/** One answer put in place of another; `offer` is a yes to the offer question with the choice unchanged. */
export interface Change {
  readonly question: Question
  readonly choice: Choice
  readonly offer: boolean
}

/** The single-answer changes that would give the best result in reach, and that result. */
export interface NearestChange {
  readonly changes: readonly Change[]
  readonly score: Score
}

/** The answers behind a result: question, the choice given, and what it counts. */
export interface Ground {
  readonly question: Question
  readonly state: 'known' | 'open' | 'hidden'
  readonly choice: Choice | undefined
  /** The offer was taken, which lifts the grade. */
  readonly lifted: boolean
}

export interface LetterExplanation {
  readonly letter: Letter
  readonly grounds: readonly Ground[]
  readonly nearest: NearestChange | undefined
}

export interface ClassExplanation {
  /** Ids of the rules that match, or still can. */
  readonly rules: readonly string[]
  readonly grounds: readonly Ground[]
  readonly nearest: NearestChange | undefined
}

export interface CoefficientExplanation {
  readonly potential: PotentialResult
  readonly grounds: readonly Ground[]
  /** The amount from which the coefficient would be higher; for who cannot pay, if they could. */
  readonly nearest: PotentialBand | undefined
}

function groundsOf(set: QuestionSet, answers: Answers, ids: readonly string[]): readonly Ground[] {
  const state = outcomes(set, answers)
  return set.questions.filter(question => ids.includes(question.id)).map((question) => {
    const outcome = state.get(question.id)
    const answer = answerTo(answers, question.id)
    const choice = outcome?.state === 'hidden' ? undefined : chosen(question, answer)
    return {
      question,
      state: outcome?.state ?? 'hidden',
      choice,
      lifted: outcome?.state === 'known' && answer?.kind === 'choice' && answer.offer === 'yes' && outcome.choice.sign !== 'plus',
    }
  })
}

/** Every answer that differs from the given ones in one question that counts. */
function* changesOf(set: QuestionSet, answers: Answers): Generator<{ change: Change; answers: Answers }> {
  for (const question of set.questions) {
    if (!isGraded(question) || !isVisible(set, answers, question.id)) continue
    const now = chosen(question, answerTo(answers, question.id))
    for (const choice of choicesOf(question)) {
      const offers = question.kind === 'horizon' && question.offer !== undefined && choice.sign !== 'plus'
      const ways: readonly Answer[] = offers
        ? [{ kind: 'choice', choice: choice.id, offer: 'no' }, { kind: 'choice', choice: choice.id, offer: 'yes' }]
        : [{ kind: 'choice', choice: choice.id }]
      for (const answer of ways) {
        const offer = answer.kind === 'choice' && answer.offer === 'yes'
        if (choice === now ? !offer : offer) continue
        yield { change: { question, choice, offer }, answers: { ...answers, [question.id]: answer } }
      }
    }
  }
}

/** A smaller rank is better. The changes named together give results that are `alike`; the score is that of the first. */
function nearest(set: QuestionSet, answers: Answers, rank: (score: Score) => number, alike: (a: Score, b: Score) => boolean): NearestChange | undefined {
  const today = rank(score(set, answers))
  let best = today
  let found: { change: Change; score: Score }[] = []
  for (const candidate of changesOf(set, answers)) {
    const result = score(set, candidate.answers)
    const value = rank(result)
    if (value < best) { best = value; found = [] }
    if (value === best && best < today) found.push({ change: candidate.change, score: result })
  }
  const [first] = found
  return first && { changes: found.filter(f => alike(f.score, first.score)).map(f => f.change), score: first.score }
}

const UNKNOWN_RANK = GRADES.length

function letterRank(letter: Letter | undefined): number {
  return letter === undefined || letter === '?' ? UNKNOWN_RANK : GRADES.indexOf(letter)
}

function classRank({ class: result }: Score): number {
  return result.state === 'open' ? LEAD_CLASSES.length : LEAD_CLASSES.indexOf(result.class)
}

/** Which answers gave the letter at this position, and the nearest change that betters it. A letter not known yet has none. */
export function explainLetter(set: QuestionSet, answers: Answers, position: number): LetterExplanation | undefined {
  const letter = score(set, answers).letters[position]
  const place = set.code[position]
  if (letter === undefined || place === undefined) return undefined
  return {
    letter,
    grounds: groundsOf(set, answers, place.questions),
    nearest: letter === '?' ? undefined : nearest(set, answers, result => letterRank(result.letters[position]), (a, b) => a.code === b.code),
  }
}

/** Which answers and rule gave the class, and the nearest change that betters it. An open class has none. */
export function explainClass(set: QuestionSet, answers: Answers): ClassExplanation {
  const result = score(set, answers).class
  const ids = set.classRules.flatMap(rule => Object.keys(rule.when))
  return {
    rules: result.rules,
    grounds: groundsOf(set, answers, ids),
    nearest: result.state === 'open' ? undefined : nearest(set, answers, classRank, () => true),
  }
}

/** Where the coefficient comes from, and the next band of the scale that gives a higher one. A coefficient not known has none. */
export function explainCoefficient(set: QuestionSet, answers: Answers, lead: Money | undefined): CoefficientExplanation {
  const potential = potentialOf(set, answers, lead)
  const coefficient = coefficientOf(potential)
  const { question, bands } = set.potential
  const higher = coefficient === undefined ? [] : bands.filter(band => band.coefficient > coefficient)
  return {
    potential,
    grounds: groundsOf(set, answers, question === undefined ? [] : [question]),
    nearest: higher.reduce<PotentialBand | undefined>((next, band) => next === undefined || band.from < next.from ? band : next, undefined),
  }
}

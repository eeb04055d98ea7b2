/** Answers in, code and class out. */
import { lettersOf } from './abc-code.ts'
import type { Letter } from './abc-code.ts'
import { read, spaceOf } from './answer-space.ts'
import { answerTo } from './answers.ts'
import type { Answers } from './answers.ts'
import { classOf } from './lead-class.ts'
import type { ClassResult } from './lead-class.ts'
import { isGraded } from './question-set.ts'
import type { QuestionSet } from './question-set.ts'

export interface Score {
  /** One letter per code position. */
  readonly letters: readonly Letter[]
  /** The letters as one word. */
  readonly code: string
  readonly class: ClassResult
}

const scores = new WeakMap<QuestionSet, Map<string, Score>>()

/**
 * Code and class of the answers. A pure function of set and answers; results are remembered per set object, since a
 * set has few distinct outcomes and a backlog has many leads.
 */
export function score(set: QuestionSet, answers: Answers): Score {
  const space = spaceOf(set)
  const known = read(space, answers)
  let remembered = scores.get(set)
  if (!remembered) scores.set(set, remembered = new Map())
  const before = remembered.get(known.key)
  if (before) return before
  const letters = lettersOf(set, space, known)
  const result: Score = { letters, code: letters.join(''), class: classOf(set, space, known) }
  remembered.set(known.key, result)
  return result
}

/** The code of a lead, or none when no question that is asked and counts was answered (unknown is an answer). */
export function codeOf(set: QuestionSet, answers: Answers): string | undefined {
  const { visible } = read(spaceOf(set), answers)
  const counts = set.questions.some((question, index) => visible[index] === true && isGraded(question) && answerTo(answers, question.id) !== undefined)
  return counts && set.code.length > 0 ? score(set, answers).code : undefined
}

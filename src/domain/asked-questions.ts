/** The path through a set: which questions are asked, which are still open. */
import { answerTo, isAnswered, isVisible } from './answers.ts'
import type { Answers } from './answers.ts'
import type { Question, QuestionSet } from './question-set.ts'

/** The questions that are asked, given the answers, in the set's order. */
export function askedQuestions(set: QuestionSet, answers: Answers): readonly Question[] {
  return set.questions.filter(question => isVisible(set, answers, question.id))
}

/** The questions that are asked and not dealt with yet. */
export function openQuestions(set: QuestionSet, answers: Answers): readonly Question[] {
  return askedQuestions(set, answers).filter(question => !isAnswered(question, answerTo(answers, question.id)))
}

/** The next question in the set's own order. */
export function firstOpen(set: QuestionSet, answers: Answers): Question | undefined {
  return openQuestions(set, answers)[0]
}

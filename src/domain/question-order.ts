/** Which question decides most, and when the rest has become optional. */
import { outcomes } from './answers.ts'
import type { Answers } from './answers.ts'
import { read, spaceOf } from './answer-space.ts'
import { openQuestions } from './asked-questions.ts'
import { classOf } from './lead-class.ts'
import type { Question, QuestionSet } from './question-set.ts'
import { score } from './score.ts'

/**
 * The questions to ask for an open class: asked but not known (unknown is not known), and the class rules look at them or
 * at a question that depends on them.
 */
export function decidingQuestions(set: QuestionSet, answers: Answers): readonly Question[] {
  if (score(set, answers).class.state === 'decided') return []
  const state = outcomes(set, answers)
  const looked = new Set(set.classRules.flatMap(rule => Object.keys(rule.when)))
  for (const question of [...set.questions].reverse()) {
    if (looked.has(question.id)) question.askIf?.forEach(condition => looked.add(condition.question))
  }
  return set.questions.filter(question => looked.has(question.id) && state.get(question.id)?.state === 'open')
}

/** How many classes each single outcome of the question leaves possible, summed: the smaller, the more it decides. */
function leftOpen(set: QuestionSet, answers: Answers, question: Question): number {
  const space = spaceOf(set)
  const index = space.indexOf.get(question.id) ?? -1
  const known = read(space, answers)
  const values = known.values[index] ?? []
  const sum = values.reduce((total, value) => {
    const fixed = known.values.map((v, i) => i === index ? [value] : v)
    const result = classOf(set, space, { ...known, values: fixed })
    return total + (result.state === 'open' ? result.possible.length : 1)
  }, 0)
  return values.length === 0 ? Infinity : sum / values.length
}

/**
 * The next question to ask: the set's order, or, where the set allows it and the class is open, the one whose answers
 * leave the fewest classes possible (first in the set's order among equals).
 */
export function nextQuestion(set: QuestionSet, answers: Answers): Question | undefined {
  const open = openQuestions(set, answers)
  if (!set.reorder || score(set, answers).class.state === 'decided') return open[0]
  const ranked = open.map(question => ({ question, rank: leftOpen(set, answers, question) }))
  return ranked.reduce<(typeof ranked)[number] | undefined>((best, next) => best === undefined || next.rank < best.rank ? next : best, undefined)?.question
}

/** No open answer can change the class, though questions that are not optional by themselves are left. */
export function decidedEarly(set: QuestionSet, answers: Answers): boolean {
  return score(set, answers).class.state === 'decided' && openQuestions(set, answers).some(question => question.optional !== true)
}

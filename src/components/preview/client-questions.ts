/** Which questions of a set a site would ask, where the portal had a place for all of them. */
import { publicSetOf } from '../../domain/public-set.ts'
import { choicesOf } from '../../domain/question-set.ts'
import type { QuestionSet } from '../../domain/question-set.ts'

/** Their ids. A draft's new questions have no fields yet, so none is looked for. */
export function clientQuestions(set: QuestionSet): ReadonlySet<string> {
  const places = {
    answers: Object.fromEntries(set.questions.map(({ id }) => [id, id])),
    choices: Object.fromEntries(set.questions.map(question => [question.id, Object.fromEntries(choicesOf(question).map(({ id }, index) => [id, index + 1]))])),
    results: { set: '' },
  }
  return new Set(publicSetOf(set, places).questions.map(({ id }) => id))
}

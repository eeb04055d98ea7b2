/** What a site would ask of a set that is not published yet. */
import { publicSetOf } from '../../domain/public-set.ts'
import type { PublicSet } from '../../domain/public-set.ts'
import { choicesOf } from '../../domain/question-set.ts'
import type { QuestionSet } from '../../domain/question-set.ts'

/** The public part of a set, as if the portal had a place for all of it: a draft's new questions have no fields yet. */
export function publicDraft(set: QuestionSet): PublicSet {
  return publicSetOf(set, {
    answers: Object.fromEntries(set.questions.map(({ id }) => [id, id])),
    choices: Object.fromEntries(set.questions.map(question => [question.id, Object.fromEntries(choicesOf(question).map(({ id }, index) => [id, index + 1]))])),
    results: { set: '' },
  })
}

/** What a client answered in an earlier lead and may be offered in a new one. */
import { answerTo } from './answers.ts'
import type { Answer, Answers } from './answers.ts'
import { answersOfLead } from './lead-answers.ts'
import type { QualificationFields } from './lead.ts'
import type { QuestionSet } from './question-set.ts'

/** Days that were named then are over, and what was offered is offered anew: only the choice itself lasts. */
function lasting(answer: Answer | undefined): Answer | undefined {
  if (answer?.kind === 'choice') return { kind: 'choice', choice: answer.choice }
  return answer?.kind === 'unknown' ? undefined : answer
}

/**
 * The answers of the earlier lead to questions of this set that have none in `now`; nothing that was not known, no days and no
 * answers to offers. Choices that this set does not have are left out.
 */
export function earlierAnswers(set: QuestionSet, fields: QualificationFields, now: Answers): Answers {
  const then = answersOfLead(set, fields)
  return Object.fromEntries(set.questions.flatMap(({ id }) => {
    const answer = answerTo(now, id) ? undefined : lasting(answerTo(then, id))
    return answer ? [[id, answer]] : []
  }))
}

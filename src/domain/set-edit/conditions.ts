/** Edits of when a question is asked. */
import { choicesOf } from '../question-set.ts'
import type { SetDraft } from '../question-set.ts'
import { putOrDrop } from './change.ts'
import { changeQuestion } from './questions.ts'

/** With the question asked only after one of these choices of an earlier question; no choices take the condition away. */
export function setCondition(set: SetDraft, id: string, source: string, choices: readonly string[]): SetDraft {
  const earlier = set.questions.slice(0, Math.max(0, set.questions.findIndex(question => question.id === id)))
  const gate = earlier.find(question => question.id === source)
  const offered = gate === undefined ? [] : choicesOf(gate).map(choice => choice.id)
  const named = offered.filter(choice => choices.includes(choice))
  if (choices.some(choice => !offered.includes(choice))) return set
  return changeQuestion(set, id, (question) => {
    const before = question.askIf ?? []
    const condition = { question: source, choices: named }
    const after = named.length === 0
      ? before.filter(each => each.question !== source)
      : before.some(each => each.question === source)
        ? before.map(each => each.question === source ? condition : each)
        : [...before, condition]
    return putOrDrop(question, 'askIf', after.length === 0 ? undefined : after)
  })
}

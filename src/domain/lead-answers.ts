/** The answers that a lead holds already: its last run, corrected by what its fields say now. */
import { answerTo, chosen, isVisible } from './answers.ts'
import type { Answer, Answers } from './answers.ts'
import type { QualificationFields } from './lead.ts'
import type { QuestionSet } from './question-set.ts'
import { choicesOf } from './question-set.ts'
import { parseRun } from './run.ts'
import type { Run } from './run.ts'

/** The last run that the lead remembers; nothing where the field is empty or does not parse (it is left as it is). */
export function lastRun(fields: QualificationFields): Run | undefined {
  const run = fields.run === undefined ? undefined : parseRun(fields.run)
  return run?.ok === true ? run.value : undefined
}

/** Nobody has qualified the lead, and its fields hold answers or what was put in the place of answers. */
export function isDeclared({ answers, strange = {}, code, run }: QualificationFields): boolean {
  return code === undefined && run === undefined && Object.keys({ ...answers, ...strange }).length > 0
}

/**
 * The answers to start from. A list field that somebody changed by hand wins over the run; one that was emptied takes its
 * answer away, unless the question is hidden (its field is empty by rule, its answer is kept).
 */
export function answersOfLead(set: QuestionSet, fields: QualificationFields): Answers {
  const run = lastRun(fields)?.answers ?? {}
  const answers: Record<string, Answer> = {}
  for (const question of set.questions) {
    const remembered = answerTo(run, question.id)
    const field = Object.hasOwn(fields.answers, question.id) ? fields.answers[question.id] : undefined
    const choice = chosen(question, remembered)
    if (field !== undefined && choice?.id !== field) {
      if (choicesOf(question).some(c => c.id === field)) answers[question.id] = { kind: 'choice', choice: field }
    } else if (remembered !== undefined && (choice === undefined || field !== undefined || !isVisible(set, run, question.id))) {
      answers[question.id] = remembered
    }
  }
  return answers
}

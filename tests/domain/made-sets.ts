/** Small sets made for one table each. */
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { Choice, ChoiceQuestion, Grade, QuestionSet, Sign } from '../../src/domain/question-set.ts'

const WORDS = { ru: 'Слова', en: 'Words' }

/** `a A+` is the choice `a` of grade A and plus; `a` alone is ungraded. */
function choice(short: string): Choice {
  const [id = '', marks = ''] = short.split(' ')
  const grade = (['A', 'B', 'C', 'D', 'E'] as const).find((each: Grade) => marks.includes(each))
  const sign: Sign | undefined = marks.includes('+') ? 'plus' : marks.includes('-') ? 'minus' : undefined
  return { id, label: WORDS, ...(grade && { grade }), ...(sign && { sign }) }
}

/** A choice question: `asks('need', 'yes A+', 'no C-')`. */
export function asks(id: string, ...choices: readonly string[]): ChoiceQuestion {
  return { id, kind: 'choice', name: WORDS, script: WORDS, choices: choices.map(choice) }
}

/** The default set's follow-up around these questions, with a position for each unless said. */
export function setOf(changes: Pick<QuestionSet, 'questions'> & Partial<QuestionSet>): QuestionSet {
  return {
    ...DEFAULT_SET,
    id: 'made',
    code: changes.questions.filter(question => question.kind !== 'text').map(question => ({ questions: [question.id] })),
    classRules: [],
    classElse: { id: 'else', class: 'C' },
    potential: { bands: DEFAULT_SET.potential.bands },
    ...changes,
  }
}

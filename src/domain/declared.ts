/** What a client answered before anybody asked: the answers that stand in a lead's fields while it has no code. */
import { answerTo, chosen, isVisible } from './answers.ts'
import type { Answer, Answers } from './answers.ts'
import { answersOfLead, isDeclared, lastRun } from './lead-answers.ts'
import type { QualificationFields } from './lead.ts'
import { choicesOf } from './question-set.ts'
import type { Choice, Question, QuestionSet, SetReference } from './question-set.ts'
import type { Declared } from './run.ts'

/**
 * What the lead remembers of its client's own answers: while it is not qualified, what its fields hold; later what its last run
 * kept of them. Nothing where the client answered nothing. `went`: ids of the questions that a manager went through.
 */
export function declaredOf(fields: QualificationFields, went: readonly string[]): Declared | undefined {
  if (!isDeclared(fields)) return lastRun(fields)?.declared
  const { answers, strange, set } = fields
  const given = Object.keys({ ...answers, ...strange })
  return { answers, ...(strange && { strange }), ...(set && { set }), confirmed: went.filter(id => given.includes(id)) }
}

/**
 * How an answer of the client stands to the set in hand. `fits`: a choice of it. `gone`: a choice that the set does not have (any
 * more). `strange`: the field held what stands for no choice. `unasked`: the question was not to be asked after the other answers.
 */
export type DeclaredState = 'fits' | 'gone' | 'strange' | 'unasked'

/** What became of it: the manager heard the same, heard something else, or has not asked. */
export type Heard = 'same' | 'other' | 'open'

export interface DeclaredAnswer {
  readonly question: Question
  readonly state: DeclaredState
  /** The choice, where the set has it. */
  readonly choice: Choice | undefined
  /** What stands in the field: a choice id, or the raw value as text. */
  readonly raw: string
  readonly heard: Heard
  /** What the manager heard, where it is something else. */
  readonly now: Answer | undefined
}

function stateOf(set: QuestionSet, question: Question, declared: Declared, choice: Choice | undefined): DeclaredState {
  if (!Object.hasOwn(declared.answers, question.id)) return 'strange'
  if (choice === undefined) return 'gone'
  return isVisible(set, answersOfLead(set, { answers: declared.answers, important: false }), question.id) ? 'fits' : 'unasked'
}

/** The client's answers in the set's order, each with what is to be thought of it and what became of it in the answers `now`. */
export function examineDeclared(set: QuestionSet, declared: Declared, now: Answers): readonly DeclaredAnswer[] {
  return set.questions.flatMap((question): readonly DeclaredAnswer[] => {
    const raw = own(declared.answers, question.id) ?? own(declared.strange ?? {}, question.id)
    if (raw === undefined) return []
    const choice = choicesOf(question).find(({ id }) => id === raw)
    const state = stateOf(set, question, declared, choice)
    const answer = answerTo(now, question.id)
    const same = choice !== undefined && chosen(question, answer)?.id === choice.id
    const heard = declared.confirmed.includes(question.id) || (answer !== undefined && !same) ? same ? 'same' : 'other' : 'open'
    return [{ question, state, choice, raw, heard, now: heard === 'other' ? answer : undefined }]
  })
}

/** Ids of declared answers to questions that the set does not have: they are kept and shown by their ids. */
export function unknownQuestions(set: QuestionSet, { answers, strange = {} }: Declared): readonly string[] {
  return Object.keys({ ...answers, ...strange }).filter(id => set.questions.every(question => question.id !== id))
}

/**
 * By which version the form asked. `current`; `older`, `newer` than the one in hand (a version that there never was is newer);
 * `other`: another set; `unsaid`: the lead does not tell.
 */
export type Asked = 'current' | 'older' | 'newer' | 'other' | 'unsaid'

export function askedBy(set: QuestionSet, reference: SetReference | undefined): Asked {
  if (reference === undefined) return 'unsaid'
  const [id, version] = reference.split('@')
  if (id !== set.id) return 'other'
  const difference = Number(version) - set.version
  return difference === 0 ? 'current' : difference < 0 ? 'older' : 'newer'
}

/** What is odd about the answers of a lead that nobody asked yet. */
export type Oddity = Exclude<DeclaredState, 'fits'> | Exclude<Asked, 'current' | 'unsaid'>

/** Each kind once, those of single answers first; none where the lead has no answers of its client. */
export function odditiesOf(set: QuestionSet, fields: QualificationFields): readonly Oddity[] {
  const declared = declaredOf(fields, [])
  if (!declared) return []
  const kinds = [...examineDeclared(set, declared, {}).map(({ state }) => state), askedBy(set, declared.set)]
  return [...new Set(kinds)].filter(kind => kind !== 'fits' && kind !== 'current' && kind !== 'unsaid')
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

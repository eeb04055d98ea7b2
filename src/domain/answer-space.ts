/** Every way in which a set's questions can come out: the ground on which a class is called decided and a set is examined. */
import { answerTo, chosen, lifted, offerIsOpen } from './answers.ts'
import type { Answers } from './answers.ts'
import { choicesOf } from './question-set.ts'
import type { Choice, Grade, Question, QuestionSet, Sign } from './question-set.ts'

/** One way in which a visible question can come out. */
export interface Resolved {
  readonly choice: Choice
  /** For a horizon question with an offer question: was the offer taken? */
  readonly offer: boolean
  readonly grade: Grade | undefined
  readonly sign: Sign | undefined
}

/** All questions resolved: by index of the question, `undefined` where it is hidden (or a text). */
export type Combination = readonly (Resolved | undefined)[]

interface Gate {
  readonly index: number
  readonly choices: ReadonlySet<string>
}

interface SpaceQuestion {
  readonly question: Question
  readonly values: readonly Resolved[]
  readonly gates: readonly Gate[]
}

/** Every way in which this question can come out when it is asked. */
export function valuesOf(question: Question): readonly Resolved[] {
  const offers = question.kind === 'horizon' && question.offer !== undefined
  return choicesOf(question).flatMap((choice) => {
    const plain: Resolved = { choice, offer: false, grade: choice.grade, sign: choice.sign }
    return offers && choice.sign !== 'plus'
      ? [plain, { choice, offer: true, grade: choice.grade && lifted(choice.grade), sign: 'plus' }]
      : [plain]
  })
}

export interface AnswerSpace {
  readonly questions: readonly SpaceQuestion[]
  readonly indexOf: ReadonlyMap<string, number>
}

const spaces = new WeakMap<QuestionSet, AnswerSpace>()

/** The space of a set, made once per set object. Conditions on unknown or later questions never hold. */
export function spaceOf(set: QuestionSet): AnswerSpace {
  const known = spaces.get(set)
  if (known) return known
  const indexOf = new Map(set.questions.map((question, index) => [question.id, index]))
  const questions = set.questions.map((question, index): SpaceQuestion => ({
    question,
    values: valuesOf(question),
    gates: (question.askIf ?? []).map((condition) => {
      const gate = indexOf.get(condition.question) ?? -1
      return { index: gate < index ? gate : -1, choices: new Set(condition.choices) }
    }),
  }))
  const space = { questions, indexOf }
  spaces.set(set, space)
  return space
}

/** What can still come of each question: its fixed value, several values, or (hidden now) any. By question index. */
export interface Known {
  /** One character per question; equal answers give equal keys. */
  readonly key: string
  readonly values: readonly (readonly Resolved[])[]
  readonly visible: readonly boolean[]
}

const FIRST_VALUE = 2
const OFFER_OPEN = 0x1000

/** Reads the answers: what is known counts, what is hidden now does not, whatever was once answered there. */
export function read(space: AnswerSpace, answers: Answers): Known {
  let key = ''
  const values: (readonly Resolved[])[] = []
  const visible: boolean[] = []
  const choices: (string | undefined)[] = []
  space.questions.forEach((entry, index) => {
    const { question } = entry
    visible[index] = entry.gates.every(gate => gate.choices.has(choices[gate.index] ?? ''))
    const answer = visible[index] ? answerTo(answers, question.id) : undefined
    const choice = chosen(question, answer)
    choices[index] = choice?.id
    if (!visible[index] || choice === undefined) {
      values[index] = entry.values
      key += visible[index] ? '\u0001' : '\u0000'
      return
    }
    const ways = entry.values.filter(value => value.choice === choice)
    const open = offerIsOpen(question, answer)
    const taken = answer?.kind === 'choice' && answer.offer === 'yes'
    const way = ways.find(value => value.offer === taken) ?? ways[0]
    values[index] = open || way === undefined ? ways : [way]
    key += String.fromCharCode((open ? OFFER_OPEN : FIRST_VALUE) + (way ? entry.values.indexOf(way) : 0))
  })
  return { key, values, visible }
}

/** The questions that a visit goes through, in order, and for each the values that the visitor tells apart. */
export interface Way {
  readonly order: readonly number[]
  readonly alternatives: readonly (readonly Resolved[])[]
}

/** Tells which values of a question are alike for a visitor: equal signatures. */
export type Signature = (index: number, value: Resolved) => string

/** The way of a visit to the named questions and those that gate them. */
export function wayThrough(space: AnswerSpace, known: Known['values'], named: Iterable<number>, signature: Signature): Way {
  const wanted = new Set<number>()
  const add = (index: number) => {
    if (index < 0 || wanted.has(index)) return
    wanted.add(index)
    space.questions[index]?.gates.forEach(gate => add(gate.index))
  }
  for (const index of named) add(index)
  const order = [...wanted].sort((a, b) => a - b)
  const gatesOn = (index: number) => order.flatMap(i => space.questions[i]?.gates.filter(gate => gate.index === index) ?? [])
  const alternatives = order.map((index) => {
    const gates = gatesOn(index)
    const distinct = new Map<string, Resolved>()
    for (const value of known[index] ?? []) {
      const alike = signature(index, value) + gates.map(gate => gate.choices.has(value.choice.id) ? '+' : '-').join('')
      if (!distinct.has(alike)) distinct.set(alike, value)
    }
    return [...distinct.values()]
  })
  return { order, alternatives }
}

/**
 * Visits every combination of the named questions (and those that gate them) that the known answers leave open.
 * Of values that are alike for the visitor only one is visited.
 */
export function combinations(
  space: AnswerSpace,
  known: Known['values'],
  named: Iterable<number>,
  signature: Signature,
  visit: (combination: Combination) => void,
): void {
  const { order, alternatives } = wayThrough(space, known, named, signature)
  const combination: (Resolved | undefined)[] = []
  const walk = (depth: number): void => {
    const index = order[depth]
    if (index === undefined) { visit(combination); return }
    const gates = space.questions[index]?.gates ?? []
    const asked = gates.every(gate => gate.choices.has(combination[gate.index]?.choice.id ?? ''))
    const values = asked ? alternatives[depth] ?? [] : []
    if (values.length === 0) {
      combination[index] = undefined
      walk(depth + 1)
      return
    }
    for (const value of values) {
      combination[index] = value
      walk(depth + 1)
    }
    combination[index] = undefined
  }
  walk(0)
}

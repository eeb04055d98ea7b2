/** The run in hand: answers, notes, and which question is being asked. Pure changes, so that a draft is the whole of it. */
import { answerTo, isAnswered, offerIsOpen } from '../domain/answers.ts'
import type { Answer, Answers } from '../domain/answers.ts'
import type { Draft } from '../domain/draft.ts'
import { askedQuestions } from '../domain/asked-questions.ts'
import type { Question, QuestionSet } from '../domain/question-set.ts'
import { setReference } from '../domain/question-set.ts'

export interface RunState {
  readonly answers: Answers
  /** Ids of the questions answered or confirmed in this run. */
  readonly answered: readonly string[]
  readonly notes: Readonly<Record<string, string>>
  readonly namedDate: string | undefined
  /** Everything is asked again, though there are answers. */
  readonly again: boolean
  /** The question that is asked; nothing when all are through, or before a re-qualification begins. */
  readonly current: string | undefined
}

/** Which open question comes next. */
export type Order = (set: QuestionSet, answers: Answers) => Question | undefined

/** A run that starts from these answers; the first open question is asked, none when nothing is open. */
export function startingRun(set: QuestionSet, answers: Answers, draft: Draft | undefined, order: Order): RunState {
  const state: RunState = {
    answers: draft?.answers ?? answers,
    answered: draft?.answered ?? [],
    again: draft?.again ?? false,
    notes: draft?.notes ?? {},
    namedDate: draft?.namedDate,
    current: undefined,
  }
  return { ...state, current: state.again ? pending(set, state)[0]?.id : order(set, state.answers)?.id }
}

/** The questions that this run still has to deal with, in the set's order. */
function pending(set: QuestionSet, state: RunState) {
  return askedQuestions(set, state.answers).filter(question =>
    !isAnswered(question, answerTo(state.answers, question.id)) || (state.again && !state.answered.includes(question.id)))
}

/** The question to ask after this one: the next pending one, or one that was passed over before. */
function following(set: QuestionSet, state: RunState, from: string, order: Order): string | undefined {
  const rest = pending(set, state).filter(question => question.id !== from)
  if (set.reorder && !state.again) {
    const best = order(set, state.answers)?.id
    return best === from ? rest[0]?.id : best
  }
  const at = set.questions.findIndex(question => question.id === from)
  return (rest.find(question => set.questions.indexOf(question) > at) ?? rest[0])?.id
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record
  return rest
}

/** Puts an answer; with `goOn` the next question follows unless the offer is still to be asked. */
export function answered(set: QuestionSet, state: RunState, id: string, answer: Answer, goOn: boolean, order: Order): RunState {
  const question = set.questions.find(q => q.id === id)
  if (question === undefined) return state
  const next: RunState = {
    ...state,
    answers: { ...state.answers, [id]: answer },
    answered: state.answered.includes(id) ? state.answered : [...state.answered, id],
  }
  return goOn && !offerIsOpen(question, answer) ? { ...next, current: following(set, next, id, order) } : { ...next, current: id }
}

/** Takes an answer back, as if the question had not been asked. */
export function unanswered(state: RunState, id: string): RunState {
  return { ...state, answers: without(state.answers, id), answered: state.answered.filter(a => a !== id) }
}

/** Goes on from the question that is asked; an answer it has already counts as confirmed. */
export function wentOn(set: QuestionSet, state: RunState, order: Order): RunState {
  const id = state.current
  const question = set.questions.find(q => q.id === id)
  if (id === undefined || question === undefined) return state
  const answer = answerTo(state.answers, id)
  const confirmed = isAnswered(question, answer) && !state.answered.includes(id) ? [...state.answered, id] : state.answered
  const next = { ...state, answered: confirmed }
  return { ...next, current: following(set, next, id, order) }
}

/** Goes back to the question before; from the end to the last one. */
export function wentBack(set: QuestionSet, state: RunState): RunState {
  const asked = askedQuestions(set, state.answers)
  const at = state.current === undefined ? asked.length : asked.findIndex(question => question.id === state.current)
  return { ...state, current: asked[Math.max(0, at - 1)]?.id ?? state.current }
}

/** Asks everything again, from the first question; the earlier answers stand until others are given. */
export function startedAgain(set: QuestionSet, state: RunState): RunState {
  return { ...state, again: true, answered: [], current: askedQuestions(set, state.answers)[0]?.id }
}

export function withNote(state: RunState, id: string, note: string): RunState {
  return { ...state, notes: note === '' ? without(state.notes, id) : { ...state.notes, [id]: note } }
}

/** The draft that this state is. */
export function draftOf(set: QuestionSet, state: RunState, at: number, seconds: number): Draft {
  return {
    set: setReference(set),
    at,
    seconds,
    answers: state.answers,
    answered: state.answered,
    again: state.again,
    notes: state.notes,
    ...(state.namedDate !== undefined && { namedDate: state.namedDate }),
  }
}

/** The walk of a client through the questions: a value that every reply makes anew. */
import type { PublicQuestion, PublicSet } from '../domain/public-set.ts'

/** A choice by its id, or none: the client does not know, or does not want to say. */
export type Reply = { readonly choice: string } | 'unknown' | 'skipped'

export interface Walk {
  readonly set: PublicSet
  /** By question id. */
  readonly replies: ReadonlyMap<string, Reply>
  /** Id of the question that is shown; nothing once all are dealt with. */
  readonly at: string | undefined
}

export interface FieldValue {
  /** Code of the field. */
  readonly field: string
  /** The list item; nothing empties the field. */
  readonly item: number | undefined
}

type Replies = Walk['replies']

function chosen(question: PublicQuestion, replies: Replies): PublicQuestion['choices'][number] | undefined {
  const reply = replies.get(question.id)
  return typeof reply === 'object' ? question.choices.find(({ id }) => id === reply.choice) : undefined
}

/** The questions that are asked, given the replies; `askIf` looks at earlier questions that are asked themselves. */
export function askedQuestions({ questions }: PublicSet, replies: Replies): readonly PublicQuestion[] {
  const choices = new Map<string, string>()
  return questions.filter((question) => {
    const asked = (question.askIf ?? []).every(condition => condition.choices.includes(choices.get(condition.question) ?? ''))
    const choice = asked ? chosen(question, replies) : undefined
    if (choice !== undefined) choices.set(question.id, choice.id)
    return asked
  })
}

/** At the first question; at the end of a set without any. */
export function begin(set: PublicSet): Walk {
  return { set, replies: new Map(), at: set.questions[0]?.id }
}

export function currentQuestion({ set, at }: Walk): PublicQuestion | undefined {
  return set.questions.find(({ id }) => id === at)
}

/** Replies to the question that is shown, and goes on to the next one that is asked. */
export function replied(walk: Walk, reply: Reply): Walk {
  const { set, at } = walk
  if (at === undefined) return walk
  const replies = new Map(walk.replies).set(at, reply)
  const asked = askedQuestions(set, replies)
  return { set, replies, at: asked[asked.findIndex(({ id }) => id === at) + 1]?.id }
}

/** To the question before; from the end to the last one. The first stays. */
export function wentBack(walk: Walk): Walk {
  const asked = askedQuestions(walk.set, walk.replies)
  const index = walk.at === undefined ? asked.length : asked.findIndex(({ id }) => id === walk.at)
  const before = asked[index - 1]
  return before === undefined ? walk : { ...walk, at: before.id }
}

/** Which question this is, counted from one, and how many there are as far as the replies tell. */
export function progress({ set, replies, at }: Walk): { readonly number: number; readonly of: number } {
  const asked = askedQuestions(set, replies)
  return { number: at === undefined ? asked.length : asked.findIndex(({ id }) => id === at) + 1, of: asked.length }
}

/** A value for the field of every question: one that is not asked, not known or skipped has none. */
export function valuesOf({ set, replies }: Walk): readonly FieldValue[] {
  const asked = new Set(askedQuestions(set, replies))
  return set.questions.map(question => ({ field: question.field, item: asked.has(question) ? chosen(question, replies)?.item : undefined }))
}

/**
 * Who refers to a question, a choice or a reason, and its removal together with exactly those references. A condition, code position
 * or rule that would be left with nothing goes as a whole: an empty rule would match every lead.
 */
import { valuesOf } from '../answer-space.ts'
import { fits } from '../lead-class.ts'
import { placeOfChoice } from '../place.ts'
import { choicesOf } from '../question-set.ts'
import type { ClassRule, CodePosition, Condition, Potential, Question, SetDraft } from '../question-set.ts'
import { put, putOrDrop, removeAt } from './change.ts'
import { mapChoices } from './choices.ts'
import { changeQuestion } from './questions.ts'

/**
 * One place that a removal hits. `goes`: the whole condition, position or rule, or only the part of it that named what is removed;
 * `nothing`: it stays as it is and no answer meets it any more.
 */
export type Use =
  | { readonly kind: 'condition'; readonly place: string; readonly question: string; readonly goes: 'whole' | 'part' }
  | { readonly kind: 'code'; readonly place: string; readonly position: number; readonly goes: 'whole' | 'part' }
  | { readonly kind: 'rule'; readonly place: string; readonly rule: string; readonly goes: 'whole' | 'part' | 'nothing' }
  | { readonly kind: 'potential'; readonly place: string; readonly goes: 'part' }
  | { readonly kind: 'choice'; readonly place: string; readonly question: string; readonly choice: string; readonly goes: 'part' }

function conditionUses(set: SetDraft, goes: (condition: Condition) => 'whole' | 'part' | undefined): readonly Use[] {
  return set.questions.flatMap((question, index) => (question.askIf ?? []).flatMap((condition, at): readonly Use[] => {
    const hit = goes(condition)
    return hit === undefined ? [] : [{ kind: 'condition', place: `questions[${index}].askIf[${at}]`, question: question.id, goes: hit }]
  }))
}

function withoutQuestion({ questions }: CodePosition, id: string): readonly string[] {
  return questions.filter(question => question !== id)
}

function withoutCell(rule: ClassRule, id: string): ClassRule['when'] {
  return Object.fromEntries(Object.entries(rule.when).filter(([question]) => question !== id))
}

function namedInRule(rule: ClassRule, id: string): boolean {
  return Object.hasOwn(rule.when, id)
}

/** Who refers to the question: conditions of later questions, code positions, class rules, the potential. */
export function usesOfQuestion(set: SetDraft, id: string): readonly Use[] {
  return [
    ...conditionUses(set, condition => condition.question === id ? 'whole' : undefined),
    ...set.code.flatMap((position, index): readonly Use[] => position.questions.includes(id)
      ? [{ kind: 'code', place: `code[${index}]`, position: index, goes: withoutQuestion(position, id).length === 0 ? 'whole' : 'part' }]
      : []),
    ...set.classRules.flatMap((rule, index): readonly Use[] => namedInRule(rule, id)
      ? [{ kind: 'rule', place: `classRules[${index}]`, rule: rule.id, goes: Object.keys(withoutCell(rule, id)).length === 0 ? 'whole' : 'part' }]
      : []),
    ...(set.potential.question === id ? [{ kind: 'potential', place: 'potential.question', goes: 'part' } as const] : []),
  ]
}

/** The rules whose cell for this question only this choice can meet; a yes to the offer question counts for the others. */
function rulesOfChoice(set: SetDraft, question: Question, id: string): readonly Use[] {
  const values = valuesOf(question)
  return set.classRules.flatMap((rule, index): readonly Use[] => {
    const cell = Object.hasOwn(rule.when, question.id) ? rule.when[question.id] : undefined
    if (cell === undefined || cell === 'any') return []
    const meeting = values.filter(value => fits(cell, value)).map(value => value.choice.id)
    return meeting.length > 0 && meeting.every(choice => choice === id) ? [{ kind: 'rule', place: `classRules[${index}]`, rule: rule.id, goes: 'nothing' }] : []
  })
}

/** Who refers to the choice: conditions of later questions; and the rules that no other choice of its question meets. */
export function usesOfChoice(set: SetDraft, question: string, id: string): readonly Use[] {
  const asked = set.questions.find(each => each.id === question)
  if (asked === undefined || !choicesOf(asked).some(choice => choice.id === id)) return []
  return [
    ...conditionUses(set, condition => condition.question !== question || !condition.choices.includes(id)
      ? undefined
      : condition.choices.every(each => each === id) ? 'whole' : 'part'),
    ...rulesOfChoice(set, asked, id),
  ]
}

/** The choices that give this reason. */
export function usesOfReason(set: SetDraft, id: string): readonly Use[] {
  return set.questions.flatMap((question, index) => choicesOf(question).flatMap((choice, at): readonly Use[] => choice.reason === id
    ? [{ kind: 'choice', place: `questions[${index}].${placeOfChoice(question, at)}`, question: question.id, choice: choice.id, goes: 'part' }]
    : []))
}

function changeConditions(questions: readonly Question[], change: (condition: Condition) => readonly Condition[]): readonly Question[] {
  return questions.map((question) => {
    const left = question.askIf?.flatMap(change)
    return putOrDrop(question, 'askIf', left?.length === 0 ? undefined : left)
  })
}

/** Without the question and exactly what {@link usesOfQuestion} tells. */
export function removeQuestion(set: SetDraft, id: string): SetDraft {
  if (!set.questions.some(question => question.id === id)) return set
  return {
    ...set,
    questions: changeConditions(set.questions.filter(question => question.id !== id), each => each.question === id ? [] : [each]),
    code: set.code.flatMap((position) => {
      const left = withoutQuestion(position, id)
      return left.length === 0 && position.questions.length > 0 ? [] : [put(position, 'questions', left)]
    }),
    classRules: set.classRules.flatMap((rule) => {
      const left = withoutCell(rule, id)
      return namedInRule(rule, id) && Object.keys(left).length === 0 ? [] : [put(rule, 'when', left)]
    }),
    potential: set.potential.question === id ? putOrDrop<Potential, 'question'>(set.potential, 'question', undefined) : set.potential,
  }
}

/** The set without the conditions that name this choice. */
export function withoutConditionsOn(set: SetDraft, question: string, id: string): SetDraft {
  return put(set, 'questions', changeConditions(set.questions, (condition) => {
    if (condition.question !== question || !condition.choices.includes(id)) return [condition]
    const left = condition.choices.filter(choice => choice !== id)
    return left.length === 0 ? [] : [{ ...condition, choices: left }]
  }))
}

/**
 * Without a choice of a choice question, or "cannot pay", and exactly the references that {@link usesOfChoice} tells. Yes and no
 * stay; a band goes by merging it with its neighbour (`removeBand`).
 */
export function removeChoice(set: SetDraft, question: string, id: string): SetDraft {
  const removed = changeQuestion(set, question, (asked) => {
    if (asked.kind === 'choice') return put(asked, 'choices', removeAt(asked.choices, asked.choices.findIndex(choice => choice.id === id)))
    return asked.kind === 'money' && asked.cannotPay?.id === id ? putOrDrop(asked, 'cannotPay', undefined) : asked
  })
  return removed === set ? set : withoutConditionsOn(removed, question, id)
}

/** Without the reason; choices that gave it give none. */
export function removeReason(set: SetDraft, id: string): SetDraft {
  const index = set.reasons.findIndex(reason => reason.id === id)
  if (index < 0) return set
  return {
    ...set,
    reasons: removeAt(set.reasons, index),
    questions: set.questions.map(question => mapChoices(question, choice => choice.reason === id ? putOrDrop(choice, 'reason', undefined) : choice)),
  }
}

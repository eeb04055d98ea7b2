/**
 * Edits of the list of questions and of what every question has. An edit that cannot be made, about a question that is not there or
 * into a full list, gives back the very same set. `taken`: ids that earlier versions used, so that no lead is misread.
 */
import { choicesOf } from '../question-set.ts'
import type { Band, Choice, Language, Purpose, Question, SetDraft, Text, YesNoQuestion } from '../question-set.ts'
import { RESULT_IDS } from '../reserved-ids.ts'
import { changeOf, insert, moveTo, put, putOrDrop } from './change.ts'
import { nameOf, newId } from './new-id.ts'
import { fitsText, withWords, withWordsOrNone } from './words.ts'

const YES: Choice = { id: 'yes', label: { ru: 'Да', en: 'Yes' }, grade: 'A', sign: 'plus' }
const NO: Choice = { id: 'no', label: { ru: 'Нет', en: 'No' }, grade: 'C', sign: 'minus' }
const WHOLE_RANGE: Band = { id: 'any', label: { ru: 'Любое значение', en: 'Any value' }, from: 0, to: null }

export function changeQuestion(set: SetDraft, id: string, change: (question: Question) => Question): SetDraft {
  return put(set, 'questions', changeOf(set.questions, id, change))
}

function freshId(set: SetDraft, name: Text, fallback: string, taken: readonly string[]): string {
  return newId(nameOf(name, set.defaultLanguage), fallback, [...set.questions.map(question => question.id), ...RESULT_IDS, ...taken])
}

/** A question of this kind with what it cannot do without: yes and no, or one band for every value. */
function emptyQuestion(kind: Question['kind'], id: string, name: Text): Question {
  const base = { id, name, script: {} }
  switch (kind) {
    case 'choice': return { ...base, kind, choices: [] }
    case 'yesno': return { ...base, kind, choices: [YES, NO] }
    case 'money':
    case 'horizon': return { ...base, kind, bands: [WHOLE_RANGE] }
    case 'text': return { ...base, kind }
  }
}

/** With a new question of this kind; its id is made of the name. */
export function addQuestion(set: SetDraft, kind: Question['kind'], name: Text, at = set.questions.length, taken: readonly string[] = []): SetDraft {
  if (!fitsText(name)) return set
  return put(set, 'questions', insert(set.questions, emptyQuestion(kind, freshId(set, name, 'question', taken), name), at))
}

/** With a copy right after the question: the same words, choices and conditions, in no code position and no rule. */
export function duplicateQuestion(set: SetDraft, id: string, taken: readonly string[] = []): SetDraft {
  const index = set.questions.findIndex(question => question.id === id)
  const question = set.questions[index]
  if (question === undefined) return set
  return put(set, 'questions', insert(set.questions, { ...question, id: freshId(set, question.name, question.id, [...taken, id]) }, index + 1))
}

/** With the question at another place; a condition that would then name a later question is the doctor's to tell. */
export function moveQuestion(set: SetDraft, id: string, to: number): SetDraft {
  return put(set, 'questions', moveTo(set.questions, set.questions.findIndex(question => question.id === id), to))
}

export const QUESTION_TEXTS = ['name', 'script', 'clientWording', 'hint'] as const
export type QuestionText = (typeof QUESTION_TEXTS)[number]

/** With other words in one language; a wording for clients or a hint without words is left out. */
export function setQuestionText(set: SetDraft, id: string, which: QuestionText, language: Language, words: string): SetDraft {
  return changeQuestion(set, id, (question) => {
    switch (which) {
      case 'name':
      case 'script': return put(question, which, withWords(question[which], language, words))
      case 'clientWording':
      case 'hint': return putOrDrop(question, which, withWordsOrNone(question[which], language, words))
    }
  })
}

export function setOptional(set: SetDraft, id: string, optional: boolean): SetDraft {
  return changeQuestion(set, id, question => putOrDrop(question, 'optional', optional ? true : undefined))
}

/** What a choice question is asked for; nothing: for grade and sign. */
export function setPurpose(set: SetDraft, id: string, purpose: Purpose | undefined): SetDraft {
  return changeQuestion(set, id, question => question.kind === 'choice' ? putOrDrop(question, 'for', purpose) : question)
}

function asYesNo(choices: readonly Choice[]): YesNoQuestion['choices'] | undefined {
  const [yes, no, more] = choices
  return yes?.id === 'yes' && no?.id === 'no' && more === undefined ? [yes, no] : undefined
}

/** The kinds that a question can become without losing a choice that leads remember. */
export function kindsFor(question: Question): readonly Question['kind'][] {
  switch (question.kind) {
    case 'choice':
      if (question.choices.length === 0) return ['yesno', 'money', 'horizon', 'text']
      return question.for === undefined && asYesNo(question.choices) ? ['yesno'] : []
    case 'yesno': return ['choice']
    case 'money':
    case 'horizon': return []
    case 'text': return ['choice', 'yesno', 'money', 'horizon']
  }
}

/** With another kind, if it is one of {@link kindsFor}. */
export function changeKind(set: SetDraft, id: string, kind: Question['kind']): SetDraft {
  return changeQuestion(set, id, (question) => {
    if (!kindsFor(question).includes(kind)) return question
    const { id: same, name, script, clientWording, hint, objections, askIf, optional } = question
    const base = {
      id: same, name, script, ...(clientWording && { clientWording }), ...(hint && { hint }), ...(objections && { objections }),
      ...(askIf && { askIf }), ...(optional !== undefined && { optional }),
    }
    const pair = asYesNo(choicesOf(question))
    if (kind === 'yesno' && pair) return { ...base, kind, choices: pair }
    if (kind === 'choice') return { ...base, kind, choices: choicesOf(question) }
    return { ...emptyQuestion(kind, same, name), ...base }
  })
}

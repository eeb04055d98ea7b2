/**
 * The part of a question set that a site may publish: wordings, choices and where their answers go. What the business makes of an
 * answer (grades, signs, rules, thresholds, what a manager says) is not in it.
 */
import { choicesOf, isGraded, LANGUAGES } from './question-set.ts'
import type { Choice, Condition, Language, Question, QuestionSet, Text } from './question-set.ts'

/** A client is asked no more than so many questions. */
export const MOST_PUBLIC_QUESTIONS = 4

export interface PublicChoice {
  readonly id: string
  readonly label: Text
  /** Id of the list item that stands for it. */
  readonly item: number
}

export interface PublicQuestion {
  readonly id: string
  /** Code of the list field, `UF_CRM_…`. */
  readonly field: string
  readonly wording: Text
  readonly choices: readonly PublicChoice[]
  readonly askIf?: readonly Condition[]
}

export interface PublicSet {
  readonly id: string
  readonly version: number
  readonly defaultLanguage: Language
  /** Those in which every question and every choice has words; at least the default language. */
  readonly languages: readonly Language[]
  /** Code of the field that remembers which set asked. */
  readonly reference: string
  /** In the order in which they are asked. */
  readonly questions: readonly PublicQuestion[]
}

/** Where answers go on a portal: the field map has it. */
export interface Places {
  /** Field code by question id. */
  readonly answers: Readonly<Record<string, string>>
  /** List item id by choice id, by question id. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly results: { readonly set: string }
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

function said(text: Text | undefined): Text {
  return Object.fromEntries(Object.entries(text ?? {}).filter(([, words]) => words.trim() !== ''))
}

/** A question that only a manager can answer: a note, or why a lead is of class C. */
function isForManagers(question: Question): boolean {
  return question.kind === 'text' || question.kind === 'choice' && question.for === 'reason'
}

export interface LeftOut {
  readonly question: Question
  /** The choices that no list item stands for; all of them where the question has no field. */
  readonly choices: readonly Choice[]
}

/** What clients would be asked if the portal had a place for it: the set-up makes these. */
export function leftOutOf(set: QuestionSet, places: Places): readonly LeftOut[] {
  return set.questions.filter(question => !isForManagers(question)).flatMap((question) => {
    const items = own(places.answers, question.id) === undefined ? undefined : own(places.choices, question.id)
    const choices = choicesOf(question).filter(({ id }) => own(items, id) === undefined)
    return choices.length === 0 ? [] : [{ question, choices }]
  })
}

/** Nothing where the portal has no place for the question, or where there would be nothing to choose from. */
function published(question: Question, places: Places): PublicQuestion | undefined {
  const field = own(places.answers, question.id)
  const items = own(places.choices, question.id)
  if (field === undefined || isForManagers(question)) return undefined
  const choices = choicesOf(question).flatMap((choice: Choice): readonly PublicChoice[] => {
    const item = own(items, choice.id)
    return item === undefined ? [] : [{ id: choice.id, label: { ...said(choice.label), ...said(choice.clientLabel) }, item }]
  })
  if (choices.length < 2) return undefined
  const wording = { ...said(question.name), ...said(question.clientWording) }
  return { id: question.id, field, wording, choices, ...question.askIf && { askIf: question.askIf } }
}

function isReachable({ askIf = [] }: PublicQuestion, among: readonly PublicQuestion[]): boolean {
  return askIf.every(({ question, choices }) => among.find(({ id }) => id === question)?.choices.some(({ id }) => choices.includes(id)) === true)
}

/**
 * At most four: those that count for code or class come first, then the others, in the set's order both; they are asked in the set's
 * order. A question that depends on one which is not among them is never asked, and leaves its place to the next.
 */
function chosenFew(set: QuestionSet, candidates: readonly PublicQuestion[]): readonly PublicQuestion[] {
  const graded = new Set(set.questions.filter(isGraded).map(({ id }) => id))
  const byRank = [...candidates.filter(({ id }) => graded.has(id)), ...candidates.filter(({ id }) => !graded.has(id))]
  const few = new Set(byRank.slice(0, MOST_PUBLIC_QUESTIONS))
  const asked = candidates.filter(candidate => few.has(candidate))
  const reachable = asked.filter(question => isReachable(question, asked))
  return reachable.length === asked.length ? asked : chosenFew(set, candidates.filter(candidate => !few.has(candidate) || reachable.includes(candidate)))
}

/** What a site may know of a set. `questions` is empty when no question has a place on the portal. */
export function publicSetOf(set: QuestionSet, places: Places): PublicSet {
  const questions = chosenFew(set, set.questions.flatMap(question => published(question, places) ?? []))
  const texts = questions.flatMap(({ wording, choices }) => [wording, ...choices.map(({ label }) => label)])
  const languages = LANGUAGES.filter(language => language === set.defaultLanguage || texts.every(text => text[language] !== undefined))
  return { id: set.id, version: set.version, defaultLanguage: set.defaultLanguage, languages, reference: places.results.set, questions }
}

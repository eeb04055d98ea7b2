/**
 * The question set: the questions, their grading, class rules, potential scale and follow-up of one business.
 * Everything here is plain data; a published version never changes.
 */
import type { SetTexts } from './set-texts.ts'

export const LANGUAGES = ['ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Words of a set, per language. The set's default language is always there (the doctor checks). */
export type Text = Readonly<Partial<Record<Language, string>>>

/** Letters of one answer, best first. */
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const
export type Grade = (typeof GRADES)[number]

export const SIGNS = ['plus', 'minus'] as const
export type Sign = (typeof SIGNS)[number]

export const LEAD_CLASSES = ['A', 'B', 'C'] as const
export type LeadClass = (typeof LEAD_CLASSES)[number]

export const CHANNELS = ['call', 'email', 'messenger', 'meeting'] as const
export type Channel = (typeof CHANNELS)[number]

/** Which result the screens lead with; a title carries the class triple in style `class`, else the code. */
export const STYLES = ['code', 'class', 'both'] as const
export type Style = (typeof STYLES)[number]

/** What an ungraded choice question is asked for. */
export const PURPOSES = ['channel', 'reason', 'other'] as const
export type Purpose = (typeof PURPOSES)[number]

/** One choice of a question. Without a grade and a sign it does not count for code and class. */
export interface Choice {
  readonly id: string
  readonly label: Text
  /** The same in the client's own plain words, for the form on a site. */
  readonly clientLabel?: Text
  readonly grade?: Grade
  readonly sign?: Sign
  /** Id of the reason (see {@link Reason}) that this choice gives a lead of class C. */
  readonly reason?: string
  /** The channel that this choice names, in a question `for: 'channel'`. */
  readonly channel?: Channel
  /** Days after which this answer should be asked again. */
  readonly shelfLifeDays?: number
}

/** A choice that stands for a half-open range `[from, to)`; `to: null` has no end. Money in currency units, horizon in days. */
export interface Band extends Choice {
  readonly from: number
  readonly to: number | null
}

export interface Objection {
  /** What the client says. */
  readonly says: Text
  /** What the manager may answer. */
  readonly reply: Text
}

/** The question is asked when every named question is visible and answered with one of these choices. */
export interface Condition {
  readonly question: string
  readonly choices: readonly string[]
}

interface QuestionBase {
  readonly id: string
  /** The name in one or two words: path, field label, code position. */
  readonly name: Text
  /** What the manager says. */
  readonly script: Text
  /** The question in the client's own plain words, for the form on a site. */
  readonly clientWording?: Text
  readonly hint?: Text
  readonly objections?: readonly Objection[]
  /** All conditions must hold; they name earlier questions only. */
  readonly askIf?: readonly Condition[]
  /** May be left out of a complete qualification. */
  readonly optional?: boolean
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice'
  /** Ungraded when present. */
  readonly for?: Purpose
  readonly choices: readonly Choice[]
}

/** Its two choices have the ids `yes` and `no`. */
export interface YesNoQuestion extends QuestionBase {
  readonly kind: 'yesno'
  readonly choices: readonly [Choice, Choice]
}

/** Amount of money in the set's currency; typing a sum picks the band. */
export interface MoneyQuestion extends QuestionBase {
  readonly kind: 'money'
  readonly bands: readonly Band[]
  /** No money and no way to get it (credit, pledge, investment); coefficient 0 whatever the amount. */
  readonly cannotPay?: Choice
}

/** Time until the purchase, bands in days. */
export interface HorizonQuestion extends QuestionBase {
  readonly kind: 'horizon'
  readonly bands: readonly Band[]
  /** "Ready now for a good offer?", asked when the band is not plus; yes lifts to plus and one grade up. */
  readonly offer?: { readonly script: Text; readonly clientWording?: Text; readonly hint?: Text }
}

/** A note, no grade. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text'
}

export type Question = ChoiceQuestion | YesNoQuestion | MoneyQuestion | HorizonQuestion | TextQuestion

/** One letter of the code: the worst grade of its questions. */
export interface CodePosition {
  readonly questions: readonly string[]
}

/** A cell of the class table; a missing cell is `any`. `hidden` and not known match only `any`. */
export type Cell = 'any' | Sign | readonly Grade[]

export interface ClassRule {
  readonly id: string
  readonly when: Readonly<Record<string, Cell>>
  readonly class: LeadClass
  /** No touches whatever the coefficient. */
  readonly capped?: boolean
}

/** The last row of the class table: what holds when no rule matches. */
export type ElseRule = Omit<ClassRule, 'when'>

/** Why a lead is of class C, with the days after which to look at it again. */
export interface Reason {
  readonly id: string
  readonly label: Text
  readonly recheckDays?: number
}

/** Amount → prospect coefficient, half-open `[from, to)`. */
export interface PotentialBand {
  readonly from: number
  readonly to: number | null
  readonly coefficient: number
  readonly label: Text
}

export interface Potential {
  /** Id of the money question whose answer is the amount. */
  readonly question?: string
  readonly bands: readonly PotentialBand[]
}

/** Gaps in working days after the touch before; `then` goes on after the last gap. */
export interface Cadence {
  readonly gaps: readonly number[]
  readonly then: number
}

/** One step of the contact history: what to do and by which channel. */
export interface Step {
  readonly id: string
  readonly name: Text
  readonly instruction: Text
  readonly channel: Channel
}

/** When the first contact is due: so many working minutes, or so many working days (at the start of the day), from now. */
export type FirstReaction = { readonly workingMinutes: number } | { readonly workingDays: number }

export interface WorkingTime {
  /** ISO weekdays, Monday is 1. */
  readonly days: readonly number[]
  /** `HH:MM`, in the zone. */
  readonly from: string
  readonly to: string
  /** IANA zone; absent: the portal's. */
  readonly zone?: string
  /** Dates `YYYY-MM-DD` on which nobody works. */
  readonly holidays: readonly string[]
}

export interface FollowUp {
  /** Contacts that a purchase takes on average: touches = round(base × coefficient). */
  readonly base: number
  /** The steps of a plan in order (as many as the base, usually six). */
  readonly steps: readonly Step[]
  /** The steps after those, in turn. */
  readonly later: readonly Step[]
  readonly cadence: Readonly<Record<LeadClass, Cadence>>
  readonly firstReaction: Readonly<Record<'A' | 'B', FirstReaction>>
  /** Calendar days until a lead of class C is looked at again, unless its reason says otherwise. */
  readonly recheckDays: number
  /** Calendar days that a client who wants to think it over is left alone, by class. */
  readonly thinkingDays?: Readonly<Record<LeadClass, number>>
  /** After so many unanswered calls the other channel is used. */
  readonly unanswered: { readonly calls: number; readonly channel: Channel }
  readonly workingTime: WorkingTime
  /** Share of working time per class, in per cent, 100 together. */
  readonly timeShare: Readonly<Record<LeadClass, number>>
}

export interface Notices {
  /** Amount from which an order is large: flagged and told to the supervisor. */
  readonly largeOrder: number
  /** "AAA" in reactions and notices: the class A, or only a code of nothing but A. */
  readonly hot: 'class' | 'code'
}

export interface QuestionSet {
  readonly id: string
  /** 1 and up. */
  readonly version: number
  readonly defaultLanguage: Language
  readonly name: Text
  readonly style: Style
  /** How many letters the alphabet has, from A: 3 is A–C. */
  readonly letters: number
  /** ISO 4217 code; an amount in another currency is never converted. */
  readonly currency: string
  /** In the order in which they are asked. */
  readonly questions: readonly Question[]
  /** May the screen ask first what decides most? */
  readonly reorder: boolean
  readonly code: readonly CodePosition[]
  readonly classRules: readonly ClassRule[]
  readonly classElse: ElseRule
  readonly reasons: readonly Reason[]
  readonly potential: Potential
  readonly followUp: FollowUp
  readonly notices: Notices
  /** What a save sends, in the set's own words. */
  readonly texts?: SetTexts
  /** Portal stage to which a lead of a decided class is moved, by class. */
  readonly stages?: Readonly<Partial<Record<LeadClass, string>>>
}

/** A set that is still being made: the last row of its class table may be missing. */
export type SetDraft = Omit<QuestionSet, 'classElse'> & { readonly classElse?: ElseRule }

/** The `id@version` by which a lead remembers its set. */
export type SetReference = `${string}@${number}`

export function setReference(set: Pick<QuestionSet, 'id' | 'version'>): SetReference {
  return `${set.id}@${set.version}`
}

/** All choices of a question in the order of their digit keys; a text question has none. */
export function choicesOf(question: Question): readonly Choice[] {
  switch (question.kind) {
    case 'choice':
    case 'yesno': return question.choices
    case 'money': return question.cannotPay ? [...question.bands, question.cannotPay] : question.bands
    case 'horizon': return question.bands
    case 'text': return []
  }
}

/** The band whose `[from, to)` holds the value. */
export function bandAt<T extends Pick<Band, 'from' | 'to'>>(bands: readonly T[], value: number): T | undefined {
  return bands.find(band => value >= band.from && (band.to === null || value < band.to))
}

/** Does the question count for code or class? */
export function isGraded(question: Question): boolean {
  return question.kind !== 'text' && !(question.kind === 'choice' && question.for !== undefined)
}

/** The set's words in this language, else in its default language, else whatever there is. */
export function textIn(text: Text | undefined, language: Language, fallback: Language): string {
  if (text === undefined) return ''
  return text[language] ?? text[fallback] ?? LANGUAGES.map(l => text[l]).find(t => t !== undefined) ?? ''
}

/** The letters that a code of this set may hold. */
export function alphabetOf(set: Pick<QuestionSet, 'letters'>): readonly Grade[] {
  return GRADES.slice(0, set.letters)
}

/** A question set as stored text. */
import * as v from 'valibot'
import { isKnownZone } from './known-zone.ts'
import { CHANNELS, GRADES, LANGUAGES, LEAD_CLASSES, PURPOSES, SIGNS, STYLES } from './question-set.ts'
import type { QuestionSet } from './question-set.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import { IsoDay } from './run.ts'
import { FEWEST_LETTERS, LONGEST_TEXT, MOST_DAYS, MOST_ENTRIES, MOST_HOLIDAYS, MOST_TOUCHES } from './set-limits.ts'
import { Id, numberIn, parseJson, parseStamped, wholeIn } from './stored.ts'
import type { Unreadable } from './stored.ts'

/** The format of stored sets; a later one is refused, an earlier one would be migrated here. */
export const SET_FORMAT = 1

const Words = v.pipe(v.string(), v.maxLength(LONGEST_TEXT))
const Text = v.strictObject({ ru: v.exactOptional(Words), en: v.exactOptional(Words) } satisfies Record<(typeof LANGUAGES)[number], unknown>)
const Amount = numberIn(0, Number.MAX_VALUE)
const Days = wholeIn(0, MOST_DAYS)
const LeadClass = v.picklist(LEAD_CLASSES)
const list = <T>(item: v.GenericSchema<unknown, T>) => v.pipe(v.array(item), v.maxLength(MOST_ENTRIES), v.readonly())

const choiceEntries = {
  id: Id,
  label: Text,
  clientLabel: v.exactOptional(Text),
  grade: v.exactOptional(v.picklist(GRADES)),
  sign: v.exactOptional(v.picklist(SIGNS)),
  reason: v.exactOptional(Id),
  channel: v.exactOptional(v.picklist(CHANNELS)),
  shelfLifeDays: v.exactOptional(Days),
}
const Choice = v.strictObject(choiceEntries)
const range = { from: Amount, to: v.nullable(Amount) }
const Band = v.strictObject({ ...choiceEntries, ...range })
const YesNoChoice = <T extends string>(id: T) => v.strictObject({ ...choiceEntries, id: v.literal(id) })

const questionEntries = {
  id: Id,
  name: Text,
  script: Text,
  clientWording: v.exactOptional(Text),
  hint: v.exactOptional(Text),
  objections: v.exactOptional(list(v.strictObject({ says: Text, reply: Text }))),
  askIf: v.exactOptional(list(v.strictObject({ question: Id, choices: list(Id) }))),
  optional: v.exactOptional(v.boolean()),
}
const Question = v.variant('kind', [
  v.strictObject({ ...questionEntries, kind: v.literal('choice'), for: v.exactOptional(v.picklist(PURPOSES)), choices: list(Choice) }),
  v.strictObject({ ...questionEntries, kind: v.literal('yesno'), choices: v.pipe(v.strictTuple([YesNoChoice('yes'), YesNoChoice('no')]), v.readonly()) }),
  v.strictObject({ ...questionEntries, kind: v.literal('money'), bands: list(Band), cannotPay: v.exactOptional(Choice) }),
  v.strictObject({
    ...questionEntries,
    kind: v.literal('horizon'),
    bands: list(Band),
    offer: v.exactOptional(v.strictObject({ script: Text, clientWording: v.exactOptional(Text), hint: v.exactOptional(Text) })),
  }),
  v.strictObject({ ...questionEntries, kind: v.literal('text') }),
])

const Cell = v.union([v.literal('any'), v.picklist(SIGNS), list(v.picklist(GRADES))])
const ruleEntries = { id: Id, class: LeadClass, capped: v.exactOptional(v.boolean()) }

const byClass = <T>(schema: v.GenericSchema<unknown, T>) => v.strictObject({ A: schema, B: schema, C: schema })
const Cadence = v.strictObject({ gaps: list(Days), then: Days })
const Step = v.strictObject({ id: Id, name: Text, instruction: Text, channel: v.picklist(CHANNELS) })
const FirstReaction = v.union([v.strictObject({ workingMinutes: Days }), v.strictObject({ workingDays: Days })])
const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'))

const FollowUp = v.strictObject({
  base: numberIn(0, MOST_TOUCHES),
  steps: list(Step),
  later: list(Step),
  cadence: byClass(Cadence),
  firstReaction: v.strictObject({ A: FirstReaction, B: FirstReaction }),
  recheckDays: Days,
  thinkingDays: v.exactOptional(byClass(Days)),
  unanswered: v.strictObject({ calls: Days, channel: v.picklist(CHANNELS) }),
  workingTime: v.strictObject({
    days: list(wholeIn(1, 7)),
    from: Time,
    to: Time,
    zone: v.exactOptional(v.pipe(v.string(), v.check(isKnownZone, 'IANA zone'))),
    holidays: v.pipe(v.array(IsoDay), v.maxLength(MOST_HOLIDAYS), v.readonly()),
  }),
  timeShare: byClass(numberIn(0, 100)),
})

/** The form of a stored set, from which its JSON Schema is made, too. */
export const StoredSet = v.strictObject({
  format: v.literal(SET_FORMAT),
  id: Id,
  version: wholeIn(1, Number.MAX_SAFE_INTEGER),
  defaultLanguage: v.picklist(LANGUAGES),
  name: Text,
  style: v.picklist(STYLES),
  letters: wholeIn(FEWEST_LETTERS, GRADES.length),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'ISO 4217')),
  questions: list(Question),
  reorder: v.boolean(),
  code: list(v.strictObject({ questions: list(Id) })),
  classRules: list(v.strictObject({ ...ruleEntries, when: v.record(Id, Cell) })),
  classElse: v.strictObject(ruleEntries),
  reasons: list(v.strictObject({ id: Id, label: Text, recheckDays: v.exactOptional(Days) })),
  potential: v.strictObject({
    question: v.exactOptional(Id),
    bands: list(v.strictObject({ ...range, coefficient: numberIn(0, MOST_TOUCHES), label: Text })),
  }),
  followUp: FollowUp,
  notices: v.strictObject({ largeOrder: Amount, hot: v.picklist(['class', 'code']) }),
  texts: v.exactOptional(v.strictObject({ comment: v.exactOptional(Text), todo: v.exactOptional(Text), notice: v.exactOptional(Text) })),
  stages: v.exactOptional(v.strictObject({
    A: v.exactOptional(v.string()), B: v.exactOptional(v.string()), C: v.exactOptional(v.string()),
  })),
})

/** The text under which a set is stored; `parseSet` reads it back equal. */
export function printSet(set: QuestionSet): string {
  return JSON.stringify({ format: SET_FORMAT, ...set })
}

function withoutFormat<E>(result: Result<v.InferOutput<typeof StoredSet>, E>): Result<QuestionSet, E> {
  if (!result.ok) return result
  const { format: _, ...set } = result.value
  return ok(set)
}

/** Reads a stored set. Its form only: whether it makes sense is the doctor's matter. */
export function parseSet(text: string): Result<QuestionSet, Unreadable> {
  return withoutFormat(parseJson(StoredSet, SET_FORMAT, text))
}

/** The same of a value that was JSON before. */
export function parseSetValue(value: unknown): Result<QuestionSet, Exclude<Unreadable, { readonly kind: 'not-json' }>> {
  return withoutFormat(parseStamped(StoredSet, SET_FORMAT, value))
}

/** Parts of the form that stand in many places, by the names that the JSON Schema gives them. */
export const STORED_PARTS = { text: Text, id: Id, choice: Choice, band: Band, question: Question, step: Step, cadence: Cadence }

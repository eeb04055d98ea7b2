/** Random question sets and random answers to a set, for laws that hold for all of them. */
import fc from 'fast-check'
import { OFFER_ANSWERS } from '../../src/domain/answers.ts'
import type { Answer, Answers } from '../../src/domain/answers.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { CHANNELS, choicesOf, GRADES, isGraded, LEAD_CLASSES, PURPOSES, SIGNS, STYLES } from '../../src/domain/question-set.ts'
import type { Band, Cell, Choice, ClassRule, Condition, Question, QuestionSet } from '../../src/domain/question-set.ts'

const WORDS = { ru: 'Слова', en: 'Words' }

/** A record of some of the keys. */
export function someOf<T>(entries: readonly (readonly [string, fc.Arbitrary<T>])[]): fc.Arbitrary<Readonly<Record<string, T>>> {
  const present = entries.map(([key, value]) => value.map((each): [string, T][] => [[key, each]]))
  return fc.tuple(...present.map(each => fc.oneof({ weight: 3, arbitrary: each }, { weight: 1, arbitrary: fc.constant<[string, T][]>([]) })))
    .map(all => Object.fromEntries(all.flat()))
}

const choiceMarks = fc.record({
  grade: fc.constantFrom(...GRADES.slice(0, 3)),
  sign: fc.constantFrom(...SIGNS),
  reason: fc.constantFrom('no_need', 'not_now', 'cannot_pay'),
  channel: fc.constantFrom(...CHANNELS),
}, { requiredKeys: [] })

const choices: fc.Arbitrary<readonly Choice[]> = fc.array(choiceMarks, { minLength: 1, maxLength: 3 })
  .map(all => all.map((marks, index) => ({ id: `c${index}`, label: WORDS, ...marks })))

const bands: fc.Arbitrary<readonly Band[]> = fc.tuple(choices, fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }))
  .map(([all, cuts]) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b).slice(0, all.length - 1).map(cut => cut * 100_000)]
    return all.map((choice, index) => ({ ...choice, from: edges[index] ?? 0, to: edges[index + 1] ?? null }))
  })

const asked = fc.record({ optional: fc.boolean() }, { requiredKeys: [] })
  .map(marks => ({ name: WORDS, script: WORDS, ...marks }))

type Nameless<Q> = Q extends Question ? Omit<Q, 'id'> : never

const question: fc.Arbitrary<Nameless<Question>> = asked.chain(base => fc.oneof(
  choices.map((all): Nameless<Question> => ({ ...base, kind: 'choice', choices: all })),
  fc.tuple(choices, fc.constantFrom(...PURPOSES)).map(([all, purpose]): Nameless<Question> => ({ ...base, kind: 'choice', for: purpose, choices: all })),
  fc.tuple(choiceMarks, choiceMarks).map(([yes, no]): Nameless<Question> => ({
    ...base, kind: 'yesno', choices: [{ id: 'yes', label: WORDS, ...yes }, { id: 'no', label: WORDS, ...no }],
  })),
  fc.tuple(bands, fc.option(choiceMarks)).map(([all, cannotPay]): Nameless<Question> => ({
    ...base, kind: 'money', bands: all, ...(cannotPay !== null && { cannotPay: { id: 'cannot', label: WORDS, ...cannotPay } }),
  })),
  fc.tuple(bands, fc.boolean()).map(([all, offers]): Nameless<Question> => ({ ...base, kind: 'horizon', bands: all, ...(offers && { offer: { script: WORDS } }) })),
  fc.constant<Nameless<Question>>({ ...base, kind: 'text' }),
))

function condition(earlier: readonly Question[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...earlier).chain(gate => fc.record({
    question: fc.constant(gate.id),
    choices: fc.subarray(choicesOf(gate).map(choice => choice.id)),
  }))
}

function gated(questions: readonly Question[]): fc.Arbitrary<readonly Question[]> {
  return fc.tuple(...questions.map((each, index) => index === 0
    ? fc.constant(each)
    : fc.array(condition(questions.slice(0, index)), { maxLength: 2 }).map(askIf => askIf.length === 0 ? each : { ...each, askIf })))
}

const cell: fc.Arbitrary<Cell> = fc.oneof(fc.constant('any' as const), fc.constantFrom(...SIGNS), fc.subarray(GRADES.slice(0, 3)))

function rules(graded: readonly string[]): fc.Arbitrary<readonly ClassRule[]> {
  const when = someOf(graded.map(id => [id, cell]))
  return fc.array(fc.record({ when, class: fc.constantFrom(...LEAD_CLASSES), capped: fc.boolean() }, { requiredKeys: ['when', 'class'] }), { maxLength: 4 })
    .map(all => all.map((rule, index) => ({ id: `r${index}`, ...rule })))
}

const questions: fc.Arbitrary<readonly Question[]> = fc.array(question, { minLength: 1, maxLength: 4 })
  .chain(all => gated(all.map((each, index): Question => ({ ...each, id: `q${index}` }))))

/** Small sets of every kind of question, with `askIf`, several questions in a position and grades in cells. */
export const anySet: fc.Arbitrary<QuestionSet> = questions.chain((all) => {
  const graded = all.filter(isGraded).map(each => each.id)
  const money = all.find(each => each.kind === 'money')
  const positions = graded.length === 0 ? fc.constant([]) : fc.array(fc.record({ questions: fc.subarray(graded, { minLength: 1 }) }), { maxLength: 3 })
  return fc.record({
    style: fc.constantFrom(...STYLES),
    reorder: fc.boolean(),
    code: positions,
    classRules: rules(graded),
    classElse: fc.record({ id: fc.constant('else'), class: fc.constantFrom(...LEAD_CLASSES), capped: fc.boolean() }, { requiredKeys: ['id', 'class'] }),
    notices: fc.record({ largeOrder: fc.constantFrom(300_000, 1_000_000), hot: fc.constantFrom('class' as const, 'code' as const) }),
    stages: fc.record({ A: fc.constant('HOT'), B: fc.constant('WARM'), C: fc.constant('NURTURE') }, { requiredKeys: [] }),
  }).map(parts => ({
    ...DEFAULT_SET,
    id: 'random',
    questions: all,
    potential: { bands: DEFAULT_SET.potential.bands, ...(money && { question: money.id }) },
    ...parts,
  }))
})

const anyDate = fc.integer({ min: 20_400, max: 21_500 }).map(day => new Date(day * 86_400_000).toISOString().slice(0, 10))

const anyAmount = fc.oneof(fc.constantFrom(0, 99_999, 100_000, 300_000, 1_000_000), fc.integer({ min: 0, max: 3_000_000 }))

/** An answer that fits the question, or unknown; seldom one that fits no question any more. */
export function answerOf(asks: Question): fc.Arbitrary<Answer> {
  const unknown: fc.Arbitrary<Answer> = fc.record({ kind: fc.constant('unknown' as const), said: fc.string({ maxLength: 5 }) }, { requiredKeys: ['kind'] })
  const stale: fc.Arbitrary<Answer> = fc.constant({ kind: 'choice', choice: 'gone' })
  const all = choicesOf(asks).map(choice => choice.id)
  const choice: fc.Arbitrary<Answer> = all.length === 0
    ? fc.record({ kind: fc.constant('text' as const), text: fc.string({ maxLength: 5 }) })
    : fc.record(
        { kind: fc.constant('choice' as const), choice: fc.constantFrom(...all), offer: fc.constantFrom(...OFFER_ANSWERS), date: anyDate },
        { requiredKeys: ['kind', 'choice'] },
      )
  const amount: fc.Arbitrary<Answer> = asks.kind === 'money' ? anyAmount.map(sum => ({ kind: 'amount', amount: sum })) : choice
  return fc.oneof({ weight: 8, arbitrary: choice }, { weight: 4, arbitrary: amount }, { weight: 2, arbitrary: unknown }, { weight: 1, arbitrary: stale })
}

/** Answers to some of the questions. */
export function answersTo(set: QuestionSet): fc.Arbitrary<Answers> {
  return someOf(set.questions.map(each => [each.id, answerOf(each)]))
}

/** The lead's own amount, if any; not always in the set's currency. */
export const anyMoney = fc.option(fc.record({ amount: anyAmount, currency: fc.constantFrom('RUB', 'RUB', 'USD') }), { nil: undefined })

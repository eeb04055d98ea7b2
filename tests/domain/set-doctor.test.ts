import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { GRADES } from '../../src/domain/question-set.ts'
import type { HorizonQuestion, MoneyQuestion, Question, QuestionSet, SetDraft } from '../../src/domain/question-set.ts'
import { ERRORS, examine, mayPublish, WARNINGS } from '../../src/domain/set-doctor.ts'
import type { ErrorKind, Finding, WarningKind } from '../../src/domain/set-doctor.ts'

const WORDS = { ru: 'Слова', en: 'Words' }
const [NEED, URGENCY, BUDGET, CLIENT_TYPE, CHANNEL] = DEFAULT_SET.questions

/** The default set with one question changed. */
function withQuestion<K extends Question['kind']>(id: string, kind: K, change: (question: Extract<Question, { kind: K }>) => Partial<Extract<Question, { kind: K }>>): QuestionSet {
  const isKind = (question: Question): question is Extract<Question, { kind: K }> => question.kind === kind
  return { ...DEFAULT_SET, questions: DEFAULT_SET.questions.map(each => each.id === id && isKind(each) ? { ...each, ...change(each) } : each) }
}

/** The same bands, the one at this index changed or (with nothing) left out. */
function withBand<Q extends MoneyQuestion | HorizonQuestion>(question: Q, index: number, change?: Partial<Q['bands'][number]>): Pick<Q, 'bands'> {
  return { bands: question.bands.flatMap((band, at) => at !== index ? [band] : change ? [{ ...band, ...change }] : []) }
}

function withFollowUp(change: Partial<QuestionSet['followUp']>): QuestionSet {
  return { ...DEFAULT_SET, followUp: { ...DEFAULT_SET.followUp, ...change } }
}

function withoutElse(): SetDraft {
  const { classElse: _, ...draft } = DEFAULT_SET
  return draft
}

function yesNo(id: string): Question {
  return {
    id, kind: 'yesno', name: WORDS, script: WORDS,
    choices: [{ id: 'yes', label: WORDS, grade: 'A', sign: 'plus' }, { id: 'no', label: WORDS, grade: 'C', sign: 'minus' }],
  }
}

/** The default set with a question of which one choice has no grade, and rules before its own. */
function withBareMood(rules: QuestionSet['classRules']): QuestionSet {
  return {
    ...DEFAULT_SET,
    questions: [...DEFAULT_SET.questions, {
      id: 'mood', kind: 'choice', name: WORDS, script: WORDS,
      choices: [{ id: 'good', label: WORDS, grade: 'A', sign: 'plus' }, { id: 'bad', label: WORDS, sign: 'minus' }],
    }],
    classRules: [...rules, ...DEFAULT_SET.classRules],
  }
}

/** Ten questions of nine choices, each of them asked for each grade. */
const ABSURD: QuestionSet = {
  ...DEFAULT_SET,
  questions: Array.from({ length: 10 }, (_, index): Question => ({
    id: `q${index}`, kind: 'choice', name: WORDS, script: WORDS,
    choices: Array.from({ length: 9 }, (_each, at) => ({ id: `c${at}`, label: WORDS, grade: GRADES[at % GRADES.length] ?? 'A' })),
  })),
  letters: GRADES.length,
  code: ['q0', 'q1', 'q2'].map(id => ({ questions: [id] })),
  classRules: GRADES.map(grade => ({
    id: `all_${grade.toLowerCase()}`, when: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`q${index}`, [grade]])), class: 'B',
  })),
  potential: { bands: DEFAULT_SET.potential.bands },
}

type Row = readonly [kind: ErrorKind | WarningKind, what: string, set: SetDraft, place: string, about: string]

const ERROR_ROWS: readonly Row[] = [
  ['missing-else', 'no last row', withoutElse(), 'classElse', ''],
  ['duplicate-id', 'two questions', { ...DEFAULT_SET, questions: [...DEFAULT_SET.questions, { ...yesNo('need') }] }, 'questions[5]', 'need'],
  ['duplicate-id', 'two bands', withQuestion('urgency', 'horizon', question => withBand(question, 1, { id: 'now' })), 'questions[1].bands[1]', 'now'],
  ['duplicate-id', 'a band and "cannot pay"', withQuestion('budget', 'money', question => withBand(question, 0, { id: 'cannot_pay' })), 'questions[2].cannotPay', 'cannot_pay'],
  ['duplicate-id', 'a rule and the last row', { ...DEFAULT_SET, classElse: { id: 'a', class: 'C' } }, 'classElse', 'a'],
  ['duplicate-id', 'two reasons', { ...DEFAULT_SET, reasons: [...DEFAULT_SET.reasons, { id: 'no_need', label: WORDS }] }, 'reasons[3]', 'no_need'],
  ['duplicate-id', 'two steps', withFollowUp({ later: [{ id: 'offer', name: WORDS, instruction: WORDS, channel: 'call' }] }), 'followUp.later[0]', 'offer'],
  ['band-gap', 'days between bands', withQuestion('urgency', 'horizon', question => withBand(question, 1, { from: 10 })), 'questions[1].bands[1]', '8'],
  ['band-gap', 'a band left out', withQuestion('urgency', 'horizon', question => withBand(question, 0)), 'questions[1].bands[0]', '0'],
  ['band-gap', 'no end', withQuestion('budget', 'money', question => withBand(question, 0, { to: 9_000_000 })), 'questions[2].bands', '9000000'],
  ['band-gap', 'a hole in the scale', {
    ...DEFAULT_SET, potential: { ...DEFAULT_SET.potential, bands: DEFAULT_SET.potential.bands.filter(band => band.coefficient !== 2) },
  }, 'potential.bands[2]', '300000'],
  ['band-overlap', 'two for one day', withQuestion('urgency', 'horizon', question => withBand(question, 1, { from: 7 })), 'questions[1].bands[1]', '7'],
  ['ungraded-choice', 'no letter in a coded question', withQuestion('client_type', 'choice', question => ({
    choices: question.choices.map(({ grade, ...choice }) => choice.id === 'b2c' || grade === undefined ? choice : { ...choice, grade }),
  })), 'questions[3].choices[2]', 'b2c'],
  ['no-default-text', 'no Russian name', withQuestion('need', 'choice', () => ({ name: { en: 'Need' } })), 'questions[0].name', 'ru'],
  ['no-default-text', 'blank Russian words', withQuestion('need', 'choice', () => ({ script: { ru: ' ', en: 'Words' } })), 'questions[0].script', 'ru'],
  ['reserved-id', 'a question whose field is that of a result', { ...DEFAULT_SET, questions: DEFAULT_SET.questions.map(each => each.id === 'channel' ? { ...each, id: 'reason' } : each) }, 'questions[4]', 'reason'],
  ['unknown-reference', 'a question that comes later', withQuestion('client_type', 'choice', () => ({ askIf: [{ question: 'channel', choices: ['call'] }] })), 'questions[3].askIf[0]', 'channel'],
  ['unknown-reference', 'a choice that is not there', withQuestion('client_type', 'choice', () => ({ askIf: [{ question: 'need', choices: ['yes', 'maybe'] }] })), 'questions[3].askIf[0]', 'maybe'],
  ['unknown-reference', 'a reason that is not there', withQuestion('budget', 'money', question => question.cannotPay ? { cannotPay: { ...question.cannotPay, reason: 'poor' } } : {}), 'questions[2].cannotPay', 'poor'],
  ['unknown-reference', 'an ungraded question in the code', { ...DEFAULT_SET, code: [...DEFAULT_SET.code, { questions: ['channel'] }] }, 'code[3]', 'channel'],
  ['unknown-reference', 'a position of nothing', { ...DEFAULT_SET, code: [...DEFAULT_SET.code, { questions: [] }] }, 'code[3]', ''],
  ['unknown-reference', 'a rule about no question', {
    ...DEFAULT_SET, classRules: [...DEFAULT_SET.classRules, { id: 'd', when: { need: ['B'], mood: 'any' }, class: 'B' }],
  }, 'classRules[3]', 'mood'],
  ['unknown-reference', 'an amount that is no money question', { ...DEFAULT_SET, potential: { ...DEFAULT_SET.potential, question: 'need' } }, 'potential.question', 'need'],
  ['letter-outside-alphabet', 'a D in a set of three letters', withQuestion('client_type', 'choice', question => ({
    choices: question.choices.map(choice => choice.id === 'c2c' ? { ...choice, grade: 'D' as const } : choice),
  })), 'questions[3].choices[3]', 'D'],
  ['no-choices', 'nothing to choose', withQuestion('channel', 'choice', () => ({ choices: [] })), 'questions[4]', 'channel'],
  ['no-choices', 'no steps', withFollowUp({ steps: [], later: [] }), 'followUp.steps', ''],
  ['time-share-not-100', 'more time than there is', withFollowUp({ timeShare: { A: 80, B: 20, C: 1 } }), 'followUp.timeShare', '101'],
  ['no-working-time', 'no days', withFollowUp({ workingTime: { ...DEFAULT_SET.followUp.workingTime, days: [] } }), 'followUp.workingTime', '09:30–18:30'],
  ['no-working-time', 'an end before the begin', withFollowUp({ workingTime: { ...DEFAULT_SET.followUp.workingTime, from: '18:30', to: '09:30' } }), 'followUp.workingTime', '18:30–09:30'],
]

const WARNING_ROWS: readonly Row[] = [
  ['rule-never-reached', 'an earlier rule takes all', {
    ...DEFAULT_SET, classRules: [...DEFAULT_SET.classRules, { id: 'd', when: { need: 'plus', budget: 'minus', urgency: 'plus' }, class: 'B' }],
  }, 'classRules[3]', 'd'],
  ['rule-never-reached', 'an empty list of grades', { ...DEFAULT_SET, classRules: [...DEFAULT_SET.classRules, { id: 'd', when: { need: [] }, class: 'B' }] }, 'classRules[3]', 'd'],
  ['rule-never-reached', 'nothing is left for the last row', { ...DEFAULT_SET, classRules: [...DEFAULT_SET.classRules, { id: 'd', when: {}, class: 'B' }] }, 'classElse', 'else'],
  ['question-without-effect', 'in no code, rule or scale', { ...DEFAULT_SET, questions: [...DEFAULT_SET.questions, yesNo('mood')] }, 'questions[5]', 'mood'],
  ['unsigned-choice', 'neither plus nor minus where a rule asks for it', withQuestion('need', 'choice', question => ({
    choices: question.choices.map(({ sign, ...choice }) => choice.id === 'later' || sign === undefined ? choice : { ...choice, sign }),
  })), 'questions[0].choices[1]', 'later'],
  ['unsigned-choice', 'no grade where a rule asks for grades', withBareMood([{ id: 'm', when: { mood: ['A'] }, class: 'B' }]), 'questions[5].choices[1]', 'bad'],
  ['unknown-variable', 'a name that is none', { ...DEFAULT_SET, texts: { todo: { ru: 'Позвоните: {phone}, {client}', en: 'Call {client}' } } }, 'texts.todo.ru', 'phone'],
  ['too-many-combinations', 'ten questions of nine choices', ABSURD, 'classRules', String(5 ** 10)],
  ['few-coded-questions', 'two', { ...DEFAULT_SET, code: [{ questions: ['client_type'] }, { questions: ['urgency'] }] }, 'code', '2'],
  ['many-coded-questions', 'six', {
    ...DEFAULT_SET, questions: [...DEFAULT_SET.questions, yesNo('one'), yesNo('two')], code: [...DEFAULT_SET.code, { questions: ['one', 'two'] }],
  }, 'code', '6'],
  ['missing-translation', 'an own text in one language only', { ...DEFAULT_SET, texts: { comment: { ru: 'Клиент: {client}' } } }, 'texts.comment', 'en'],
  ['missing-translation', 'no English hint', withQuestion('need', 'choice', () => ({ hint: { ru: 'Слова' } })), 'questions[0].hint', 'en'],
  ['missing-translation', 'no English choice', withQuestion('channel', 'choice', question => ({
    choices: question.choices.map((choice, index) => index === 1 ? { ...choice, label: { ru: 'Письмо' } } : choice),
  })), 'questions[4].choices[1].label', 'en'],
  ['missing-translation', 'no English instruction', withFollowUp({ later: [{ id: 'more', name: WORDS, instruction: { ru: 'Слова' }, channel: 'call' }] }), 'followUp.later[0].instruction', 'en'],
]

function finding([kind, , , place, about]: Row, severity: Finding['severity']): Finding {
  return { kind, severity, place, about }
}

it('starts from the questions that these tables change', () => {
  expect([NEED, URGENCY, BUDGET, CLIENT_TYPE, CHANNEL].map(question => question?.id)).toEqual(['need', 'urgency', 'budget', 'client_type', 'channel'])
})

describe('an error', () => {
  it.each(ERROR_ROWS.map(row => [row[0], row[1], row] as const))('%s: %s is the one finding, in its place, and forbids publishing', (_, __, row) => {
    const { findings } = examine(row[2])
    expect(findings).toEqual([finding(row, 'error')])
    expect(mayPublish(findings)).toBe(false)
  })

  it('of every kind has a row', () => {
    expect([...new Set(ERROR_ROWS.map(([kind]) => kind))].toSorted()).toEqual(ERRORS.toSorted())
  })
})

describe('a warning', () => {
  it.each(WARNING_ROWS.map(row => [row[0], row[1], row] as const))('%s: %s is the one finding, in its place, and may be published', (_, __, row) => {
    const { findings } = examine(row[2])
    expect(findings).toEqual([finding(row, 'warning')])
    expect(mayPublish(findings)).toBe(true)
  })

  it('of every kind has a row', () => {
    expect([...new Set(WARNING_ROWS.map(([kind]) => kind))].toSorted()).toEqual(WARNINGS.toSorted())
  })
})

describe('a shipped set', () => {
  it.each(PRESETS.map(set => [set.id, set] as const))('%s has no findings but the ones it is meant to have', (id, set) => {
    expect(examine(set).findings).toEqual(id === 'project_potential'
      ? [{ kind: 'few-coded-questions', severity: 'warning', place: 'code', about: '1' }]
      : [])
  })

  it.each([
    ['default', { A: 1, B: 1, C: 6 }],
    ['plus_minus', { A: 1, B: 1, C: 6 }],
    ['project_potential', { A: 1, B: 1, C: 1 }],
    ['bant', { A: 1, B: 3, C: 12 }],
    ['champ', { A: 1, B: 3, C: 12 }],
  ] as const)('%s sorts its combinations into classes %o', (id, classMap) => {
    const set = PRESETS.find(each => each.id === id)
    const found = set && examine(set)
    expect(found?.classMap).toEqual(classMap)
    expect(found?.combinations).toBe(classMap.A + classMap.B + classMap.C)
  })
})

describe('an examination', () => {
  it('counts nothing where ids are doubled or the last row is missing', () => {
    expect(examine(withoutElse())).toMatchObject({ classMap: { A: 0, B: 0, C: 0 }, combinations: 0 })
  })

  it('does not call a question without effect that only hides others, names a reason or gives the amount', () => {
    const { cannotPay: _, ...money } = BUDGET?.kind === 'money' ? BUDGET : expect.fail()
    const set: QuestionSet = {
      ...DEFAULT_SET,
      questions: [
        { ...yesNo('gate') },
        { ...yesNo('need'), askIf: [{ question: 'gate', choices: ['yes'] }] },
        { ...yesNo('why'), kind: 'choice', choices: [{ id: 'late', label: WORDS, reason: 'not_now' }] },
        money,
      ],
      code: [],
      classRules: [{ id: 'a', when: { need: 'plus' }, class: 'A' }],
    }
    expect(examine(set).findings.map(each => each.kind)).toEqual(['few-coded-questions'])
  })

  it('sees that hidden matches no cell: a rule about a hidden question still leaves the last row reached', () => {
    const set: QuestionSet = {
      ...DEFAULT_SET,
      questions: [yesNo('gate'), { ...yesNo('need'), askIf: [{ question: 'gate', choices: ['no'] }] }],
      code: [],
      classRules: [{ id: 'a', when: { need: 'plus' }, class: 'A' }],
      classElse: { id: 'else', class: 'C' },
      potential: { bands: DEFAULT_SET.potential.bands },
    }
    const { findings, classMap } = examine(set)
    expect(findings.map(each => each.kind)).toEqual(['few-coded-questions'])
    expect(classMap).toEqual({ A: 1, B: 0, C: 2 })
  })
})

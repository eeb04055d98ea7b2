/** Examines a question set: every combination of answers is enumerated; errors forbid publishing, warnings do not. */
import { placeOfChoice } from './place.ts'
import { alphabetOf, choicesOf, isGraded, LANGUAGES } from './question-set.ts'
import type { Band, LeadClass, PotentialBand, Question, QuestionSet, SetDraft, Text } from './question-set.ts'
import { RESULT_IDS } from './reserved-ids.ts'
import { enumerate } from './set-enumeration.ts'
import type { Enumeration } from './set-enumeration.ts'
import { TEXT_KINDS, unknownVariables } from './set-texts.ts'

export const ERRORS = [
  'missing-else', 'duplicate-id', 'band-gap', 'band-overlap', 'ungraded-choice', 'no-default-text',
  'reserved-id', 'unknown-reference', 'letter-outside-alphabet', 'no-choices', 'time-share-not-100', 'no-working-time',
] as const
export const WARNINGS = [
  'rule-never-reached', 'question-without-effect', 'unsigned-choice', 'few-coded-questions', 'many-coded-questions', 'missing-translation',
  'unknown-variable', 'too-many-combinations',
] as const
export type ErrorKind = (typeof ERRORS)[number]
export type WarningKind = (typeof WARNINGS)[number]

/** `place` is a path into the set such as `questions[1].bands[0]`; `about` names what it is about (an id, a language). */
export interface Finding {
  readonly kind: ErrorKind | WarningKind
  readonly severity: 'error' | 'warning'
  readonly place: string
  readonly about: string
}

/** What came out of the enumeration, nothing where there was none. Combinations that no rule tells apart are counted once. */
export interface Examination {
  readonly findings: readonly Finding[]
  /** Combinations by class. */
  readonly classMap: Readonly<Record<LeadClass, number>>
  readonly combinations: number
}

type Report = (kind: ErrorKind | WarningKind, place: string, about: string) => void

const FEWEST_CODED = 3
const MOST_CODED = 5

function duplicates(ids: readonly string[]): readonly number[] {
  return ids.flatMap((id, index) => ids.indexOf(id) < index ? [index] : [])
}

function examineIds(set: SetDraft, report: Report): void {
  const rules = [...set.classRules, ...(set.classElse ? [set.classElse] : [])]
  const { steps, later } = set.followUp
  const groups: [(index: number) => string, readonly string[]][] = [
    [index => `questions[${index}]`, set.questions.map(q => q.id)],
    [index => index < set.classRules.length ? `classRules[${index}]` : 'classElse', rules.map(r => r.id)],
    [index => `reasons[${index}]`, set.reasons.map(r => r.id)],
    [index => index < steps.length ? `followUp.steps[${index}]` : `followUp.later[${index - steps.length}]`, [...steps, ...later].map(s => s.id)],
    ...set.questions.map((q, i): [(index: number) => string, readonly string[]] =>
      [index => `questions[${i}].${placeOfChoice(q, index)}`, choicesOf(q).map(c => c.id)]),
  ]
  set.questions.forEach(({ id }, index) => {
    if (RESULT_IDS.some(reserved => reserved === id)) report('reserved-id', `questions[${index}]`, id)
  })
  for (const [placeOf, ids] of groups) for (const index of duplicates(ids)) report('duplicate-id', placeOf(index), ids[index] ?? '')
}

function examineBands(place: string, bands: readonly Pick<Band | PotentialBand, 'from' | 'to'>[], report: Report): void {
  const sorted = bands.map((band, index) => ({ band, index })).sort((a, b) => a.band.from - b.band.from)
  let reached: number | null = 0
  for (const { band, index } of sorted) {
    const at = `${place}[${index}]`
    if (reached === null || band.from < reached) report('band-overlap', at, String(band.from))
    else if (band.from > reached) report('band-gap', at, String(reached))
    if (band.to !== null && band.to <= band.from) report('band-overlap', at, String(band.to))
    reached = band.to === null || reached === null ? null : Math.max(reached, band.to)
  }
  if (reached !== null) report('band-gap', place, String(reached))
}

function examineQuestion(set: SetDraft, question: Question, place: string, report: Report): void {
  const earlier = set.questions.slice(0, set.questions.indexOf(question))
  question.askIf?.forEach((condition, index) => {
    const source = earlier.find(q => q.id === condition.question)
    if (!source) report('unknown-reference', `${place}.askIf[${index}]`, condition.question)
    else for (const id of condition.choices) if (!choicesOf(source).some(c => c.id === id)) report('unknown-reference', `${place}.askIf[${index}]`, id)
  })
  if (question.kind === 'money' || question.kind === 'horizon') examineBands(`${place}.bands`, question.bands, report)
  if (question.kind !== 'text' && choicesOf(question).length === 0) report('no-choices', place, question.id)
  const coded = isGraded(question) && set.code.some(position => position.questions.includes(question.id))
  const cells = set.classRules.flatMap(rule => Object.hasOwn(rule.when, question.id) ? [rule.when[question.id]] : [])
  const signed = cells.some(cell => cell === 'plus' || cell === 'minus')
  const graded = cells.some(cell => Array.isArray(cell))
  choicesOf(question).forEach((choice, index) => {
    const at = `${place}.${placeOfChoice(question, index)}`
    if (coded && choice.grade === undefined) report('ungraded-choice', at, choice.id)
    else if ((signed && choice.sign === undefined) || (graded && choice.grade === undefined)) report('unsigned-choice', at, choice.id)
    if (choice.grade !== undefined && !alphabetOf(set).includes(choice.grade)) report('letter-outside-alphabet', at, choice.grade)
    if (choice.reason !== undefined && !set.reasons.some(r => r.id === choice.reason)) report('unknown-reference', at, choice.reason)
  })
}

function examineReferences(set: SetDraft, report: Report): void {
  const graded = new Set(set.questions.filter(isGraded).map(q => q.id))
  set.code.forEach((position, index) => {
    if (position.questions.length === 0) report('unknown-reference', `code[${index}]`, '')
    for (const id of position.questions) if (!graded.has(id)) report('unknown-reference', `code[${index}]`, id)
  })
  set.classRules.forEach((rule, index) => {
    for (const id of Object.keys(rule.when)) if (!graded.has(id)) report('unknown-reference', `classRules[${index}]`, id)
  })
  const money = set.questions.find(q => q.id === set.potential.question)
  if (set.potential.question !== undefined && money?.kind !== 'money') report('unknown-reference', 'potential.question', set.potential.question)
  examineBands('potential.bands', set.potential.bands, report)
}

function examineFollowUp(set: SetDraft, report: Report): void {
  const { timeShare, workingTime, steps, later } = set.followUp
  if (timeShare.A + timeShare.B + timeShare.C !== 100) report('time-share-not-100', 'followUp.timeShare', String(timeShare.A + timeShare.B + timeShare.C))
  if (workingTime.days.length === 0 || workingTime.from >= workingTime.to) report('no-working-time', 'followUp.workingTime', `${workingTime.from}–${workingTime.to}`)
  if (steps.length + later.length === 0) report('no-choices', 'followUp.steps', '')
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && Object.entries(value).every(([key, text]) => LANGUAGES.some(l => l === key) && typeof text === 'string')
}

const TEXT_KEYS = new Set(['name', 'label', 'script', 'clientLabel', 'clientWording', 'hint', 'says', 'reply', 'instruction'])

function examineTexts(set: SetDraft, report: Report): void {
  const walk = (value: unknown, place: string, key: string): void => {
    if (TEXT_KEYS.has(key) && isText(value)) {
      for (const language of LANGUAGES) {
        if ((value[language] ?? '').trim() !== '') continue
        report(language === set.defaultLanguage ? 'no-default-text' : 'missing-translation', place, language)
      }
    } else if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => walk(item, `${place}[${index}]`, key))
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) walk(item, place === '' ? name : `${place}.${name}`, name)
    }
  }
  walk(set, '', '')
}

/** The set's own texts may be left out, but not in one language only: it would fall back to the other. */
function examineOwnTexts(set: SetDraft, report: Report): void {
  for (const kind of TEXT_KINDS) {
    const text = set.texts?.[kind]
    const blank = LANGUAGES.filter(language => (text?.[language] ?? '').trim() === '')
    if (blank.length < LANGUAGES.length) for (const language of blank) report(language === set.defaultLanguage ? 'no-default-text' : 'missing-translation', `texts.${kind}`, language)
    for (const language of LANGUAGES) {
      for (const name of unknownVariables(set.texts?.[kind]?.[language] ?? '')) report('unknown-variable', `texts.${kind}.${language}`, name)
    }
  }
}

function isWhole(set: SetDraft): set is QuestionSet {
  return set.classElse !== undefined
}

function examineCode(set: QuestionSet, report: Report): void {
  const coded = new Set(set.code.flatMap(position => position.questions))
  if (coded.size < FEWEST_CODED) report('few-coded-questions', 'code', String(coded.size))
  if (coded.size > MOST_CODED) report('many-coded-questions', 'code', String(coded.size))
}

function examineOutcomes(set: QuestionSet, found: Enumeration, report: Report): void {
  set.classRules.forEach((rule, index) => {
    if (!found.reached.has(rule.id)) report('rule-never-reached', `classRules[${index}]`, rule.id)
  })
  if (!found.reached.has(set.classElse.id)) report('rule-never-reached', 'classElse', set.classElse.id)
  const coded = new Set(set.code.flatMap(position => position.questions))
  set.questions.forEach((question, index) => {
    const gates = set.questions.some(other => other.askIf?.some(condition => condition.question === question.id))
    const reasons = choicesOf(question).some(choice => choice.reason !== undefined)
    const counts = found.deciding.has(question.id) || coded.has(question.id) || gates || reasons || set.potential.question === question.id
    if (isGraded(question) && !counts) report('question-without-effect', `questions[${index}]`, question.id)
  })
}

/**
 * Examines a set. There is nothing to enumerate without the last row of the class table or with doubled ids, and too much in a set that
 * tells more combinations apart than `MOST_COMBINATIONS`.
 */
export function examine(set: SetDraft): Examination {
  const findings: Finding[] = []
  const isError = (kind: ErrorKind | WarningKind): kind is ErrorKind => ERRORS.some(error => error === kind)
  const report: Report = (kind, place, about) => {
    findings.push({ kind, severity: isError(kind) ? 'error' : 'warning', place, about })
  }
  examineIds(set, report)
  set.questions.forEach((question, index) => examineQuestion(set, question, `questions[${index}]`, report))
  examineReferences(set, report)
  examineFollowUp(set, report)
  examineTexts(set, report)
  examineOwnTexts(set, report)
  if (!isWhole(set)) report('missing-else', 'classElse', '')
  if (!isWhole(set) || findings.some(finding => finding.kind === 'duplicate-id')) {
    return { findings, classMap: { A: 0, B: 0, C: 0 }, combinations: 0 }
  }
  const found = enumerate(set)
  examineCode(set, report)
  if (typeof found === 'number') {
    report('too-many-combinations', 'classRules', String(found))
    return { findings, classMap: { A: 0, B: 0, C: 0 }, combinations: 0 }
  }
  examineOutcomes(set, found, report)
  return { findings, classMap: found.classMap, combinations: found.count }
}

/** May a set with these findings be published? */
export function mayPublish(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.severity !== 'error')
}

import { describe, expect, it } from 'vitest'
import { askedBy, declaredOf, examineDeclared, unknownQuestions } from '../../src/domain/declared.ts'
import { isDeclared } from '../../src/domain/lead-answers.ts'
import type { QualificationFields } from '../../src/domain/lead.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet, SetReference } from '../../src/domain/question-set.ts'
import { printRun } from '../../src/domain/run.ts'
import type { Declared, Run } from '../../src/domain/run.ts'

const NOTHING: QualificationFields = { answers: {}, important: false }
const FROM_FORM: QualificationFields = { answers: { need: 'yes', budget: 'under_100k' }, strange: { urgency: '9999' }, set: 'default@1', important: false }
const RUN: Run = { id: 'abcdef', set: 'default@1', at: '2026-06-01T12:00:00+03:00', by: 4, seconds: 60, answers: {}, notes: {} }

describe('answers that a lead has before anybody asked', () => {
  it.each<[string, QualificationFields, boolean]>([
    ['a lead without any', NOTHING, false],
    ['a lead with some', FROM_FORM, true],
    ['a lead with nothing but what is no answer', { ...NOTHING, strange: { need: '9999' } }, true],
    ['a qualified lead', { ...FROM_FORM, code: 'AAA' }, false],
    ['a lead with a run, even one that cannot be read', { ...FROM_FORM, run: '{' }, false],
  ])('%s: %#', (_, fields, expected) => {
    expect(isDeclared(fields)).toBe(expected)
  })

  it('are remembered with those that a manager went through', () => {
    expect(declaredOf(FROM_FORM, ['need', 'client_type'])).toEqual({
      answers: FROM_FORM.answers, strange: FROM_FORM.strange, set: 'default@1', confirmed: ['need'],
    })
  })

  it('stay what they were when the lead is qualified once more', () => {
    const declared: Declared = { answers: { need: 'yes' }, confirmed: [] }
    const fields = { ...FROM_FORM, code: 'AAA', run: printRun({ ...RUN, declared }) }
    expect(declaredOf(fields, ['need', 'budget'])).toEqual(declared)
    expect(declaredOf({ ...fields, run: printRun(RUN) }, ['need'])).toBeUndefined()
  })
})

describe('what is to be thought of an answer', () => {
  const states = (set: QuestionSet, declared: Omit<Declared, 'confirmed'>) =>
    examineDeclared(set, { ...declared, confirmed: [] }, {}).map(({ question, state }) => [question.id, state])
  const [first, second] = DEFAULT_SET.questions
  const dependent: QuestionSet = { ...DEFAULT_SET, questions: DEFAULT_SET.questions.map(question => question === second ? { ...question, askIf: [{ question: first?.id ?? '', choices: ['yes'] }] } : question) }

  it.each<[string, QuestionSet, Omit<Declared, 'confirmed'>, readonly (readonly string[])[]]>([
    ['one that fits', DEFAULT_SET, { answers: { need: 'yes' } }, [['need', 'fits']]],
    ['one that this version does not have', DEFAULT_SET, { answers: { need: 'maybe' } }, [['need', 'gone']]],
    ['an item that is no choice', DEFAULT_SET, { answers: {}, strange: { need: '9999' } }, [['need', 'strange']]],
    ['one that was not to be asked', dependent, { answers: { need: 'no', urgency: 'now' } }, [['need', 'fits'], ['urgency', 'unasked']]],
    ['one that was', dependent, { answers: { need: 'yes', urgency: 'now' } }, [['need', 'fits'], ['urgency', 'fits']]],
  ])('%s', (_, set, declared, expected) => {
    expect(states(set, declared)).toEqual(expected)
  })

  it('keeps answers to questions that the set does not ask', () => {
    const declared = { answers: { need: 'yes', colour: 'red' }, strange: { size: 'XL' }, confirmed: [] }
    expect(unknownQuestions(DEFAULT_SET, declared)).toEqual(['colour', 'size'])
    expect(examineDeclared(DEFAULT_SET, declared, {}).map(({ question }) => question.id)).toEqual(['need'])
  })
})

describe('what became of an answer', () => {
  it.each<[string, readonly string[], Parameters<typeof examineDeclared>[2], string]>([
    ['not asked yet', [], { need: { kind: 'choice', choice: 'yes' } }, 'open'],
    ['confirmed', ['need'], { need: { kind: 'choice', choice: 'yes' } }, 'same'],
    ['corrected', ['need'], { need: { kind: 'choice', choice: 'no' } }, 'other'],
    ['not known after all', ['need'], { need: { kind: 'unknown' } }, 'other'],
    ['taken back', ['need'], {}, 'other'],
    ['heard otherwise in a later run', [], { need: { kind: 'choice', choice: 'no' } }, 'other'],
  ])('%s', (_, confirmed, now, expected) => {
    const [need] = examineDeclared(DEFAULT_SET, { answers: { need: 'yes' }, confirmed }, now)
    expect(need?.heard).toBe(expected)
    expect(need?.now).toEqual(expected === 'other' ? now['need'] : undefined)
  })
})

describe('the version that asked', () => {
  const set = { ...DEFAULT_SET, version: 3 }
  it.each<[SetReference | undefined, string]>([
    ['default@3', 'current'], ['default@2', 'older'], ['default@999', 'newer'], ['bant@3', 'other'], [undefined, 'unsaid'],
  ])('%s is %s', (reference, expected) => {
    expect(askedBy(set, reference)).toBe(expected)
  })
})

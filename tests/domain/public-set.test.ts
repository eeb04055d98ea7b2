import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePublicSet, printPublicSet } from '../../src/domain/public-set-codec.ts'
import { publicSetOf } from '../../src/domain/public-set.ts'
import type { Places, PublicSet } from '../../src/domain/public-set.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { choicesOf } from '../../src/domain/question-set.ts'
import type { Question, QuestionSet } from '../../src/domain/question-set.ts'

/** A place for every question of the set, items counted from 100. */
function placesFor(set: QuestionSet): Places {
  let item = 100
  const withPlace = set.questions.filter(({ kind }) => kind !== 'text')
  return {
    answers: Object.fromEntries(withPlace.map(({ id }) => [id, `UF_CRM_ABC_${id.toUpperCase()}`])),
    choices: Object.fromEntries(withPlace.map(question => [question.id, Object.fromEntries(choicesOf(question).map(({ id }) => [id, item++]))])),
    results: { set: 'UF_CRM_ABC_SET' },
  }
}

function without(places: Places, question: string): Places {
  const { [question]: _, ...answers } = places.answers
  return { ...places, answers }
}

function ids({ questions }: PublicSet): readonly string[] {
  return questions.map(({ id }) => id)
}

const PLACES = placesFor(DEFAULT_SET)
const PUBLIC = publicSetOf(DEFAULT_SET, PLACES)

function choice(id: string, more: Partial<Extract<Question, { kind: 'choice' }>> = {}): Question {
  return { id, kind: 'choice', name: { ru: id }, script: { ru: id }, choices: ['yes', 'no'].map(one => ({ id: one, label: { ru: one }, grade: 'A' as const })), ...more }
}

function setOf(...questions: readonly Question[]): QuestionSet {
  return { ...DEFAULT_SET, questions }
}

function published(...questions: readonly Question[]): PublicSet {
  const set = setOf(...questions)
  return publicSetOf(set, placesFor(set))
}

describe('the public part of a set', () => {
  it('is the four graded questions of the default set, in the client’s words', () => {
    expect(ids(PUBLIC)).toEqual(['need', 'urgency', 'budget', 'client_type'])
    expect(PUBLIC.questions[3]?.wording.ru).toBe('Для кого вы покупаете?')
    expect(PUBLIC.questions[3]?.choices[0]).toEqual({ id: 'b2b', label: { ru: 'Для компании', en: 'For a company' }, item: PLACES.choices['client_type']?.['b2b'] })
    expect(PUBLIC.questions[2]?.choices.map(({ id }) => id)).toContain('cannot_pay')
  })

  it.each(PRESETS.map(set => [set.id, set] as const))('gives nothing of what the business makes of answers away: %s', (_, set) => {
    const text = printPublicSet(publicSetOf(set, placesFor(set)))
    expect(text).not.toMatch(/"(?:grade|sign|reason|from|to|shelfLifeDays|hint|script|objections|classRules|code|coefficient|for)"/)
  })

  it('says what the manager would say where a question has no words for clients', () => {
    expect(published(choice('q', { clientWording: { ru: ' ' }, name: { ru: 'Потребность' }, script: { ru: 'Что скажет менеджер' } })).questions[0]?.wording).toEqual({ ru: 'Потребность' })
  })

  it('leaves out a question that has no place on the portal, and one that is for the manager', () => {
    expect(ids(publicSetOf(DEFAULT_SET, without(PLACES, 'need')))).toEqual(['urgency', 'budget', 'client_type', 'channel'])
    expect(ids(published(choice('a'), choice('b', { for: 'reason' }), { id: 'note', kind: 'text', name: {}, script: {} }))).toEqual(['a'])
  })

  it('leaves out a choice without an item, and a question with fewer than two choices left', () => {
    const set = setOf(choice('a'), choice('b'))
    expect(ids(publicSetOf(set, { ...placesFor(set), choices: { a: { yes: 1, no: 2 }, b: { yes: 3 } } }))).toEqual(['a'])
  })

  it('prefers what counts for code or class, and keeps the set’s order', () => {
    expect(ids(published(choice('o', { for: 'other' }), choice('a'), choice('b'), choice('c'), choice('d'), choice('e')))).toEqual(['a', 'b', 'c', 'd'])
    expect(ids(published(choice('o', { for: 'other' }), choice('a')))).toEqual(['o', 'a'])
  })

  it('has no question that could never be asked, and gives its place to the next', () => {
    const after = (question: string): Partial<Extract<Question, { kind: 'choice' }>> => ({ askIf: [{ question, choices: ['yes'] }] })
    expect(ids(published(choice('o', { for: 'other' }), choice('a', after('o')), choice('b'), choice('c', after('a')), choice('d'), choice('e'), choice('f')))).toEqual(['b', 'd', 'e', 'f'])
    expect(ids(published(choice('a'), choice('b', after('a'))))).toEqual(['a', 'b'])
  })

  it('speaks the languages in which it has all words, and always the set’s own', () => {
    expect(PUBLIC.languages).toEqual(['ru', 'en'])
    expect(published(choice('a')).languages).toEqual(['ru'])
  })
})

describe('the stored public part', () => {
  it('is read back equal', () => {
    fc.assert(fc.property(fc.constantFrom(...PRESETS), fc.subarray([...DEFAULT_SET.questions]), (preset, left) => {
      const made = publicSetOf(preset, left.reduce((places, { id }) => without(places, id), placesFor(preset)))
      expect(parsePublicSet(printPublicSet(made))).toEqual({ ok: true, value: made })
    }))
  })

  it.each([
    ['no JSON', '{'],
    ['a later format', JSON.stringify({ ...PUBLIC, format: 2 })],
    ['a whole set', JSON.stringify({ format: 1, ...DEFAULT_SET })],
    ['more questions than a client is asked', JSON.stringify({ format: 1, ...PUBLIC, questions: [...PUBLIC.questions, ...PUBLIC.questions] })],
    ['a field that is none of the portal', printPublicSet({ ...PUBLIC, reference: 'TITLE' })],
  ])('is not read when it is %s', (_, text) => {
    expect(parsePublicSet(text).ok).toBe(false)
  })
})

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { addChoice } from '../../../src/domain/set-edit/choices.ts'
import { newId } from '../../../src/domain/set-edit/new-id.ts'
import { addQuestion, duplicateQuestion } from '../../../src/domain/set-edit/questions.ts'
import { Id } from '../../../src/domain/stored.ts'

describe('an id', () => {
  it.each([
    ['Client type', 'client_type'],
    ['Тип клиента', 'tip_klienta'],
    ['Срок: щётки, объём, ёж', 'srok_schetki_obem_ezh'],
    ['Café à Besançon', 'cafe_a_besancon'],
    ['  —  ', 'question'],
    ['日本', 'question'],
    ['24 часа', 'question_24_chasa'],
    ['constructor', 'constructor_2'],
    ['Очень длинное название вопроса, которое никуда не поместится', 'ochen_dlinnoe_nazvanie_voprosa'],
  ])('of "%s" is %s', (name, id) => {
    expect(newId(name, 'question', [])).toBe(id)
  })

  it('gets a number where the name is taken, and stays short enough', () => {
    expect(newId('Need', 'question', ['need', 'need_2'])).toBe('need_3')
    expect(newId('x'.repeat(40), 'question', ['x'.repeat(30)])).toBe(`${'x'.repeat(28)}_2`)
  })

  it('of any name can be stored and is not taken', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('question', 'a', 'question_2')), (name, taken) => {
      const id = newId(name, 'question', taken)
      expect(v.is(Id, id)).toBe(true)
      expect(taken).not.toContain(id)
    }))
  })

  it('of a question is not that of a result field, nor one that an earlier version used', () => {
    expect(addQuestion(DEFAULT_SET, 'choice', { en: 'Reason' }).questions.at(-1)?.id).toBe('reason_2')
    expect(addQuestion(DEFAULT_SET, 'choice', { en: 'Mood' }, 0, ['mood']).questions[0]?.id).toBe('mood_2')
    expect(duplicateQuestion(DEFAULT_SET, 'need').questions[1]?.id).toBe('need_2')
  })

  it('is made of the English name where there is one, else of the one in the default language', () => {
    const added = (label: object) => addChoice(DEFAULT_SET, 'need', label).questions[0]
    const last = (label: object) => { const question = added(label); return question?.kind === 'choice' ? question.choices.at(-1)?.id : undefined }
    expect(last({ ru: 'Партнёр', en: 'Dealer' })).toBe('dealer')
    expect(last({ ru: 'Партнёр' })).toBe('partner')
  })
})

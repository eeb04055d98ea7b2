import { describe, expect, it } from 'vitest'
import { changeLines, fieldWords } from '../../../src/components/sets/change-lines.ts'
import { PRESETS } from '../../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Language, SetDraft } from '../../../src/domain/question-set.ts'
import { addChoice } from '../../../src/domain/set-edit/choices.ts'
import { setCell } from '../../../src/domain/set-edit/class-table.ts'
import { setBase, setCadence } from '../../../src/domain/set-edit/pace.ts'
import { moveQuestion, setQuestionText } from '../../../src/domain/set-edit/questions.ts'
import { removeQuestion } from '../../../src/domain/set-edit/removal.ts'
import { differenceOf } from '../../../src/domain/set-difference.ts'
import { setChanges as en } from '../../../src/i18n/en/set-changes.ts'
import { setChanges as ru } from '../../../src/i18n/ru/set-changes.ts'

const told = (to: SetDraft, language: Language = 'ru') => changeLines(DEFAULT_SET, to, language === 'ru' ? ru : en, language)
  .map(({ kind, where, what, from, to: now }) => [kind, where, what, from, now].filter(part => part !== '').join(' | '))

describe('a difference in words', () => {
  it.each<[string, (set: SetDraft) => SetDraft, readonly string[]]>([
    ['nothing', set => ({ ...set, version: 9 }), []],
    ['a text', set => setQuestionText(set, 'need', 'hint', 'ru', 'Коротко'), [`changed | Вопрос «Потребность» | подсказка по-русски | ${DEFAULT_SET.questions[0]?.hint?.ru ?? 'пусто'} | Коротко`]],
    ['a choice that came', set => addChoice(set, 'client_type', { ru: 'Дилер', en: 'Dealer' }), ['added | Вопрос «Тип клиента», ответ «Дилер»']],
    ['a question that changed its place', set => moveQuestion(set, 'client_type', 0), ['moved | Вопрос «Тип клиента» | место 4 | место 1']],
    ['a cell of the class table', set => setCell(set, DEFAULT_SET.classRules[0]?.id ?? '', 'need', ['A', 'B']), ['changed | Правило класса 1 | условие по вопросу «Потребность» | плюс | A, B']],
    ['numbers of the plan', set => setCadence(setBase(set, 7), 'A', [1, 2], 6), [
      'changed | Анкета | среднее число касаний | 6 | 7',
      'changed | Анкета | промежутки между касаниями, класс A | 1, 1, 2, 2, 3 | 1, 2',
      'changed | Анкета | промежуток после последнего, класс A | 5 | 6',
    ]],
  ])('tells %s', (_, edit, lines) => {
    expect(told(edit(DEFAULT_SET))).toEqual(lines)
  })

  it('names a question that went by the name that it had', () => {
    expect(told(removeQuestion(DEFAULT_SET, 'client_type'))).toContain('removed | Вопрос «Тип клиента»')
  })

  it('speaks English too', () => {
    expect(told(setBase(DEFAULT_SET, 7), 'en')).toEqual(['changed | Set | average number of touches | 6 | 7'])
  })
})

/** The set with each of its values changed by itself, as far as that makes a difference. */
function* changedValues(value: unknown): Generator {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) for (const changed of changedValues(entry)) yield value.with(index, changed)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      if (key === 'id' || key === 'version') continue
      for (const changed of changedValues(entry)) yield { ...value, [key]: changed }
    }
  } else {
    yield typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`
  }
}

it.each(PRESETS.map(set => [set.id, set] as const))('has words for whatever may change in the preset %s', (_, set) => {
  const unnamed = new Set<string>()
  for (const changed of changedValues(set)) {
    for (const change of differenceOf(set, changed as SetDraft)) {
      const words = fieldWords(change, set, { words: ru, language: 'ru', fallback: 'ru' })
      if (change.kind === 'changed' && !/[а-я]/.test(words)) unnamed.add(`${change.thing} ${change.field}: ${words}`)
    }
  }
  expect([...unnamed]).toEqual([])
})

it('has the same fields in both languages', () => {
  expect([en.setFields, en.thingFields, en.codes].map(words => Object.keys(words))).toEqual([ru.setFields, ru.thingFields, ru.codes].map(words => Object.keys(words)))
})

import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { PLUS_MINUS } from '../../../src/domain/presets/plus-minus.ts'
import type { SetDraft } from '../../../src/domain/question-set.ts'
import { mayPublish, examine } from '../../../src/domain/set-doctor.ts'
import { addChoice, addCannotPay, setChoiceMark } from '../../../src/domain/set-edit/choices.ts'
import { addElse, addRule, setCell, setCapped, setRuleClass } from '../../../src/domain/set-edit/class-table.ts'
import { addPosition, addToPosition, removeFromPosition } from '../../../src/domain/set-edit/code-positions.ts'
import { setCondition } from '../../../src/domain/set-edit/conditions.ts'
import { copySet } from '../../../src/domain/set-edit/copy-set.ts'
import { setQuestionText, addQuestion, changeKind, kindsFor, moveQuestion } from '../../../src/domain/set-edit/questions.ts'

const NAME = { ru: 'Опыт', en: 'Experience' }

function ids(set: SetDraft): readonly string[] {
  return set.questions.map(question => question.id)
}

function kindOf(set: SetDraft, id: string): string | undefined {
  return set.questions.find(question => question.id === id)?.kind
}

describe('a new question', () => {
  it('stands where it was put, with what its kind cannot do without', () => {
    expect(ids(addQuestion(DEFAULT_SET, 'text', NAME, 1))).toEqual(['need', 'experience', 'urgency', 'budget', 'client_type', 'channel'])
    expect(addQuestion(DEFAULT_SET, 'yesno', NAME).questions.at(-1)).toMatchObject({ choices: [{ id: 'yes', sign: 'plus' }, { id: 'no', sign: 'minus' }] })
    expect(addQuestion(DEFAULT_SET, 'money', NAME).questions.at(-1)).toMatchObject({ bands: [{ from: 0, to: null }] })
  })

  it('is the doctor’s to examine until it has words, and may be published when it has', () => {
    const added = addQuestion(DEFAULT_SET, 'yesno', NAME)
    expect(examine(added).findings.map(({ kind }) => kind)).toContain('no-default-text')
    expect(mayPublish(examine(setQuestionText(added, 'experience', 'script', 'ru', 'Покупали ли вы такое раньше?')).findings)).toBe(true)
  })
})

describe('a question', () => {
  it('becomes another kind as long as no choice is lost that leads remember', () => {
    expect(kindOf(changeKind(PLUS_MINUS, 'need', 'choice'), 'need')).toBe('choice')
    expect(changeKind(changeKind(PLUS_MINUS, 'need', 'choice'), 'need', 'yesno')).toEqual(PLUS_MINUS)
    expect(changeKind(DEFAULT_SET, 'need', 'yesno')).toBe(DEFAULT_SET)
    expect(changeKind(DEFAULT_SET, 'budget', 'horizon')).toBe(DEFAULT_SET)
    expect(kindsFor(addQuestion(DEFAULT_SET, 'text', NAME).questions.at(-1) ?? expect.fail())).toEqual(['choice', 'yesno', 'money', 'horizon'])
  })

  it('keeps its words and conditions as another kind', () => {
    const text = setQuestionText(setCondition(addQuestion(DEFAULT_SET, 'text', NAME), 'experience', 'need', ['yes']), 'experience', 'hint', 'en', 'Any')
    expect(changeKind(text, 'experience', 'yesno').questions.at(-1))
      .toMatchObject({ id: 'experience', kind: 'yesno', name: NAME, hint: { en: 'Any' }, askIf: [{ question: 'need', choices: ['yes'] }] })
  })

  it('may be moved before one that it depends on, which the doctor tells', () => {
    const moved = moveQuestion(setCondition(DEFAULT_SET, 'channel', 'need', ['yes']), 'channel', 0)
    expect(ids(moved)[0]).toBe('channel')
    expect(examine(moved).findings).toMatchObject([{ kind: 'unknown-reference', place: 'questions[0].askIf[0]', about: 'need' }])
  })

  it('depends on earlier questions and their choices only', () => {
    expect(setCondition(DEFAULT_SET, 'need', 'channel', ['call'])).toBe(DEFAULT_SET)
    expect(setCondition(DEFAULT_SET, 'channel', 'need', ['yes', 'maybe'])).toBe(DEFAULT_SET)
    expect(setCondition(setCondition(DEFAULT_SET, 'channel', 'need', ['yes']), 'channel', 'need', [])).toEqual(DEFAULT_SET)
  })
})

describe('a choice', () => {
  it('is added to choice questions, and "cannot pay" once to money questions', () => {
    expect(addChoice(DEFAULT_SET, 'urgency', NAME)).toBe(DEFAULT_SET)
    expect(addCannotPay(DEFAULT_SET, 'budget', NAME)).toBe(DEFAULT_SET)
    expect(addCannotPay(addQuestion(DEFAULT_SET, 'money', NAME), 'experience', { en: 'No money' }).questions.at(-1)).toMatchObject({ cannotPay: { id: 'no_money', sign: 'minus' } })
  })

  it('loses a mark that is taken away, and takes no shelf life that cannot be', () => {
    expect(setChoiceMark(DEFAULT_SET, 'need', 'yes', 'grade', undefined).questions[0]).not.toHaveProperty('choices.0.grade')
    expect(setChoiceMark(DEFAULT_SET, 'need', 'yes', 'shelfLifeDays', -1)).toBe(DEFAULT_SET)
  })
})

describe('code and class table', () => {
  it('take only questions that have grades', () => {
    expect(addPosition(DEFAULT_SET, 'channel')).toBe(DEFAULT_SET)
    expect(addToPosition(DEFAULT_SET, 0, 'channel')).toBe(DEFAULT_SET)
    expect(setCell(DEFAULT_SET, 'a', 'channel', 'plus')).toBe(DEFAULT_SET)
  })

  it('lose a position with its last question', () => {
    expect(removeFromPosition(DEFAULT_SET, 0, 'client_type').code).toEqual([{ questions: ['need', 'budget'] }, { questions: ['urgency'] }])
  })

  it('have a last row, which is edited as a rule is, and added where it is missing', () => {
    const { classElse: _, ...draft } = DEFAULT_SET
    expect(addElse(draft, 'C').classElse).toEqual({ id: 'else', class: 'C' })
    expect(addElse(DEFAULT_SET, 'A')).toBe(DEFAULT_SET)
    expect(setCapped(setRuleClass(DEFAULT_SET, 'else', 'B'), 'else', false).classElse).toEqual({ id: 'else', class: 'B' })
    expect(addRule(DEFAULT_SET, 'B', 0).classRules[0]).toEqual({ id: 'b_2', when: {}, class: 'B' })
  })
})

it('a copy of a set has its own id and name and begins at version 1, with the same questions', () => {
  const copy = copySet({ ...DEFAULT_SET, version: 7 }, { ru: 'Опт', en: 'Wholesale' }, ['default', 'wholesale'])
  expect(copy).toEqual({ ...DEFAULT_SET, id: 'wholesale_2', name: { ru: 'Опт', en: 'Wholesale' }, version: 1 })
})

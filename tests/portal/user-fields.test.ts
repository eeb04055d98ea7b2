import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { TRADING_HOUSE } from '../../src/domain/presets/trading-house.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { parseFieldMap, printFieldMap, RESULT_FIELDS } from '../../src/portal/field-map.ts'
import { compareFields, fieldCommand, mapFields } from '../../src/portal/setup/user-fields.ts'
import type { FieldState, UserField } from '../../src/portal/setup/user-fields.ts'
import { wantedFields } from '../../src/portal/setup/wanted-fields.ts'
import { madeFields, mapOf } from './made-fields.ts'

const WANTED = wantedFields([DEFAULT_SET])
const MADE = madeFields([DEFAULT_SET])

function without(code: string): readonly UserField[] {
  return MADE.filter(field => field.FIELD_NAME !== code)
}

function changed(code: string, change: (field: UserField) => UserField): readonly UserField[] {
  return MADE.map(field => field.FIELD_NAME === code ? change(field) : field)
}

function unready(fields: readonly UserField[]): readonly FieldState[] {
  return compareFields(WANTED, fields).filter(({ state }) => state !== 'there')
}

describe('the fields that sets want', () => {
  it('are one list for every question that has choices, and the results', () => {
    expect(WANTED.map(({ code, type, items }) => [code, type, items.length])).toEqual([
      ['UF_CRM_ABC_NEED', 'enumeration', 3],
      ['UF_CRM_ABC_URGENCY', 'enumeration', 3],
      ['UF_CRM_ABC_BUDGET', 'enumeration', 6],
      ['UF_CRM_ABC_CLIENT_TYPE', 'enumeration', 4],
      ['UF_CRM_ABC_CHANNEL', 'enumeration', 4],
      ['UF_CRM_ABC_CODE', 'string', 0],
      ['UF_CRM_ABC_CLASS', 'enumeration', 3],
      ['UF_CRM_ABC_COEFFICIENT', 'double', 0],
      ['UF_CRM_ABC_PURCHASE_DATE', 'date', 0],
      ['UF_CRM_ABC_NEXT_TOUCH', 'datetime', 0],
      ['UF_CRM_ABC_IMPORTANT', 'boolean', 0],
      ['UF_CRM_ABC_REASON', 'enumeration', DEFAULT_SET.reasons.length],
      ['UF_CRM_ABC_SET', 'string', 0],
      ['UF_CRM_ABC_QUALIFIED_AT', 'datetime', 0],
      ['UF_CRM_ABC_QUALIFIED_BY', 'employee', 0],
      ['UF_CRM_ABC_RUN', 'string', 0],
    ])
  })

  it('have item codes that do not depend on the label', () => {
    const need = WANTED.find(field => field.code === 'UF_CRM_ABC_NEED')
    expect(need?.items.map(item => [item.key, item.xmlId])).toEqual([['yes', 'ABC_NEED_YES'], ['later', 'ABC_NEED_LATER'], ['no', 'ABC_NEED_NO']])
    expect(need?.items.every(item => item.label.trim() !== '')).toBe(true)
  })

  it('are shared by sets that ask the same question, with the choices of both', () => {
    const more: QuestionSet = {
      ...TRADING_HOUSE,
      questions: TRADING_HOUSE.questions.map(question => question.kind === 'choice' && question.id === 'need'
        ? { ...question, choices: [...question.choices, { id: 'perhaps', label: { ru: 'Может быть' } }] }
        : question),
    }
    const need = wantedFields([DEFAULT_SET, more]).filter(field => field.code === 'UF_CRM_ABC_NEED')
    expect(need).toHaveLength(1)
    expect(need[0]?.items.map(item => item.key)).toEqual(['yes', 'later', 'no', 'perhaps'])
  })

  it('have codes of 50 characters at most and no code twice, for all presets together (crm-lead-userfield-add.md)', () => {
    const codes = wantedFields(PRESETS).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^UF_CRM_[A-Z0-9_]{1,43}$/)
    for (const { items } of wantedFields(PRESETS)) expect(new Set(items.map(item => item.xmlId)).size).toBe(items.length)
  })

  it('skip a text question, which has nothing to choose', () => {
    const asked: QuestionSet = { ...DEFAULT_SET, questions: [...DEFAULT_SET.questions, { id: 'wishes', kind: 'text', name: { ru: 'Пожелания' }, script: { ru: 'Что ещё важно?' } }] }
    expect(wantedFields([asked])).toEqual(WANTED)
  })
})

describe('comparing with what the portal has', () => {
  it('finds everything there when it is', () => {
    expect(unready(MADE)).toEqual([])
  })

  it('tells a field that is missing', () => {
    expect(unready(without('UF_CRM_ABC_RUN'))).toMatchObject([{ state: 'missing', wanted: { code: 'UF_CRM_ABC_RUN' } }])
  })

  it('tells the items that are missing, by their code and not by their label', () => {
    const fields = changed('UF_CRM_ABC_NEED', field => ({ ...field, LIST: field.LIST.map(item => item.XML_ID === 'ABC_NEED_NO' ? { ...item, VALUE: 'else', XML_ID: '' } : { ...item, VALUE: 'renamed' }) }))
    expect(unready(fields)).toMatchObject([{ state: 'incomplete', items: [{ key: 'no' }] }])
  })

  it('tells an item that has our label and lost its code, which is taken back and not made twice', () => {
    const [state] = unready(changed('UF_CRM_ABC_NEED', field => ({ ...field, LIST: field.LIST.map(item => item.XML_ID === 'ABC_NEED_NO' ? { ...item, XML_ID: '' } : item) })))
    const id = MADE.find(field => field.FIELD_NAME === 'UF_CRM_ABC_NEED')?.LIST.find(item => item.XML_ID === 'ABC_NEED_NO')?.ID
    expect(state).toMatchObject({ state: 'incomplete', items: [], lost: [{ item: { key: 'no' }, id }] })
    expect(state && fieldCommand(state)).toMatchObject({ params: { fields: { LIST: [{ ID: id, XML_ID: 'ABC_NEED_NO' }] } } })
  })

  it('tells a field of several values, which holds no answer', () => {
    expect(unready(changed('UF_CRM_ABC_NEED', field => ({ ...field, MULTIPLE: 'Y' })))).toMatchObject([{ state: 'differs' }])
  })

  it('tells a field of another type, which only a person can decide about', () => {
    const fields = changed('UF_CRM_ABC_CODE', field => ({ ...field, USER_TYPE_ID: 'integer' }))
    expect(unready(fields)).toMatchObject([{ state: 'differs', field: { USER_TYPE_ID: 'integer' } }])
    expect(mapFields(compareFields(WANTED, fields))).toMatchObject({ ok: false, error: [{ state: 'differs' }] })
  })

  it('passes over fields of others', () => {
    expect(unready([...MADE, { ID: 99, FIELD_NAME: 'UF_CRM_OTHER', USER_TYPE_ID: 'string', LIST: [] }])).toEqual([])
  })
})

describe('the command that brings a field into the wanted state', () => {
  it('makes a missing list with its items in order and labels in both languages', () => {
    const [state] = unready(without('UF_CRM_ABC_CLASS'))
    expect(state && fieldCommand(state)).toMatchObject({ method: 'crm.lead.userfield.add', params: { fields: {
      FIELD_NAME: 'UF_CRM_ABC_CLASS', USER_TYPE_ID: 'enumeration', EDIT_FORM_LABEL: { ru: 'Приоритет', en: 'Priority' },
      LIST: [{ VALUE: 'AAA', XML_ID: 'ABC_CLASS_A', SORT: 10 }, { VALUE: 'BBB', XML_ID: 'ABC_CLASS_B', SORT: 20 }, { VALUE: 'CCC', XML_ID: 'ABC_CLASS_C', SORT: 30 }],
    } } })
  })

  it('makes a missing field that is no list without items', () => {
    const [state] = unready(without('UF_CRM_ABC_CODE'))
    expect(state && fieldCommand(state)).not.toHaveProperty('params.fields.LIST')
  })

  it('adds only the missing items, after those that are there', () => {
    const [state] = unready(changed('UF_CRM_ABC_NEED', field => ({ ...field, LIST: field.LIST.slice(0, 2) })))
    expect(state && fieldCommand(state)).toMatchObject({ method: 'crm.lead.userfield.update', params: { id: 1, fields: { LIST: [{ XML_ID: 'ABC_NEED_NO', SORT: 30 }] } } })
  })

  it('is none for a field that is there, and none for one of another type', () => {
    expect(compareFields(WANTED, MADE).map(fieldCommand).filter(command => command !== undefined)).toEqual([])
    const [differs] = unready(changed('UF_CRM_ABC_CODE', field => ({ ...field, USER_TYPE_ID: 'integer' })))
    expect(differs && fieldCommand(differs)).toBeUndefined()
  })
})

describe('the map of fields', () => {
  it('names a field for every question and result, and an item for every choice', () => {
    const map = mapOf([DEFAULT_SET])
    expect(Object.keys(map.results).sort()).toEqual([...RESULT_FIELDS].sort())
    expect(Object.keys(map.answers)).toEqual(['need', 'urgency', 'budget', 'client_type', 'channel'])
    expect(map.choices['need']).toEqual({ yes: 101, later: 102, no: 103 })
    expect(Object.keys(map.reasons)).toEqual(DEFAULT_SET.reasons.map(reason => reason.id))
    expect(Object.keys(map.classes)).toEqual(['A', 'B', 'C'])
  })

  it('is the same after it was printed and read, for all presets together', () => {
    const map = mapOf(PRESETS)
    expect(parseFieldMap(printFieldMap(map))).toEqual({ ok: true, value: map })
  })

  it.each([
    ['no JSON', '{', { kind: 'not-json' }],
    ['of a later app', '{"format":2}', { kind: 'newer', format: 2 }],
    ['without a field', JSON.stringify({ ...mapOf([DEFAULT_SET]), format: 1, results: {} }), { kind: 'flawed' }],
    ['with a field of another kind of code', printFieldMap({ ...mapOf([DEFAULT_SET]), answers: { need: 'TITLE' } }), { kind: 'flawed', flaws: [{ path: 'answers.need' }] }],
    ['with an item that is no id', printFieldMap({ ...mapOf([DEFAULT_SET]), reasons: { no_need: 0 } }), { kind: 'flawed', flaws: [{ path: 'reasons.no_need' }] }],
  ])('is refused when it is %s', (_, text, error) => {
    expect(parseFieldMap(text)).toMatchObject({ ok: false, error })
  })
})

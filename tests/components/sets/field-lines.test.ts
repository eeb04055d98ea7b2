import { expect, it } from 'vitest'
import { fieldLines } from '../../../src/components/sets/field-lines.ts'
import { sets } from '../../../src/i18n/ru/sets.ts'
import type { UserField } from '../../../src/portal/setup/user-fields.ts'
import type { WantedField } from '../../../src/portal/setup/wanted-fields.ts'

const item = { key: 'yes', xmlId: 'need.yes', label: 'Горит', sort: 10 }
const wanted: WantedField = { holds: { question: 'need' }, code: 'UF_CRM_ABC_NEED', type: 'enumeration', label: { ru: 'Нужда' }, items: [item] }
const field: UserField = { ID: 7, FIELD_NAME: 'UF_CRM_ABC_NEED', USER_TYPE_ID: 'enumeration', MULTIPLE: 'N', LIST: [] }
const lines = (state: Parameters<typeof fieldLines>[0][number]) => fieldLines([state], sets.publishing, text => text.ru ?? '')

it('says what is made of a field: new items, codes that are given back, a filter it leaves', () => {
  expect(lines({ state: 'missing', wanted })).toEqual(['Новое поле лида «Нужда»'])
  expect(lines({ state: 'incomplete', wanted, field, items: [item] })).toEqual(['В поле «Нужда» новые пункты: Горит'])
  expect(lines({ state: 'incomplete', wanted, field, items: [], lost: [{ item, id: 3 }] })).toEqual(['В поле «Нужда» у пунктов пропали коды, они будут возвращены.'])
  expect(lines({ state: 'incomplete', wanted, field, items: [] })).toEqual(['Поле «Нужда» больше не будет стоять в фильтре.'])
})

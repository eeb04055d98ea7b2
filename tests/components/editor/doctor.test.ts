import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { PRESETS } from '../../../src/domain/presets/all.ts'
import { placeName } from '../../../src/components/editor/place-name.ts'
import { loadEditorWords } from '../../../src/i18n/editor-words.ts'
import { openEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

describe('the doctor', () => {
  it('says what is right, too', async () => {
    const { page, words } = await openEditor(DEFAULT_SET)
    const said = wordsOf(page.find('aside'))
    expect(said).toContain(words.doctor.allRight)
    expect(said).toContain(words.doctor.combinations(8))
    expect(page.find('aside ul').text()).toBe('AAA 1BBB 1CCC 6')
  })

  it('tells errors before warnings, each with the way to its field', async () => {
    const { page, words, field, button } = await openEditor(DEFAULT_SET)
    await field(words.questions.script).setValue('')
    await field(words.choices.grade).setValue('')
    await field(words.questions.name, 1).setValue('')
    expect(page.findAll('aside h3').map(heading => wordsOf(heading))).toEqual([words.doctor.errors(2), words.doctor.warnings(1)])
    await button(words.editor.sections.code).trigger('click')
    await button('Вопрос «Потребность» · что говорит менеджер').trigger('click')
    await flushPromises()
    expect(document.activeElement?.getAttribute('data-place')).toBe('questions[0].script')
    expect(document.activeElement?.getAttribute('lang')).toBe('ru')
    await button('Вопрос «Потребность» · «Есть потребность»').trigger('click')
    await flushPromises()
    expect(document.activeElement?.closest('[data-place="questions[0].choices[0]"]')).not.toBeNull()
  })

  it('opens what is folded around the field that it leads to', async () => {
    const questions = DEFAULT_SET.questions.map((question, index) => index === 2 ? { ...question, hint: { ru: 'Спросите' } } : question)
    const { page, button } = await openEditor({ ...DEFAULT_SET, questions })
    await button('Вопрос «Бюджет» · подсказка').trigger('click')
    await flushPromises()
    expect(document.activeElement?.getAttribute('data-place')).toBe('questions[2].hint')
    expect(document.activeElement?.getAttribute('lang')).toBe('en')
    expect(page.find('details[open] [data-place="questions[2].hint"]').exists()).toBe(true)
  })

  it('leads into a section that was not opened yet', async () => {
    const [first, ...rest] = DEFAULT_SET.classRules
    const { button } = await openEditor({ ...DEFAULT_SET, classRules: [...first ? [first, { ...first, id: 'twin' }] : [], ...rest] })
    await button('Класс, строка 2').trigger('click')
    await vi.waitFor(() => expect(document.activeElement?.closest('[data-place="classRules[1]"]')).not.toBeNull())
  })

  it('counts findings at the sections that they are in', async () => {
    const { page, words, field } = await openEditor(DEFAULT_SET)
    await field(words.questions.script).setValue('')
    expect(page.findAll('.tab').map(tab => wordsOf(tab))).toEqual([`Вопросы 1${words.editor.inSection(1, 0)}`, 'Код', 'Классы', 'Потенциал', 'План', 'Уведомления и тексты', 'Общее'])
  })
})

describe('places in words', () => {
  it('are told for every path of every preset, in words and names of the set', async () => {
    const { messages } = await loadEditorWords('ru')
    expect(placeName(DEFAULT_SET, 'questions[2].bands[4].label', 'ru', messages)).toBe('Вопрос «Бюджет» · «До 100 тыс. ₽» · подпись')
    expect(placeName(DEFAULT_SET, 'classRules[1]', 'ru', messages)).toBe('Класс, строка 2')
    expect(placeName(DEFAULT_SET, 'classRules[1].when.urgency', 'ru', messages)).toBe('Класс, строка 2 · условие · «Срочность»')
    expect(placeName(DEFAULT_SET, 'code[0]', 'ru', messages)).toBe('Код, буква 1')
    expect(placeName(DEFAULT_SET, 'followUp.steps[2].name', 'ru', messages)).toBe('План касаний · шаг 3 · название')
    expect(placeName(DEFAULT_SET, '', 'ru', messages)).toBe('анкета')
    const unknown: string[] = []
    const walk = (value: unknown, place: string): void => {
      if (Array.isArray(value)) value.forEach((item: unknown, index) => walk(item, `${place}[${index}]`))
      else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value)) walk(item, place === '' ? key : `${place}.${key}`)
      } else if (/[a-z]{3}/.test(placeName(PRESETS[0] ?? DEFAULT_SET, place, 'ru', messages).replace(/«[^»]*»/g, ''))) unknown.push(place)
    }
    walk(DEFAULT_SET, '')
    expect(unknown.filter(place => place !== 'id' && place !== 'version' && !place.endsWith('.id'))).toEqual([])
  })
})

import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { openEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

describe('the editor', () => {
  it('lists the questions in their order and shows the form of the first', async () => {
    const { page, words, field } = await openEditor(DEFAULT_SET)
    const list = page.find(`nav[aria-label="${words.questions.list}"]`)
    expect(list.findAll('li').map(row => wordsOf(row))).toEqual([
      '1. Потребность Выбор из вариантов · буква 2',
      '2. Срочность Срок покупки · буква 3',
      '3. Бюджет Сумма · буква 2',
      '4. Тип клиента Выбор из вариантов · буква 1',
      '5. Удобная связь Выбор из вариантов',
    ])
    expect(field(words.questions.name).element.value).toBe('Потребность')
  })

  it('gives every edit back', async () => {
    const { words, field, changes } = await openEditor(DEFAULT_SET)
    await field(words.fields.inLanguage.ru(words.questions.name)).setValue('Нужда')
    expect(changes().at(-1)?.questions[0]?.name.ru).toBe('Нужда')
  })

  it('undoes and redoes by key, in any layout and from within a field, and says what', async () => {
    const { page, words, field, editing, said } = await openEditor(DEFAULT_SET)
    const name = field(words.questions.name)
    await name.setValue('Нужда')
    await name.trigger('keydown', { code: 'KeyZ', key: 'я', ctrlKey: true })
    expect(field(words.questions.name).element.value).toBe('Потребность')
    expect(said()).toBe('Отменено: Вопрос «Потребность» · название · русский')
    await name.trigger('keydown', { code: 'KeyY', key: 'y', ctrlKey: true })
    expect(field(words.questions.name).element.value).toBe('Нужда')
    await page.trigger('keydown', { code: 'KeyZ', key: 'z', ctrlKey: true })
    await page.trigger('keydown', { code: 'KeyZ', key: 'Z', ctrlKey: true, shiftKey: true })
    expect(editing.set.questions[0]?.name.ru).toBe('Нужда')
  })

  it('shows what is undone, also when another section was opened meanwhile', async () => {
    const { words, field, button, section, page } = await openEditor(DEFAULT_SET)
    await field(words.questions.name).setValue('Нужда')
    await button(words.editor.undo).trigger('click')
    await button(words.editor.redo).trigger('click')
    await section(words.editor.sections.code)
    expect(page.find('article').exists()).toBe(false)
    await button(words.editor.undo).trigger('click')
    await flushPromises()
    expect(field(words.questions.name).element.value).toBe('Потребность')
  })

  it('leaves them to fields whose words are not of the set yet', async () => {
    const { page, button, field, words, editing } = await openEditor(DEFAULT_SET)
    await field(words.questions.name).setValue('Нужда')
    await button(words.questions.add).trigger('click')
    const loose = page.get<HTMLInputElement>('form input')
    await loose.setValue('Регион')
    const event = new KeyboardEvent('keydown', { code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true })
    loose.element.dispatchEvent(event)
    await flushPromises()
    expect(event.defaultPrevented).toBe(false)
    expect([editing.set.questions[0]?.name.ru, page.get<HTMLInputElement>('form input').element.value]).toEqual(['Нужда', 'Регион'])
  })

  it('leaves its keys alone when they are pressed elsewhere on the page', async () => {
    const { field, words, editing } = await openEditor(DEFAULT_SET)
    await field(words.questions.name).setValue('Нужда')
    const other = document.body.appendChild(document.createElement('input'))
    other.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyZ', ctrlKey: true, bubbles: true }))
    other.remove()
    expect(editing.canUndo).toBe(true)
  })

  it('shows the texts of one language when that is wanted', async () => {
    const { page, words, field } = await openEditor(DEFAULT_SET)
    await field(words.editor.texts).setValue('en')
    expect(field(words.questions.name).element.value).toBe('Need')
    expect(page.findAll('[lang="ru"]')).toEqual([])
  })

  it('says in English what it says in Russian', async () => {
    const { page, words } = await openEditor(DEFAULT_SET, { language: 'en' })
    expect(page.attributes('aria-label')).toBe('Set editor')
    expect(wordsOf(page.find(`nav[aria-label="${words.questions.list}"] li`))).toBe('1. Need One of several choices · letter 2')
  })
})

import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { SetDraft } from '../../../src/domain/question-set.ts'
import { LONGEST_TEXT } from '../../../src/domain/set-limits.ts'
import { openEditor } from '../../support/editor-page.ts'
import type { OpenEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

async function open(draft: SetDraft = DEFAULT_SET): Promise<OpenEditor> {
  const editor = await openEditor(draft)
  await editor.section(editor.words.editor.sections.texts)
  return editor
}

function ownText({ field, words }: OpenEditor, language: 'ru' | 'en') {
  return field(words.fields.inLanguage[language](words.texts.own))
}

describe('alerts', () => {
  it('come for a large order, and for a hot lead as the set defines it', async () => {
    const { editing, field, page, words } = await open()
    const amount = field(words.alerts.largeOrder)
    await amount.setValue('2 500 000')
    await amount.trigger('change')
    await page.find('input[value="code"]').trigger('change')
    expect(editing.set.notices).toEqual({ largeOrder: 2_500_000, hot: 'code' })
  })
})

describe('the text of a save', () => {
  it('is previewed with an example while it is typed, and lines without anything to say are left out', async () => {
    const editor = await open()
    expect(editor.page.find('figure').exists()).toBe(false)
    await ownText(editor, 'ru').setValue('Клиент: {client}\nКласс {class}\nСумма {amount}')
    expect(wordsOf(editor.page.find('.read'))).toBe('Клиент: Анна Лебедева Класс AAA Сумма 1 000 000 ₽')
    await editor.page.find('input[value="open"]').trigger('change')
    expect(wordsOf(editor.page.find('.read'))).toBe('Клиент: Анна Лебедева Сумма не выяснена')
    await ownText(editor, 'ru').setValue('{class}')
    expect(wordsOf(editor.page.find('figure'))).toContain(editor.words.texts.leftOut)
  })

  it('is previewed with signs of BB codes as harmless as they are sent', async () => {
    const editor = await open()
    await ownText(editor, 'ru').setValue('[b]{client}[/b] \u202eназад')
    expect(editor.page.find('.read').element.textContent).toBe('[\u2060b]Анна Лебедева[\u2060/b] назад')
  })

  it('is previewed in its own language', async () => {
    const editor = await open()
    await ownText(editor, 'en').setValue('{client}: {channel}, {answers}')
    expect(wordsOf(editor.page.find('.read'))).toMatch(/^Anna Lebedeva: Call, Need: /)
  })

  it('gets a variable where the cursor was, by a button', async () => {
    const editor = await open()
    const field = ownText(editor, 'en')
    await field.setValue('Dear , hello')
    await field.trigger('focusin')
    const { element } = field
    if (!(element instanceof HTMLTextAreaElement)) throw new Error('a text has several lines')
    element.setSelectionRange(5, 5)
    await editor.button(`${editor.words.texts.names.client} {client}`).trigger('click')
    expect(editor.editing.set.texts).toEqual({ comment: { en: 'Dear {client}, hello' } })
    expect(document.activeElement).toBe(element)
    expect(element.selectionStart).toBe('Dear {client}'.length)
    expect(editor.said()).toBe(editor.words.texts.inserted(editor.words.texts.names.client))
  })

  it('names variables that do not exist at once, and the doctor warns of them', async () => {
    const editor = await open()
    await ownText(editor, 'ru').setValue('{client} {phone} {x}')
    expect(wordsOf(editor.page.find('.one [role="alert"]'))).toBe(editor.words.texts.unknown('{phone}, {x}'))
    expect(editor.editing.examined?.examination.findings.map(({ kind, place }) => [kind, place])).toEqual([
      ['missing-translation', 'texts.comment'], ['unknown-variable', 'texts.comment.ru'], ['unknown-variable', 'texts.comment.ru'],
    ])
  })

  it('that is emptied is the app’s own again', async () => {
    const editor = await open({ ...DEFAULT_SET, texts: { comment: { ru: 'Слова' } } })
    await ownText(editor, 'ru').setValue('')
    expect(editor.editing.set).not.toHaveProperty('texts')
  })

  it('is shown as text, and what is too long stays in its field', async () => {
    const editor = await open()
    await ownText(editor, 'ru').setValue('<img src=x onerror=alert(1)> {client}')
    expect(editor.page.find('.read img').exists()).toBe(false)
    const long = 'я'.repeat(LONGEST_TEXT + 1)
    await ownText(editor, 'ru').setValue(long)
    expect(ownText(editor, 'ru').element.value).toBe(long)
    expect(editor.editing.set.texts?.comment?.ru).toContain('<img')
  })

  it('is where the doctor leads, in the language that was found', async () => {
    const editor = await open({ ...DEFAULT_SET, texts: { notice: { ru: 'Слова', en: 'Words {oops}' } } })
    editor.editing.showOnly('ru')
    editor.editing.goTo('texts.notice.en', 'oops')
    await editor.section(editor.words.editor.sections.texts)
    expect(document.activeElement?.getAttribute('data-place')).toBe('texts.notice')
    expect(document.activeElement?.getAttribute('data-about')).toBe('en')
  })
})

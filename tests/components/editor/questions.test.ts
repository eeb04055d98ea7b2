import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { choicesOf } from '../../../src/domain/question-set.ts'
import { openEditor } from '../../support/editor-page.ts'
import type { OpenEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

function ids({ editing }: OpenEditor): readonly string[] {
  return editing.set.questions.map(question => question.id)
}

async function show(editor: OpenEditor, name: string): Promise<void> {
  await editor.button(name).trigger('click')
}

describe('the list of questions', () => {
  it('takes a new question of every kind, by name, and puts the focus into its script', async () => {
    const editor = await openEditor(DEFAULT_SET)
    const { words, field, button } = editor
    for (const kind of ['choice', 'yesno', 'money', 'horizon', 'text'] as const) {
      await button(words.questions.add).trigger('click')
      await field(words.questions.newName).setValue(`Новый ${kind}`)
      await field(words.questions.kind).setValue(kind)
      await editor.page.find('nav form').trigger('submit')
      await flushPromises()
      expect(editor.editing.set.questions.at(-1)).toMatchObject({ kind, name: { ru: `Новый ${kind}` } })
      expect(document.activeElement?.getAttribute('data-place')).toBe(`questions[${editor.editing.set.questions.length - 1}].script`)
    }
    expect(ids(editor).slice(-5)).toEqual(['novyy_choice', 'novyy_yesno', 'novyy_money', 'novyy_horizon', 'novyy_text'])
  })

  it('asks for a name before it adds anything', async () => {
    const editor = await openEditor(DEFAULT_SET)
    await editor.button(editor.words.questions.add).trigger('click')
    await editor.field(editor.words.questions.newName).setValue('   ')
    await editor.page.find('nav form').trigger('submit')
    expect(wordsOf(editor.page.find('nav [role="alert"]'))).toBe(editor.words.questions.nameNeeded)
    expect(ids(editor)).toHaveLength(5)
  })

  it('moves a question with Alt and an arrow, keeps the focus on it and says where it is', async () => {
    const editor = await openEditor(DEFAULT_SET)
    const row = editor.button('3. Бюджет')
    row.element.focus()
    await row.trigger('keydown', { key: 'ArrowUp', altKey: true })
    await flushPromises()
    expect(ids(editor).slice(0, 3)).toEqual(['need', 'budget', 'urgency'])
    expect(document.activeElement?.textContent).toContain('2. Бюджет')
    expect(editor.said()).toBe('Бюджет: теперь 2 из 5')
  })

  it('moves a question that is dragged onto another', async () => {
    const editor = await openEditor(DEFAULT_SET)
    const rows = editor.page.findAll('nav li')
    await rows[0]?.find('[draggable]').trigger('dragstart')
    await rows[3]?.trigger('dragover')
    await rows[3]?.trigger('drop')
    expect(ids(editor)).toEqual(['urgency', 'budget', 'client_type', 'need', 'channel'])
  })

  it('says who is hit before a question is removed, and keeps it when that is not wanted', async () => {
    const editor = await openEditor(DEFAULT_SET)
    const { words, page, button } = editor
    await show(editor, '3. Бюджет')
    await button(words.fields.remove('Бюджет')).trigger('click')
    const asked = page.find('[role="alertdialog"]')
    expect(asked.findAll('li').map(line => wordsOf(line))).toEqual([
      words.questions.use.code.part(2),
      ...[1, 2, 3].map(number => words.questions.use.rule.part(number)),
      words.questions.use.potential,
    ])
    await button(words.questions.confirm.no).trigger('click')
    expect(ids(editor)).toContain('budget')
    await button(words.fields.remove('Бюджет')).trigger('click')
    await button(words.questions.confirm.yes).trigger('click')
    expect(ids(editor)).not.toContain('budget')
    expect(editor.said()).toBe(words.questions.removed('Бюджет'))
    await button(words.editor.undo).trigger('click')
    expect(editor.editing.set).toEqual(DEFAULT_SET)
  })

  it('copies a question with its choices', async () => {
    const editor = await openEditor(DEFAULT_SET)
    await editor.button(editor.words.fields.duplicate('Потребность')).trigger('click')
    expect(ids(editor).slice(0, 2)).toEqual(['need', 'need_2'])
    expect(editor.editing.set.questions[1]).toMatchObject({ choices: DEFAULT_SET.questions[0] && choicesOf(DEFAULT_SET.questions[0]) })
  })
})

describe('choices', () => {
  it('are added, graded, moved and removed', async () => {
    const editor = await openEditor(DEFAULT_SET)
    const { words, field, page, button, editing } = editor
    await field(words.choices.newLabel).setValue('Спросить жену')
    await page.find('form.add').trigger('submit')
    await flushPromises()
    await field(words.choices.grade, 3).setValue('B')
    await field(words.choices.sign, 3).setValue('minus')
    const [question] = editing.set.questions
    expect(question && choicesOf(question)[3]).toEqual({ id: 'sprosit_zhenu', label: { ru: 'Спросить жену' }, grade: 'B', sign: 'minus' })
    await button(words.fields.up('Спросить жену')).trigger('click')
    expect(editing.set.questions[0] && choicesOf(editing.set.questions[0]).map(choice => choice.id)[2]).toBe('sprosit_zhenu')
    await button(words.fields.remove('Спросить жену')).trigger('click')
    expect(editing.set.questions[0] && choicesOf(editing.set.questions[0])).toHaveLength(3)
  })

  it('of a yes/no question are neither added nor moved', async () => {
    const editor = await openEditor({ ...DEFAULT_SET, questions: [{ id: 'yes_no', kind: 'yesno', name: { ru: 'Да?' }, script: { ru: 'Да?' }, choices: [{ id: 'yes', label: { ru: 'Да' } }, { id: 'no', label: { ru: 'Нет' } }] }] })
    expect(editor.page.find('form.add').exists()).toBe(false)
    expect(editor.page.findAll('.card [data-way]')).toEqual([])
  })

  it('have a shelf life in whole days, and keep what was typed wrongly', async () => {
    const { words, field, page, editing } = await openEditor(DEFAULT_SET)
    const days = field(words.choices.shelfLife)
    await days.setValue('два')
    await days.trigger('change')
    expect(wordsOf(page.find('small[role="alert"]'))).toBe(words.fields.notNumber)
    expect(days.element.value).toBe('два')
    await days.setValue('14')
    await days.trigger('change')
    expect(editing.set.questions[0] && choicesOf(editing.set.questions[0])[0]?.shelfLifeDays).toBe(14)
    expect(page.find('small[role="alert"]').exists()).toBe(false)
  })
})

describe('what a question has beside its choices', () => {
  it('is asked only after answers that are ticked', async () => {
    const editor = await openEditor(DEFAULT_SET)
    await show(editor, '2. Срочность')
    const no = editor.page.findAll('fieldset label').find(label => wordsOf(label) === 'Нет потребности')
    await no?.find('input').setValue(true)
    expect(editor.editing.set.questions[1]?.askIf).toEqual([{ question: 'need', choices: ['no'] }])
    await no?.find('input').setValue(false)
    expect(editor.editing.set.questions[1]?.askIf).toBeUndefined()
  })

  it('has objections with replies', async () => {
    const editor = await openEditor(DEFAULT_SET)
    const { words, editing, field, button } = editor
    const before = editing.set.questions[0]?.objections?.length ?? 0
    await button(words.questions.addObjection).trigger('click')
    await flushPromises()
    await field(words.questions.says, before * 2).setValue('Дорого')
    await field(words.questions.reply, before * 2).setValue('С чем сравниваете?')
    expect(editing.set.questions[0]?.objections?.at(-1)).toEqual({ says: { ru: 'Дорого' }, reply: { ru: 'С чем сравниваете?' } })
    await button(words.fields.remove(words.questions.objection(before + 1))).trigger('click')
    expect(editing.set.questions[0]?.objections?.length ?? 0).toBe(before)
  })
})

describe('texts', () => {
  it('of 10,000 characters stay in the field, are said to be too long, and come back with it', async () => {
    const editor = await openEditor(DEFAULT_SET)
    const { words, field, page, editing } = editor
    const long = '😀'.repeat(5000)
    await field(words.questions.script).setValue(long)
    expect(editing.canUndo).toBe(false)
    expect(wordsOf(page.find('article small[role="alert"]'))).toBe(words.fields.tooLong(4000, 10_000))
    expect(wordsOf(page.find('aside'))).toContain(words.doctor.held(1))
    await show(editor, '2. Срочность')
    await editor.button('2. Срочность').trigger('keydown', { key: 'ArrowUp', altKey: true })
    await show(editor, '2. Потребность')
    expect(field(words.questions.script).element.value).toBe(long)
    await field(words.questions.script).setValue('Коротко')
    expect(editing.set.questions[1]?.script.ru).toBe('Коротко')
    expect(editing.heldCount).toBe(0)
  })

  it('with signs of HTML are shown as they are', async () => {
    const { words, field, page } = await openEditor(DEFAULT_SET)
    const hostile = '<img src=x onerror="alert(1)"> "кавычки" & {{ 1 }}'
    await field(words.questions.name).setValue(hostile)
    expect(wordsOf(page.find('nav li'))).toContain(hostile)
    expect(page.findAll('img')).toEqual([])
  })

  it('of one line take several pasted lines with spaces between them', async () => {
    const { words, field, editing } = await openEditor(DEFAULT_SET)
    const name = field(words.questions.name)
    name.element.focus()
    if (name.element instanceof HTMLInputElement) name.element.select()
    const clipboardData = { getData: () => 'Первая\r\n  вторая\n' }
    await name.trigger('paste', { clipboardData })
    expect(editing.set.questions[0]?.name.ru).toBe('Первая вторая')
  })

  it('say in which language they are missing, the main one first', async () => {
    const { words, field, page } = await openEditor({ ...DEFAULT_SET, defaultLanguage: 'en' })
    expect(field(words.questions.name).element.lang).toBe('en')
    await field(words.questions.name).setValue('')
    expect(wordsOf(page.find('article label'))).toContain(words.fields.missingDefault)
    await field(words.questions.name, 1).setValue('')
    expect(wordsOf(page.findAll('article label')[1] ?? page.find('article'))).toContain(words.fields.missing)
  })
})

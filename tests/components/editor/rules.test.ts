import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { BANT } from '../../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { SetDraft } from '../../../src/domain/question-set.ts'
import { openEditor } from '../../support/editor-page.ts'
import type { EditorWishes, OpenEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

async function openSection(which: 'code' | 'rules', draft: SetDraft = DEFAULT_SET, wishes: EditorWishes = {}): Promise<OpenEditor> {
  const editor = await openEditor(draft, wishes)
  await editor.section(editor.words.editor.sections[which])
  return editor
}

function takes({ page }: OpenEditor): readonly string[] {
  return page.findAll('[data-place="classRules"] tbody tr').map(row => wordsOf(row.findAll('td').at(-1) ?? row))
}

describe('the class table', () => {
  it('has a column for every question that a row looks at, and says how many combinations each row takes', async () => {
    const editor = await openSection('rules')
    expect(editor.page.findAll('[data-place="classRules"] thead th').map(cell => wordsOf(cell))).toEqual(['№', 'Потребность', 'Срочность', 'Бюджет', 'Класс', 'Сочетаний'])
    expect(takes(editor)).toEqual(['1', '1', '2', '4'])
  })

  it('changes what a row asks: any, a sign, or letters', async () => {
    const editor = await openSection('rules')
    const { words, field, editing } = editor
    const cell = words.rules.cell(words.rules.row(1), 'Срочность')
    await field(cell).setValue('any')
    expect(editing.set.classRules[0]?.when).not.toHaveProperty('urgency')
    expect(takes(editor)).toEqual(['2', words.rules.never, '2', '4'])
    await field(cell).setValue('letters')
    expect(editing.set.classRules[0]?.when['urgency']).toEqual(['A'])
    const letters = () => editor.page.find(`[aria-label="${words.rules.lettersOf(words.rules.row(1), 'Срочность')}"]`)
    await letters().findAll('button')[1]?.trigger('click')
    expect(editing.set.classRules[0]?.when['urgency']).toEqual(['A', 'B'])
    await letters().findAll('button')[0]?.trigger('click')
    await letters().findAll('button')[1]?.trigger('click')
    expect(editing.set.classRules[0]?.when).not.toHaveProperty('urgency')
  })

  it('takes one more row and one more question, and changes class and touches', async () => {
    const { words, field, button, editing } = await openSection('rules')
    await field(words.rules.addColumn).setValue('client_type')
    await button(words.rules.add).trigger('click')
    await field(words.rules.cell(words.rules.row(4), 'Тип клиента')).setValue('letters')
    await field(words.rules.cell(words.rules.row(4), words.rules.class)).setValue('B')
    await field(words.rules.cappedOf(words.rules.row(4))).setValue(true)
    expect(editing.set.classRules[3]).toMatchObject({ when: { client_type: ['A'] }, class: 'B', capped: true })
  })

  it('changes the order of the rows by button and by key', async () => {
    const { words, button, editing, said, page } = await openSection('rules')
    const before = editing.set.classRules.map(rule => rule.id)
    await button(words.fields.down(words.rules.row(1))).trigger('click')
    await flushPromises()
    expect(editing.set.classRules.map(rule => rule.id)).toEqual([before[1], before[0], before[2]])
    expect(said()).toBe(words.fields.moved(words.rules.row(1), 2, 3))
    await page.find('[data-place="classRules[1]"] [data-way]').trigger('keydown', { key: 'ArrowUp', altKey: true })
    await flushPromises()
    expect(editing.set.classRules.map(rule => rule.id)).toEqual(before)
  })

  it('leaves the focus in the row that takes the place of a removed one, the row for all other cases at the end', async () => {
    const { words, button } = await openSection('rules')
    const remove = async (row: number) => {
      const pressed = button(words.fields.remove(words.rules.row(row)))
      pressed.element.focus()
      await pressed.trigger('click')
      await flushPromises()
    }
    const place = () => document.activeElement?.closest('tr')?.getAttribute('data-place')
    await remove(1)
    expect(place()).toBe('classRules[0]')
    expect(document.activeElement?.getAttribute('aria-label')).toBe(words.fields.remove(words.rules.row(1)))
    await remove(2)
    expect(place()).toBe('classElse')
    await remove(1)
    expect(place()).toBe('classElse')
  })

  it('keeps the row for all other cases last: it has a class, and no way to be moved or removed', async () => {
    const { words, field, page, editing } = await openSection('rules')
    const last = page.find('[data-place="classElse"]')
    expect(last.findAll('button')).toEqual([])
    await field(words.rules.cell(words.rules.otherwise, words.rules.class)).setValue('B')
    expect(editing.set.classElse?.class).toBe('B')
  })

  it('offers the row for all other cases to a set without one', async () => {
    const { classElse: _, ...draft } = DEFAULT_SET
    const { words, button, editing, page } = await openSection('rules', draft)
    expect(wordsOf(page.find('aside'))).toContain(words.doctor.kinds['missing-else'](''))
    await button(words.rules.addElse).trigger('click')
    expect(editing.set.classElse).toMatchObject({ class: 'C' })
  })
})

describe('the class map', () => {
  it('is a table of up to three questions, with the class of every combination and the row that gives it', async () => {
    const { page, words } = await openSection('rules')
    const map = page.findAll('section section').find(section => section.find('h2').text() === words.map.title)
    expect(map?.findAll('tbody tr').map(row => row.findAll('td').map(cell => wordsOf(cell)))).toEqual([
      ['AAAСтрока 1', 'CCCСтрока 3'],
      ['BBBСтрока 2', 'CCCСтрока 3'],
      [`CCC${words.rules.otherwise} · ${words.rules.capped}`, `CCC${words.rules.otherwise} · ${words.rules.capped}`],
      [`CCC${words.rules.otherwise} · ${words.rules.capped}`, `CCC${words.rules.otherwise} · ${words.rules.capped}`],
    ])
    expect(map?.findAll('th[rowspan="2"]').map(head => wordsOf(head))).toContain('Есть потребность')
  })

  it('is a list of cases where there are more questions', async () => {
    const { page, words } = await openSection('rules', BANT)
    const map = page.findAll('section section').find(section => section.find('h2').text() === words.map.title)
    expect(map?.find('table').exists()).toBe(false)
    expect(wordsOf(map?.find('li') ?? page.find('li'))).toContain('Потребность: Да')
  })
})

describe('the code', () => {
  it('shows how it looks at best and at worst', async () => {
    const { page } = await openSection('code')
    expect(page.findAll('figure b').map(code => wordsOf(code))).toEqual(['AAA', 'CCC'])
  })

  it('takes questions in and out of its letters, and letters away', async () => {
    const { words, field, button, editing } = await openSection('code')
    await button(words.code.removeQuestion('Бюджет', 2)).trigger('click')
    expect(editing.set.code[1]).toEqual({ questions: ['need'] })
    await field(words.code.addQuestion, 2).setValue('budget')
    expect(editing.set.code[2]).toEqual({ questions: ['urgency', 'budget'] })
    await button(words.fields.remove(words.code.position(1))).trigger('click')
    expect(editing.set.code).toHaveLength(2)
    await field(words.code.add).setValue('client_type')
    expect(editing.set.code.at(-1)).toEqual({ questions: ['client_type'] })
  })

  it('moves its letters, and the example with them', async () => {
    const { words, button, editing } = await openSection('code')
    await button(words.fields.down(words.code.position(1))).trigger('click')
    expect(editing.set.code.map(position => position.questions[0])).toEqual(['need', 'client_type', 'urgency'])
  })

  it('knows as many letters as the set has', async () => {
    const { words, field, editing } = await openSection('code')
    await field(words.code.letters).setValue('5')
    expect(editing.set.letters).toBe(5)
  })
})

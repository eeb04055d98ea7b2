import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Band, SetDraft } from '../../../src/domain/question-set.ts'
import { openEditor } from '../../support/editor-page.ts'
import type { OpenEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

function bandsOf(set: SetDraft, id: string): readonly Band[] {
  const question = set.questions.find(one => one.id === id)
  return question?.kind === 'money' || question?.kind === 'horizon' ? question.bands : []
}

function ranges(set: SetDraft, id: string): readonly (readonly [number, number | null])[] {
  return bandsOf(set, id).map(({ from, to }) => [from, to])
}

async function open(name: string, draft: SetDraft = DEFAULT_SET): Promise<OpenEditor> {
  const editor = await openEditor(draft)
  await editor.button(name).trigger('click')
  return editor
}

async function type(editor: OpenEditor, label: string, value: string): Promise<void> {
  const field = editor.field(label)
  await field.setValue(value)
  await field.trigger('change')
}

describe('bands', () => {
  it('stand in their own order, each with its range in words and the edge to the next', async () => {
    const { page } = await open('3. Бюджет')
    expect(page.findAll('.range').map(range => wordsOf(range))).toEqual([
      'от 1 000 000 ₽', 'от 500 000 ₽ и меньше 1 000 000 ₽', 'от 300 000 ₽ и меньше 500 000 ₽', 'от 100 000 ₽ и меньше 300 000 ₽', 'меньше 100 000 ₽',
    ])
    expect(page.findAll<HTMLInputElement>('.edge input').map(input => input.element.value.replace(/\s/g, ' '))).toEqual(['1 000 000', '500 000', '300 000', '100 000'])
  })

  it('are both changed by the edge between them', async () => {
    const editor = await open('3. Бюджет')
    await type(editor, editor.words.bands.edge('До 100 тыс. ₽', 'От 100 до 300 тыс. ₽'), '150 000,50')
    expect(ranges(editor.editing.set, 'budget').slice(-2)).toEqual([[150_000.5, 300_000], [0, 150_000.5]])
  })

  it('have no edge beyond a neighbour: what was typed is refused with a sentence and stays in the field', async () => {
    const editor = await open('3. Бюджет')
    const label = editor.words.bands.edge('До 100 тыс. ₽', 'От 100 до 300 тыс. ₽')
    for (const value of ['300000', '9999999', '0', '-5', 'много']) {
      await type(editor, label, value)
      expect(editor.page.find('.edge small[role="alert"]').exists(), value).toBe(true)
      expect(editor.field(label).element.value).toBe(value)
    }
    expect(editor.editing.canUndo).toBe(false)
  })

  it('are split where somebody says, and never on an edge', async () => {
    const editor = await open('3. Бюджет')
    const { words, button, field, page } = editor
    await button(words.bands.splitOf('От 1 млн ₽')).trigger('click')
    await field(words.bands.splitAt).setValue('1000000')
    await field(words.bands.upperLabel).setValue('От 5 млн ₽')
    await page.find('.card form').trigger('submit')
    expect(wordsOf(page.find('.card [role="alert"]'))).toMatch(/^Граница должна быть больше 1\s000\s000/)
    await field(words.bands.splitAt).setValue('5 000 000')
    await page.find('.card form').trigger('submit')
    expect(bandsOf(editor.editing.set, 'budget')[0]).toMatchObject({ from: 5_000_000, to: null, label: { ru: 'От 5 млн ₽' } })
    expect(ranges(editor.editing.set, 'budget')[1]).toEqual([1_000_000, 5_000_000])
  })

  it('leave no gap when one is removed', async () => {
    const editor = await open('3. Бюджет')
    await editor.button(editor.words.bands.remove('От 300 до 500 тыс. ₽')).trigger('click')
    expect(ranges(editor.editing.set, 'budget')).toEqual([[1_000_000, null], [500_000, 1_000_000], [100_000, 500_000], [0, 100_000]])
  })

  it('of a foreign set that do not meet are closed with one button', async () => {
    const questions = DEFAULT_SET.questions.map(question => question.kind === 'money' ? { ...question, bands: question.bands.map(band => band.from === 0 ? { ...band, to: 50_000 } : band) } : question)
    const editor = await open('3. Бюджет', { ...DEFAULT_SET, questions })
    expect(editor.page.findAll('.edge')).toEqual([])
    await editor.button(editor.words.bands.even).trigger('click')
    expect(editor.page.findAll('.edge')).toHaveLength(4)
    expect(ranges(editor.editing.set, 'budget').at(-1)).toEqual([0, 100_000])
  })

  it('of time take whole days only', async () => {
    const editor = await open('2. Срочность')
    const label = editor.page.find('.edge .heard').text()
    await type(editor, label, '7,5')
    expect(wordsOf(editor.page.find('.edge small[role="alert"]'))).toBe(editor.words.fields.notWhole)
  })
})

describe('what stands beside the bands', () => {
  it('is an answer for those who cannot pay, which can be taken out and put back', async () => {
    const editor = await open('3. Бюджет')
    const { words, button, editing } = editor
    await button(words.fields.remove('Оплатить не может')).trigger('click')
    const asked = editor.page.find('[role="alertdialog"]')
    expect(asked.text()).toContain(words.questions.use.rule.nothing(3))
    await button(words.questions.confirm.yes).trigger('click')
    expect(editing.set.questions[2]).not.toHaveProperty('cannotPay')
    await button(words.bands.addCannotPay).trigger('click')
    expect(editing.set.questions[2]).toMatchObject({ cannotPay: { sign: 'minus', label: { ru: 'Оплатить не может' } } })
    expect(editing.taken.choices('budget')).not.toContain(editing.set.questions[2]?.kind === 'money' ? editing.set.questions[2].cannotPay?.id : '')
  })

  it('is the question about a good offer, with its words', async () => {
    const editor = await open('2. Срочность')
    const tick = editor.page.find<HTMLInputElement>('[data-place="questions[1].offer"]')
    expect(tick.element.checked).toBe(true)
    await tick.setValue(false)
    expect(editor.editing.set.questions[1]).not.toHaveProperty('offer')
    await tick.setValue(true)
    await editor.field(editor.words.bands.offerScript).setValue('А со скидкой?')
    expect(editor.editing.set.questions[1]).toMatchObject({ offer: { script: { ru: 'А со скидкой?' } } })
  })
})

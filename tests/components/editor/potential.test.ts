import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { SetDraft } from '../../../src/domain/question-set.ts'
import { openEditor } from '../../support/editor-page.ts'
import type { OpenEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

async function open(draft: SetDraft = DEFAULT_SET): Promise<OpenEditor> {
  const editor = await openEditor(draft)
  await editor.section(editor.words.editor.sections.potential)
  return editor
}

async function type(editor: OpenEditor, label: string, value: string, at = 0): Promise<void> {
  const field = editor.field(label, at)
  await field.setValue(value)
  await field.trigger('change')
}

function scale({ potential: { bands } }: SetDraft): readonly unknown[] {
  return bands.map(({ from, to, coefficient }) => [from, to, coefficient])
}

describe('the potential', () => {
  it('is told in one line, and tried on an amount that somebody types', async () => {
    const editor = await open()
    expect(editor.page.findAll('.try li').map(wordsOf)).toEqual(['0 ₽ → 0', '100 000 ₽ → 1', '300 000 ₽ → 2', '500 000 ₽ → 3', '1 000 000 ₽ → 4'])
    await editor.field(editor.words.potential.try).setValue('100 000')
    expect(wordsOf(editor.page.find('.try [role="status"]'))).toBe('100 000 ₽ → коэффициент 1, 6 × 1 = 6 касаний')
    await editor.field(editor.words.potential.try).setValue('много')
    expect(wordsOf(editor.page.find('.try [role="status"]'))).toBe(editor.words.fields.notNumber)
  })

  it('has edges that change both bands beside them, and that no neighbour lets through', async () => {
    const editor = await open()
    const label = editor.words.bands.edge('Не интересно (минимальный проект)', 'Есть контакт (базовый)')
    await type(editor, label, '150000')
    expect(scale(editor.editing.set).slice(0, 2)).toEqual([[0, 150_000, 0], [150_000, 300_000, 1]])
    await type(editor, label, '300000')
    expect(editor.page.find('.edge [role="alert"]').exists()).toBe(true)
    expect(editor.field(label).element.value).toBe('300000')
    expect(scale(editor.editing.set)[1]).toEqual([150_000, 300_000, 1])
  })

  it('takes fractions for a coefficient, and shows what comes of it', async () => {
    const editor = await open()
    await type(editor, editor.words.potential.coefficient, '1,5', 1)
    expect(editor.editing.set.potential.bands[1]?.coefficient).toBe(1.5)
    expect(wordsOf(editor.page.findAll('.card')[1] ?? editor.page)).toContain('6 × 1,5 = 9')
    await type(editor, editor.words.potential.coefficient, '101', 1)
    expect(editor.editing.set.potential.bands[1]?.coefficient).toBe(1.5)
  })

  it('is split and merged without a gap', async () => {
    const editor = await open()
    const { words, button, field, page } = editor
    await button(words.bands.splitOf('Повышенная важность (масштабный)')).trigger('click')
    await field(words.bands.splitAt).setValue('5000000')
    await field(words.bands.upperLabel).setValue('Исключительный')
    await page.find('.card form').trigger('submit')
    expect(scale(editor.editing.set).slice(-2)).toEqual([[1_000_000, 5_000_000, 4], [5_000_000, null, 4]])
    await button(words.bands.remove('Важно (крупный)')).trigger('click')
    expect(scale(editor.editing.set).slice(2)).toEqual([[300_000, 1_000_000, 2], [1_000_000, 5_000_000, 4], [5_000_000, null, 4]])
    expect(editor.said()).toBe(words.questions.removed('Важно (крупный)'))
  })

  it('of a foreign set that does not meet is closed with one button', async () => {
    const bands = DEFAULT_SET.potential.bands.map((band, index) => index === 0 ? { ...band, to: 50_000 } : band)
    const editor = await open({ ...DEFAULT_SET, potential: { ...DEFAULT_SET.potential, bands } })
    await editor.button(editor.words.bands.even).trigger('click')
    expect(scale(editor.editing.set)[0]).toEqual([0, 100_000, 0])
  })

  it('gets its amount from a money question, or from the lead alone', async () => {
    const editor = await open()
    const source = editor.field(editor.words.potential.source)
    expect(source.element.value).toBe('budget')
    await source.setValue('')
    expect(editor.editing.set.potential).not.toHaveProperty('question')
    await source.setValue('budget')
    expect(editor.editing.set.potential.question).toBe('budget')
  })

  it('has names in both languages', async () => {
    const editor = await open()
    await editor.field(editor.words.fields.inLanguage.en(editor.words.potential.label)).setValue('<b>Tiny</b>')
    expect(editor.editing.set.potential.bands[0]?.label).toMatchObject({ en: '<b>Tiny</b>' })
    expect(editor.page.find('.card b').exists()).toBe(false)
  })
})

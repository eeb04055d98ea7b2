import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { FollowUp, SetDraft } from '../../../src/domain/question-set.ts'
import { openEditor } from '../../support/editor-page.ts'
import type { OpenEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

async function open(draft: SetDraft = DEFAULT_SET): Promise<OpenEditor> {
  const editor = await openEditor(draft)
  await editor.section(editor.words.editor.sections.plan)
  return editor
}

function withFollowUp(change: Partial<FollowUp>): SetDraft {
  return { ...DEFAULT_SET, followUp: { ...DEFAULT_SET.followUp, ...change } }
}

async function type(editor: OpenEditor, label: string, value: string, at = 0): Promise<void> {
  const field = editor.field(label, at)
  await field.setValue(value)
  await field.trigger('change')
}

describe('touches', () => {
  it('are shown with their arithmetic for every coefficient', async () => {
    const editor = await open()
    const { words, page } = editor
    const formulas = () => page.find(`[aria-label="${words.plan.touches.arithmetic}"]`).findAll('li').map(wordsOf)
    expect(formulas()).toEqual(['6 × 0 = 0', '6 × 1 = 6', '6 × 2 = 12', '6 × 3 = 18', '6 × 4 = 24'])
    await type(editor, words.plan.touches.base, '7')
    expect(formulas()[2]).toBe('7 × 2 = 14')
    expect(page.text()).toContain(words.plan.touches.steps(6, '7'))
  })

  it('come out as a dated plan, which follows what is edited', async () => {
    const editor = await open()
    const { words, page } = editor
    expect(page.find('.dates').text()).toContain('Обработка обращения')
    await editor.field(words.plan.example.coefficient).setValue('4')
    expect(wordsOf(page.find('.formula'))).toBe('6 × 4 = 24 касания')
    await editor.button(words.plan.example.all(24)).trigger('click')
    expect(page.findAll('.dates li')).toHaveLength(24)
    await editor.field(words.plan.example.leadClass).setValue('C')
    expect(wordsOf(page.find('.dates li'))).toContain('Вернуться к лиду')
    for (const day of page.findAll<HTMLInputElement>('.days input')) await day.setValue(false)
    expect(page.text()).toContain(words.plan.example.noTime)
  })
})

describe('steps', () => {
  it('are added with a name, given words and a channel, moved and removed', async () => {
    const editor = await open()
    const { words, button, editing, field, page } = editor
    const ids = () => editing.set.followUp.steps.map(step => step.id)
    const before = ids()
    await button(words.plan.steps.add).trigger('click')
    const form = page.find('[data-place="followUp.steps"] form')
    await form.trigger('submit')
    expect(wordsOf(form.find('[role="alert"]'))).toBe(words.plan.steps.nameNeeded)
    await field(words.plan.steps.newName).setValue('Встреча в офисе')
    await form.trigger('submit')
    expect(ids()).toEqual([...before, 'vstrecha_v_ofise'])
    await type(editor, words.plan.steps.channel, 'meeting', 6)
    await page.find('textarea[data-place="followUp.steps[6].instruction"]').setValue('Покажите образцы')
    expect(editing.set.followUp.steps[6]).toMatchObject({ channel: 'meeting', instruction: { ru: 'Покажите образцы' } })
    await button(words.fields.up('Встреча в офисе')).trigger('click')
    expect(ids()[5]).toBe('vstrecha_v_ofise')
    await button(words.fields.remove('Встреча в офисе')).trigger('click')
    expect(ids()).toEqual(before)
    editing.undo()
    expect(ids()[5]).toBe('vstrecha_v_ofise')
  })

  it('that come later may be none', async () => {
    const { page, words } = await open(withFollowUp({ later: [] }))
    expect(page.text()).toContain(words.plan.steps.noLater)
  })
})

describe('times', () => {
  it('of touches are a list of gaps and one that repeats', async () => {
    const editor = await open()
    const { words, editing, page } = editor
    await type(editor, words.plan.timing.gaps('A'), ' 2; 3 5')
    await type(editor, words.plan.timing.then('A'), '10')
    expect(editing.set.followUp.cadence.A).toEqual({ gaps: [2, 3, 5], then: 10 })
    await type(editor, words.plan.timing.gaps('A'), '2, завтра, 5')
    expect(wordsOf(page.find('.row [role="alert"]'))).toBe(words.plan.list.notDays('завтра'))
    expect(editor.field(words.plan.timing.gaps('A')).element.value).toBe('2, завтра, 5')
    expect(editing.set.followUp.cadence.A.gaps).toEqual([2, 3, 5])
    expect(editing.heldCount).toBe(1)
    await type(editor, words.plan.timing.gaps('A'), '')
    expect(editing.set.followUp.cadence.A.gaps).toEqual([])
    expect(editing.heldCount).toBe(0)
  })

  it('of the first reaction are working minutes or days', async () => {
    const editor = await open()
    const { words, editing } = editor
    await type(editor, words.plan.timing.amount('A'), '30')
    await editor.field(words.plan.timing.unit('B')).setValue('workingMinutes')
    expect(editing.set.followUp.firstReaction).toEqual({ A: { workingMinutes: 30 }, B: { workingMinutes: 1 } })
  })

  it('without an answer lead to another channel', async () => {
    const editor = await open()
    await type(editor, editor.words.plan.timing.calls, '5')
    await editor.field(editor.words.plan.timing.other).setValue('email')
    expect(editor.editing.set.followUp.unanswered).toEqual({ calls: 5, channel: 'email' })
  })
})

describe('coming back', () => {
  it('has days of its own for every reason, and reasons in use are asked about before they go', async () => {
    const editor = await open()
    const { words, button, editing, page } = editor
    await type(editor, words.plan.again.recheck, '120')
    expect(editing.set.followUp.recheckDays).toBe(120)
    await type(editor, words.plan.again.reasonDays, '45', 1)
    await button(words.fields.remove('Нет потребности')).trigger('click')
    expect(page.find('[role="alertdialog"]').text()).toContain(words.questions.use.choice('Потребность'))
    await button(words.questions.confirm.yes).trigger('click')
    expect(editing.set.reasons.map(reason => reason.id)).not.toContain(DEFAULT_SET.reasons[0]?.id)
    await button(words.plan.again.add).trigger('click')
    await editor.field(words.plan.again.newLabel).setValue('Выбрал другого')
    await page.find('[data-place="reasons"] form').trigger('submit')
    expect(editing.set.reasons.at(-1)).toEqual({ id: 'vybral_drugogo', label: { ru: 'Выбрал другого' } })
  })

  it('is put off for those who think it over, if the set says so', async () => {
    const editor = await open()
    const { words, editing, page } = editor
    const tick = page.find<HTMLInputElement>('[data-place="followUp.thinkingDays"]')
    await type(editor, words.plan.again.thinkingOf('B'), '14')
    expect(editing.set.followUp.thinkingDays).toEqual({ A: 3, B: 14, C: 30 })
    await tick.setValue(false)
    expect(editing.set.followUp).not.toHaveProperty('thinkingDays')
    await tick.setValue(true)
    expect(editing.set.followUp.thinkingDays).toEqual({ A: 3, B: 7, C: 30 })
  })
})

describe('working time', () => {
  it('has days, hours and a zone', async () => {
    const editor = await open()
    const { words, editing, page } = editor
    await page.find('[aria-label="суббота"]').setValue(true)
    await type(editor, words.plan.time.from, '10:00')
    await type(editor, words.plan.time.to, '')
    await editor.field(words.plan.time.zone).setValue('Asia/Yekaterinburg')
    expect(editing.set.followUp.workingTime).toMatchObject({ days: [1, 2, 3, 4, 5, 6], from: '10:00', to: '18:30', zone: 'Asia/Yekaterinburg' })
    await editor.field(words.plan.time.zone).setValue('')
    expect(editing.set.followUp.workingTime).not.toHaveProperty('zone')
  })

  it('leaves out holidays, which are added one by one and removed', async () => {
    const editor = await open()
    const { words, button, editing, page } = editor
    await editor.field(words.plan.time.date).setValue('2027-01-01')
    const form = page.find('[data-place="followUp.workingTime.holidays"] form')
    await form.trigger('submit')
    expect(editing.set.followUp.workingTime.holidays).toEqual(['2027-01-01'])
    await editor.field(words.plan.time.date).setValue('2027-01-01')
    await form.trigger('submit')
    expect(wordsOf(form.find('[role="alert"]'))).toBe(words.plan.time.already)
    await button(words.plan.time.removeDate('пт, 1 января 2027')).trigger('click')
    expect(editing.set.followUp.workingTime.holidays).toEqual([])
  })

  it('takes a pasted list: what is no date is named and stays', async () => {
    const editor = await open()
    const { words, editing, page } = editor
    const field = editor.field(words.plan.time.pasted)
    await field.setValue('08.01.2027\n<b>Рождество</b>\n2027-01-01')
    const form = page.findAll('[data-place="followUp.workingTime.holidays"] form')[1]
    await form?.trigger('submit')
    expect(editing.set.followUp.workingTime.holidays).toEqual(['2027-01-01', '2027-01-08'])
    expect(form?.find('[role="alert"]').text()).toBe(words.plan.time.bad('«<b>Рождество</b>»'))
    expect(field.element.value).toBe('<b>Рождество</b>')
    editing.undo()
    expect(editing.set.followUp.workingTime.holidays).toEqual([])
  })
})

describe('time shares', () => {
  it('are always 100 together: one that moves, moves the others', async () => {
    const editor = await open()
    const { words, editing, page } = editor
    await type(editor, words.plan.shares.share('A'), '60')
    expect(editing.set.followUp.timeShare).toEqual({ A: 60, B: 38, C: 2 })
    expect(editor.said()).toBe(words.plan.shares.now('A 60 %, B 38 %, C 2 %'))
    await type(editor, words.plan.shares.share('C'), '101')
    expect(page.find('[data-place="followUp.timeShare"] [role="alert"]').exists()).toBe(true)
    expect(editing.set.followUp.timeShare).toEqual({ A: 60, B: 38, C: 2 })
  })
})

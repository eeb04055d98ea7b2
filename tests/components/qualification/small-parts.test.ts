import { describe, expect, it } from 'vitest'
import type { VueWrapper } from '@vue/test-utils'
import KeysHelp from '../../../src/components/qualification/KeysHelp.vue'
import NoFit from '../../../src/components/qualification/NoFit.vue'
import OpeningFailed from '../../../src/components/qualification/OpeningFailed.vue'
import ProblemScreen from '../../../src/components/qualification/ProblemScreen.vue'
import RunPath from '../../../src/components/qualification/RunPath.vue'
import { control, wordsOf } from '../../support/workplace.ts'
import { inWords } from './in-words.ts'

describe('the way out when no choice fits', () => {
  const noFit = (props: Readonly<Record<string, unknown>> = {}) => inWords(NoFit, { said: '', unknown: false, keepsWords: true, disabled: false, ...props })
  const shown = (wrapper: VueWrapper) => wrapper.get('form').isVisible()

  it('is "not known" by one press', async () => {
    const wrapper = await noFit()
    const button = control(wrapper, 'button', 'Не знает или не спросили')
    expect(button.attributes()).toMatchObject({ 'aria-keyshortcuts': '0', 'aria-pressed': 'false' })
    await button.trigger('click')
    expect(wrapper.emitted('unknown')).toEqual([[]])
    await wrapper.setProps({ unknown: true })
    expect(button.attributes('aria-pressed')).toBe('true')
  })

  it('opens a field for the client’s words, with the focus in it', async () => {
    const wrapper = await noFit()
    const button = control(wrapper, 'button', 'Нет подходящего ответа')
    expect(shown(wrapper)).toBe(false)
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(button.attributes('aria-controls')).toBe(wrapper.get('form').attributes('id'))
    await expect.poll(() => document.activeElement).toBe(wrapper.get('input').element)
    expect(wordsOf(wrapper.get('label'))).toBe('Что сказал клиент')
    await button.trigger('click')
    expect(shown(wrapper)).toBe(false)
  })

  it('takes words, but no blank ones', async () => {
    const wrapper = await noFit()
    await wrapper.get('input').setValue('   ')
    await wrapper.get('form').trigger('submit')
    expect(control(wrapper, 'button', 'Записать').attributes('disabled')).toBeDefined()
    expect(wrapper.emitted('said')).toBeUndefined()
    await wrapper.get('input').setValue('  спросит у мужа ')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('said')).toEqual([['спросит у мужа']])
  })

  it('shows the words that were said before', async () => {
    const wrapper = await noFit({ said: 'спросит у мужа', unknown: true })
    expect(shown(wrapper)).toBe(true)
    expect(wrapper.get('input').element.value).toBe('спросит у мужа')
  })

  it('asks for no words where the answer cannot keep them', async () => {
    expect((await noFit({ keepsWords: false })).findAll('button').map(wordsOf)).toEqual(['0Не знает или не спросили'])
  })

  it('takes nothing when it is only to be read', async () => {
    const wrapper = await noFit({ disabled: true })
    expect(wrapper.findAll('button, input').every(each => each.attributes('disabled') !== undefined)).toBe(true)
  })
})

describe('the path', () => {
  const steps = [
    { id: 'need', name: 'Потребность', answer: 'Есть потребность', optional: false },
    { id: 'urgency', name: 'Срочность', answer: undefined, optional: false },
  ]

  it('names every question with its answer, and the one that is asked', async () => {
    const wrapper = await inWords(RunPath, { steps, current: 'urgency', label: 'Вопросы' })
    expect(wrapper.get('nav').attributes('aria-label')).toBe('Вопросы')
    expect(wrapper.findAll('li').map(wordsOf)).toEqual(['ПотребностьЕсть потребность', 'Срочность—'])
    expect(wrapper.findAll('button').map(button => button.attributes('aria-current'))).toEqual([undefined, 'step'])
  })

  it('leads to any of them', async () => {
    const wrapper = await inWords(RunPath, { steps, current: undefined, label: 'Вопросы' })
    expect(wrapper.find('[aria-current]').exists()).toBe(false)
    await control(wrapper, 'button', 'Потребность').trigger('click')
    expect(wrapper.emitted('go')).toEqual([['need']])
  })
})

describe('the help about keys', () => {
  it('is a dialog that names every key', async () => {
    const wrapper = await inWords(KeysHelp, { goOn: true })
    expect(wrapper.get('dialog').element.open).toBe(true)
    expect(wordsOf(wrapper.get(`#${wrapper.get('dialog').attributes('aria-labelledby')}`))).toBe('Клавиши')
    expect(wrapper.findAll('kbd').map(wordsOf)).toEqual(['1–9', '0 или ?', 'Enter', 'Backspace', 'Tab', '↑ ↓', 'Ctrl + Enter', 'F2', 'F1'])
    expect(wrapper.findAll('dd')).toHaveLength(9)
  })

  it('closes by its button, and by F1', async () => {
    const wrapper = await inWords(KeysHelp, { goOn: true }, 'en')
    await control(wrapper, 'button', 'Close').trigger('click')
    expect(wrapper.emitted('close')).toHaveLength(1)
    wrapper.get('dialog').element.showModal()
    await wrapper.get('dialog').trigger('keydown', { key: 'F1' })
    expect(wrapper.emitted('close')).toHaveLength(2)
  })

  it('says so when the browser closes it, as for Escape', async () => {
    const wrapper = await inWords(KeysHelp, { goOn: true })
    wrapper.get('dialog').element.close()
    expect(wrapper.emitted('close')).toHaveLength(1)
  })

  it('switches off that an answer goes on by itself', async () => {
    const wrapper = await inWords(KeysHelp, { goOn: true })
    const box = control(wrapper, 'checkbox', 'После выбора сразу переходить к следующему вопросу')
    expect(box.element).toHaveProperty('checked', true)
    await box.setValue(false)
    expect(wrapper.emitted('update:goOn')).toEqual([[false]])
  })
})

describe('the screen of a problem', () => {
  it('says what is wrong and what to do, and no more', async () => {
    const wrapper = await inWords(ProblemScreen, { title: 'Лида больше нет', advice: 'Вернитесь к списку.' })
    expect(wordsOf(wrapper.get('[role=alert]'))).toBe('Лида больше нетВернитесь к списку.')
    expect(wrapper.find('button, details').exists()).toBe(false)
  })

  it('offers another try, which is busy while it runs', async () => {
    const wrapper = await inWords(ProblemScreen, { title: 'Нет', advice: 'Ещё раз', retry: true })
    const button = control(wrapper, 'button', 'Повторить')
    await button.trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
    await wrapper.setProps({ busy: true })
    expect(button.attributes()).toMatchObject({ 'aria-busy': 'true', disabled: '' })
  })

  it('has the portal’s own words for administrators, as text', async () => {
    const wrapper = await inWords(ProblemScreen, { title: 'Нет', advice: 'Ещё раз', details: '<b>ERROR</b>' })
    expect(wordsOf(wrapper.get('details'))).toBe('Что ответил портал<b>ERROR</b>')
  })

  it('says in both languages why a lead could not be opened', async () => {
    const error = { kind: 'not-allowed', method: 'crm.item.get', code: 'ACCESS_DENIED', description: 'Access denied' }
    const russian = await inWords(OpeningFailed, { error, busy: false })
    expect(wordsOf(russian.get('h1'))).toBe('Этот лид вам не открыт')
    expect(wordsOf(russian.get('details'))).toContain('ACCESS_DENIED · Access denied')
    await control(russian, 'button', 'Повторить').trigger('click')
    expect(russian.emitted('retry')).toHaveLength(1)
    const english = await inWords(OpeningFailed, { error: { ...error, method: '', code: '', description: '' }, busy: false }, 'en')
    expect(wordsOf(english.get('h1'))).toBe('This lead is not open to you')
    expect(english.find('details').exists()).toBe(false)
  })
})

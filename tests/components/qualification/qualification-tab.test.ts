import { describe, expect, it } from 'vitest'
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
// the parts that load later are read before, as the first of their tests would wait for it
import '../../../src/components/qualification/AmountInput.vue'
import '../../../src/components/qualification/later-parts.ts'
import QualificationTab from '../../../src/components/qualification/QualificationTab.vue'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Installation } from '../../../src/portal/options.ts'
import type { Question } from '../../../src/domain/question-set.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

const portal = emulatedPortal()

/** The tab with everything in it that loads after the first question. */
async function opened(wishes?: WorkplaceWishes): Promise<OpenPanel> {
  const open = await openPanel(QualificationTab, portal, wishes)
  await expect.poll(() => open.panel.find('.result, [role=alert]').exists()).toBe(true)
  return open
}

/** A set in force with these questions in place of its own. */
function asking(...questions: readonly Question[]): NonNullable<WorkplaceWishes['installation']> {
  return (installed: Installation) => ({ ...installed, sets: [{ ...DEFAULT_SET, questions: [...questions, ...DEFAULT_SET.questions] }] })
}

/** Presses a key where the focus is. */
async function press(key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  (document.activeElement ?? document.body).dispatchEvent(event)
  await flushPromises()
  return event
}

async function type(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await press(key)
}

const asked = (panel: VueWrapper) => wordsOf(panel.get('.question .where b'))
const path = (panel: VueWrapper) => panel.findAll('nav li').map(wordsOf)

describe('a lead that was opened', () => {
  it('shows who this is, the first question, the path and that there is no code yet', async () => {
    const { panel } = await opened()
    expect(wordsOf(panel.get('h1'))).toBe('Дмитрий Кузнецов')
    expect(wordsOf(panel.get('section[aria-label=Вопрос] .where'))).toBe('Потребность1 из 5')
    expect(path(panel)).toEqual(['Потребность—', 'Срочность—', 'Бюджет—', 'Тип клиента—', 'Удобная связь—'])
    expect(wordsOf(panel)).toContain('Кода пока нет')
  })

  it('shows nothing of a lead that did not open but why, and opens it at another try', async () => {
    await portal.faults([{ method: 'crm.item.get', kind: '403' }])
    const { panel } = await opened()
    expect(wordsOf(panel.get('[role=alert] h1'))).toBe('Этот лид вам не открыт')
    expect(panel.find('nav').exists()).toBe(false)
    await control(panel, 'button', 'Повторить').trigger('click')
    await expect.poll(() => panel.find('.question').exists()).toBe(true)
    expect(panel.find('[role=alert]').exists()).toBe(false)
  })

  it('says that a part is missing when the portal did not give it', async () => {
    await portal.faults([{ method: 'crm.status.list', kind: '403' }])
    const { panel } = await opened()
    expect(wordsOf(panel)).toContain('Портал отдал не всё')
    expect(asked(panel)).toBe('Потребность')
  })

  it('takes up a draft, and says of when it is', async () => {
    const { panel } = await opened({
      draft: { set: 'default@1', at: Date.UTC(2026, 5, 1, 8), seconds: 20, answers: { need: { kind: 'choice', choice: 'yes' } }, answered: ['need'], again: false, notes: {} },
    })
    expect(wordsOf(panel)).toContain('Черновик от 1 июня в 11:00')
    expect(asked(panel)).toBe('Срочность')
  })

  it('speaks English', async () => {
    const { panel } = await opened({ language: 'en' })
    expect(path(panel)[0]).toBe('Need—')
    expect(wordsOf(panel)).toContain('No code yet')
  })
})

describe('answering by keys', () => {
  it('chooses by a digit and goes on, from the first question to the last', async () => {
    const { panel, store } = await opened()
    await type('1')
    expect(asked(panel)).toBe('Срочность')
    expect(document.activeElement).toBe(panel.get('section[aria-label=Вопрос]').element)
    await type('1', '1', '1', '1')
    expect(store.question).toBeUndefined()
    expect(path(panel)).toEqual(['ПотребностьЕсть потребность', 'СрочностьПрямо сейчас', 'БюджетОт 1 млн ₽', 'Тип клиентаB2B', 'Удобная связьЗвонок'])
    expect(wordsOf(panel)).toContain('Все вопросы заданыПроверьте справа, что будет записано, и сохраните.')
  })

  it('says after each answer what came of it', async () => {
    const { panel } = await opened()
    await type('1', '1')
    expect(wordsOf(panel.get('p.heard[role=status]'))).toBe('Код ? ? A. Класс пока открыт: A или C. Вопрос: Бюджет')
  })

  it('asks about the offer in its place, where one and two are yes and no', async () => {
    const { panel, store } = await opened()
    await type('1', '3')
    expect(asked(panel)).toBe('Срочность')
    await type('3')
    expect(store.run.answers['urgency']).toEqual({ kind: 'choice', choice: 'later' })
    await type('2')
    expect(store.run.answers['urgency']).toEqual({ kind: 'choice', choice: 'later', offer: 'no' })
    expect(asked(panel)).toBe('Бюджет')
    await press('Backspace')
    await type('3', '1')
    expect(store.run.answers['urgency']).toEqual({ kind: 'choice', choice: 'later', offer: 'yes' })
  })

  it('takes zero and the question mark for not known, of the offer too', async () => {
    const { panel, store } = await opened()
    await press('?', { code: 'Digit7', shiftKey: true })
    await type('3', '0')
    expect(store.run.answers).toEqual({ need: { kind: 'unknown' }, urgency: { kind: 'choice', choice: 'later', offer: 'unknown' } })
    expect(path(panel)[0]).toBe('Потребностьне знает')
  })

  it('goes back and on', async () => {
    const { panel } = await opened()
    await type('1', 'Backspace')
    expect(asked(panel)).toBe('Потребность')
    await type('Enter', 'Enter')
    expect(asked(panel)).toBe('Бюджет')
    await control(panel, 'button', 'Назад').trigger('click')
    expect(asked(panel)).toBe('Срочность')
    await control(panel, 'button', 'Дальше').trigger('click')
    expect(asked(panel)).toBe('Бюджет')
  })

  it('stays where it is when that is switched off in the help', async () => {
    const { panel, store } = await opened()
    expect((await press('F1')).defaultPrevented).toBe(true)
    await expect.poll(() => panel.find('dialog').exists()).toBe(true)
    await control(panel, 'checkbox', 'После выбора сразу переходить').setValue(false)
    await type('1')
    expect(store.run.answers).toEqual({})
    await control(panel, 'button', 'Закрыть').trigger('click')
    expect(panel.find('dialog').exists()).toBe(false)
    await type('1')
    expect(store.run.answers).toHaveProperty('need')
    expect(asked(panel)).toBe('Потребность')
    await type('Enter')
    expect(asked(panel)).toBe('Срочность')
  })

  it('does nothing at a digit that has no choice', async () => {
    const { panel, store } = await opened()
    await type('7', '9')
    expect(store.run.answers).toEqual({})
    expect(asked(panel)).toBe('Потребность')
  })

  it('answers once however long a key is held down', async () => {
    const { store } = await opened()
    await press('1')
    const held = await press('1', { repeat: true })
    expect(held.defaultPrevented).toBe(true)
    expect(Object.keys(store.run.answers)).toEqual(['need'])
  })

  it('leaves keys alone that belong to a field, and those that somebody else took', async () => {
    const { panel, store } = await opened()
    panel.get<HTMLTextAreaElement>('.note textarea').element.focus()
    await type('1', '0', 'Backspace', '?', 'Enter')
    expect(store.run).toMatchObject({ answers: {}, current: 'need' })
    document.body.focus()
    const taken = new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true })
    taken.preventDefault()
    document.body.dispatchEvent(taken)
    expect(store.run.answers).toEqual({})
  })

  it('saves by Ctrl+Enter, also out of a field', async () => {
    const { panel, saving } = await opened()
    await type('1', '1', '1', '1')
    panel.get<HTMLTextAreaElement>('.note textarea').element.focus()
    await press('Enter', { ctrlKey: true })
    await expect.poll(() => saving.saving.state).toBe('saved')
    expect((await portal.lead(1)).title).toBe('AAA Кирпич для дома в Павловске')
    expect(wordsOf(panel.get('header'))).toContain('Сохранено 1 июня в 12:00, Иван Морозов')
  })

  it('listens no more when it is gone', async () => {
    const { panel, store } = await opened()
    panel.unmount()
    await type('1')
    expect(store.run.answers).toEqual({})
  })
})

describe('answering by hand', () => {
  it('chooses by a click, and jumps along the path', async () => {
    const { panel, store } = await opened()
    await panel.findAll('[role=radio]')[2]?.trigger('click')
    expect(path(panel)[0]).toBe('ПотребностьНет потребности')
    await control(panel, 'button', 'Тип клиента').trigger('click')
    expect(asked(panel)).toBe('Тип клиента')
    expect(store.run.answered).toEqual(['need'])
  })

  it('takes a sum, goes on by Enter, and shows it in the path', async () => {
    const { panel, store } = await opened()
    store.goTo('budget')
    await expect.poll(() => panel.find('.sum input').exists()).toBe(true)
    await panel.get('.sum input').setValue('350 000')
    expect(asked(panel)).toBe('Бюджет')
    expect(path(panel)[2]).toBe('Бюджет350 000 ₽')
    await panel.get('.sum input').trigger('keydown', { key: 'Enter' })
    expect(asked(panel)).toBe('Тип клиента')
    store.goTo('budget')
    await expect.poll(() => panel.find('.sum input').exists()).toBe(true)
    await panel.get('.sum input').setValue('')
    expect(path(panel)[2]).toBe('Бюджет—')
  })

  it('takes the day that the client named for the band in which it lies', async () => {
    const { panel, store } = await opened()
    store.goTo('urgency')
    await flushPromises()
    await panel.get('input[type=date]').setValue('2026-06-05')
    await expect.poll(() => store.run.answers['urgency']).toEqual({ kind: 'choice', choice: 'now', date: '2026-06-05' })
    expect(asked(panel)).toBe('Срочность')
    await panel.get('input[type=date]').setValue('')
    await expect.poll(() => store.run.answers['urgency']).toEqual({ kind: 'choice', choice: 'now' })
  })

  it('keeps a note, and the client’s own words where no choice fits', async () => {
    const { panel, store } = await opened()
    await panel.get('.note textarea').setValue('кирпич')
    await panel.get('.no-fit input').setValue('спросит у мужа')
    await panel.get('.no-fit form').trigger('submit')
    expect(store.run).toMatchObject({ notes: { need: 'кирпич' }, answers: { need: { kind: 'unknown', said: 'спросит у мужа' } } })
  })

  it('takes words for an answer, and none for no answer', async () => {
    const { panel, store } = await opened({ installation: asking({ id: 'story', kind: 'text', name: { ru: 'История' }, script: { ru: 'Расскажите' } }) })
    await panel.get('.question textarea').setValue('строит баню')
    expect(path(panel)[0]).toBe('Историястроит баню')
    await panel.get('.question textarea').setValue('  ')
    expect(store.run).toMatchObject({ answers: {}, answered: [] })
  })
})

describe('a lead that was qualified before', () => {
  async function again(): Promise<OpenPanel> {
    const first = await opened()
    await type('1', '1', '1', '1', '1')
    await first.save()
    first.panel.unmount()
    return opened()
  }

  it('says when and by whom, and asks nothing unless it is told to', async () => {
    const { panel } = await again()
    expect(wordsOf(panel.get('header'))).toContain('Сохранено 1 июня в 12:00, Иван Морозов, за 0:00')
    expect(panel.find('.question').exists()).toBe(false)
    expect(wordsOf(panel)).toContain('Прежние ответы подставлены')
  })

  it('is asked everything again, with each answer dated until it is confirmed or changed', async () => {
    const { panel, store } = await again()
    await control(panel, 'button', 'Квалифицировать заново').trigger('click')
    expect(wordsOf(panel.get('.question .where'))).toBe('Потребность1 из 5ответ от 1 июня в 12:00')
    await type('Enter', '2')
    await type('Backspace')
    expect(wordsOf(panel.get('.question .where'))).toBe('Потребность1 из 5')
    expect(store.run.answered).toEqual(['need', 'urgency'])
  })
})

describe('who may only read', () => {
  const READER = { user: 'manager2', lead: 1 } as const

  it('is told so, and no key answers, marks or saves anything', async () => {
    const { panel, store, saving } = await opened(READER)
    expect(wordsOf(panel)).toContain('Вы можете смотреть этот лид, но не менять его.')
    await type('1', '0', '?')
    await press('Enter', { ctrlKey: true })
    expect(store.run).toMatchObject({ answers: {}, answered: [], current: 'need' })
    expect(saving.saving.state).toBe('none')
    expect((await portal.lead(1)).title).toBe('Кирпич для дома в Павловске')
  })

  it('can look through the questions and their answers, which confirms none of them', async () => {
    const { panel, store } = await opened({
      ...READER,
      draft: { set: 'default@1', at: 1, seconds: 0, answers: { need: { kind: 'choice', choice: 'yes' } }, answered: [], again: false, notes: {} },
    })
    store.goTo('need')
    const way: string[] = []
    for (let step = 0; step < 6; step++) {
      await type('Enter')
      way.push(asked(panel))
    }
    expect(way).toEqual(['Срочность', 'Бюджет', 'Тип клиента', 'Удобная связь', 'Удобная связь', 'Удобная связь'])
    await type('Backspace')
    expect(asked(panel)).toBe('Тип клиента')
    expect(store.dirty).toBe(false)
  })
})

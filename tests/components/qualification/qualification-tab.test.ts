import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Question } from '../../../src/domain/question-set.ts'
import type { Installation } from '../../../src/portal/options.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'
import { asked, openedTab, path, press, type } from './lead-tab.ts'

const portal = emulatedPortal()
const opened = (wishes?: WorkplaceWishes) => openedTab(portal, wishes)

/** A set in force with these questions in place of its own. */
function asking(...questions: readonly Question[]): NonNullable<WorkplaceWishes['installation']> {
  return (installed: Installation) => ({ ...installed, sets: [{ ...DEFAULT_SET, questions: [...questions, ...DEFAULT_SET.questions] }] })
}

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
    await panel.get('label textarea').setValue('кирпич')
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
    expect(wordsOf(panel)).toContain('Повторная квалификация начнётся с этих ответов')
  })

  it('begins anew by Enter, from wherever the focus is', async () => {
    const { panel, store } = await again()
    expect(control(panel, 'button', 'Квалифицировать заново').attributes('aria-keyshortcuts')).toBe('Enter')
    await type('Enter')
    expect(asked(panel)).toBe('Потребность')
    expect(store.run).toMatchObject({ again: true, answered: [] })
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

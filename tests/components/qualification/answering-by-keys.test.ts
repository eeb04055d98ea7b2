import { expect, it } from 'vitest'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, wordsOf } from '../../support/workplace.ts'
import { asked, openedTab, path, press, type } from './lead-tab.ts'

const portal = emulatedPortal()
const opened = () => openedTab(portal)

it('chooses by a digit and goes on, from the first question to the last', async () => {
  const { panel, store } = await opened()
  await type('1')
  expect(asked(panel)).toBe('Срочность')
  expect(document.activeElement).toBe(panel.get('section[aria-label=Вопрос]').element)
  await type('1', '1', '1', '1')
  expect(store.question).toBeUndefined()
  expect(path(panel)).toEqual(['ПотребностьЕсть потребность', 'СрочностьПрямо сейчас', 'БюджетОт 1 млн ₽', 'Тип клиентаB2B', 'Удобная связьЗвонок'])
  expect(wordsOf(panel)).toContain('Все вопросы заданыПроверьте, что будет записано, и сохраните.')
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

it('goes on by Enter also from the step of the path where one is, and takes the focus along', async () => {
  const { panel } = await opened()
  await type('1', 'Backspace')
  panel.get<HTMLElement>('nav button[aria-current=step]').element.focus()
  await type('Enter')
  expect(asked(panel)).toBe('Срочность')
  expect(document.activeElement).toBe(panel.get('section[aria-label=Вопрос]').element)
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
  panel.get<HTMLTextAreaElement>('label textarea').element.focus()
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
  panel.get<HTMLTextAreaElement>('label textarea').element.focus()
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

import { expect, it } from 'vitest'
import type { VueWrapper } from '@vue/test-utils'
import ChoiceList from '../../../src/components/qualification/ChoiceList.vue'
import { wordsOf } from '../../support/workplace.ts'
import { inWords } from './in-words.ts'

async function list(count: number, props: Readonly<Record<string, unknown>> = {}): Promise<VueWrapper> {
  const choices = Array.from({ length: count }, (_, index) => ({ id: `c${index + 1}`, label: `Ответ ${index + 1}` }))
  return inWords(ChoiceList, { choices, label: 'Когда?', chosen: undefined, disabled: false, ...props })
}

const radios = (wrapper: VueWrapper) => wrapper.findAll<HTMLElement>('[role=radio]')
const stops = (wrapper: VueWrapper) => radios(wrapper).map(radio => radio.attributes('tabindex'))

/** Presses a key on what has the focus. */
async function press(wrapper: VueWrapper, key: string, modifiers: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })
  document.activeElement?.dispatchEvent(event)
  await wrapper.vm.$nextTick()
  await wrapper.vm.$nextTick()
  return event
}

it('is a group of radios that is called like the question', async () => {
  const wrapper = await list(3)
  expect(wrapper.get('[role=radiogroup]').attributes('aria-label')).toBe('Когда?')
  expect(radios(wrapper).map(wordsOf)).toEqual(['1Ответ 1', '2Ответ 2', '3Ответ 3'])
  expect(radios(wrapper).map(radio => radio.attributes('aria-keyshortcuts'))).toEqual(['1', '2', '3'])
})

it('chooses by a click', async () => {
  const wrapper = await list(3)
  await radios(wrapper)[1]?.trigger('click')
  expect(wrapper.emitted('choose')).toEqual([['c2']])
})

it('is one stop of Tab: the first choice, or the one chosen', async () => {
  const wrapper = await list(3)
  expect(stops(wrapper)).toEqual(['0', '-1', '-1'])
  await wrapper.setProps({ chosen: 'c3' })
  expect(stops(wrapper)).toEqual(['-1', '-1', '0'])
  expect(radios(wrapper).map(radio => radio.attributes('aria-checked'))).toEqual(['false', 'false', 'true'])
})

it('moves the focus by arrows, around the ends, and chooses nothing', async () => {
  const wrapper = await list(3)
  radios(wrapper)[0]?.element.focus()
  const way: string[] = []
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) {
    expect((await press(wrapper, key)).defaultPrevented).toBe(true)
    way.push(document.activeElement?.textContent ?? '')
  }
  expect(way).toEqual(['2Ответ 2', '3Ответ 3', '1Ответ 1', '3Ответ 3', '2Ответ 2'])
  expect(stops(wrapper)).toEqual(['-1', '0', '-1'])
  expect(wrapper.emitted('choose')).toBeUndefined()
})

it('goes from the chosen one, and leaves it chosen', async () => {
  const wrapper = await list(4, { chosen: 'c3' })
  radios(wrapper)[2]?.element.focus()
  await press(wrapper, 'ArrowDown')
  expect(document.activeElement).toBe(radios(wrapper)[3]?.element)
  expect(radios(wrapper)[2]?.attributes('aria-checked')).toBe('true')
})

it('leaves an arrow with a modifier to the browser', async () => {
  const wrapper = await list(3)
  radios(wrapper)[0]?.element.focus()
  expect((await press(wrapper, 'ArrowLeft', { altKey: true })).defaultPrevented).toBe(false)
  expect(document.activeElement).toBe(radios(wrapper)[0]?.element)
})

it('gives digits to nine choices and reaches the others by arrows', async () => {
  const wrapper = await list(12)
  expect(radios(wrapper).slice(8).map(wordsOf)).toEqual(['9Ответ 9', 'Ответ 10', 'Ответ 11', 'Ответ 12'])
  expect(radios(wrapper)[9]?.attributes('aria-keyshortcuts')).toBeUndefined()
  radios(wrapper)[0]?.element.focus()
  await press(wrapper, 'ArrowUp')
  expect(document.activeElement).toBe(radios(wrapper)[11]?.element)
})

it('keeps a stop when there are fewer choices than before', async () => {
  const wrapper = await list(4)
  radios(wrapper)[0]?.element.focus()
  await press(wrapper, 'ArrowUp')
  await wrapper.setProps({ choices: [{ id: 'a', label: 'А' }, { id: 'b', label: 'Б' }] })
  expect(stops(wrapper)).toEqual(['-1', '0'])
})

it('chooses nothing when it is only to be read', async () => {
  const wrapper = await list(2, { disabled: true })
  await radios(wrapper)[0]?.trigger('click')
  expect(wrapper.emitted('choose')).toBeUndefined()
  expect(radios(wrapper).every(radio => radio.attributes('disabled') !== undefined)).toBe(true)
})

import { describe, expect, it } from 'vitest'
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import QuestionCard from '../../../src/components/qualification/QuestionCard.vue'
import type { Answer } from '../../../src/domain/answers.ts'
import { BUDGET } from '../../../src/domain/presets/questions/budget.ts'
import { HAS_NEED } from '../../../src/domain/presets/questions/has-need.ts'
import { NEED } from '../../../src/domain/presets/questions/need.ts'
import { URGENCY } from '../../../src/domain/presets/questions/urgency.ts'
import type { Language, Question, TextQuestion } from '../../../src/domain/question-set.ts'
import { control, wordsOf } from '../../support/workplace.ts'
import { inWords } from './in-words.ts'

const STORY: TextQuestion = { id: 'story', kind: 'text', optional: true, name: { ru: 'История' }, script: { ru: 'Расскажите о себе' } }

async function card(question: Question, props: Readonly<Record<string, unknown>> = {}, language?: Language): Promise<VueWrapper> {
  const wrapper = await inWords(QuestionCard, {
    question, answer: undefined, note: '', currency: 'RUB', fallback: 'ru', position: 2, count: 5, earlier: undefined, disabled: false, ...props,
  }, language)
  await expect.poll(() => wrapper.findAll('label').some(label => /^(Заметка|Note)/.test(label.text()))).toBe(true)
  await flushPromises()
  return wrapper
}

const radios = (wrapper: VueWrapper) => wrapper.findAll('[role=radio]')
const checked = (wrapper: VueWrapper) => radios(wrapper).filter(radio => radio.attributes('aria-checked') === 'true').map(wordsOf)

/** The field with this label. */
function field(wrapper: VueWrapper, label: string) {
  const found = wrapper.findAll('label').find(each => wordsOf(each).startsWith(label))
  if (!found) throw new Error(`no field “${label}”`)
  return found.get<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
}

describe('any question', () => {
  it('says which it is, what to ask, and what to listen for', async () => {
    const wrapper = await card(NEED)
    expect(wordsOf(wrapper.get('.where'))).toBe('Потребность2 из 5')
    expect(wordsOf(wrapper.get('h2'))).toBe(NEED.script.ru)
    expect(wordsOf(wrapper)).toContain(NEED.hint?.ru)
    expect(wrapper.get('[role=radiogroup]').attributes('aria-label')).toBe(NEED.script.ru)
  })

  it('speaks the language of whoever asks, and the set’s own where it has no other', async () => {
    expect(wordsOf((await card(NEED, {}, 'en')).get('h2'))).toBe(NEED.script.en)
    const wrapper = await card(STORY, {}, 'en')
    expect(wordsOf(wrapper.get('h2'))).toBe('Расскажите о себе')
    expect(wordsOf(wrapper.get('.where'))).toBe('История2 of 5optional')
  })

  it('says where an answer comes from that was given before', async () => {
    const wrapper = await card(NEED, { answer: { kind: 'choice', choice: 'yes' }, earlier: 'ответ от 1 мая в 12:00' })
    expect(wordsOf(wrapper.get('.where'))).toBe('Потребность2 из 5ответ от 1 мая в 12:00')
    expect(checked(wrapper)).toEqual(['1Есть потребность'])
  })

  it('has the objections at hand, each with a reply', async () => {
    const wrapper = await card(NEED)
    expect(wordsOf(wrapper.get('summary'))).toBe('Возражения: 3')
    expect(wrapper.findAll('details q').map(wordsOf)).toEqual(['Я подумаю', 'Мне только цену узнать', 'У нас уже есть поставщик'])
    expect(wrapper.findAll('details dd')).toHaveLength(3)
  })

  it('has neither hint nor objections where there are none', async () => {
    const wrapper = await card(STORY)
    expect(wrapper.find('.hint, details').exists()).toBe(false)
  })

  it('takes a note', async () => {
    const wrapper = await card(NEED, { note: 'кирпич' })
    expect(field(wrapper, 'Заметка').element.value).toBe('кирпич')
    await field(wrapper, 'Заметка').setValue('кирпич и бетон')
    expect(wrapper.emitted('note')).toEqual([['кирпич и бетон']])
  })

  it('takes "not known", and the client’s own words for it', async () => {
    const wrapper = await card(NEED)
    await control(wrapper, 'button', 'Не знает или не спросили').trigger('click')
    await field(wrapper, 'Что сказал клиент').setValue('спросит у мужа')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('unknown')).toEqual([[undefined], ['спросит у мужа']])
  })

  it('shows that it is not known, with the words', async () => {
    const wrapper = await card(NEED, { answer: { kind: 'unknown', said: 'спросит у мужа' } })
    expect(control(wrapper, 'button', 'Не знает').attributes('aria-pressed')).toBe('true')
    expect(field(wrapper, 'Что сказал клиент').element.value).toBe('спросит у мужа')
    expect(checked(wrapper)).toEqual([])
  })

  it.each([NEED, HAS_NEED, BUDGET, URGENCY, STORY])('takes nothing when it is only to be read: $kind', async (question) => {
    const wrapper = await card(question, { disabled: true })
    expect(wrapper.findAll('button, input, textarea').filter(each => each.attributes('disabled') === undefined)).toEqual([])
  })

  it('shows markup in a set as the text that it is', async () => {
    const hostile = { ru: '<img src=x onerror=alert(1)>' }
    const wrapper = await card({
      ...NEED, name: hostile, script: hostile, hint: hostile, choices: [{ id: 'a', label: hostile }], objections: [{ says: hostile, reply: hostile }],
    })
    expect(wrapper.find('img').exists()).toBe(false)
    expect(wordsOf(wrapper.get('h2'))).toBe(hostile.ru)
  })
})

describe('a question of choices', () => {
  it('lists them by digit, and tells which was chosen', async () => {
    const wrapper = await card(NEED)
    expect(radios(wrapper).map(wordsOf)).toEqual(['1Есть потребность', '2Может понадобиться, но потом', '3Нет потребности'])
    await radios(wrapper)[2]?.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['no']])
  })

  it('is the same for a plain yes or no', async () => {
    const wrapper = await card(HAS_NEED, { answer: { kind: 'choice', choice: 'no' } }, 'en')
    expect(radios(wrapper).map(wordsOf)).toEqual(['1Yes', '2No'])
    expect(checked(wrapper)).toEqual(['2No'])
    await radios(wrapper)[0]?.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['yes']])
  })
})

describe('a question about money', () => {
  const sum = (wrapper: VueWrapper) => field(wrapper, 'Точная сумма, RUB')

  it('has the bands, with "cannot pay" as the last', async () => {
    const wrapper = await card(BUDGET)
    expect(radios(wrapper)).toHaveLength(6)
    await radios(wrapper)[5]?.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['cannot_pay']])
  })

  it.each<[string, number]>([
    ['350000', 350_000],
    ['350 000', 350_000],
    [' 1\u00a0200\u202f000 ', 1_200_000],
    ['1\'200\'000', 1_200_000],
    ['1,200,000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['1,200,000.50', 1_200_000.5],
    ['1.200.000,50', 1_200_000.5],
    ['250,000', 250_000],
    ['250000,5', 250_000.5],
    ['250000.50', 250_000.5],
    ['0', 0],
  ])('reads the sum “%s”', async (typed, amount) => {
    const wrapper = await card(BUDGET)
    await sum(wrapper).setValue(typed)
    expect(wrapper.emitted('amount')).toEqual([[amount]])
    expect(sum(wrapper).attributes('aria-invalid')).toBe('false')
  })

  it.each(['много', '-5', '1.2.3', '5 тыс', '12,3456', '1,20,000', '1e6', '.5', '٣'])('does not take “%s” for a sum, and says so', async (typed) => {
    const wrapper = await card(BUDGET)
    await sum(wrapper).setValue(typed)
    expect(wrapper.emitted('amount')).toBeUndefined()
    expect(sum(wrapper).attributes('aria-invalid')).toBe('true')
    const alert = wrapper.get('[role=alert]')
    expect(wordsOf(alert)).toBe('Введите сумму числом, например 250000')
    expect(sum(wrapper).attributes('aria-describedby')).toBe(alert.attributes('id'))
    await sum(wrapper).trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('next')).toBeUndefined()
  })

  it('goes on by Enter in the sum, but leaves Ctrl+Enter to the save', async () => {
    const wrapper = await card(BUDGET)
    await sum(wrapper).setValue('350000')
    await sum(wrapper).trigger('keydown', { key: 'Enter', ctrlKey: true })
    expect(wrapper.emitted('next')).toBeUndefined()
    await sum(wrapper).trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('next')).toHaveLength(1)
  })

  it('shows the sum that was named, in its band', async () => {
    const wrapper = await card(BUDGET, { answer: { kind: 'amount', amount: 350_000 } })
    expect(sum(wrapper).element.value).toBe('350000')
    expect(checked(wrapper)).toEqual(['3От 300 до 500 тыс. ₽'])
  })

  it('leaves the sum as it is being typed, and takes it back when it is emptied', async () => {
    const wrapper = await card(BUDGET)
    await sum(wrapper).setValue('350 000')
    await wrapper.setProps({ answer: { kind: 'amount', amount: 350_000 } })
    expect(sum(wrapper).element.value).toBe('350 000')
    await sum(wrapper).setValue('')
    expect(wrapper.emitted('amount')).toEqual([[350_000], [undefined]])
  })

  it('empties the field when a band is chosen, and keeps the band when a slip in the field is wiped out', async () => {
    const wrapper = await card(BUDGET, { answer: { kind: 'amount', amount: 350_000 } })
    await wrapper.setProps({ answer: { kind: 'choice', choice: 'from_1m' } })
    expect(sum(wrapper).element.value).toBe('')
    await sum(wrapper).setValue('ъ')
    await sum(wrapper).setValue('')
    expect(wrapper.emitted('amount')).toBeUndefined()
    expect(wrapper.find('[role=alert]').exists()).toBe(false)
  })
})

describe('a question about time', () => {
  it('takes a band or a day', async () => {
    const wrapper = await card(URGENCY)
    expect(radios(wrapper)).toHaveLength(3)
    await field(wrapper, 'Клиент назвал дату').setValue('2026-09-01')
    await field(wrapper, 'Клиент назвал дату').setValue('')
    expect(wrapper.emitted('date')).toEqual([['2026-09-01'], [undefined]])
  })

  it('shows the day that was named', async () => {
    const wrapper = await card(URGENCY, { answer: { kind: 'choice', choice: 'later', offer: 'no', date: '2027-01-15' } })
    expect(field(wrapper, 'Клиент назвал дату').element.value).toBe('2027-01-15')
    expect(checked(wrapper)).toEqual(['3Через 3, 6 месяцев или позже'])
  })

  const LATER: Answer = { kind: 'choice', choice: 'later' }

  it('asks in its place whether a good offer would change that', async () => {
    const wrapper = await card(URGENCY, { answer: LATER })
    expect(wordsOf(wrapper.get('h2'))).toBe(URGENCY.offer?.script.ru)
    expect(wordsOf(wrapper.get('.hint'))).toBe(URGENCY.offer?.hint?.ru)
    expect(wrapper.findAll('.where').map(wordsOf)).toEqual(['Срочность2 из 5', 'Через 3, 6 месяцев или позже'])
    expect(radios(wrapper).map(wordsOf)).toEqual(['1Да', '2Нет'])
    expect(checked(wrapper)).toEqual([])
    expect(wrapper.find('input[type=date]').exists()).toBe(false)
  })

  it('takes yes, no and not known for the offer', async () => {
    const wrapper = await card(URGENCY, { answer: LATER })
    await radios(wrapper)[0]?.trigger('click')
    await radios(wrapper)[1]?.trigger('click')
    await control(wrapper, 'button', 'Не знает').trigger('click')
    expect(wrapper.emitted('offer')).toEqual([['yes'], ['no'], ['unknown']])
    expect(wrapper.emitted('choose')).toBeUndefined()
    expect(wrapper.emitted('unknown')).toBeUndefined()
  })

  it('asks for no words that the answer to an offer could not keep', async () => {
    const wrapper = await card(URGENCY, { answer: LATER })
    expect(wrapper.find('form').exists()).toBe(false)
    await wrapper.setProps({ answer: undefined })
    expect(wrapper.find('form').exists()).toBe(true)
  })

  it('asks about no offer of who buys now', async () => {
    const wrapper = await card(URGENCY, { answer: { kind: 'choice', choice: 'now' } })
    expect(wordsOf(wrapper.get('h2'))).toBe(URGENCY.script.ru)
  })
})

describe('a question for words', () => {
  it('has a field and no choices', async () => {
    const wrapper = await card(STORY, { answer: { kind: 'text', text: 'строит дом' } })
    expect(wrapper.find('[role=radiogroup]').exists()).toBe(false)
    expect(field(wrapper, 'Ответ').element.value).toBe('строит дом')
    await field(wrapper, 'Ответ').setValue('строит баню')
    expect(wrapper.emitted('write')).toEqual([['строит баню']])
  })
})

import { describe, expect, it } from 'vitest'
import type { VueWrapper } from '@vue/test-utils'
import ResultPanel from '../../../src/components/outcome/ResultPanel.vue'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { PLUS_MINUS } from '../../../src/domain/presets/plus-minus.ts'
import type { Language, QuestionSet } from '../../../src/domain/question-set.ts'
import { answered, qualified } from '../../domain/answering.ts'
import type { Short } from '../../domain/answering.ts'
import { control, wordsOf } from '../../support/workplace.ts'
import { inWords } from '../qualification/in-words.ts'

const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }
const B = { need: 'yes', urgency: 'quarter/no', budget: 'from_300k', client_type: 'b2c' }

function told(short: Short, set: QuestionSet): Readonly<Record<string, unknown>> {
  return { set, explained: answered(short), qualification: qualified(set, answered(short)), amount: undefined, ahead: undefined }
}

async function panel(short: Short, { set = DEFAULT_SET, language = 'ru' }: { set?: QuestionSet; language?: Language } = {}): Promise<VueWrapper> {
  return inWords(ResultPanel, told(short, set), language)
}

/** Names and letters of the code, as shown. */
const letters = (wrapper: VueWrapper) => wrapper.findAll('[role=group] button')
/** What stands under a heading of the result. */
function value(wrapper: VueWrapper, name: string): string {
  const found = wrapper.findAll('dl > div').find(each => wordsOf(each.get('dt')) === name)
  const button = found?.get('button').element
  return button?.firstChild?.textContent?.trim() ?? ''
}
/** What a screen reader adds to a control. */
function description(wrapper: VueWrapper, element: { attributes(name: string): string | undefined }): string {
  return wordsOf(wrapper.get(`#${CSS.escape(element.attributes('aria-describedby') ?? '')}`))
}
const why = (wrapper: VueWrapper) => wrapper.findAll('div.why p').map(wordsOf)

describe('the result', () => {
  it('says before the first answer that there is no code yet', async () => {
    const wrapper = await panel({})
    expect(wrapper.get('section').attributes('aria-label')).toBe('Результат')
    expect(wordsOf(wrapper)).toContain('Кода пока нетОн появится с первым ответом.')
    expect(wrapper.find('[role=group]').exists()).toBe(false)
    expect(why(wrapper)).toEqual([])
    expect(wrapper.find('dl').exists()).toBe(false)
  })

  it('names each letter with what it stands for', async () => {
    const wrapper = await panel(HOT)
    expect(wrapper.get('[role=group]').attributes('aria-label')).toBe('АВС-код')
    expect(letters(wrapper).map(letter => letter.attributes('aria-label'))).toEqual(['A: Тип клиента', 'A: Потребность, Бюджет', 'A: Срочность'])
    expect(value(wrapper, 'Класс')).toBe('AAA')
    expect(value(wrapper, 'Коэффициент')).toBe('4')
  })

  it('names the classes that are still possible', async () => {
    expect(value(await panel({ need: 'yes', urgency: 'now' }), 'Класс')).toBe('возможен A или C')
    expect(value(await panel({ need: 'yes' }, { language: 'en' }), 'Class')).toBe('A, B or C possible')
  })

  it('shows a letter that is not known as such', async () => {
    const wrapper = await panel({ need: 'yes' })
    expect(letters(wrapper).map(letter => letter.attributes('data-letter'))).toEqual(['?', '?', '?'])
  })

  it('marks a hot lead and a large order', async () => {
    expect(wordsOf((await panel(HOT)).get('.marks'))).toBe('ГорячийОсобо важный')
    expect((await panel(B)).find('.marks').exists()).toBe(false)
  })

  it('marks a large order before any answer, by the amount of the lead', async () => {
    const amount = { amount: 1_200_000, currency: 'RUB' }
    const wrapper = await inWords(ResultPanel, { ...told({}, DEFAULT_SET), qualification: qualified(DEFAULT_SET, {}, { lead: amount }), amount }, 'ru')
    expect(wordsOf(wrapper.get('.marks'))).toBe('Особо важный')
  })

  it('tells the plan in one line where there is one', async () => {
    const ahead = { sum: '6 × 4 = 24 касания', next: 'первое: звонок, 23 ноября в 09:45' }
    const wrapper = await inWords(ResultPanel, { ...told(HOT, DEFAULT_SET), ahead }, 'ru')
    expect(wordsOf(wrapper.get('.follows'))).toBe('6 × 4 = 24 касанияГорячийОсобо важныйпервое: звонок, 23 ноября в 09:45')
  })

  it('gives the reason of a lead of class C', async () => {
    expect(wordsOf(await panel({ need: 'no' }))).toContain('Причина: Нет потребности')
    expect(wordsOf(await panel({ need: 'no' }, { language: 'en' }))).toContain('Reason: No need')
    expect(wordsOf(await panel(B))).not.toContain('Причина')
  })

  it('follows the answers', async () => {
    const wrapper = await panel({ need: 'yes' })
    await wrapper.setProps(told({ need: 'no' }, DEFAULT_SET))
    expect(value(wrapper, 'Класс')).toBe('CCC')
    expect(letters(wrapper).map(letter => letter.attributes('data-letter'))).toEqual(['?', 'C', '?'])
  })
})

describe('what leads', () => {
  const large = (wrapper: VueWrapper) => wrapper.find('.value.large').exists()

  it('is the code, or the class in a set of that style', async () => {
    const code = await panel(HOT)
    expect([large(code), code.find('.swapped').exists()]).toEqual([false, false])
    const byClass = await panel({ need: 'yes', budget: 'yes', urgency: 'no' }, { set: PLUS_MINUS })
    expect([large(byClass), byClass.find('.swapped').exists()]).toEqual([true, true])
    expect(value(byClass, 'Класс')).toBe('BBB')
    expect(letters(byClass).map(letter => letter.attributes('data-letter'))).toEqual(['A', 'A', 'C'])
  })
})

describe('the explanation', () => {
  it('is that of the class at first', async () => {
    expect(why(await panel(B))).toEqual([
      'Потребность: Есть потребность; Срочность: В течение 3 месяцев; Бюджет: От 300 до 500 тыс. ₽.',
      'До класса AAA не хватает: Срочность — «Прямо сейчас» или «да» на хорошее предложение.',
    ])
  })

  it.each(['focus', 'mouseenter', 'click'])('is that of the letter on %s', async (event) => {
    const wrapper = await panel(B)
    await letters(wrapper)[0]?.trigger(event)
    expect(why(wrapper)).toEqual(['B — Тип клиента: B2C.', 'До ABB не хватает: Тип клиента — «B2B» или «G2B».'])
  })

  it.each(['focus', 'mouseenter', 'click'])('is that of the coefficient, and of the class again, on %s', async (event) => {
    const wrapper = await panel({ ...B, budget: 350_000 }, { language: 'en' })
    const [ofClass, coefficient] = wrapper.findAll('dl button')
    await coefficient?.trigger(event)
    expect(why(wrapper)).toEqual(['Interesting (medium) — by the sum named, ₽350,000.', 'From ₽500,000 on it is 3.'])
    await ofClass?.trigger(event)
    expect(why(wrapper)[0]).toMatch(/^Need: Has a need; Urgency: Within 3 months; /)
  })

  it('is heard with each control', async () => {
    const wrapper = await panel(B)
    const [first] = letters(wrapper)
    expect(first && description(wrapper, first)).toBe('B — Тип клиента: B2C. До ABB не хватает: Тип клиента — «B2B» или «G2B».')
    const heard = wrapper.findAll('dl button').map(button => description(wrapper, button))
    expect(heard[0]).toContain('До класса AAA не хватает')
    expect(heard[1]).toMatch(/^Интересно \(средний\) — по выбранной строке бюджета\./)
  })

  it('is a control that a keyboard reaches', async () => {
    const wrapper = await panel(B)
    expect(control(wrapper, 'button', 'BBB').element.tabIndex).toBe(0)
  })
})

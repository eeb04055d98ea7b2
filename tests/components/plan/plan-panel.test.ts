import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import PlanPanel from '../../../src/components/plan/PlanPanel.vue'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

const portal = emulatedPortal()

async function planned(answers: Readonly<Record<string, string>>, wishes?: WorkplaceWishes): Promise<OpenPanel> {
  const open = await openPanel(PlanPanel, portal, wishes)
  for (const [question, choice] of Object.entries(answers)) open.store.choose(question, choice)
  await nextTick()
  return open
}

describe('the plan of a decided class', () => {
  const HOT = { need: 'yes', urgency: 'now', budget: 'from_500k', client_type: 'b2b' }

  it('shows its arithmetic with what the numbers are, and the share of time of the class', async () => {
    const { panel } = await planned(HOT)
    expect(wordsOf(panel)).toContain('6 × 3 = 18среднее число касаний × коэффициент лида')
    expect(wordsOf(panel)).toContain('На лиды AAA отводится 80 % рабочего времени.')
  })

  it('says of every step its number, its name, how and when, and of the first one what to do', async () => {
    const { panel } = await planned(HOT)
    const [first, second, , fourth] = panel.findAll('li').map(wordsOf)
    expect(first).toMatch(/^Касание 1Обработка обращенияЗвонок1 июня.* 12:15сегодняПоблагодарите за обращение/)
    expect(second).toMatch(/^Касание 2Первичное консультированиеЗвонок2 июня.* 09:30завтра$/)
    expect(fourth).toMatch(/^Касание 4Отправка предложенияПисьмо/)
  })

  it('keeps a long plan short until the rest is asked for', async () => {
    const { panel } = await planned(HOT)
    expect(panel.findAll('li')).toHaveLength(5)
    const more = control(panel, 'button', 'Показать ещё 13 шагов')
    expect(more.attributes('aria-expanded')).toBe('false')
    await more.trigger('click')
    expect(panel.findAll('li')).toHaveLength(18)
    expect(control(panel, 'button', 'Свернуть').attributes('aria-expanded')).toBe('true')
  })

  it('speaks English too', async () => {
    const { panel } = await planned(HOT, { language: 'en' })
    expect(wordsOf(panel)).toContain('6 × 3 = 18average number of touches × the lead’s coefficient')
    expect(wordsOf(panel.get('li'))).toMatch(/^Touch 1Process the requestCall1 June.* 12:15todayThank the client/)
    expect(wordsOf(panel)).toContain('Show 13 more steps')
  })

  it('keeps the first reaction when the amount plans no touches', async () => {
    const { panel } = await planned({ ...HOT, budget: 'under_100k' })
    expect(wordsOf(panel)).toContain('6 × 0 = 0')
    expect(wordsOf(panel)).toContain('Остаётся первая реакция')
    expect(wordsOf(panel.get('li'))).toMatch(/^Первая реакцияОбработка обращения/)
  })
})

describe('the plan of an open class', () => {
  it('says that there is none before the first answer', async () => {
    const { panel } = await planned({})
    expect(wordsOf(panel)).toBe('План касанийПлан появится с первым ответом.')
  })

  it('is one to-do that names what to ask, with the words to ask it in', async () => {
    const { panel, store } = await planned({ need: 'yes', urgency: 'now', client_type: 'b2b' })
    store.put('budget', { kind: 'unknown' }, true)
    await nextTick()
    expect(panel.findAll('li')).toHaveLength(1)
    expect(wordsOf(panel.get('li'))).toMatch(/^Спросить: бюджетЗвонок/)
    expect(wordsOf(panel.get('li'))).toContain('На какую сумму вы примерно рассчитываете?')
  })
})

describe('the plan of class C', () => {
  it('says that its rule plans no touches and keeps one date', async () => {
    const { panel } = await planned({ need: 'no' })
    expect(wordsOf(panel)).toContain('По правилу класса касания такому лиду не планируются.')
    expect(wordsOf(panel)).toContain('На лиды CCC отводится 1 % рабочего времени.')
    expect(panel.findAll('li')).toHaveLength(1)
    expect(wordsOf(panel.get('li'))).toMatch(/^Вернуться к лиду/)
  })

  it('takes the date that the client named', async () => {
    const { panel } = await planned({ need: 'no' })
    const input = panel.get<HTMLInputElement>('input[type=date]')
    expect(wordsOf(panel.get(`label[for="${input.element.id}"]`))).toBe('Дата, которую назвал клиент')
    await input.setValue('2026-07-15')
    expect(panel.get('li time').attributes('datetime')).toBe('2026-07-15T09:30:00+03:00')
  })

  it('says that a day which has come is not used', async () => {
    const { panel } = await planned({ need: 'no' })
    await panel.get('input[type=date]').setValue('2026-06-01')
    expect(wordsOf(panel.get('[role=status]'))).toBe('Этот день уже наступил. Назначена дата по правилам анкеты.')
  })
})

it('puts a client who wants to think it over off by the days of the class', async () => {
  const { panel } = await planned({ need: 'yes', urgency: 'now', budget: 'from_500k', client_type: 'b2b' })
  await control(panel, 'button', 'Думает: вернуться чт, 4 июня').trigger('click')
  expect(panel.get('li time').attributes('datetime')).toBe('2026-06-04T09:30:00+03:00')
  expect(panel.get<HTMLInputElement>('input[type=date]').element.value).toBe('2026-06-04')
  expect(panel.text()).not.toContain('Думает')
})

it('says that an amount which was not asked counts as one', async () => {
  const { panel, outcome } = await planned({ need: 'yes', urgency: 'now', client_type: 'b2b' }, {
    installation: installed => ({ ...installed, sets: installed.sets.map(set => ({ ...set, classRules: [{ id: 'all', when: {}, class: 'A' as const }] })) }),
  })
  expect(outcome.result.coefficient).toBeUndefined()
  expect(wordsOf(panel)).toContain('6 × 1 = 6')
  expect(wordsOf(panel)).toContain('Сумма не выяснена, поэтому коэффициент пока считаем равным 1.')
})

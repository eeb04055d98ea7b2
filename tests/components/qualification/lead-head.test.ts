import { expect, it } from 'vitest'
import type { VueWrapper } from '@vue/test-utils'
import LeadHead from '../../../src/components/qualification/LeadHead.vue'
import type { LeadRecord } from '../../../src/domain/lead.ts'
import type { Language } from '../../../src/domain/question-set.ts'
import type { OpenedLead } from '../../../src/stores/qualification.ts'
import { aLead } from '../../domain/answering.ts'
import { wordsOf } from '../../support/workplace.ts'
import { inWords } from './in-words.ts'

const NOBODY = { ok: true, value: [] } as const
const NO_HIERARCHY: OpenedLead['hierarchy'] = { of: 4, person: NOBODY, departments: [], heads: NOBODY }

interface Told extends Partial<Omit<OpenedLead, 'card'>> {
  readonly record?: Partial<Omit<LeadRecord, 'fields'>>
  readonly card?: Partial<OpenedLead['card']>
}

function anOpenedLead({ record, card, ...lead }: Told = {}): OpenedLead {
  return {
    card: { record: aLead(record), client: 'Дмитрий Кузнецов', contacts: [], source: '', repeatClient: false, responsible: 4, contact: 0, company: 0, fromForm: false, converted: false, updated: '', absent: [], ...card },
    me: { id: 4, name: 'Иван Морозов', admin: false },
    responsible: undefined, hierarchy: NO_HIERARCHY, qualifier: undefined,
    mayChange: 'yes', stages: { NEW: 'Не обработан' }, sources: { WEB: 'Сайт' }, withoutLeads: false, entries: { ok: true, value: [] }, missing: [],
    ...lead,
  }
}

async function head(told?: Told, language?: Language): Promise<VueWrapper> {
  return inWords(LeadHead, { lead: anOpenedLead(told) }, language)
}

function details(wrapper: VueWrapper): Readonly<Record<string, string>> {
  return Object.fromEntries(wrapper.findAll('dl > div').map(detail => [wordsOf(detail.get('dt')), wordsOf(detail.get('dd'))]))
}

it('says who this is and what is known of the lead', async () => {
  const wrapper = await head({
    record: { title: 'Кирпич для дома', opportunity: { amount: 1_200_000, currency: 'RUB' } },
    card: { contacts: [{ kind: 'phone', value: '+7 900 000-00-01' }, { kind: 'email', value: 'd@example.com' }], source: 'WEB', repeatClient: true },
    responsible: { id: 4, name: 'Иван Морозов' },
  })
  expect(wordsOf(wrapper.get('h1'))).toBe('Дмитрий Кузнецов')
  expect(wordsOf(wrapper.get('.who'))).toBe('Дмитрий КузнецовПовторный клиентКирпич для дома')
  expect(details(wrapper)).toEqual({
    Телефон: '+7 900 000-00-01', Почта: 'd@example.com', Сумма: '1 200 000 ₽', Стадия: 'Не обработан', Источник: 'Сайт', Ответственный: 'Иван Морозов',
  })
})

it('does so in English', async () => {
  const wrapper = await head({ record: { opportunity: { amount: 1_200_000, currency: 'RUB' } }, card: { repeatClient: true } }, 'en')
  expect(details(wrapper)).toEqual({ Amount: '₽1,200,000', Stage: 'Не обработан' })
  expect(wordsOf(wrapper)).toContain('Repeat client')
})

it('folds the rest of it where there is little room, until it is asked for', async () => {
  const wrapper = await head({ card: { contacts: [{ kind: 'phone', value: '+7 900 000-00-01' }], source: 'WEB' } })
  expect(wrapper.findAll('.rest').map(wordsOf)).toEqual(['ИсточникСайт'])
  const more = wrapper.get('button')
  expect([wordsOf(more), more.attributes('aria-expanded')]).toEqual(['Ещё', 'false'])
  await more.trigger('click')
  expect(more.attributes('aria-expanded')).toBe('true')
  expect(wrapper.get('header').classes()).toContain('unfolded')
})

it('leaves out what the lead does not have', async () => {
  const wrapper = await head()
  expect(details(wrapper)).toEqual({ Стадия: 'Не обработан' })
  expect(wordsOf(wrapper)).not.toContain('Повторный клиент')
})

it('has room for two contacts, also for the same one twice', async () => {
  const phone = { kind: 'phone', value: '+7 900 000-00-01' } as const
  const wrapper = await head({ card: { contacts: [phone, phone, { kind: 'email', value: 'third@example.com' }] } })
  await wrapper.setProps({ lead: anOpenedLead({ card: { contacts: [phone, phone], source: 'WEB' } }) })
  expect(wrapper.findAll('dd').map(wordsOf)).toEqual([phone.value, phone.value, 'Не обработан', 'Сайт'])
})

it('names a stage and a source that the portal did not name by their code', async () => {
  expect(details(await head({ record: { stage: 'UC_17' }, card: { source: 'UC_TELEGRAM' } }))).toEqual({ Стадия: 'UC_17', Источник: 'UC_TELEGRAM' })
})

it('writes an amount in any currency', async () => {
  expect(details(await head({ record: { opportunity: { amount: 500, currency: 'EUR' } } }))['Сумма']).toBe('500 €')
  expect(details(await head({ record: { opportunity: { amount: 500, currency: 'у.е.' } } }))['Сумма']).toBe('500 у.е.')
})

it.each<[Language, string]>([['ru', 'Имя не указаноЛид без названия'], ['en', 'No name givenUntitled lead']])('says in %s that a name and a title are missing', async (language, said) => {
  expect(wordsOf((await head({ record: { title: '  ' }, card: { client: '' } }, language)).get('.who'))).toBe(said)
})

it('tells a long title whole to who looks at it', async () => {
  const title = 'Кирпич '.repeat(60).trim()
  expect((await head({ record: { title } })).get('.title').attributes('title')).toBe(title)
})

it('shows markup in the portal’s words as the text that it is', async () => {
  const hostile = '<img src=x onerror=alert(1)><b>жирно</b>'
  const wrapper = await head({
    record: { title: hostile, stage: 'NEW' }, stages: { NEW: hostile }, sources: { WEB: hostile }, responsible: { id: 4, name: hostile },
    card: { client: hostile, source: 'WEB', contacts: [{ kind: 'phone', value: hostile }] },
  })
  expect(wrapper.find('img, b').exists()).toBe(false)
  expect(wordsOf(wrapper.get('h1'))).toBe(hostile)
  expect(wrapper.findAll('dd').map(wordsOf)).toEqual([hostile, hostile, hostile, hostile])
})

import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import OutcomeColumn from '../../../src/components/outcome/OutcomeColumn.vue'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

const portal = emulatedPortal()

async function column(answers: Readonly<Record<string, string>>, wishes?: WorkplaceWishes): Promise<OpenPanel> {
  const open = await openPanel(OutcomeColumn, portal, wishes)
  for (const [question, choice] of Object.entries(answers)) open.store.choose(question, choice)
  await nextTick()
  return open
}

it('has the result, what would be written, and the plan', async () => {
  const { panel } = await column({ need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' })
  expect(panel.findAll('section[aria-label], section[aria-labelledby]').length).toBeGreaterThanOrEqual(1)
  expect(wordsOf(panel.get('[role=group]'))).toMatch(/^A.*A.*A/)
  expect(wordsOf(panel)).toContain('Обработка обращения')
  expect(wordsOf(panel)).toContain('Название')
})

it('plans nothing and says nothing before the first answer', async () => {
  const { panel } = await column({})
  expect(wordsOf(panel)).toContain('Кода пока нет')
  expect(wordsOf(panel)).not.toContain('План касаний')
  expect(wordsOf(panel.get('p.heard[role=status]'))).toBe('')
})

it('says that the rest is optional once the class is settled, and what the plan lacks', async () => {
  const { panel, store } = await column({ need: 'no' })
  expect(wordsOf(panel.get('.early'))).toBe('Класс уже ясен: C. Остальные вопросы можно не задавать. Плану не хватает: Бюджет.')
  store.choose('budget', 'from_300k')
  await nextTick()
  expect(wordsOf(panel.get('.early'))).toBe('Класс уже ясен: C. Остальные вопросы можно не задавать.')
})

it('asks for no amount where the lead has one', async () => {
  const { panel } = await column({ need: 'no' }, { lead: 2 })
  expect(wordsOf(panel.get('.early'))).not.toContain('Плану не хватает')
})

it('says so in English', async () => {
  const { panel } = await column({ need: 'no' }, { language: 'en' })
  expect(wordsOf(panel.get('.early'))).toBe('The class is settled: C. The other questions are optional. The plan still lacks: Budget.')
})

it('says nothing of the kind while the class is open, or where only an optional question is left', async () => {
  expect((await column({ need: 'yes' })).panel.find('.early').exists()).toBe(false)
  const { panel, store } = await column({ need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' })
  expect(store.question?.id).toBe('channel')
  expect(panel.find('.early').exists()).toBe(false)
})

it('is heard in one line: code, class, next question', async () => {
  const { panel, store } = await column({ need: 'yes', urgency: 'now', budget: 'from_1m' })
  expect(wordsOf(panel.get('p.heard[role=status]'))).toBe('Код ? A A. Класс A. Вопрос: Тип клиента')
  store.choose('client_type', 'b2c')
  store.choose('channel', 'call')
  await nextTick()
  expect(wordsOf(panel.get('p.heard[role=status]'))).toBe('Код B A A. Класс A.')
})

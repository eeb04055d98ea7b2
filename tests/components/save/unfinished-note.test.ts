/** What was begun before the tab was opened and is not over. */
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { nextTick } from 'vue'
import OutcomeColumn from '../../../src/components/outcome/OutcomeColumn.vue'
import { useUnfinished } from '../../../src/stores/unfinished.ts'
import { emulatedPortal, NOON } from '../../support/emulated-portal.ts'
import type { Fault } from '../../support/emulated-portal.ts'
import { control, openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

const portal = emulatedPortal()
const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }

afterEach(() => { localStorage.clear() })

async function opened(wishes: WorkplaceWishes = {}): Promise<OpenPanel> {
  const open = await openPanel(OutcomeColumn, portal, wishes)
  onTestFinished(() => { open.queue.stop() })
  // the column is mounted before its lead is there
  useUnfinished().begin()
  open.queue.stop()
  await nextTick()
  return open
}

/** A save that stops on its way, in a browser that is closed then; gives what the portal has of it. */
async function leftBehind(fault: Fault): Promise<string> {
  const { panel, store, save, queue } = await opened()
  for (const [question, choice] of Object.entries(HOT)) store.choose(question, choice)
  await portal.faults([fault])
  await save()
  await portal.faults([])
  queue.stop()
  panel.unmount()
  const far = (await portal.snapshot()).userOptions['4']?.['r.1']
  if (typeof far !== 'string') throw new Error('the portal has nothing of it')
  return far
}

const note = ({ panel }: OpenPanel) => wordsOf(panel.get('[role=alert]'))

it('a save that another browser did not finish is told, its answers are here, and it is finished', async () => {
  const farEntry = await leftBehind({ method: 'crm.item.update', kind: 'html' })
  localStorage.clear()
  const open = await opened({ farEntry })
  expect(note(open)).toContain('Сохранение от 1 июня в 12:00 не завершено')
  expect(note(open)).toContain('Вы начали его в другом браузере или отказались от него без связи.Его ответы на экране')
  expect(open.store.run.answers).toMatchObject({ need: { choice: 'yes' } })
  await control(open.panel, 'button', 'Завершить').trigger('click')
  await expect.poll(() => wordsOf(open.panel.get('[role=status]'))).toContain('Сохранено')
  expect((await portal.lead(1)).title).toBe('AAA Кирпич для дома в Павловске')
})

it('over later answers it says which ones would be written', async () => {
  const farEntry = await leftBehind({ method: 'crm.item.update', kind: 'html' })
  localStorage.clear()
  const open = await opened({ farEntry, draft: { set: 'default@1', at: NOON + 1, seconds: 1, answers: { need: { kind: 'choice', choice: 'no' } }, answered: ['need'], again: false, notes: {} } })
  expect(note(open)).toContain('На экране более поздние ответы')
  expect(open.store.run.answers).toMatchObject({ need: { choice: 'no' } })
})

it('it can be dropped, and its answers stay', async () => {
  const farEntry = await leftBehind({ method: 'crm.item.update', kind: 'html' })
  localStorage.clear()
  const open = await opened({ farEntry })
  await control(open.panel, 'button', 'Не отправлять').trigger('click')
  await expect.poll(() => open.panel.find('[role=alert]').exists()).toBe(false)
  expect(open.store.run.answers).toMatchObject({ need: { choice: 'yes' } })
  await expect.poll(async () => (await portal.snapshot()).userOptions['4']?.['r.1']).toBe('')
})

it('a save that somebody’s change stopped says so, and is saved anew', async () => {
  await leftBehind({ method: 'crm.item.update', kind: 'html' })
  await portal.rest('head', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'Моё' } })
  const before = await openPanel(OutcomeColumn, portal, { lead: 2 })
  await before.queue.attempt(1, true)
  before.panel.unmount()
  const open = await opened()
  expect(note(open)).toContain('Сохранение от 1 июня в 12:00 остановлено')
  expect(open.panel.findAll('[role=alert] button').map(wordsOf)).toEqual(['Не отправлять'])
  await open.save()
  await expect.poll(() => wordsOf(open.panel.get('[role=status]'))).toContain('Сохранено')
  expect((await portal.lead(1)).title).toBe('AAA Моё')
})

it('a record that cannot be read is told in English too, and stands in nobody’s way', async () => {
  const open = await opened({ farEntry: '{"format":1,"entry":', language: 'en' })
  expect(note(open)).toContain('The record of an unfinished save cannot be read')
  for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
  await nextTick()
  expect(control(open.panel, 'button', 'Save').attributes()).not.toHaveProperty('disabled')
})

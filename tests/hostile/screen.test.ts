/** The whole lead tab with words of others in every place, in each of its states: they are shown as the words that they are. */
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Draft } from '../../src/domain/draft.ts'
import { openedTab } from '../components/qualification/lead-tab.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { control, wordsOf } from '../support/workplace.ts'
import type { OpenPanel } from '../support/workplace.ts'
import { fillLead, installationOf, renameStatuses } from './places.ts'
import { ENDLESS, HOSTILE_TABLE, TURNING } from './strings.ts'

const portal = emulatedPortal()
const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m' }

afterEach(() => { localStorage.clear() })

/** Nothing on the screen is made of the words, and the screen's own words are there. */
function expectWords({ panel }: OpenPanel, own: string): void {
  expect(panel.findAll('img, script, iframe, object, embed, base, style, link, meta').map(found => found.html())).toEqual([])
  for (const { element } of panel.findAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/)
      if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)) expect(value).toMatch(/^\/\/portal\.example\/crm\/lead\/details\/\d+\/$/)
    }
  }
  expect(wordsOf(panel)).toContain(own)
}

function shown(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** Words are in the text as they were typed. */
function expectSaid(panel: Pick<VueWrapper, 'element'>, words: string): void {
  expect(shown(panel.element.textContent ?? '').includes(shown(words)), 'the words are there as they were typed').toBe(true)
}

function draftWith(words: string): Draft {
  return {
    set: 'default@1', at: Date.UTC(2026, 5, 1, 8), seconds: 5, again: false, answered: ['need', 'client_type'],
    answers: { need: { kind: 'unknown', said: words.slice(0, 500) }, client_type: { kind: 'unknown', said: words.slice(0, 500) } },
    notes: { need: words.slice(0, 1000), client_type: words.slice(0, 1000) },
  }
}

it.each([...HOSTILE_TABLE, ['a megabyte', ENDLESS] as const])('%s', async (_, words) => {
  const stored = words.replace(/\p{Surrogate}/gu, '')
  await fillLead(portal, 1, stored)
  await renameStatuses(portal, stored)
  const open = await openedTab(portal, { draft: draftWith(words), installation: installed => installationOf(installed, words.slice(0, 2000)) })
  const { panel, store, saving } = open
  // the portal cuts names
  expectSaid(panel.get('.who'), stored.slice(0, 200))
  expectSaid(panel.get('dl'), stored.slice(0, 200))
  expectSaid(panel.get('.question'), words.slice(0, 2000))
  expectWords(open, 'Что будет записано')

  for (const question of store.set.questions) {
    store.goTo(question.id)
    await flushPromises()
    expectWords(open, 'Что будет записано')
  }
  for (const [question, choice] of Object.entries(HOT)) store.choose(question, choice)
  await flushPromises()
  expectWords(open, 'Что появится')

  await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: `${stored.slice(0, 100)} ещё` } })
  await open.save()
  expect(saving.saving.state).toBe('conflict')
  await flushPromises()
  expectWords(open, 'Пока вы заполняли анкету, лид изменили')

  await portal.faults([{ method: 'crm.timeline.comment.add', kind: '403', times: 9 }])
  await open.save()
  expect(saving.saving.state).toBe('partly')
  await flushPromises()
  expectWords(open, 'Записано не всё')

  await portal.faults([])
  await saving.finish()
  expect(saving.saving.state).toBe('saved')
  await flushPromises()
  expectWords(open, 'Сохранено')
  expectWords(open, 'История лида (1)')
  await control(panel, 'button', 'Отменить сохранение').trigger('click')
  await flushPromises()
  expectWords(open, 'Лид снова станет таким')
})

const LAST_IS_THEIRS = ['h1', '.title', 'dd', 'ins', 'del', 'bdi', 'strong', 'span']

it('signs that turn the direction turn nothing of the screen’s own', async () => {
  const words = 'Иван \u202Eмоков \u2066наизнанку'
  await fillLead(portal, 1, words)
  const open = await openedTab(portal)
  for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
  await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: `ещё ${words}` } })
  await open.save()
  expect(open.saving.saving.state).toBe('conflict')
  await flushPromises()
  const turned = open.panel.findAll('*').filter(({ element }) => [...element.childNodes].some(node => node.nodeType === 3 && TURNING.test(node.textContent ?? '')))
  expect(turned.length).toBeGreaterThan(4)
  for (const one of turned) {
    expect(one.element.matches(LAST_IS_THEIRS.join()), one.html()).toBe(true)
    expect(wordsOf(one)).toMatch(/наизнанку$/)
  }
})

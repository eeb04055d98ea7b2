/** What an app that lacks one of its permissions still does for a manager, and what he is told. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/question-set.ts'
import { useHistory } from '../../src/stores/history.ts'
import { useUndoing } from '../../src/stores/undoing.ts'
import { openedTab } from '../components/qualification/lead-tab.ts'
import { HOT, madeOf, ONCE, TITLE } from '../stores/lead-tab.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { control, wordsOf } from '../support/workplace.ts'
import type { OpenPanel } from '../support/workplace.ts'

const portal = emulatedPortal()
const made = () => madeOf(portal)
const ALL = ['crm', 'user', 'department', 'im', 'entity', 'placement'] as const
type Scope = (typeof ALL)[number]
const LANGUAGES = ['ru', 'en'] as const

afterEach(() => { localStorage.clear() })

function without(scope: Scope): readonly string[] {
  return ALL.filter(one => one !== scope)
}

async function saved(scope: Scope, language: Language): Promise<OpenPanel> {
  const open = await openedTab(portal, { scopes: without(scope), language })
  for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
  await open.save()
  await flushPromises()
  return open
}

const NAMED = {
  ru: { user: 'Пользователи (user)', department: 'Структура компании (department)' },
  en: { user: 'Users (user)', department: 'Company structure (department)' },
} as const

describe('without the scope crm', () => {
  it.each([['ru', 'Приложению не хватает прав'], ['en', 'The app lacks permissions']] as const)('nothing can be shown, and what is missing is named (%s)', async (language, said) => {
    const open = await openedTab(portal, { scopes: without('crm'), language })
    expect(open.store.opening).toMatchObject({ state: 'failed', error: { kind: 'missing-scope' } })
    expect(wordsOf(open.panel.get('[role=alert]'))).toContain(said)
    expect(wordsOf(open.panel.get('[role=alert]'))).toContain('CRM')
  })
})

describe.each(['user', 'department'] as const)('without the scope %s', (scope) => {
  it.each(LANGUAGES)('the lead is saved and given back without telling a head, and what is missing is named (%s)', async (language) => {
    const open = await saved(scope, language)
    expect(open.saving.saving.state).toBe('saved')
    expect(await made()).toEqual({ ...ONCE, notices: 0 })
    expect(wordsOf(open.panel)).toContain(NAMED[language][scope])
    await useUndoing().undo(() => 'undone')
    expect(useUndoing().undoing.state).toBe('undone')
    expect(await made()).toMatchObject({ title: TITLE, todos: 0 })
  })
})

describe('without the scope im', () => {
  it.each([
    ['ru', 'Уведомление руководителю: не получилось', 'Чат и уведомления» (im)'],
    ['en', 'Notice to the supervisor: failed', 'Chat and notifications” (im)'],
  ] as const)('all but the notice is written, and what is missing is named (%s)', async (language, step, named) => {
    const open = await saved('im', language)
    expect(open.saving.saving.state).toBe('partly')
    expect(await made()).toEqual({ ...ONCE, notices: 0 })
    const said = wordsOf(open.panel.get('[role=alert]'))
    expect(said).toContain(step)
    expect(said).toContain(named)
  })
})

describe('without the scope entity', () => {
  it.each([
    ['ru', 'История лида не ведётся.', 'В историю лида это не записано.', 'Хранилище данных» (entity)'],
    ['en', 'No history of this lead is kept.', 'The lead’s history is without it.', 'Data storage” (entity)'],
  ] as const)('a lead is saved whole, and that no history is kept is said, with what is missing (%s)', async (language, history, notKept, named) => {
    const open = await saved('entity', language)
    expect(open.saving.saving.state).toBe('saved')
    expect(await made()).toEqual(ONCE)
    expect(useHistory().missing).toMatchObject({ kind: 'missing-scope' })
    const said = wordsOf(open.panel)
    expect(said).toContain(history)
    expect(said).toContain(notKept)
    expect(said).toContain(named)
  })

  it.each([['ru', 'Отменить сохранение'], ['en', 'Undo the save']] as const)('a save of this tab is taken back all the same (%s)', async (language, name) => {
    const open = await saved('entity', language)
    await control(open.panel, 'button', name).trigger('click')
    await flushPromises()
    await useUndoing().undo(() => 'undone')
    expect(useUndoing().undoing.state).toBe('undone')
    expect(await made()).toMatchObject({ title: TITLE, todos: 0 })
  })
})

/** The calm lines in the head of the tab: the lead, the app, and other tabs. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { printDraft } from '../../../src/domain/draft.ts'
import type { Draft } from '../../../src/domain/draft.ts'
import { publish } from '../../../src/portal/setup/publish.ts'
import { emulatedPortal, NOON } from '../../support/emulated-portal.ts'
import { control, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'
import { openedTab } from './lead-tab.ts'

const portal = emulatedPortal()
const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }

async function opened(wishes?: WorkplaceWishes): Promise<OpenPanel> {
  return openedTab(portal, wishes)
}

function notesOf({ panel }: OpenPanel): string {
  return wordsOf(panel.get('.notes[role=status]'))
}

async function answered(wishes?: WorkplaceWishes): Promise<OpenPanel> {
  const open = await opened(wishes)
  for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
  return open
}

/** What a browser tells every tab but the one that changed its storage. */
function hears(draft: Partial<Draft> | null): void {
  const other: Draft = { set: 'default@1', at: NOON, seconds: 5, answers: {}, answered: [], again: false, notes: {}, ...draft }
  window.dispatchEvent(new StorageEvent('storage', { key: 'triple-a/portal.example/4/1', newValue: draft && printDraft(other) }))
}

describe('what is known of lead and app', () => {
  it('is nothing to be said when all is well', async () => {
    expect(notesOf(await opened())).toBe('')
  })

  it('names a field that the portal has lost, before anything is saved', async () => {
    const field = (await portal.snapshot()).userfields.find(one => one.FIELD_NAME === 'UF_CRM_ABC_NEED')
    await portal.call(await portal.as('admin'), 'crm.lead.userfield.delete', { id: field?.id ?? 0 })
    const notes = notesOf(await opened())
    expect(notes).toContain('На портале больше нет полей: Потребность.')
    expect(notes).toContain('Администратору нужно заново выполнить настройку Triple A.')
  })

  it('names the permissions that the app lacks, and the tab works without them', async () => {
    const open = await opened({ scopes: ['crm'] })
    expect(notesOf(open)).toContain('Портал отдал не всё')
    expect(notesOf(open)).toContain('Приложению не хватает прав: Пользователи (user), Структура компании (department).')
    expect(open.panel.find('.question').exists()).toBe(true)
  })

  it.each([
    ['a newer version', { ...DEFAULT_SET, version: 2 }, 'Version 2 of the question set was published. This qualification ends with version 1; the new one opens next time.'],
    ['another set', { ...DEFAULT_SET, id: 'other' }, 'This question set was taken out of use.'],
  ])('says at the save that %s is in force by now, and saves', async (_, published, said) => {
    const open = await answered({ language: 'en' })
    const { fields, settings } = await portal.installation()
    await publish(await portal.as('admin'), [published], fields, settings.zone)
    expect(notesOf(open)).toBe('')
    await open.save()
    expect(open.saving.saving.state).toBe('saved')
    expect(notesOf(open)).toContain(said)
  })
})

describe('another tab', () => {
  const OTHER: Partial<Draft> = { answers: { need: { kind: 'choice', choice: 'no' } }, answered: ['need'] }

  it('that answers the same lead is told, and its answers can be taken and given back', async () => {
    const open = await answered()
    hears(OTHER)
    await expect.poll(() => notesOf(open)).toContain('По этому лиду отвечают ещё в одной вкладке.')
    await control(open.panel, 'button', 'Взять ответы оттуда').trigger('click')
    expect(open.store.run.answers).toEqual(OTHER.answers)
    expect(notesOf(open)).toContain('Здесь теперь ответы из другой вкладки.')
    await control(open.panel, 'button', 'Вернуть прежние').trigger('click')
    expect(open.outcome.result.code).toBe('AAA')
  })

  it('offers nothing to take over to who may only read', async () => {
    const open = await opened({ user: 'manager2' })
    window.dispatchEvent(new StorageEvent('storage', { key: 'triple-a/portal.example/5/1', newValue: printDraft({ set: 'default@1', at: NOON, seconds: 5, answers: {}, answered: ['need'], again: false, notes: { need: 'x' } }) }))
    await expect.poll(() => notesOf(open)).toContain('По этому лиду отвечают')
    expect(open.panel.findAll('.notes button')).toEqual([])
  })

  it('that saved the lead is told, and what it saved is shown', async () => {
    const open = await opened()
    await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'Кирпич и блоки' } })
    hears(null)
    await expect.poll(() => notesOf(open)).toContain('Квалификация этого лида сохранена в другой вкладке.')
    await control(open.panel, 'button', 'Показать').trigger('click')
    await expect.poll(() => notesOf(open)).toBe('')
    expect(wordsOf(open.panel.get('header'))).toContain('Кирпич и блоки')
  })

  it('that saved the lead can be shown at another try where the portal refuses', async () => {
    const open = await opened()
    hears(null)
    await portal.faults([{ method: 'crm.item.get', kind: '403' }])
    await expect.poll(() => notesOf(open)).toContain('Показать')
    await control(open.panel, 'button', 'Показать').trigger('click')
    await expect.poll(() => notesOf(open)).toContain('Открыть лид заново не получилось.')
    await control(open.panel, 'button', 'Показать').trigger('click')
    await expect.poll(() => notesOf(open)).toBe('')
  })
})

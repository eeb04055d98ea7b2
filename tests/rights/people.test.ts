/** Who may do what with a lead through the app, and what the others are told: lead 1 is the manager's and open to colleagues. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/question-set.ts'
import { performEntry } from '../../src/portal/perform-entry.ts'
import { keepWaiting } from '../../src/portal/waiting.ts'
import { useHistory } from '../../src/stores/history.ts'
import { useQueue } from '../../src/stores/queue.ts'
import { useUndoing } from '../../src/stores/undoing.ts'
import { openedTab } from '../components/qualification/lead-tab.ts'
import { HOT, madeOf, ONCE, openTab, oursOf, TITLE } from '../stores/lead-tab.ts'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'
import type { Login } from '../support/emulated-portal.ts'
import { control, wordsOf } from '../support/workplace.ts'
import type { OpenPanel } from '../support/workplace.ts'

const portal = emulatedPortal()
const made = () => madeOf(portal)

afterEach(() => { localStorage.clear() })

const MAY: Readonly<Record<Login, 'write' | 'read' | 'nothing'>> = {
  admin: 'write', crmadmin: 'write', director: 'write', head: 'write', manager: 'write', manager2: 'read', seller: 'nothing', nocrm: 'nothing',
}
const LANGUAGES = ['ru', 'en'] as const
const EVERYBODY = (Object.entries(MAY) as [Login, 'write' | 'read' | 'nothing'][]).flatMap(([user, may]) => LANGUAGES.map(language => [user, may, language] as const))
const those = (wanted: 'write' | 'read' | 'nothing') => EVERYBODY.flatMap(([user, may, language]) => may === wanted ? [[user, language] as const] : [])

const SAID = {
  ru: {
    closed: ['Этот лид вам не открыт', 'Попросите доступ у ответственного за лид или у администратора CRM.'],
    readOnly: ['Вы можете смотреть этот лид, но не менять его.', 'Что было бы записано', 'У вас нет права менять этот лид, поэтому сохранить анкету нельзя.'],
    saved: 'Сохранено', history: 'История лида (1)', undo: 'Отменить сохранение', again: 'Вернуть отменённое', save: 'Сохранить',
    taken: 'Менять этот лид вам нельзя', hidden: 'Этот лид вам больше не открыт', kept: 'ответы остались на экране и в черновике',
    undoFailed: 'Вернуть лид к прежнему не получилось', refused: 'Портал не разрешил вам это действие.',
    noApp: 'Приложение вам не открыто',
  },
  en: {
    closed: ['This lead is not open to you', 'Ask the lead’s responsible or a CRM administrator for access.'],
    readOnly: ['You may look at this lead but not change it.', 'What would be written', 'You may not change this lead, so the answers cannot be saved.'],
    saved: 'Saved', history: 'History of the lead (1)', undo: 'Undo the save', again: 'Bring it back', save: 'Save',
    taken: 'You may not change this lead', hidden: 'This lead is no longer open to you', kept: 'the answers stay on the screen and in the draft',
    undoFailed: 'The lead could not be changed back', refused: 'The portal did not let you do this.',
    noApp: 'The app is not open to you',
  },
} as const satisfies Record<Language, unknown>

function answer({ store }: OpenPanel): void {
  for (const [question, choice] of Object.entries(HOT)) store.choose(question, choice)
}

async function press({ panel }: OpenPanel, name: string): Promise<void> {
  await control(panel, 'button', name).trigger('click')
  await flushPromises()
}

/** Presses Undo (or what it is called) and confirms it. */
async function undo(open: OpenPanel, name: string): Promise<void> {
  await press(open, name)
  const confirm = open.panel.findAll<HTMLElement>('.undo button').find(button => wordsOf(button).includes(name))
  await confirm?.trigger('click')
  await expect.poll(() => useUndoing().undoing.state).not.toBe('none')
}

function has({ panel }: OpenPanel, name: string): boolean {
  return panel.findAll('button').some(button => wordsOf(button).includes(name))
}

/** The manager's save, before anybody else comes. */
async function savedByManager(): Promise<void> {
  const tab = await openTab(portal)
  tab.answer(HOT)
  await tab.saveInWords()
  expect(tab.saving.saving.state).toBe('saved')
}

describe('whoever may change the lead', () => {
  it.each(those('write'))('%s saves, takes that back, and brings it again (%s)', async (user, language) => {
    const open = await openedTab(portal, { user, language })
    answer(open)
    await open.save()
    await flushPromises()
    expect(open.saving.saving.state).toBe('saved')
    expect(wordsOf(open.panel)).toContain(SAID[language].saved)
    expect(await made()).toEqual(ONCE)
    const snapshot = await portal.snapshot()
    // the to-do is the responsible's, the notice his head's, whoever saved
    expect(oursOf(snapshot, 1).todos.map(one => one.RESPONSIBLE_ID)).toEqual([String(PEOPLE.manager)])
    expect(snapshot.notices.map(one => one.USER_ID)).toEqual([String(PEOPLE.head)])
    expect(wordsOf(open.panel)).toContain(SAID[language].history)

    await undo(open, SAID[language].undo)
    await expect.poll(() => useUndoing().undoing.state).toBe('undone')
    expect(await made()).toMatchObject({ title: TITLE, todos: 0, comments: 1 })
    await flushPromises()
    useUndoing().dismiss()
    await undo(open, SAID[language].again)
    await expect.poll(() => useUndoing().undoing.state).toBe('undone')
    expect(await made()).toEqual(ONCE)
  })

  it.each(those('write'))('%s takes back what the manager saved (%s)', async (user, language) => {
    await savedByManager()
    const open = await openedTab(portal, { user, language })
    await undo(open, SAID[language].undo)
    await expect.poll(() => useUndoing().undoing.state).toBe('undone')
    expect(await made()).toMatchObject({ title: TITLE, todos: 0 })
    const [newest, first] = useHistory().entries
    expect([newest?.by, first?.by]).toEqual([PEOPLE[user], PEOPLE.manager])
  })
})

describe('whoever may only read the lead', () => {
  it.each(those('read'))('%s sees it with its history, is told so, and writes nothing (%s)', async (user, language) => {
    await savedByManager()
    const before = await portal.lead(1)
    const open = await openedTab(portal, { user, language })
    expect(open.store.readOnly).toBe(true)
    for (const sentence of SAID[language].readOnly) expect(wordsOf(open.panel)).toContain(sentence)
    expect(wordsOf(open.panel)).toContain(SAID[language].history)
    expect(useUndoing().offered).toBeUndefined()
    expect([has(open, SAID[language].save), has(open, SAID[language].undo)]).toEqual([false, false])
    expect(open.panel.findAll<HTMLInputElement>('.question input').every(({ element }) => element.disabled)).toBe(true)
    await open.save()
    await useUndoing().undo(() => '')
    expect(useQueue().own).toBeUndefined()
    expect(await portal.lead(1)).toEqual(before)
    expect(await made()).toEqual(ONCE)
  })
})

describe('whoever may not see the lead', () => {
  it.each(those('nothing'))('%s is told so and whom to ask, and sees nothing of it (%s)', async (user, language) => {
    const open = await openedTab(portal, { user, language })
    expect(open.store.opening).toMatchObject({ state: 'failed', error: { kind: 'not-allowed' } })
    for (const sentence of SAID[language].closed) expect(wordsOf(open.panel.get('[role=alert]'))).toContain(sentence)
    expect(open.panel.text()).not.toContain('Кирпич')
  })

  it.each(LANGUAGES)('nor has somebody to whom the app is closed (%s)', async (language) => {
    await portal.rules({ noAccess: ['manager'] })
    const open = await openedTab(portal, { language })
    expect(open.store.opening).toMatchObject({ state: 'failed', error: { kind: 'no-access' } })
    expect(wordsOf(open.panel.get('[role=alert]'))).toContain(SAID[language].noApp)
  })
})

/** The lead becomes another team's; who reads all that is open may still read it, if it is. */
async function giveAway(opened: 'Y' | 'N'): Promise<void> {
  await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { assignedById: PEOPLE.seller, opened } })
}

describe('a right that is lost meanwhile', () => {
  it.each(LANGUAGES)('stops a save before it writes, and the answers stay (%s)', async (language) => {
    const open = await openedTab(portal, { language })
    answer(open)
    await giveAway('N')
    await open.save()
    await flushPromises()
    expect(open.saving.saving).toMatchObject({ state: 'unread', error: { kind: 'not-allowed' } })
    const said = wordsOf(open.panel.get('[role=alert]'))
    expect(said).toContain(SAID[language].hidden)
    expect(said).toContain(SAID[language].kept)
    expect(open.store.dirty).toBe(true)
    expect(await made()).toMatchObject({ title: TITLE, todos: 0, comments: 0, notices: 0 })
  })

  it.each(LANGUAGES)('stops an undo before it writes (%s)', async (language) => {
    await savedByManager()
    const open = await openedTab(portal, { language })
    await giveAway('N')
    await undo(open, SAID[language].undo)
    await flushPromises()
    expect(useUndoing().undoing).toMatchObject({ state: 'failed', error: { kind: 'not-allowed' } })
    const said = wordsOf(open.panel.get('[role=alert]'))
    expect(said).toContain(SAID[language].undoFailed)
    expect(said).toContain(SAID[language].refused)
    expect(await made()).toMatchObject({ title: ONCE.title, todos: 1 })
  })

  it('does not keep what waits from being given up, without a word to the portal about the lead', async () => {
    const open = await openedTab(portal)
    answer(open)
    await giveAway('N')
    await open.save()
    expect(useQueue().own).toBeDefined()
    await open.saving.drop()
    expect(useQueue().own).toBeUndefined()
    expect(localStorage.getItem('triple-a/portal.example/4/waiting/1')).toBeNull()
    expect(open.store.dirty).toBe(true)
    expect(await made()).toMatchObject({ title: TITLE, todos: 0, comments: 0, notices: 0 })
  })
})

describe('a save that somebody began and did not finish', () => {
  /** What the manager left when the portal was gone in the middle of the save. */
  async function begun() {
    await portal.faults([{ method: 'crm.activity.todo.add', kind: '403', times: 1 }])
    const open = await openedTab(portal)
    answer(open)
    await open.save()
    expect(open.saving.saving.state).toBe('partly')
    const [kept] = keepWaiting('portal.example', () => localStorage).all(PEOPLE.manager)
    if (!kept?.waiting) throw new Error('nothing waits')
    return kept.waiting.open
  }

  it.each(Object.entries(MAY) as [Login, 'write' | 'read' | 'nothing'][])('by %s (%s) is finished as far as the rights go, and never twice', async (user, may) => {
    const left = await begun()
    const { fields } = await portal.installation()
    const performed = await performEntry(await portal.as(user), fields, left, { converted: false, mayWrite: () => true })
    // what is there of it already is not taken for refused
    expect(performed).toMatchObject({ write: { state: 'done' }, read: { state: 'unsure', error: { kind: 'not-allowed' } }, nothing: { state: 'unread', error: { kind: 'not-allowed' } } }[may])
    expect((await made()).todos).toBe(may === 'write' ? 1 : 0)
    expect(await made()).toMatchObject({ comments: 1, title: ONCE.title })
  })

  it('is not offered to anybody else in the same browser', async () => {
    await begun()
    const other = await openedTab(portal, { user: 'head' })
    expect([useQueue().own, useQueue().others]).toEqual([undefined, []])
    expect(other.saving.saving.state).toBe('none')
  })
})


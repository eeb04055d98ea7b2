// @vitest-environment node
/** What is stored and does not parse: it is told with its place, left as it is, and keeps nobody from working. */
import { describe, expect, it } from 'vitest'
import { parseDraft } from '../../src/domain/draft.ts'
import { loadWords } from '../../src/i18n/words.ts'
import { nearKey } from '../../src/portal/drafts.ts'
import { optionOfDraft, optionOfOpenEntry, readInstallation } from '../../src/portal/options.ts'
import { waitingKey } from '../../src/portal/waiting.ts'
import { useStanding } from '../../src/stores/standing.ts'
import { aStorage, HOT, madeOf, ONCE, openTab } from '../stores/lead-tab.ts'
import type { LeadTab } from '../stores/lead-tab.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { ENDLESS, HOSTILE } from './strings.ts'

const portal = emulatedPortal()
const NEAR = nearKey('portal.example', 4, 1)
const WAITING = waitingKey('portal.example', 4, 1)

const JUNK: Readonly<Record<string, string>> = {
  'no JSON': HOSTILE['markup'] ?? '',
  'a word': '"__proto__"',
  'nothing': 'null',
  'a list': '[1,2,3]',
  'a long list': JSON.stringify(Array.from({ length: 9_000 }, (_, at) => at)),
  'deep lists': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  'deep objects': `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`,
  'a prototype': '{"__proto__":{"format":1},"constructor":{"prototype":{"x":1}}}',
  'the format of a later version': '{"format":99}',
  'the wrong kinds': '{"format":1,"set":1,"at":"x","answers":[],"notes":null,"entry":7,"texts":"","open":{},"since":-1}',
  'a megabyte': JSON.stringify({ format: 1, set: ENDLESS }),
  'half of it': '{"format":1,"set":"default@1","ans',
}
const TABLE = Object.entries(JUNK)
/** A user's options are one row, which a portal loses as a whole when it is longer. */
const IN_A_ROW = TABLE.filter(([, text]) => text.length < 60_000)

function unread(tab: LeadTab): readonly string[] {
  return tab.within(() => useStanding()).unread
}

async function userOption(name: string): Promise<unknown> {
  return (await portal.snapshot()).userOptions['4']?.[name] ?? ''
}

async function keepOption(name: string, text: string): Promise<void> {
  await portal.rest('manager', 'user.option.set', { options: { [name]: text } })
}

async function savedWhole(tab: LeadTab): Promise<void> {
  tab.answer(HOT)
  await tab.saveInWords()
  expect(tab.saving.saving.state).toBe('saved')
  expect(await madeOf(portal)).toEqual(ONCE)
}

describe.each(TABLE)('%s', (_, text) => {
  it('as the near draft is told and left, the far one takes the answers, and a save ends both', async () => {
    const storage = aStorage()
    storage.setItem(NEAR, text)
    const tab = await openTab(portal, { storage })
    expect(unread(tab)).toEqual(['near'])
    tab.answer({ need: 'yes' })
    await tab.work.sendDraft()
    expect(storage.getItem(NEAR)).toBe(text)
    expect(parseDraft(String(await userOption(optionOfDraft(1)))).ok).toBe(true)
    await savedWhole(tab)
    expect([storage.getItem(NEAR), await userOption(optionOfDraft(1)), unread(tab)]).toEqual([null, '', []])
  })

  it('as the last run of the lead is told with its field, and stays in the history when another takes its place', async () => {
    await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { UF_CRM_ABC_RUN: text } })
    const tab = await openTab(portal)
    expect(unread(tab)).toEqual(['run'])
    expect(tab.work.run.answered).toEqual([])
    await savedWhole(tab)
    expect(unread(tab)).toEqual([])
    const [entry] = tab.history.entries
    expect(entry?.content.ok === true && entry.content.value.record.from.run === text).toBe(true)
  })

  it('in the place of what waits is told, left until there is another save, and keeps nobody from it', async () => {
    const storage = aStorage()
    storage.setItem(WAITING, text)
    const tab = await openTab(portal, { storage })
    tab.unfinished.begin()
    expect(unread(tab)).toEqual(['waiting'])
    expect([tab.queue.own, storage.getItem(WAITING) === text]).toEqual([undefined, true])
    await savedWhole(tab)
    expect(unread(tab)).toEqual([])
    tab.queue.stop()
  })

  it('as an entry of the journal is there as such, is not undone, and stays beside the next one', async () => {
    await portal.rest('admin', 'entity.item.add', { ENTITY: 'abcruns', NAME: 'forged1', DETAIL_TEXT: text, PROPERTY_VALUES: { LEAD: 1 } })
    const tab = await openTab(portal)
    expect(tab.history.entries.map(({ id, by, content }) => [id, by, content.ok])).toEqual([['forged1', 1, false]])
    expect(tab.undoing.offered).toBeUndefined()
    await savedWhole(tab)
    const later = await openTab(portal)
    expect(later.history.entries.map(({ content }) => content.ok)).toEqual([true, false])
  })

  it.each(['settings', 'fields', 'set.default'])('as the option %s stops the app with its name', async (option) => {
    const { appOptions } = await portal.snapshot()
    const options = Object.fromEntries(Object.entries(appOptions).map(([name, value]) => [name, name === option ? text : String(value)]))
    expect(readInstallation(options)).toMatchObject({ ok: false, error: { kind: 'unreadable', option } })
  })
})

describe.each(IN_A_ROW)('%s as an option of the user', (_, text) => {
  it('in the place of the far draft is told and left, the near one takes the answers, and a save ends both', async () => {
    await keepOption(optionOfDraft(1), text)
    const stored = await userOption(optionOfDraft(1))
    const storage = aStorage()
    const tab = await openTab(portal, { storage })
    expect(unread(tab)).toEqual(['far'])
    tab.answer({ need: 'yes' })
    await tab.work.sendDraft()
    expect(await userOption(optionOfDraft(1))).toBe(stored)
    expect(parseDraft(storage.getItem(NEAR) ?? '').ok).toBe(true)
    await savedWhole(tab)
    expect([storage.getItem(NEAR), await userOption(optionOfDraft(1)), unread(tab)]).toEqual([null, '', []])
  })

  it('in the place of an unfinished save is told and left until there is another save', async () => {
    await keepOption(optionOfOpenEntry(1), text)
    const stored = await userOption(optionOfOpenEntry(1))
    const tab = await openTab(portal)
    tab.unfinished.begin()
    expect(tab.unfinished.unfinished.state).toBe('unreadable')
    expect(await userOption(optionOfOpenEntry(1))).toBe(stored)
    await savedWhole(tab)
    expect(await userOption(optionOfOpenEntry(1))).toBe('')
    tab.queue.stop()
  })
})

it('with neither draft to be read the near one takes the answers, so that nothing is lost', async () => {
  await keepOption(optionOfDraft(1), 'x')
  const storage = aStorage()
  storage.setItem(NEAR, 'y')
  const tab = await openTab(portal, { storage })
  expect(unread(tab)).toEqual(['near', 'far'])
  tab.answer({ need: 'yes' })
  expect(parseDraft(storage.getItem(NEAR) ?? '').ok).toBe(true)
  expect(await userOption(optionOfDraft(1))).toBe('x')
})

it('a browser that is full keeps the draft before, the portal the new one, and the save is written once', async () => {
  const storage = aStorage()
  const tab = await openTab(portal, { storage })
  tab.answer({ need: 'yes' })
  const before = storage.getItem(NEAR)
  storage.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
  tab.answer({ urgency: 'now' })
  await tab.work.sendDraft()
  expect(storage.getItem(NEAR)).toBe(before)
  const far = parseDraft(String(await userOption(optionOfDraft(1))))
  expect(far.ok && Object.keys(far.value.answers)).toEqual(['need', 'urgency'])
  await savedWhole(tab)
})

it.each(['ru', 'en'] as const)('every stored thing that cannot be read has its own sentence, with its place (%s)', async (language) => {
  const { notes: { unread: said } } = (await (await loadWords(language)).fetchAll()).messages.trouble
  const sentences = [said.near, said.nearTaken, said.far('d.1'), said.run('UF_CRM_ABC_RUN'), said.waiting]
  expect(new Set(sentences).size).toBe(5)
  expect([said.far('d.1').includes('d.1'), said.run('UF_CRM_ABC_RUN').includes('UF_CRM_ABC_RUN')]).toEqual([true, true])
})

// @vitest-environment node
/** What the app sends to the portal when words of others are in everything: the emulated portal keeps it, and answers with it. */
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { parseEntry } from '../../src/domain/journal-codec.ts'
import { parseRun } from '../../src/domain/run.ts'
import { literal } from '../../src/portal/literal.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { HOT, openTab, oursOf } from '../stores/lead-tab.ts'
import { fillLead, installationOf } from './places.ts'
import { ENDLESS, HOSTILE_TABLE, LONE_SURROGATE, plainLetters, TURNING } from './strings.ts'

const portal = emulatedPortal()

const OURS = /\[\/?b\]|\[\/?i\]|\[URL=\/crm\/lead\/details\/1\/\]|\[\/URL\]/g
const MARK = /Triple A · [a-z0-9]+\/[a-z0-9-]+/g

/** One text with BB codes that the app made. */
function expectHarmless(text: string): void {
  expect(text.replace(OURS, '').replaceAll('[\u2060', ''), 'a code that is not ours').not.toContain('[')
  expect(text).not.toMatch(/\$result\[/i)
  expect(text).not.toMatch(TURNING)
  expect(text).not.toMatch(LONE_SURROGATE)
  expect(text).not.toContain('\0')
}

const Lead = v.object({ item: v.looseObject({ UF_CRM_ABC_RUN: v.string() }) })

async function storedRun(): Promise<string> {
  const lead = await portal.call(await portal.as('admin'), 'crm.item.get', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y' })
  return v.parse(Lead, lead).item.UF_CRM_ABC_RUN
}

const Rows = v.array(v.object({ NAME: v.string(), DETAIL_TEXT: v.string() }))

it.each([...HOSTILE_TABLE, ['a megabyte', ENDLESS] as const])('with %s everywhere a lead is written once, found again, and given back', async (_, words) => {
  const stored = words.replace(/\p{Surrogate}/gu, '')
  await fillLead(portal, 1, stored)
  const title = (await portal.lead(1)).title
  const installation = installationOf(await portal.installation(), words.slice(0, 2000))
  const tab = await openTab(portal, { installation })
  expect(tab.work.opening.state).toBe('ready')
  tab.answer({ need: 'yes', urgency: 'now', budget: 'from_1m' })
  const said = words.slice(0, 500)
  const note = words.slice(0, 1000)
  tab.work.dontKnow('client_type', said)
  for (const question of Object.keys(HOT)) tab.work.note(question, note)
  await tab.work.sendDraft()
  await tab.saveInWords()
  expect(tab.saving.saving.state).toBe('saved')

  const snapshot = await portal.snapshot()
  const { todos, comments } = oursOf(snapshot, 1)
  expect([todos.length, comments.length, snapshot.notices.length]).toEqual([1, 1, 1])
  const texts = [...todos.map(one => one.DESCRIPTION), ...comments.map(one => one.COMMENT), ...snapshot.notices.map(one => one.MESSAGE)]
  for (const text of texts) {
    expectHarmless(text)
    expect(new TextEncoder().encode(text).length).toBeLessThan(20_100)
  }
  for (const todo of todos) expect(todo.SUBJECT).not.toMatch(LONE_SURROGATE)
  for (const text of texts.slice(0, 2)) expect(text.match(MARK)).toHaveLength(1)
  expect(plainLetters(texts.join())).toContain(plainLetters(note.slice(0, 20)))

  const lead = await portal.lead(1)
  expect(lead.title.length).toBeLessThanOrEqual(255)
  expect(lead.title).not.toMatch(/\$result\[/i)
  expect(parseRun(await storedRun())).toMatchObject({ ok: true, value: { notes: { need: note }, answers: { client_type: { kind: 'unknown', said } } } })
  const rows = v.parse(Rows, await portal.call(await portal.as('admin'), 'entity.item.get', { ENTITY: 'abcruns' }))
  expect(rows.map(row => parseEntry(row.DETAIL_TEXT).ok)).toEqual([true])
  expect(Object.values(snapshot.userOptions['4'] ?? {}).filter(text => text !== '')).toEqual([])

  const again = await openTab(portal, { installation })
  expect(again.lineIds()).toEqual([])
  expect(again.unfinished.unfinished.state).toBe('nothing')
  await again.undoing.undo(() => 'undone')
  expect(again.undoing.undoing.state).toBe('undone')
  expect((await portal.lead(1)).title).toBe(literal(title))
})

const ODD: readonly (readonly [string, Readonly<Record<string, string | number>>])[] = [
  ['a coefficient below nothing', { UF_CRM_ABC_COEFFICIENT: -3 }],
  ['a code of a megabyte', { UF_CRM_ABC_CODE: ENDLESS }],
  ['a run of a megabyte', { UF_CRM_ABC_RUN: ENDLESS }],
  ['a run that is half there', { UF_CRM_ABC_RUN: '{"format":1,"id":' }],
  ['a run of a later version', { UF_CRM_ABC_RUN: '{"format":99}' }],
  ['a run of nested lists', { UF_CRM_ABC_RUN: `${'['.repeat(20_000)}${']'.repeat(20_000)}` }],
]

/** What the app never writes there is not known to be anything. */
const NEVER_OURS: typeof ODD = [
  ['a set that is none', { UF_CRM_ABC_SET: '__proto__@x' }],
  ['nobody who qualified it', { UF_CRM_ABC_QUALIFIED_BY: 0 }],
]

it.each([...ODD, ...NEVER_OURS])('a lead that holds %s is written, and gets that back where it may be ours', async (_, fields) => {
  await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields })
  const field = Object.keys(fields)[0] ?? ''
  const held = async () => v.parse(v.object({ item: v.looseObject({}) }), await portal.call(await portal.as('admin'), 'crm.item.get', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y' })).item[field]
  const before = await held()
  const tab = await openTab(portal)
  tab.answer(HOT)
  await tab.saveInWords()
  expect(tab.saving.saving.state).toBe('saved')
  await tab.undoing.undo(() => 'undone')
  expect(tab.undoing.undoing.state).toBe('undone')
  expect(await held()).toEqual(NEVER_OURS.some(([, known]) => known === fields) ? null : before)
})

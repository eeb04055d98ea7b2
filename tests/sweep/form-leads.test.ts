/**
 * Leads from forms, written on one confirmation, with every mishap at every step: refused, cut off, done twice, done late,
 * the page closed in the middle. Whoever sits there presses again, and opens the cards of what waits for them; in the end each
 * lead is written once, and its supervisor hears of it once.
 */
import { createPinia } from 'pinia'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from 'vue'
import { LEAD } from '../../emulator/entities.ts'
import { markPortal, returnToMark } from '../../emulator/mark.ts'
import type { Mark } from '../../emulator/mark.ts'
import { createPortal } from '../../emulator/portal.ts'
import type { Portal as EmulatedPortal } from '../../emulator/portal.ts'
import { prepare } from '../../scripts/prepare-portal.ts'
import { parseRun } from '../../src/domain/run.ts'
import { readInstallation, readOptions } from '../../src/portal/options.ts'
import type { Installation } from '../../src/portal/options.ts'
import { useFormLeads } from '../../src/stores/form-leads.ts'
import { OFFICE } from '../../src/stores/office.ts'
import type { News } from '../../src/stores/supervisor-news.ts'
import { aBrowser, tabOf } from './browser.ts'
import type { Browser } from './browser.ts'
import { letTheClockGo, passTime, setTheClock, stopTheClock } from './clock.ts'
import { HOT, NOTHING_LEFT_OPEN, TEXTS } from './goals.ts'
import { CALL_MISHAPS, isDue, nameOfMishap, nameOfStep, REQUEST_MISHAPS } from './mishaps.ts'
import type { PlacedMishap, Step } from './mishaps.ts'
import { persevere } from './person.ts'
import { shareOf } from './share.ts'
import { makeTab } from './tab.ts'
import { wireOf } from './wire.ts'
import type { Line, Wire } from './wire.ts'
import { NOON } from './world.ts'

const HANDLER = 'https://new.example/app/index.html'
const [ADMIN, MANAGER, HEAD] = [1, 4, 3]
/** The leads came a minute ago. */
const LATER = NOON + 60_000
const MOST_VISITS = 6
const MOST_PRESSES = 4

const words = (news: readonly News[]) => news.map(({ lead }) => `lead ${lead}`).join(', ')

let inside: EmulatedPortal
let wire: Wire
let mark: Mark
let installation: Installation
let leads: readonly number[]
let runs = 0

/** Does this on the portal outside of any case. */
async function onPortal<T>(work: (line: Line) => Promise<T>): Promise<T> {
  const line = wire.connect('admin')
  let over = false
  const done = work(line).finally(() => { over = true })
  await passTime(wire.traffic, () => over)
  return done
}

beforeAll(async () => {
  stopTheClock(NOON)
  inside = createPortal({ port: 0, leads: 60, seed: 7, appUrl: HANDLER, now: NOON }, () => 'https://portal.example')
  wire = wireOf(inside)
  await onPortal(({ portal }) => prepare(portal, HANDLER))
  const found = readInstallation(readOptions(inside.store.appOptions()) ?? {})
  if (!found.ok) throw new Error(`the portal is not set up: ${found.error.kind}`)
  installation = found.value
  leads = inside.store.state.items[LEAD].all().filter(({ values }) => Number(values['webformId'] ?? 0) > 0 && values['stageSemanticId'] !== 'F').map(({ id }) => id).slice(0, 2)
  const { fields } = installation
  const items = Object.fromEntries(Object.entries(HOT).map(([question, choice]) => [fields.answers[question] ?? '', fields.choices[question]?.[choice] ?? 0]))
  for (const id of leads) {
    const sent = await onPortal(({ portal }) => portal.send({
      answer: { method: 'crm.item.update', params: { entityTypeId: LEAD, id, useOriginalUfNames: 'Y', fields: { ...items, stageId: 'NEW', assignedById: MANAGER } } },
    }, { halt: true }))
    if (!sent.ok) throw new Error(`lead ${id} cannot be answered: ${sent.error.kind}`)
  }
  setTheClock(LATER)
  mark = markPortal(inside)
})
afterAll(letTheClockGo)

/** The page in a tab of this browser: opened, its button pressed until there is nothing left to write. */
async function visitPage(browser: Browser, opened: (line: Line, left: () => void) => void): Promise<void> {
  const line = wire.connect('admin')
  const tab = tabOf(browser, () => undefined)
  const page = { isLeft: false }
  opened(line, () => { page.isLeft = true })
  const app = createApp({ render: () => null })
  app.use(createPinia()).provide(OFFICE, {
    portal: line.portal, host: 'portal.example', me: { id: ADMIN, name: 'Admin', admin: true, crmAdmin: true }, zone: 'Europe/Moscow', handler: HANDLER,
    storage: () => tab.storage, locks: () => tab.locks, now: () => Date.now(),
  })
  const store = app.runWithContext(() => useFormLeads())
  const wait = async (work: Promise<void>) => {
    let over = false
    const done = work.then(() => { over = true })
    const isOver = await passTime(wire.traffic, () => over || page.isLeft)
    if (isOver && !page.isLeft) await done
  }
  await wait(store.read())
  for (let presses = 0; presses < MOST_PRESSES && !page.isLeft; presses += 1) {
    if (store.problem) await wait(store.read())
    else if (store.toWrite.length > 0) await wait(store.write(() => () => TEXTS, words))
    else if (store.untold.length > 0) await wait(store.tell(words))
    else break
  }
  line.close()
  tab.close()
}

/** The cards of all leads, opened one after the other: what waits for one goes on there. */
async function visitCards(browser: Browser): Promise<void> {
  for (const lead of leads) {
    const tab = makeTab({ wire, installation, browser, user: 'admin', lead, newRunId: () => `run${String(++runs).padStart(6, '0')}` })
    await persevere(tab, NOTHING_LEFT_OPEN, { traffic: wire.traffic, impatient: true })
    tab.close()
  }
}

function isWritten(id: number): boolean {
  return inside.store.state.items[LEAD].get(id)?.values[installation.fields.results.code] === 'AAA'
}

/** Until every lead is written and nothing waits for one; false when a patient person gives up. */
async function patiently(browser: Browser, opened: (line: Line, left: () => void) => void): Promise<boolean> {
  for (let visits = 0; visits < MOST_VISITS; visits += 1) {
    await visitPage(browser, opened)
    await visitCards(browser)
    if (leads.every(isWritten) && [...browser.stored.keys()].every(key => !key.includes('/waiting/'))) return true
  }
  return false
}

/** What the portal holds of the leads: how often everything was made, and what is still open. */
function everything() {
  const { state } = inside.store
  const open = Object.entries(inside.store.userOptions(ADMIN)).filter(([key, value]) => key.startsWith('r.') && value !== '').map(([key]) => key)
  return {
    open,
    leads: leads.map((id) => {
      const values = state.items[LEAD].get(id)?.values ?? {}
      const run = parseRun(String(values[installation.fields.results.run]))
      return {
        title: values['title'],
        code: values[installation.fields.results.code],
        declared: run.ok ? run.value.declared : 'no run',
        todos: state.activities.all().filter(one => one.ownerId === id && one.description.includes('Triple A')).length,
        comments: state.comments.all().filter(one => one.entityId === id && one.text.includes('Triple A')).length,
      }
    }),
  }
}

/** The leads that each supervisor was told of. */
function told(): readonly string[] {
  return inside.store.state.notices.all().filter(({ tag }) => tag.startsWith('ABC|FORMS|')).flatMap(({ userId, message }) => message.split(', ').map(lead => `${userId}: ${lead}`))
}

async function gone(placed: PlacedMishap | undefined, steps: Step[] = []): Promise<boolean> {
  setTheClock(LATER)
  returnToMark(inside, mark)
  let close: (() => void) | undefined
  wire.listen((moment) => {
    if (moment.when === 'sent' || moment.when === 'before') steps.push(moment)
    if (!placed || !isDue(placed, moment)) return undefined
    const { mishap } = placed
    switch (mishap.kind) {
      case 'held': return 'hold'
      case 'closed': close?.(); return undefined
      case 'deed': mishap.deed.do(inside); return undefined
      case 'fault': inside.faults.set([{ method: '*', kind: mishap.fault, when: mishap.when, times: 1, user: undefined, field: mishap.field }]); return undefined
    }
  })
  const browser = aBrowser()
  const done = await patiently(browser, (line, left) => { close = () => { line.close(); left() } })
  wire.listen(undefined)
  await wire.letGo()
  // what arrives when all is over is seen by whoever opens card and page next
  await visitCards(browser)
  await visitPage(browser, () => undefined)
  return done
}

/**
 * The portal says that it refused and has written: the lead has its code, and nobody knows that the rest is missing. Or it takes
 * a notice without its words.
 */
function isLie({ step, mishap }: PlacedMishap): boolean {
  if (mishap.kind !== 'fault') return false
  return mishap.when === 'after' && ['403', '429'].includes(mishap.fault) && step.method === 'crm.item.update'
    || mishap.fault === 'drop-field' && step.method === 'im.notify.personal.add'
}

const WRITES = /\.(?:add|set|update|delete)$/

describe('leads from forms', () => {
  beforeEach(() => { wire.listen(undefined) })

  it('are written once each, with one notice of both', async () => {
    expect(leads).toHaveLength(2)
    expect(await gone(undefined)).toBe(true)
    expect(everything()).toMatchObject({ open: [], leads: leads.map(() => ({ code: 'AAA', declared: { answers: HOT, confirmed: [] }, todos: 1, comments: 1 })) })
    expect(told()).toEqual(leads.map(lead => `${HEAD}: lead ${lead}`))
  })

  it('come to the same end with every mishap at every request and every write', async () => {
    const steps: Step[] = []
    await gone(undefined, steps)
    const expected = everything()
    const all = leads.map(lead => `${HEAD}: lead ${lead}`).sort()
    const cases = steps.flatMap((step): readonly PlacedMishap[] => step.command === 0
      ? REQUEST_MISHAPS.map(mishap => ({ step, mishap }))
      : WRITES.test(step.method) ? CALL_MISHAPS.map(mishap => ({ step, mishap })) : [])
    expect(cases.length).toBeGreaterThan(100)
    const failures: string[] = []
    for (const one of shareOf(cases.filter(placed => !isLie(placed)))) {
      const done = await gone(one)
      try {
        expect(done).toBe(true)
        expect(everything()).toEqual(expected)
        expect([...told()].sort()).toEqual(all)
      } catch (error) {
        failures.push(`${nameOfStep(one.step)}: ${nameOfMishap(one.mishap)}: ${String(error).slice(0, 300)} ${JSON.stringify(everything())} ${told().join()}`)
      }
    }
    expect(failures, `of ${shareOf(cases).length} cases`).toEqual([])
  })
})

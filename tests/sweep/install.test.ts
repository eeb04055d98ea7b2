/**
 * The installation with every mishap at every step: refused, cut off, done twice, done late, closed in the middle. Whoever sits
 * there tries again, and what the portal then holds is what an undisturbed installation leaves.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { markPortal, returnToMark } from '../../emulator/mark.ts'
import type { Mark } from '../../emulator/mark.ts'
import { createPortal } from '../../emulator/portal.ts'
import type { Portal } from '../../emulator/portal.ts'
import { snapshot } from '../../emulator/snapshot.ts'
import { letTheClockGo, setTheClock, stopTheClock } from './clock.ts'
import { installPatiently, openInstallPage, waitForPage } from './install-person.ts'
import type { Finish, InstallTab } from './install-person.ts'
import { CALL_MISHAPS, isDue, nameOfMishap, nameOfStep, REQUEST_MISHAPS } from './mishaps.ts'
import type { Mishap, PlacedMishap, Step } from './mishaps.ts'
import { wireOf } from './wire.ts'
import type { Wire } from './wire.ts'
import { NOON } from './world.ts'

const OLD = 'https://old.example/index.html'
const NEW = 'https://new.example/app/index.html'
const OTHER_APP = 'local.other'

/** From where an installation begins. */
const BEGINNINGS = ['a new portal', 'an earlier address'] as const
type Beginning = (typeof BEGINNINGS)[number]

let inside: Portal
let wire: Wire
const marks = new Map<Beginning, Mark>()

function bound(placement: string, handler: string, otherApp?: string): void {
  inside.store.state.placements.put({
    id: inside.store.nextId('placement'), placement, handler, title: 'Tab', description: '', groupName: '', langAll: {}, options: {}, ...otherApp !== undefined && { otherApp },
  })
}

/** A screen that an earlier version had, and its tab at the earlier address. */
function bindAsBefore(): void {
  bound('CRM_LEAD_DETAIL_TAB', OLD)
  bound('CALL_CARD', OLD)
}

function everything(): unknown {
  const { placements, ...rest } = snapshot(inside.store.state, null)
  return { placements, rest, installed: inside.rules.now.installed }
}

const OURS = {
  placement: 'CRM_LEAD_DETAIL_TAB', userId: 0, handler: NEW, options: [], title: 'Qualification', description: '',
  langAll: { ru: { TITLE: 'Квалификация' }, en: { TITLE: 'Qualification' } },
}
const OTHERS = ['CRM_LEAD_DETAIL_TAB', 'CALL_CARD'].map(placement => ({
  placement, userId: 0, handler: NEW, options: [], title: 'Tab', description: '', langAll: [], otherApp: OTHER_APP,
}))

beforeAll(() => {
  stopTheClock(NOON)
  inside = createPortal({ port: 0, leads: 3, seed: 7, appUrl: NEW, now: NOON }, () => 'https://portal.example')
  wire = wireOf(inside)
  for (const { placement, handler } of OTHERS) bound(placement, handler, OTHER_APP)
  marks.set('a new portal', markPortal(inside))
  bindAsBefore()
  marks.set('an earlier address', markPortal(inside))
})
afterAll(letTheClockGo)

function begin(beginning: Beginning): void {
  const mark = marks.get(beginning)
  if (!mark) throw new Error(`nothing is marked as ${beginning}`)
  setTheClock(NOON)
  returnToMark(inside, mark)
  inside.rules.change({ installed: false })
  wire.listen(undefined)
}

/** Installs with this mishap; gives whether it came to an end, and writes down the steps. */
async function installed(placed: PlacedMishap | undefined, steps: Step[] = [], finish: () => Finish = () => 'works'): Promise<boolean> {
  let tab: InstallTab | undefined
  wire.listen((moment) => {
    if (moment.when === 'sent' || moment.when === 'before') steps.push(moment)
    if (!placed || !isDue(placed, moment)) return undefined
    const { mishap } = placed
    switch (mishap.kind) {
      case 'held': return 'hold'
      case 'closed': tab?.line.close(); return undefined
      case 'deed': mishap.deed.do(inside); return undefined
      case 'fault': inside.faults.set([{ method: '*', kind: mishap.fault, when: mishap.when, times: 1, user: undefined, field: mishap.field }]); return undefined
    }
  })
  const ended = await installPatiently({ wire, handler: NEW, finish }, (opened) => { tab = opened })
  wire.listen(undefined)
  await wire.letGo()
  return ended
}

/** A colleague's installation, all at once, in the middle of ours. */
const COLLEAGUE: Mishap[] = (['before', 'after'] as const).map(when => ({
  kind: 'deed',
  when,
  deed: {
    name: 'a colleague installs',
    do({ store: { state: { placements } } }) {
      for (const one of placements.all()) if (one.otherApp === undefined) placements.delete(one.id)
      bound(OURS.placement, NEW)
      const mine = placements.all().at(-1)
      if (mine) placements.put({ ...mine, title: OURS.title, langAll: OURS.langAll })
      inside.rules.change({ installed: true })
    },
  },
}))

describe.each(BEGINNINGS)('an installation from %s', (beginning) => {
  let untouched: unknown

  beforeEach(() => {
    begin(beginning)
    untouched = everything()
  })

  function expected(): unknown {
    return { ...untouched as object, placements: [...OTHERS, OURS], installed: true }
  }

  it('leaves exactly our tab, once, and nothing of others is touched', async () => {
    expect(await installed(undefined)).toBe(true)
    expect(everything()).toEqual(expected())
  })

  it('writes nothing when it runs again', async () => {
    await installed(undefined)
    const steps: Step[] = []
    wire.listen((moment) => { steps.push(moment); return undefined })
    const tab = openInstallPage({ wire, handler: NEW, finish: () => 'works' })
    await waitForPage(wire, tab, tab.store.open())
    expect(tab.store.done).toBe(true)
    await waitForPage(wire, tab, tab.store.run())
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.map(({ method }) => method).filter(method => /\.(?:bind|unbind|add|set|update)$/.test(method))).toEqual([])
    expect(everything()).toEqual(expected())
  })

  it.each([['fails', 'silent'], ['silent', 'fails'], ['silent', 'silent']] as const)('ends all the same when the portal %s and then %s to take its end', async (...ways) => {
    const left: Finish[] = [...ways]
    expect(await installed(undefined, [], () => left.shift() ?? 'works')).toBe(true)
    expect(everything()).toEqual(expected())
  })

  it('comes to the same end with every mishap at every request and every command', async () => {
    const steps: Step[] = []
    await installed(undefined, steps)
    const cases = steps.flatMap(step => [...step.command === 0 ? [...REQUEST_MISHAPS, ...COLLEAGUE] : CALL_MISHAPS].map((mishap): PlacedMishap & { name: string } => ({
      step, mishap, name: `${nameOfStep(step)}: ${nameOfMishap(mishap)}`,
    })))
    expect(cases.length).toBeGreaterThan(200)
    const failures: string[] = []
    for (const one of cases) {
      begin(beginning)
      const ended = await installed(one)
      try {
        expect(everything()).toEqual(expected())
        expect(ended).toBe(true)
      } catch (error) {
        failures.push(`${one.name}: ${String(error).slice(0, 600)}`)
      }
    }
    expect(failures, `of ${cases.length} cases`).toEqual([])
  })
})

/** One case: a flow that meets mishaps, whoever sits there going on with it here, in another tab or in another browser, and what the portal holds when all is over. */
import { vi } from 'vitest'
import { besideTab } from './beside.ts'
import type { Beside } from './beside.ts'
import { aBrowser } from './browser.ts'
import type { Browser } from './browser.ts'
import { endStateOf, knownOf, LEAD } from './end-state.ts'
import type { EndState } from './end-state.ts'
import type { Flow } from './flows.ts'
import { givenUp, NOTHING_LEFT_OPEN, OTHER, saved } from './goals.ts'
import type { Goal } from './goals.ts'
import { isDue } from './mishaps.ts'
import type { Deed, PlacedMishap, Step } from './mishaps.ts'
import { persevere, waitFor } from './person.ts'
import type { Patience } from './person.ts'
import { makeTab } from './tab.ts'
import type { Tab } from './tab.ts'
import type { Listener } from './wire.ts'
import type { World } from './world.ts'

/** `here`: the tab goes on by itself; `pressed`: what waits is pressed at once; the others: after the first try it is closed, and opened in the same or in another browser. */
export const PLACES = ['here', 'pressed', 'reopened', 'elsewhere'] as const
export type Place = (typeof PLACES)[number]

export interface Case {
  readonly flow: Flow
  readonly mishaps: readonly PlacedMishap[]
  readonly place: Place
  readonly beside?: Beside
}

/** What others did before the tab was opened, and after all was over. `colleague`: a whole save of a colleague. */
export interface Around {
  readonly before: readonly Deed[]
  readonly after: readonly Deed[]
  readonly colleague?: 'before' | 'after'
}

export interface Outcome {
  readonly end: EndState
  /** How it came out for whoever sat there. */
  readonly reached: 'reached' | 'gone' | 'stuck'
  /** The answers, where any were given, are on the screen, or in a browser as a draft. */
  readonly keepsAnswers: boolean
  /** The screen that was seen last, for who reads of a failure. */
  readonly seen: string
  /** Every request of the flow and every command of it, as far as the first try went. */
  readonly steps: readonly Step[]
  /** Those mishaps whose step came, where they came. */
  readonly happened: readonly PlacedMishap[]
}

/** Milliseconds between one thing that a person does and the next. */
const A_MOMENT = 2_000
const MOST_VISITS = 3
const ANOTHER_LEAD = 2

function pause(): void {
  vi.setSystemTime(Date.now() + A_MOMENT)
}

function seenIn({ work, saving, undoing, queue, unfinished }: Tab): string {
  return JSON.stringify({
    opening: work.opening.state, dirty: work.dirty, saving: saving.saving.state, undoing: undoing.undoing.state, unfinished: unfinished.unfinished.state,
    waits: queue.own && { reason: queue.own.reason, tries: queue.own.tries, sent: queue.own.sent },
  })
}

/** The id of the newest entry of the lead's journal. */
function newestEntry({ wire: { inside: { store: { state } } } }: World): string | undefined {
  return state.storages.get('abcruns')?.items.at(-1)?.fields['NAME'] ?? undefined
}

/** Makes the mishaps happen, and writes every step down. */
function mishapping({ wire: { inside } }: World, mishaps: readonly PlacedMishap[], closing: Tab, steps: Step[], happened: Map<PlacedMishap, PlacedMishap>): Listener {
  return (moment) => {
    const { when, request, command, method } = moment
    if (when === 'sent' || when === 'before') steps.push({ request, command, method })
    let wish: 'hold' | undefined
    for (const one of mishaps.filter(due => isDue(due, moment))) {
      const { mishap } = one
      // a retry may have something else at this place
      happened.set(one, { step: { request, command, method }, mishap })
      switch (mishap.kind) {
        case 'held': wish = 'hold'; break
        case 'closed': closing.close(); break
        case 'deed': mishap.deed.do(inside); break
        case 'fault': inside.faults.set([{ method: '*', kind: mishap.fault, when: mishap.when, times: 1, user: undefined, field: mishap.field }])
      }
    }
    return wish
  }
}

/** The first try, as nobody looks yet at what comes of it; gives whether it came to answering. `company` opens the lead beside. */
async function firstTry(tab: Tab, goal: Goal, { sendsDraft }: Flow, company: (() => Promise<void>) | undefined): Promise<boolean> {
  if (!await tab.work.open()) return false
  tab.unfinished.begin()
  pause()
  goal.prepare(tab)
  pause()
  if (sendsDraft) await tab.work.sendDraft()
  await company?.()
  await goal.press(tab)
  return true
}

export async function runCase(world: World, { flow, mishaps, place, beside }: Case, around: Around = { before: [], after: [] }): Promise<Outcome> {
  const { wire } = world
  world.goBack(flow.from)
  const known = knownOf(world)
  const goal = flow.goal(newestEntry(world))
  const patience: Patience = { traffic: wire.traffic, impatient: place === 'pressed' }
  const home = aBrowser()
  const browsers: Browser[] = [home]
  const open = (browser: Browser, lead = LEAD, user: 'manager' | 'head' = 'manager') =>
    makeTab({ wire, installation: world.installation, newRunId: world.newRunId, lead, browser, user })

  async function colleague(): Promise<void> {
    const theirs = open(aBrowser(), LEAD, 'head')
    await persevere(theirs, saved(OTHER), { ...patience, impatient: false })
    theirs.close()
    pause()
  }

  for (const deed of around.before) deed.do(wire.inside)
  if (around.colleague === 'before') await colleague()
  const steps: Step[] = []
  const happened = new Map<PlacedMishap, PlacedMishap>()
  let tab = open(home)
  const other = beside && besideTab(world, beside, goal, home)
  wire.listen(mishapping(world, mishaps, tab, steps, happened), other?.gate)
  const came: boolean[] = []
  await waitFor(tab, firstTry(tab, goal, flow, other?.open).then(answered => came.push(answered)), { ...patience, impatient: true })
  const tried = steps.length
  pause()
  if (place === 'elsewhere') browsers.push(aBrowser())
  if (place === 'elsewhere' || place === 'reopened' || !tab.isOpen()) {
    tab.close()
    tab = open(browsers.at(-1) ?? home)
  }
  let reached = await persevere(tab, goal, patience)
  if (other) {
    const theirs = await persevere(other.tab, other.goal, patience)
    if (reached === 'reached') reached = theirs
    other.tab.close()
    if (other.browser !== home) browsers.push(other.browser)
  }
  let seen = seenIn(tab)
  let keepsAnswers = came[0] === false || tab.work.dirty
  if (around.colleague === 'after') await colleague()

  // what was under way arrives, and whoever comes back finds nothing that is not over
  pause()
  wire.listen(undefined)
  await wire.letGo()
  for (const browser of browsers) {
    const user = browser === other?.browser && browser !== home ? 'head' : 'manager'
    let left: typeof reached = 'stuck'
    for (let visit = 0; visit < MOST_VISITS && left !== 'reached'; visit += 1) {
      pause()
      tab.close()
      tab = open(browser, LEAD, user)
      left = await persevere(tab, NOTHING_LEFT_OPEN, { ...patience, impatient: false })
      if (left !== 'reached') seen += ` then ${left} ${seenIn(tab)}`
      keepsAnswers ||= tab.work.dirty
    }
    if (left === 'gone') {
      reached = 'gone'
      tab.close()
      tab = open(browser, ANOTHER_LEAD, user)
      await persevere(tab, givenUp(LEAD), { ...patience, impatient: false })
    }
  }
  for (const deed of around.after) deed.do(wire.inside)
  tab.close()
  keepsAnswers ||= browsers.some(({ stored }) => stored.has(`triple-a/portal.example/4/${LEAD}`))
  return { end: endStateOf(world, browsers, known), reached, keepsAnswers, seen, steps: steps.slice(0, tried), happened: [...happened.values()] }
}

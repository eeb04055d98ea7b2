/** Every flow with every mishap at every step of it, gone on with at every place; and several mishaps at once, by chance that a seed decides. */
import { COMPANIONS } from './beside.ts'
import type { Companion } from './beside.ts'
import { FLOWS } from './flows.ts'
import type { Flow } from './flows.ts'
import { CALL_MISHAPS, DEEDS, nameOfMishap, nameOfStep, REQUEST_MISHAPS } from './mishaps.ts'
import type { Mishap, PlacedMishap, Step } from './mishaps.ts'
import { PLACES } from './run-case.ts'
import type { Case, Place } from './run-case.ts'

/** The steps of a flow that nothing disturbs, in their order. */
export type Recorded = ReadonlyMap<Flow, readonly Step[]>

export function nameOfCase({ flow, mishaps, place, beside }: Case): string {
  const told = mishaps.map(({ step, mishap }) => `${nameOfStep(step)}: ${nameOfMishap(mishap)}`)
  const company = beside ? [`${beside.who} at request ${beside.request}, ${beside.ahead} ahead`] : []
  return [flow.name, ...told, ...company, place].join(' | ')
}

/** Requests of the companion that may go first: none, its reading, its writing too. */
const AHEAD: Readonly<Record<Companion, readonly number[]>> = { 'same browser': [0], 'same browser without locks': [0, 1, 2], 'colleague': [0, 1, 2] }

/** Somebody beside, from each request on that the flow itself brings. */
function companyOf(flow: Flow, steps: readonly Step[]): readonly Case[] {
  const requests = [...new Set(steps.map(({ request }) => request))].slice(1)
  const who = COMPANIONS.filter(one => one !== 'colleague' || flow.answersAll)
  return who.flatMap(companion => requests.flatMap(request => AHEAD[companion].flatMap(ahead => (['here', 'pressed'] as const).map(place => ({
    flow, mishaps: [], place, beside: { who: companion, request, ahead },
  })))))
}

const WRITES = /\.(?:update|add|set|delete)$/

/** What can happen at a step. */
function mishapsAt(step: Step, steps: readonly Step[]): readonly Mishap[] {
  const deeds = (when: 'before' | 'after') => DEEDS.map((deed): Mishap => ({ kind: 'deed', deed, when }))
  if (step.command === 0) return [...REQUEST_MISHAPS, ...deeds('before'), ...deeds('after')]
  const writes = steps.some(({ request, method }) => request === step.request && method === 'crm.item.update')
  return [...CALL_MISHAPS, ...writes && WRITES.test(step.method) ? deeds('before') : []]
}

function fits({ kind }: Mishap, place: Place): boolean {
  return kind !== 'closed' || place === 'reopened' || place === 'elsewhere'
}

/** One mishap each, everywhere. */
export function systematicCases(recorded: Recorded): readonly Case[] {
  return FLOWS.flatMap((flow) => {
    const steps = recorded.get(flow) ?? []
    const alone = steps.flatMap(step => mishapsAt(step, steps).flatMap(mishap => PLACES.filter(place => fits(mishap, place)).map(place => ({ flow, mishaps: [{ step, mishap }], place }))))
    return [...alone, ...companyOf(flow, steps)]
  })
}

/** The part of them that is always run: each step and each mishap with turns at the flows and the places. */
export function chosenCases(recorded: Recorded, oneOf: number): readonly Case[] {
  const found: Case[] = []
  for (const [turn, flow] of FLOWS.entries()) {
    const steps = recorded.get(flow) ?? []
    found.push(...companyOf(flow, steps).filter((_, which) => (turn + which) % oneOf === 0))
    for (const [at, step] of steps.entries()) {
      for (const [which, mishap] of mishapsAt(step, steps).entries()) {
        if ((turn + at + which) % oneOf !== 0) continue
        const places = PLACES.filter(place => fits(mishap, place))
        const place = places[Math.floor((turn + at + which) / oneOf + at) % places.length]
        if (place) found.push({ flow, mishaps: [{ step, mishap }], place })
      }
    }
  }
  return found
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Requests of the retry that mishaps may hit too. */
const RETRIED = 2

/** Two or three mishaps in one run, each perhaps during the retry; no two cases are the same. */
export function randomCases(recorded: Recorded, seed: number, count: number): readonly Case[] {
  const next = chance(seed)
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new Error('there is nothing to choose from')
    return found
  }
  const cases = new Map<string, Case>()
  while (cases.size < count) {
    const flow = pick(FLOWS)
    const steps = recorded.get(flow) ?? []
    const requests = Math.max(...steps.map(({ request }) => request))
    const mishaps: PlacedMishap[] = []
    const many = next() < 0.5 ? 2 : 3
    while (mishaps.length < many) {
      const step = pick(steps)
      const mishap = pick(mishapsAt(step, steps))
      const later = next() < 0.4 && step.request === requests ? RETRIED * (1 + Math.floor(next() * 2)) : 0
      mishaps.push({ step: { ...step, request: step.request + later }, mishap })
    }
    const place = pick(PLACES)
    const one = { flow, mishaps, place }
    if (mishaps.every(({ mishap }) => fits(mishap, place))) cases.set(nameOfCase(one), one)
  }
  return [...cases.values()]
}

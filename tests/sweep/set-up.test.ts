/**
 * The set-up with every mishap at every step: refused, cut off, done twice, done late, closed in the middle. Whoever sits
 * there tries again, and what the portal then holds is what an undisturbed set-up leaves; the same for taking it back.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { markPortal, returnToMark } from '../../emulator/mark.ts'
import type { Mark } from '../../emulator/mark.ts'
import { createPortal } from '../../emulator/portal.ts'
import type { Portal } from '../../emulator/portal.ts'
import { snapshot } from '../../emulator/snapshot.ts'
import { letTheClockGo, setTheClock, stopTheClock } from './clock.ts'
import { setUpPatiently } from './set-up-person.ts'
import type { SetUpVisit } from './set-up-person.ts'
import { CALL_MISHAPS, isDue, nameOfMishap, nameOfStep, REQUEST_MISHAPS } from './mishaps.ts'
import type { PlacedMishap, Step } from './mishaps.ts'
import { shareOf } from './share.ts'
import { wireOf } from './wire.ts'
import type { Wire } from './wire.ts'
import { NOON } from './world.ts'

const HANDLER = 'https://new.example/app/index.html'
const WISHED = ['mandatory', 'stages'] as const
const TAKEN_BACK = ['card', 'mandatory', 'stages'] as const

let inside: Portal
let wire: Wire
const marks = new Map<'fresh' | 'ready', Mark>()

type Way = Pick<SetUpVisit, 'next'> & { readonly from: 'fresh' | 'ready' }

/** All that is needed, then what may be wished. */
const UP: Way = {
  from: 'fresh',
  next(store) {
    if (!store.isReady) return () => store.run()
    const wished = WISHED.find(key => store.items?.[key].state !== 'there')
    return wished && (() => store.bring(wished))
  },
}
const BACK: Way = {
  from: 'ready',
  next(store) {
    const left = TAKEN_BACK.find(key => store.items?.[key].undo !== undefined)
    return left && (() => store.takeBack(left))
  },
}
const WAYS = { 'setting up': UP, 'taking back': BACK }

type Row = Readonly<Record<string, unknown>>

function rowsOf(value: unknown): readonly Row[] {
  return JSON.parse(JSON.stringify(value)) as readonly Row[]
}

/**
 * What the portal holds, without the numbers that it gives out: a field that came later than its neighbours has others. Nor the
 * names of columns and filters, which no request of the set-up tells: a portal that loses one is not found out.
 */
function everything(): unknown {
  const { userfields, stages, cardLayouts, placements, appOptions, entities } = snapshot(inside.store.state, 'userfields,stages,cardLayouts,placements,appOptions,entities')
  const fields = rowsOf(userfields)
  const lists = fields.flatMap(({ LIST }) => rowsOf(LIST))
  const codes = new Map(lists.map(({ ID, XML_ID }) => [Number(ID), XML_ID]))
  const options = JSON.parse(JSON.stringify(appOptions)) as Readonly<Record<string, string>>
  const map: unknown = options['fields'] && JSON.parse(options['fields'], (key, value: unknown) => typeof value === 'number' && key !== 'format' ? codes.get(value) ?? value : value)
  return {
    fields: fields
      .map(({ FIELD_NAME, USER_TYPE_ID, mandatory, showFilter, LIST }) => ({ FIELD_NAME, USER_TYPE_ID, mandatory, showFilter, items: rowsOf(LIST).map(({ XML_ID, VALUE }) => [XML_ID, VALUE]) }))
      .sort((one, other) => String(one.FIELD_NAME).localeCompare(String(other.FIELD_NAME))),
    stages: rowsOf(stages).map(({ STATUS_ID, NAME, SORT }) => [STATUS_ID, NAME, SORT]).sort(([one], [other]) => String(one).localeCompare(String(other))),
    cardLayouts, placements, options: { ...options, fields: map, stages: options['stages'] ?? '' },
    storages: Object.entries(entities as Readonly<Record<string, Row>>).map(([code, { ACCESS, PROPERTIES }]) => [code, ACCESS, JSON.stringify(Object.entries(PROPERTIES ?? {}).map(([, one]) => JSON.stringify(one)).sort())]),
  }
}

beforeAll(async () => {
  stopTheClock(NOON)
  inside = createPortal({ port: 0, leads: 3, seed: 7, appUrl: HANDLER, now: NOON }, () => 'https://portal.example')
  wire = wireOf(inside)
  marks.set('fresh', markPortal(inside))
  await setUpPatiently({ wire, handler: HANDLER, next: UP.next })
  marks.set('ready', markPortal(inside))
})
afterAll(letTheClockGo)

function begin({ from }: Way): void {
  const mark = marks.get(from)
  if (!mark) throw new Error(`nothing is marked as ${from}`)
  setTheClock(NOON)
  returnToMark(inside, mark)
  wire.listen(undefined)
}

/** Goes this way with this mishap; gives whether it came to an end, and writes down the steps. */
async function gone(way: Way, placed: PlacedMishap | undefined, steps: Step[] = []): Promise<boolean> {
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
  const ended = await setUpPatiently({ wire, handler: HANDLER, next: way.next }, (tab, left) => { close = () => { tab.line.close(); left() } })
  wire.listen(undefined)
  await wire.letGo()
  return ended
}

/** Reads are many and alike: of commands, those that write meet every mishap. */
const WRITES = /\.(?:add|set|reset|update|delete|bind|unbind)$/

/** No method that every user may call tells whom a storage is open to, and of which type its properties are. */
function isUnseen({ method }: Step, mishap: PlacedMishap['mishap']): boolean {
  return method.startsWith('entity.') && mishap.kind === 'fault' && mishap.fault === 'drop-field'
}

/** Of requests that ask for the same, one stands for all: fields are made one like the other, and looked at again and again. */
function unlike(steps: readonly Step[]): readonly Step[] {
  const methods = new Map<number, string>()
  for (const { request, method } of steps) methods.set(request, `${methods.get(request) ?? ''} ${method}`)
  const first = new Map([...methods].reverse().map(([request, asked]) => [asked, request]))
  return steps.filter(({ request }) => first.get(methods.get(request) ?? '') === request)
}

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  beforeEach(() => { begin(way) })

  it('comes to an end, and then writes nothing when it is done again', async () => {
    expect(await gone(way, undefined)).toBe(true)
    const before = everything()
    const steps: Step[] = []
    expect(await gone(way, undefined, steps)).toBe(true)
    expect(steps.map(({ method }) => method).filter(method => WRITES.test(method))).toEqual([])
    expect(everything()).toEqual(before)
  })

  it('comes to the same end with every mishap at every request and every write', async () => {
    const steps: Step[] = []
    await gone(way, undefined, steps)
    const expected = everything()
    const cases = unlike(steps).flatMap(step => step.command === 0
      ? REQUEST_MISHAPS.map((mishap): PlacedMishap => ({ step, mishap }))
      : WRITES.test(step.method) ? CALL_MISHAPS.filter(mishap => !isUnseen(step, mishap)).map((mishap): PlacedMishap => ({ step, mishap })) : [])
    expect(cases.length).toBeGreaterThan(200)
    const failures: string[] = []
    for (const one of shareOf(cases)) {
      begin(way)
      const ended = await gone(way, one)
      try {
        expect(everything()).toEqual(expected)
        expect(ended).toBe(true)
      } catch (error) {
        failures.push(`${nameOfStep(one.step)}: ${nameOfMishap(one.mishap)}: ${String(error).slice(0, 300)}`)
      }
    }
    expect(failures, `of ${shareOf(cases).length} cases`).toEqual([])
  })
})

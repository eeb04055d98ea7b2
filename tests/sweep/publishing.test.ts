/**
 * Publishing with every mishap at every step: refused, cut off, done twice, done late, closed in the middle. Whoever sits
 * there tries again; what is in force is whole at every moment, and in the end it is what an undisturbed publication leaves.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPortal } from '../../emulator/portal.ts'
import { markPortal, returnToMark } from '../../emulator/mark.ts'
import type { Mark } from '../../emulator/mark.ts'
import type { Portal as EmulatedPortal } from '../../emulator/portal.ts'
import { snapshot } from '../../emulator/snapshot.ts'
import { prepare } from '../../scripts/prepare-portal.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet, SetReference } from '../../src/domain/question-set.ts'
import { addChoice, setChoiceMark } from '../../src/domain/set-edit/choices.ts'
import type { Result } from '../../src/domain/result.ts'
import { LARGEST_OPTIONS } from '../../src/portal/options-writing.ts'
import { optionOfSet, readInstallation, readOptions } from '../../src/portal/options.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { lookAtPublishing, lookAtReturning } from '../../src/portal/sets/publishing-plan.ts'
import { publishSet } from '../../src/portal/sets/publishing.ts'
import type { PublishingPlan, PublishingProblem } from '../../src/portal/sets/publishing-plan.ts'
import { parsePointer } from '../../src/portal/sets/pointer.ts'
import { letTheClockGo, passTime, setTheClock, stopTheClock } from './clock.ts'
import { CALL_MISHAPS, isDue, nameOfMishap, nameOfStep, REQUEST_MISHAPS } from './mishaps.ts'
import type { PlacedMishap, Step } from './mishaps.ts'
import { shareOf } from './share.ts'
import { wireOf } from './wire.ts'
import type { Line, Wire } from './wire.ts'
import { NOON } from './world.ts'

const ZONE = 'Europe/Moscow'
const HANDLER = 'https://new.example/app/index.html'
const MOST_VISITS = 8

const wider = addChoice(DEFAULT_SET, 'client_type', { ru: 'Дилер', en: 'Dealer' })
const WIDER = setChoiceMark(wider, 'client_type', 'dealer', 'grade', 'B')

/** What an administrator asks for, each time anew. */
interface Way {
  readonly from: 'before' | 'published' | 'full'
  look(portal: Portal): Promise<Result<PublishingPlan, PublishingProblem>>
}
const PUBLISH: Way = { from: 'before', look: portal => lookAtPublishing(portal, { set: WIDER, base: 1 }, ZONE) }
const RETURN: Way = { from: 'published', look: portal => lookAtReturning(portal, 'default@1', 'default@2', ZONE) }
/** The settings have no room: the set gets a pointer to the shelf. */
const POINT: Way = { ...PUBLISH, from: 'full' }
const WAYS = { 'publishing': PUBLISH, 'putting the version before back': RETURN, 'publishing what only the shelf has room for': POINT }

let inside: EmulatedPortal
let wire: Wire
const marks = new Map<Way['from'], Mark>()

/** Tries until it is in force; nothing when a patient person gives up. */
async function patiently(way: Way, opened: (line: Line, left: () => void) => void = () => undefined): Promise<SetReference | undefined> {
  for (let visit = 0; visit < MOST_VISITS; visit += 1) {
    const line = wire.connect('admin')
    let over = false
    let done: SetReference | undefined
    opened(line, () => { over = true })
    const work = way.look(line.portal).then(async (plan) => {
      const published = plan.ok ? await publishSet(line.portal, plan.value) : plan
      done = published.ok ? published.value : undefined
      over = true
    })
    await passTime(wire.traffic, () => over)
    if (done !== undefined) { await work; return done }
    line.close()
  }
  return undefined
}

interface Shelf {
  readonly entities: Record<string, { ITEMS: { NAME: string; DETAIL_TEXT: string }[] }>
}

/** The versions and drafts by name; of what was sent twice the first stands. */
function shelved({ entities }: Shelf): ReadonlyMap<string, string> {
  return new Map([...entities['abcsets']?.ITEMS ?? []].reverse().map(({ NAME, DETAIL_TEXT }) => [NAME, DETAIL_TEXT]))
}

/** As a lead tab finds it that is opened at this moment. */
function inForce(): Result<QuestionSet, unknown> {
  const options = readOptions(inside.store.appOptions()) ?? {}
  const pointer = parsePointer(options[optionOfSet('default')] ?? '')
  const text = pointer && shelved(JSON.parse(JSON.stringify(snapshot(inside.store.state, 'entities'))) as Shelf).get(pointer)
  const found = readInstallation({ ...options, ...(text !== undefined && { [optionOfSet('default')]: text }) })
  const [set] = found.ok ? found.value.sets : []
  return set ? { ok: true, value: set } : { ok: false, error: found }
}

/** What the portal holds, without the numbers that it gives out. */
function everything(): unknown {
  const { userfields, ...shelf } = JSON.parse(JSON.stringify(snapshot(inside.store.state, 'userfields,entities'))) as Shelf & {
    userfields: { FIELD_NAME: string; LIST: { ID: string; XML_ID: string; VALUE: string }[] }[]
  }
  const codes = new Map(userfields.flatMap(({ LIST }) => LIST.map(({ ID, XML_ID }) => [Number(ID), XML_ID])))
  const options = inside.store.appOptions()
  const map: unknown = JSON.parse(String(options['fields']), (key, value: unknown) => typeof value === 'number' && key !== 'format' ? codes.get(value) ?? value : value)
  return {
    options: { ...options, fields: map },
    items: userfields.map(({ FIELD_NAME, LIST }) => [FIELD_NAME, LIST.map(({ XML_ID, VALUE }) => [XML_ID, VALUE])]).sort(([one], [other]) => String(one).localeCompare(String(other))),
    shelf: [...shelved(shelf)].sort(),
  }
}

beforeAll(async () => {
  stopTheClock(NOON)
  inside = createPortal({ port: 0, leads: 3, seed: 7, appUrl: HANDLER, now: NOON }, () => 'https://portal.example')
  wire = wireOf(inside)
  const line = wire.connect('admin')
  let over = false
  const settingUp = prepare(line.portal, HANDLER).finally(() => { over = true })
  await passTime(wire.traffic, () => over)
  await settingUp
  marks.set('before', markPortal(inside))
  const taken = wire.connect('admin')
  let isFull = false
  const filling = taken.portal.send({ set: { method: 'app.option.set', params: { options: { other: 'x'.repeat(LARGEST_OPTIONS - 8_000) } } } }, { halt: true }).then(({ ok }) => { isFull = ok })
  await passTime(wire.traffic, () => isFull)
  await filling
  marks.set('full', markPortal(inside))
  begin(PUBLISH)
  expect(await patiently(PUBLISH)).toBe('default@2')
  marks.set('published', markPortal(inside))
})
afterAll(letTheClockGo)

function begin({ from }: Way): void {
  const mark = marks.get(from)
  if (!mark) throw new Error(`nothing is marked as ${from}`)
  setTheClock(NOON)
  returnToMark(inside, mark)
  wire.listen(undefined)
}

interface Gone {
  readonly done: SetReference | undefined
  /** What was in force at some moment and was not whole. */
  readonly broken: readonly string[]
}

async function gone(way: Way, placed: PlacedMishap | undefined, steps: Step[] = []): Promise<Gone> {
  let close: (() => void) | undefined
  const broken: string[] = []
  wire.listen((moment) => {
    const now = inForce()
    if (!now.ok || ![1, 2].includes(now.value.version)) broken.push(JSON.stringify(now).slice(0, 200))
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
  const done = await patiently(way, (line, left) => { close = () => { line.close(); left() } })
  wire.listen(undefined)
  await wire.letGo()
  return { done, broken }
}

const WRITES = /\.(?:add|set|update|delete)$/

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  beforeEach(() => { begin(way) })

  it('comes to an end, and then writes nothing when it is done again', async () => {
    expect((await gone(way, undefined)).done).toBe(way === RETURN ? 'default@1' : 'default@2')
    const before = everything()
    const steps: Step[] = []
    expect((await gone(way, undefined, steps)).done).toBeDefined()
    expect(steps.map(({ method }) => method).filter(method => WRITES.test(method))).toEqual([])
    expect(everything()).toEqual(before)
  })

  it('comes to the same end with every mishap at every request and every write, and what is in force is always whole', async () => {
    const steps: Step[] = []
    await gone(way, undefined, steps)
    const expected = everything()
    const cases = steps.flatMap((step): readonly PlacedMishap[] => step.command === 0
      ? REQUEST_MISHAPS.map(mishap => ({ step, mishap }))
      : WRITES.test(step.method) ? CALL_MISHAPS.map(mishap => ({ step, mishap })) : [])
    expect(cases.length).toBeGreaterThan(100)
    const failures: string[] = []
    for (const one of shareOf(cases)) {
      begin(way)
      const { done, broken } = await gone(way, one)
      try {
        expect(broken).toEqual([])
        expect(done).toBeDefined()
        expect(everything()).toEqual(expected)
      } catch (error) {
        failures.push(`${nameOfStep(one.step)}: ${nameOfMishap(one.mishap)}: ${String(error).slice(0, 300)}`)
      }
    }
    expect(failures, `of ${shareOf(cases).length} cases`).toEqual([])
  })
})

/**
 * Everything exactly once: each flow with every mishap at every step of it, gone on with here and elsewhere. `npm test` runs a
 * part in which each step and each mishap has its turn, `npm run sweep` all of it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameOfCase } from './cases.ts'
import { letTheClockGo, stopTheClock } from './clock.ts'
import { FLOWS } from './flows.ts'
import { aJudge } from './judge.ts'
import type { Judge } from './judge.ts'
import { CALL_MISHAPS, DEEDS, nameOfMishap, REQUEST_MISHAPS } from './mishaps.ts'
import { told } from './report.ts'
import { wantedCases } from './wanted.ts'
import type { NamedCase, Wish } from './wanted.ts'
import { makeWorld, NOON } from './world.ts'
import type { World } from './world.ts'

const wish: Wish = { seed: process.env['SWEEP_SEED'], part: process.env['SWEEP_PART'], parts: process.env['SWEEP_PARTS'], name: process.env['SWEEP_CASE'] }
const isUsual = wish.seed === undefined && wish.name === undefined

let world: World
let judge: Judge
let cases: readonly NamedCase[]

beforeAll(async () => {
  stopTheClock(NOON)
  world = await makeWorld()
  judge = await aJudge(world)
  cases = wantedCases(judge.recorded, wish)
})
afterAll(() => {
  letTheClockGo()
  process.stdout.write(`sweep: ${cases.length} cases\n`)
})

describe('a mishap at any step', () => {
  it.each(FLOWS.map(flow => [flow.name, flow] as const))('leaves everything exactly once: %s', async (_, flow) => {
    const failures: string[] = []
    for (const { name, one } of cases.filter(({ one: { flow: its } }) => its === flow)) {
      const wrong = await judge.judge(one)
      if (wrong.length > 0) failures.push(told({ name, wrong }))
    }
    expect(failures.length, failures.join('\n\n')).toBe(0)
  })
})

describe.runIf(isUsual)('the part that is always run', () => {
  it('has at least 500 cases, all different', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
    expect(cases.length).toBeGreaterThanOrEqual(500)
  })

  it('has every step of every flow', () => {
    const met = new Set(cases.flatMap(({ one: { flow, mishaps } }) => mishaps.map(({ step }) => `${flow.name} ${step.request}.${step.command}`)))
    const steps = FLOWS.flatMap(flow => (judge.recorded.get(flow) ?? []).map(step => `${flow.name} ${step.request}.${step.command}`))
    expect(steps.filter(step => !met.has(step))).toEqual([])
  })

  it('has every mishap at requests and at commands, and every place', () => {
    const met = new Set(cases.flatMap(({ one: { mishaps } }) => mishaps.map(({ mishap }) => nameOfMishap(mishap))))
    const deeds = DEEDS.flatMap(({ name }) => [`${name} before`, `${name} after`])
    expect([...REQUEST_MISHAPS, ...CALL_MISHAPS].map(nameOfMishap).concat(deeds).filter(name => !met.has(name))).toEqual([])
    expect([...new Set(cases.map(({ one: { place } }) => place))].sort()).toEqual(['elsewhere', 'here', 'pressed', 'reopened'])
  })
})

describe.runIf(isUsual)('a portal that does a thing twice', () => {
  it.each(['crm.timeline.comment.add', 'crm.activity.todo.add', 'entity.item.add'])('(%s) is noticed, with the line that repeats the case', async (method) => {
    const { answers } = world.wire.inside
    const give = answers.give.bind(answers)
    const one = cases.find(({ one: { flow, mishaps } }) => flow.name === 'save' && mishaps.every(({ mishap }) => mishap.kind === 'fault'))
    if (!one) throw new Error('a save is among the cases')
    answers.give = (call, stale, make) => {
      if (call.includes(` ${method} `)) make()
      return give(call, stale, make)
    }
    try {
      const wrong = await judge.judge(one.one)
      expect(wrong.join('\n')).toMatch(/: 2 in place of 1/)
      expect(told({ name: one.name, wrong })).toContain(`npm run sweep -- --case "${nameOfCase(one.one)}"`)
    } finally {
      answers.give = give
    }
    expect(await judge.judge(one.one)).toEqual([])
  })
})

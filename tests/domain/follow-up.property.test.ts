import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstDate, planFollowUp } from '../../src/domain/follow-up.ts'
import type { PlanInput } from '../../src/domain/follow-up.ts'
import { readInstant } from '../../src/domain/iso-time.ts'
import { FOLLOW_UP } from '../../src/domain/presets/follow-up.ts'
import { CHANNELS, LEAD_CLASSES } from '../../src/domain/question-set.ts'
import type { Cadence, FirstReaction, FollowUp, WorkingTime } from '../../src/domain/question-set.ts'
import { compileWorkingTime } from '../../src/domain/working-time.ts'
import type { WorkingCalendar } from '../../src/domain/working-time.ts'

const MINUTE = 60_000

const anyDate = fc.integer({ min: Date.UTC(2025, 0) / 86_400_000, max: Date.UTC(2032, 0) / 86_400_000 })
  .map(day => new Date(day * 86_400_000).toISOString().slice(0, 10))

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Shifts between 06:00 and 23:00, where no zone below changes its clock. */
const anyWorkingTime: fc.Arbitrary<WorkingTime> = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  hours: fc.uniqueArray(fc.integer({ min: 6 * 60, max: 23 * 60 }), { minLength: 2, maxLength: 2 }),
  zone: fc.constantFrom('Europe/Berlin', 'Europe/Moscow', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe'),
  holidays: fc.array(anyDate, { maxLength: 30 }),
}).map(({ days, hours, zone, holidays }) => ({ days, from: clock(Math.min(...hours)), to: clock(Math.max(...hours)), zone, holidays }))

const anyCadence: fc.Arbitrary<Cadence> = fc.record({ gaps: fc.array(fc.nat(20), { maxLength: 6 }), then: fc.nat(90) })
const anyReaction: fc.Arbitrary<FirstReaction> = fc.oneof(fc.record({ workingMinutes: fc.nat(2000) }), fc.record({ workingDays: fc.nat(10) }))

const anyFollowUp: fc.Arbitrary<FollowUp> = fc.record({
  base: fc.integer({ min: 0, max: 80 }).map(tenths => tenths / 10),
  workingTime: anyWorkingTime,
  cadence: fc.record({ A: anyCadence, B: anyCadence, C: anyCadence }),
  firstReaction: fc.record({ A: anyReaction, B: anyReaction }),
  recheckDays: fc.nat(400),
  unanswered: fc.record({ calls: fc.nat(4), channel: fc.constantFrom(...CHANNELS) }),
}).map(changes => ({ ...FOLLOW_UP, ...changes }))

function calendarOf(followUp: FollowUp): WorkingCalendar {
  const compiled = compileWorkingTime(followUp.workingTime, 'UTC')
  if (!compiled.ok) throw new Error(compiled.error.kind)
  return compiled.value
}

const anyInput: fc.Arbitrary<PlanInput> = anyFollowUp.chain(followUp => fc.record({
  followUp: fc.constant(followUp),
  calendar: fc.constant(calendarOf(followUp)),
  now: fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2031, 0) }),
  class: fc.oneof(
    { weight: 4, arbitrary: fc.record({ state: fc.constant('decided' as const), class: fc.constantFrom(...LEAD_CLASSES), capped: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ state: fc.constant('open' as const), possible: fc.subarray([...LEAD_CLASSES], { minLength: 1 }) }) },
  ),
  coefficient: fc.option(fc.integer({ min: 0, max: 8 }).map(halves => halves / 2), { nil: undefined }),
  ask: fc.array(fc.string(), { maxLength: 3 }),
  preferred: fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
  unansweredCalls: fc.nat(5),
  namedDate: fc.option(anyDate, { nil: undefined }),
  recheck: fc.record({ reasonDays: fc.option(fc.nat(400), { nil: undefined }), purchaseDate: fc.option(anyDate, { nil: undefined }) }),
}))

function dates(input: PlanInput): readonly number[] {
  return planFollowUp(input).items.map(item => readInstant(item.at) ?? Number.NaN)
}

it('dates every item in working time, by the clock on the wall', () => {
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  fc.assert(fc.property(anyInput, (input) => {
    const { zone, days, from, to, holidays } = input.followUp.workingTime
    const weekday = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short' })
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    for (const { at } of planFollowUp(input).items) {
      const instant = readInstant(at) ?? Number.NaN
      const [date = '', time = ''] = wall.format(instant).split(' ')
      expect(at.slice(0, 16)).toBe(`${date}T${time}`)
      expect(days).toContain(weekdays.indexOf(weekday.format(instant)) + 1)
      expect(holidays).not.toContain(date)
      expect(time >= from && time < to).toBe(true)
    }
  }))
})

it('dates the items in order, none before now', () => {
  fc.assert(fc.property(anyInput, (input) => {
    let before = input.now
    for (const date of dates(input)) {
      expect(date).toBeGreaterThanOrEqual(before)
      before = date
    }
  }))
})

it('plans round(base × coefficient) touches, half up, and numbers them from one', () => {
  fc.assert(fc.property(anyInput, (input) => {
    const plan = planFollowUp(input)
    const numbers = plan.items.flatMap(item => item.kind === 'touch' ? [item.number] : [])
    // In whole tenths and halves, so that nothing is lost by binary fractions.
    const twentieths = Math.round(input.followUp.base * 10) * Math.round((input.coefficient ?? 1) * 2)
    const touches = input.class.state === 'open' || input.class.capped ? 0 : Math.floor((twentieths + 10) / 20)
    expect(numbers).toEqual(Array.from({ length: touches }, (_, index) => index + 1))
    if (plan.state === 'decided') expect(plan.arithmetic.touches).toBe(touches)
  }))
})

it('always has a next step, and at most one item that is no touch', () => {
  fc.assert(fc.property(anyInput, (input) => {
    const others = planFollowUp(input).items.filter(item => item.kind !== 'touch')
    const leadClass = input.class.state === 'decided' ? input.class.class : 'open'
    expect(dates(input).length).toBeGreaterThan(0)
    expect(others.map(item => item.kind)).toEqual(
      leadClass === 'open' ? ['ask'] : leadClass === 'C' ? ['recheck'] : dates(input).length === others.length ? ['first-reaction'] : [])
  }))
})

it('begins at the date that scoring gives without a plan', () => {
  fc.assert(fc.property(anyInput, (input) => {
    expect(dates(input)[0]).toBe(firstDate(input))
  }))
})

it('keeps the gap of the cadence, in working days, between touches', () => {
  fc.assert(fc.property(anyInput, (input) => {
    fc.pre(input.class.state === 'decided')
    const { gaps, then } = input.followUp.cadence[input.class.class]
    const { calendar } = input
    dates(input).forEach((date, index, all) => {
      const next = all[index + 1]
      if (next === undefined) return
      let days = 0
      for (let from = date; from < next; from = calendar.nextWorkingDays(from, 1)) days++
      expect(days).toBe(gaps[index] ?? then)
    })
  }), { numRuns: 50 })
})

it('gives the same plan for the same input, as plain data', () => {
  fc.assert(fc.property(anyInput, (input) => {
    const plan = planFollowUp(input)
    expect(planFollowUp({ ...input, calendar: calendarOf(input.followUp) })).toEqual(plan)
    expect(structuredClone(plan)).toEqual(plan)
    expect(JSON.parse(JSON.stringify(plan.items))).toEqual(plan.items)
  }))
})

it('does not wait longer for a better class to be possible, by the rules of the default set', () => {
  const calendar = calendarOf(FOLLOW_UP)
  fc.assert(fc.property(fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2031, 0) }), (now) => {
    const [a = 0, b = 0, c = 0] = LEAD_CLASSES.map(leadClass => firstDate({ followUp: FOLLOW_UP, calendar, now, class: { state: 'open', possible: [leadClass, 'C'] } }))
    expect(b).toBeLessThan(c)
    // Late in the evening and at weekends both are due on the same morning.
    expect(a).toBeLessThanOrEqual(b + 15 * MINUTE)
  }))
})

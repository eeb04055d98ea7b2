import { describe, expect, it } from 'vitest'
import { planFollowUp } from '../../src/domain/follow-up.ts'
import type { Plan, PlanInput } from '../../src/domain/follow-up.ts'
import { readInstant } from '../../src/domain/iso-time.ts'
import { FOLLOW_UP } from '../../src/domain/presets/follow-up.ts'
import type { Channel, FollowUp, LeadClass } from '../../src/domain/question-set.ts'
import { compileWorkingTime } from '../../src/domain/working-time.ts'

interface Case extends Partial<Omit<PlanInput, 'now' | 'followUp' | 'class'>> {
  readonly now?: string
  readonly zone?: string
  readonly followUp?: Partial<FollowUp>
}

/** A Monday, 11:00 in Moscow. */
const NOW = '2026-11-23T11:00:00+03:00'

function plan(of: PlanInput['class'], { now = NOW, zone = 'Europe/Moscow', followUp, ...rest }: Case = {}): Plan {
  const rules = { ...FOLLOW_UP, ...followUp }
  const calendar = compileWorkingTime(rules.workingTime, zone)
  const instant = readInstant(now)
  if (!calendar.ok || instant === undefined) throw new Error('bad case')
  return planFollowUp({ followUp: rules, calendar: calendar.value, now: instant, class: of, coefficient: undefined, ...rest })
}

function decided(leadClass: LeadClass, capped = false): PlanInput['class'] {
  return { state: 'decided', class: leadClass, capped }
}

function datesOf(some: Plan): readonly string[] {
  return some.items.map(item => item.at.slice(0, 16))
}

function channelsOf(some: Plan): string {
  return some.items.map(item => item.channel).join(' ')
}

describe('the first reaction', () => {
  it.each([
    ['A', 'in the middle of a day', '2026-11-23T11:00:00+03:00', '2026-11-23T11:15:00+03:00'],
    ['A', 'before work', '2026-11-23T06:00:00+03:00', '2026-11-23T09:45:00+03:00'],
    ['A', 'on Friday 18:29', '2026-11-27T18:29:00+03:00', '2026-11-30T09:44:00+03:00'],
    ['A', 'on Saturday', '2026-11-28T15:00:00+03:00', '2026-11-30T09:45:00+03:00'],
    ['A', 'before a public holiday', '2026-12-30T18:29:00+03:00', '2027-01-11T09:44:00+03:00'],
    ['B', 'in the middle of a day', '2026-11-23T11:00:00+03:00', '2026-11-24T09:30:00+03:00'],
    ['B', 'before work', '2026-11-23T06:00:00+03:00', '2026-11-24T09:30:00+03:00'],
    ['B', 'on Friday 18:29', '2026-11-27T18:29:00+03:00', '2026-11-30T09:30:00+03:00'],
    ['B', 'on Saturday', '2026-11-28T15:00:00+03:00', '2026-11-30T09:30:00+03:00'],
    ['B', 'before a public holiday', '2026-12-30T12:00:00+03:00', '2027-01-11T09:30:00+03:00'],
  ] as const)('of class %s %s is in working time', (leadClass, _, now, at) => {
    const holidays = ['2026-12-31', '2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08']
    const some = plan(decided(leadClass), { now, coefficient: 1, followUp: { workingTime: { ...FOLLOW_UP.workingTime, holidays } } })
    expect(some.items[0]).toEqual({ kind: 'touch', number: 1, step: 'process', channel: 'call', at })
  })

  it.each([
    ['Europe/Berlin', '2026-03-27T18:29:00+01:00', '2026-03-30T09:44:00+02:00'],
    ['Europe/Berlin', '2026-10-23T18:29:00+02:00', '2026-10-26T09:44:00+01:00'],
    ['America/New_York', '2026-03-06T18:29:00-05:00', '2026-03-09T09:44:00-04:00'],
    ['Asia/Kolkata', '2026-03-27T18:29:00+05:30', '2026-03-30T09:44:00+05:30'],
  ])('keeps to the clock of %s over a change', (zone, now, at) => {
    expect(plan(decided('A'), { zone, now, coefficient: 1 }).items[0].at).toBe(at)
  })

  it('is not before now when now is inside a second', () => {
    expect(plan(decided('A'), { now: '2026-11-23T11:00:00.250+03:00', followUp: { firstReaction: { A: { workingMinutes: 0 }, B: { workingDays: 1 } } } }).items[0].at)
      .toBe('2026-11-23T11:00:01+03:00')
  })
})

describe('the plan', () => {
  it('dates the touches of class A by the gaps, then by the last one', () => {
    expect(datesOf(plan(decided('A'), { coefficient: 2 }))).toEqual([
      '2026-11-23T11:15', '2026-11-24T09:30', '2026-11-25T09:30', '2026-11-27T09:30', '2026-12-01T09:30', '2026-12-04T09:30',
      '2026-12-11T09:30', '2026-12-18T09:30', '2026-12-25T09:30', '2027-01-01T09:30', '2027-01-08T09:30', '2027-01-15T09:30',
    ])
  })

  it('dates the touches of class B more seldom', () => {
    expect(datesOf(plan(decided('B'), { coefficient: 4 / 3 }))).toEqual([
      '2026-11-24T09:30', '2026-11-27T09:30', '2026-12-04T09:30', '2026-12-15T09:30', '2026-12-29T09:30', '2027-01-18T09:30',
      '2027-02-16T09:30', '2027-03-17T09:30',
    ])
  })

  it.each([
    ['A', '2027-04-09T09:30'],
    ['B', '2028-06-29T09:30'],
  ] as const)('reaches 24 touches of class %s by %s', (leadClass, last) => {
    const some = plan(decided(leadClass), { coefficient: 4 })
    expect(some.items).toHaveLength(24)
    expect(datesOf(some).at(-1)).toBe(last)
    expect(some.items.map(item => item.kind === 'touch' ? item.number : item.kind)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
  })

  it('leaves out holidays between touches', () => {
    const workingTime = { ...FOLLOW_UP.workingTime, holidays: ['2026-11-24', '2026-11-26'] }
    expect(datesOf(plan(decided('A'), { coefficient: 0.5, followUp: { workingTime } }))).toEqual(['2026-11-23T11:15', '2026-11-25T09:30', '2026-11-27T09:30'])
  })

  it('goes through the steps, then through the later ones in turn', () => {
    const steps = plan(decided('A'), { coefficient: 1.5 }).items.map(item => item.kind === 'touch' && item.step)
    expect(steps).toEqual(['process', 'advise', 'clarify', 'offer', 'explain', 'decide', 'news', 'push', 'news'])
  })

  it('begins the later steps with the first of them, however many come before', () => {
    const steps = plan(decided('A'), { coefficient: 1.5, followUp: { steps: FOLLOW_UP.steps.slice(0, 5) } }).items.map(item => item.kind === 'touch' && item.step)
    expect(steps.slice(4)).toEqual(['explain', 'news', 'push', 'news', 'push'])
  })

  it('begins the steps again in a set without later ones, and calls in a set without any', () => {
    const again = plan(decided('A'), { coefficient: 7 / 6, followUp: { later: [] } }).items
    expect(again.at(-1)).toMatchObject({ number: 7, step: 'process' })
    const none = plan(decided('A'), { coefficient: 1 / 6, followUp: { steps: [], later: [] } }).items
    expect(none).toEqual([{ kind: 'touch', number: 1, channel: 'call', at: '2026-11-23T11:15:00+03:00' }])
  })

  it.each([
    [6, 0, 0], [6, 1, 6], [6, 2, 12], [6, 3, 18], [6, 4, 24], [5, 4, 20], [5.5, 1, 6], [5.4, 1, 5], [5, 0.5, 3], [3, 0.5, 2], [0, 4, 0], [-6, 1, 0],
  ])('shows its arithmetic: %s × %s = %s', (base, coefficient, touches) => {
    const some = plan(decided('A'), { coefficient, followUp: { base } })
    expect(some).toMatchObject({ arithmetic: { base, coefficient, touches, capped: false, assumed: false } })
    expect(some.items.filter(item => item.kind === 'touch')).toHaveLength(touches)
  })

  it.each(['A', 'B', 'C'] as const)('names the share of time of class %s', (leadClass) => {
    expect(plan(decided(leadClass))).toMatchObject({ class: leadClass, timeShare: { A: 80, B: 19, C: 1 }[leadClass] })
  })

  it('counts an unknown coefficient as one and says so', () => {
    const some = plan(decided('B'))
    expect(some).toMatchObject({ arithmetic: { base: 6, coefficient: undefined, touches: 6, capped: false, assumed: true } })
    expect(some.items).toHaveLength(6)
  })

  it.each([
    ['A', '2026-11-23T11:15:00+03:00'],
    ['B', '2026-11-24T09:30:00+03:00'],
  ] as const)('keeps a dated first reaction, no touch, for class %s at coefficient 0', (leadClass, at) => {
    const some = plan(decided(leadClass), { coefficient: 0 })
    expect(some).toMatchObject({ arithmetic: { touches: 0, assumed: false } })
    expect(some.items).toEqual([{ kind: 'first-reaction', step: 'process', channel: 'call', at }])
  })

  it('plans no touches for a capped class, whatever the coefficient', () => {
    expect(plan(decided('A', true), { coefficient: 4 })).toMatchObject({
      arithmetic: { base: 6, coefficient: 4, touches: 0, capped: true, assumed: false }, items: [{ kind: 'first-reaction' }],
    })
    expect(plan(decided('C', true))).toMatchObject({ arithmetic: { touches: 0, capped: true, assumed: false }, items: [{ kind: 'recheck' }] })
  })
})

describe('class C', () => {
  it.each([
    ['the days of the set', undefined, '2027-02-22T09:30:00+03:00'],
    ['the days of the reason', { reasonDays: 60 }, '2027-01-22T09:30:00+03:00'],
    ['a day of the reason that is a weekend', { reasonDays: 5 }, '2026-11-30T09:30:00+03:00'],
    ['the day of the purchase', { reasonDays: 60, purchaseDate: '2026-12-15' }, '2026-12-15T09:30:00+03:00'],
    ['the reason when the purchase is past', { reasonDays: 60, purchaseDate: '2026-11-20' }, '2027-01-22T09:30:00+03:00'],
    ['today when the reason says so', { reasonDays: 0 }, '2026-11-23T11:00:00+03:00'],
  ])('is looked at again on %s', (_, recheck, at) => {
    expect(plan(decided('C'), { coefficient: 0, recheck }).items).toEqual([{ kind: 'recheck', channel: 'call', at }])
  })

  it('takes the day of the zone for today', () => {
    const late = { now: '2026-11-23T22:30:00Z', coefficient: 0, namedDate: '2026-11-24' }
    expect(plan(decided('C'), { ...late, zone: 'America/New_York' }).items[0].at).toBe('2026-11-24T09:30:00-05:00')
    expect(plan(decided('C'), { ...late, zone: 'Asia/Kolkata' }).items[0].at).toBe('2027-02-22T09:30:00+05:30')
  })

  it('gets its touches after the recheck where a set plans some', () => {
    const cadence = { ...FOLLOW_UP.cadence, C: { gaps: [5], then: 20 } }
    const some = plan(decided('C'), { coefficient: 0.5, namedDate: '2026-12-15', followUp: { cadence } })
    expect(some.items.map(item => [item.kind, item.at.slice(0, 10)])).toEqual([
      ['recheck', '2026-12-15'], ['touch', '2026-12-22'], ['touch', '2027-01-19'], ['touch', '2027-02-16'],
    ])
    expect(some.items[1]).toMatchObject({ number: 1, step: 'process' })
  })
})

describe('a date that the client named', () => {
  it.each([
    ['that day', '2026-12-15', '2026-12-15T09:30:00+03:00'],
    ['the next working day, where it is on a weekend', '2026-12-19', '2026-12-21T09:30:00+03:00'],
    ['the day of the reason, when it is past', '2026-11-20', '2027-01-22T09:30:00+03:00'],
    ['the day of the reason, when it is today', '2026-11-23', '2027-01-22T09:30:00+03:00'],
    ['the day of the reason, when it is none', 'in spring', '2027-01-22T09:30:00+03:00'],
    ['the day of the reason, when it is a thousand years away', '3026-12-15', '2027-01-22T09:30:00+03:00'],
  ])('brings a lead of class C back on %s', (_, namedDate, at) => {
    expect(plan(decided('C'), { coefficient: 0, namedDate, recheck: { reasonDays: 60 } }).items).toEqual([{ kind: 'recheck', channel: 'call', at }])
  })

  it('puts off the first touch of a better class, and those after it', () => {
    const [first, second] = plan(decided('A'), { coefficient: 1, namedDate: '2026-12-15' }).items
    expect([first.at, second?.at]).toEqual(['2026-12-15T09:30:00+03:00', '2026-12-16T09:30:00+03:00'])
    expect(plan(decided('B'), { coefficient: 0, namedDate: '2026-12-15' }).items).toEqual([{ kind: 'first-reaction', step: 'process', channel: 'call', at: '2026-12-15T09:30:00+03:00' }])
  })

  it('comes before the day of the purchase', () => {
    expect(plan(decided('C'), { namedDate: '2026-12-01', recheck: { purchaseDate: '2026-12-15' } }).items[0].at).toBe('2026-12-01T09:30:00+03:00')
  })

  it('does not put off what has to be asked', () => {
    const now = plan({ state: 'open', possible: ['A', 'C'] }).items
    expect(plan({ state: 'open', possible: ['A', 'C'] }, { namedDate: '2026-12-15' }).items).toEqual(now)
  })
})

describe('an open class', () => {
  it.each([
    [['A', 'C'], '2026-11-23T11:15:00+03:00'],
    [['C', 'B'], '2026-11-24T09:30:00+03:00'],
    [['C'], '2027-02-22T09:30:00+03:00'],
    [[], '2026-11-23T11:15:00+03:00'],
  ] as const)('of %j is one item: ask at the pace of the best', (possible, at) => {
    expect(plan({ state: 'open', possible }, { ask: ['budget'], coefficient: 4 }))
      .toEqual({ state: 'open', possible, items: [{ kind: 'ask', questions: ['budget'], channel: 'call', at }] })
  })

  it('may leave open what to ask', () => {
    expect(plan({ state: 'open', possible: ['A', 'C'] }).items).toMatchObject([{ kind: 'ask', questions: [] }])
  })
})

describe('the channels', () => {
  const OWN = 'call call call email call call email call'

  it.each<[string, Channel | undefined, number, string]>([
    ['are those of the steps', undefined, 0, OWN],
    ['are those of the steps while few calls went unanswered', undefined, 2, OWN],
    ['turn from calls to messages after three unanswered calls', undefined, 3, 'messenger messenger messenger email messenger messenger email messenger'],
    ['are all written when the client prefers a messenger', 'messenger', 0, 'messenger messenger messenger messenger messenger messenger messenger messenger'],
    ['are all letters when the client prefers letters', 'email', 0, 'email email email email email email email email'],
    ['keep the letter before the call when the client prefers calls', 'call', 0, OWN],
    ['keep the letter before the meeting when the client prefers meetings', 'meeting', 0, 'meeting meeting meeting email meeting meeting email meeting'],
    ['stay with the preferred letters when calls went unanswered', 'email', 5, 'email email email email email email email email'],
    ['give up even preferred calls that nobody answers', 'call', 3, 'messenger messenger messenger email messenger messenger email messenger'],
  ])('%s', (_, preferred, unansweredCalls, channels) => {
    expect(channelsOf(plan(decided('A'), { coefficient: 8 / 6, preferred, unansweredCalls }))).toBe(channels)
  })

  it('of what is no touch follow the same rules', () => {
    expect(channelsOf(plan(decided('A'), { coefficient: 0, preferred: 'email' }))).toBe('email')
    expect(channelsOf(plan(decided('C', true), { unansweredCalls: 3 }))).toBe('messenger')
    expect(channelsOf(plan({ state: 'open', possible: ['A', 'B'] }, { preferred: 'messenger' }))).toBe('messenger')
  })

  it('do not change for unanswered calls where the set names no number', () => {
    expect(channelsOf(plan(decided('A'), { coefficient: 8 / 6, unansweredCalls: 9, followUp: { unanswered: { calls: 0, channel: 'email' } } }))).toBe(OWN)
  })
})

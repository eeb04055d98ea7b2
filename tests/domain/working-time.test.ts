import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printInstant, readDate, readInstant } from '../../src/domain/iso-time.ts'
import type { WorkingTime } from '../../src/domain/question-set.ts'
import { compileWorkingTime } from '../../src/domain/working-time.ts'
import type { WorkingCalendar } from '../../src/domain/working-time.ts'

const OFFICE: WorkingTime = { days: [1, 2, 3, 4, 5], from: '09:30', to: '18:30', holidays: ['2026-12-31', '2027-01-01'] }

function calendar(changes: Partial<WorkingTime> = {}, zone = 'Europe/Moscow'): WorkingCalendar {
  const compiled = compileWorkingTime({ ...OFFICE, ...changes }, zone)
  if (!compiled.ok) throw new Error(compiled.error.kind)
  return compiled.value
}

function at(text: string): number {
  const instant = readInstant(text)
  if (instant === undefined) throw new Error(`no instant ${text}`)
  return instant
}

function printed(some: WorkingCalendar, instant: number): string {
  return printInstant(instant, some.zone)
}

describe('a working calendar', () => {
  it.each([
    ['2026-11-23T09:29:59+03:00', false, 'Monday before work'],
    ['2026-11-23T09:30:00+03:00', true, 'the first moment'],
    ['2026-11-27T18:29:00+03:00', true, 'Friday 18:29'],
    ['2026-11-27T18:30:00+03:00', false, 'the end of the shift'],
    ['2026-11-28T12:00:00+03:00', false, 'Saturday'],
    ['2026-12-31T12:00:00+03:00', false, 'a holiday'],
    ['2026-11-23T06:30:00Z', true, 'an instant written in UTC'],
  ])('at %s says %s: %s', (now, working) => {
    expect(calendar().isWorking(at(now))).toBe(working)
  })

  it.each([
    ['in working time', '2026-11-23T11:00:00+03:00', '2026-11-23T11:00:00+03:00'],
    ['before work', '2026-11-23T07:00:00+03:00', '2026-11-23T09:30:00+03:00'],
    ['after work on Friday', '2026-11-27T18:30:00+03:00', '2026-11-30T09:30:00+03:00'],
    ['on Sunday', '2026-11-29T23:59:59+03:00', '2026-11-30T09:30:00+03:00'],
    ['on the eve of holidays and a weekend', '2026-12-30T19:00:00+03:00', '2027-01-04T09:30:00+03:00'],
  ])('%s goes on at the next working moment', (_, now, then) => {
    const office = calendar()
    expect(printed(office, office.onOrAfter(at(now)))).toBe(then)
  })

  it.each([
    ['in the middle of the day', '2026-11-23T11:00:00+03:00', 15, '2026-11-23T11:15:00+03:00'],
    ['on Friday 18:29', '2026-11-27T18:29:00+03:00', 15, '2026-11-30T09:44:00+03:00'],
    ['up to the very end of the shift', '2026-11-27T18:15:00+03:00', 15, '2026-11-30T09:30:00+03:00'],
    ['before work', '2026-11-23T03:00:00+03:00', 15, '2026-11-23T09:45:00+03:00'],
    ['on Saturday', '2026-11-28T12:00:00+03:00', 15, '2026-11-30T09:45:00+03:00'],
    ['over holidays', '2026-12-30T18:20:00+03:00', 15, '2027-01-04T09:35:00+03:00'],
    ['over several shifts', '2026-11-23T09:30:00+03:00', 9 * 60 * 2 + 1, '2026-11-25T09:31:00+03:00'],
    ['with seconds', '2026-11-23T11:00:40+03:00', 15, '2026-11-23T11:15:40+03:00'],
    ['with part of a minute', '2026-11-23T11:00:00+03:00', 0.2, '2026-11-23T11:01:00+03:00'],
    ['with none', '2026-11-28T12:00:00+03:00', 0, '2026-11-30T09:30:00+03:00'],
  ])('counts working minutes %s', (_, now, minutes, then) => {
    const office = calendar()
    expect(printed(office, office.addWorkingMinutes(at(now), minutes))).toBe(then)
  })

  it.each([
    ['the next one', '2026-11-23T11:00:00+03:00', 1, '2026-11-24T09:30:00+03:00'],
    ['from before work', '2026-11-23T03:00:00+03:00', 1, '2026-11-24T09:30:00+03:00'],
    ['over a weekend', '2026-11-27T18:29:00+03:00', 1, '2026-11-30T09:30:00+03:00'],
    ['from Saturday, so that Monday is the next one', '2026-11-28T12:00:00+03:00', 1, '2026-11-30T09:30:00+03:00'],
    ['over holidays', '2026-12-30T12:00:00+03:00', 2, '2027-01-05T09:30:00+03:00'],
    ['five of them, a week', '2026-11-25T12:00:00+03:00', 5, '2026-12-02T09:30:00+03:00'],
    ['none, inside working time', '2026-11-25T12:00:00+03:00', 0, '2026-11-25T12:00:00+03:00'],
    ['none, at night', '2026-11-25T22:00:00+03:00', 0, '2026-11-26T09:30:00+03:00'],
  ])('counts working days: %s', (_, now, days, then) => {
    const office = calendar()
    expect(printed(office, office.nextWorkingDays(at(now), days))).toBe(then)
  })

  it.each([
    ['to a working day', '2026-11-23T11:00:00+03:00', 3, '2026-11-26T09:30:00+03:00'],
    ['to a Sunday', '2026-11-23T11:00:00+03:00', 6, '2026-11-30T09:30:00+03:00'],
    ['to today, which is not in the past', '2026-11-23T11:00:00+03:00', 0, '2026-11-23T11:00:00+03:00'],
  ])('counts calendar days %s', (_, now, days, then) => {
    const office = calendar()
    expect(printed(office, office.nextCalendarDays(at(now), days))).toBe(then)
  })

  it.each([
    ['2026-11-25', '2026-11-25T09:30:00+03:00'],
    ['2026-11-28', '2026-11-30T09:30:00+03:00'],
    ['2026-12-31', '2027-01-04T09:30:00+03:00'],
  ])('opens on or after %s at %s', (date, then) => {
    const office = calendar()
    expect(printed(office, office.startOnOrAfter(readDate(date) ?? Number.NaN))).toBe(then)
  })

  it.each([
    ['Europe/Berlin', '2026-03-27T18:00:00+01:00', 60, '2026-03-30T10:00:00+02:00'],
    ['Europe/Berlin', '2026-10-23T18:00:00+02:00', 60, '2026-10-26T10:00:00+01:00'],
    ['America/New_York', '2026-03-06T18:00:00-05:00', 60, '2026-03-09T10:00:00-04:00'],
    ['America/New_York', '2026-10-30T18:00:00-04:00', 60, '2026-11-02T10:00:00-05:00'],
    ['Asia/Kolkata', '2026-03-27T18:00:00+05:30', 60, '2026-03-30T10:00:00+05:30'],
    ['Europe/Moscow', '2026-03-27T18:00:00+03:00', 60, '2026-03-30T10:00:00+03:00'],
  ])('in %s keeps to the clock over a change', (zone, now, minutes, then) => {
    const office = calendar({}, zone)
    expect(printed(office, office.addWorkingMinutes(at(now), minutes))).toBe(then)
  })

  it('counts the hour that is missing in a night shift in spring, and the one too many in autumn', () => {
    const night = calendar({ days: [7], from: '00:00', to: '06:00' }, 'Europe/Berlin')
    expect(printed(night, night.addWorkingMinutes(at('2026-03-29T00:00:00+01:00'), 4 * 60))).toBe('2026-03-29T05:00:00+02:00')
    expect(printed(night, night.addWorkingMinutes(at('2026-10-25T00:00:00+02:00'), 4 * 60))).toBe('2026-10-25T03:00:00+01:00')
  })

  it('skips a shift that the clock skips', () => {
    const night = calendar({ days: [7], from: '02:00', to: '03:00' }, 'Europe/Berlin')
    expect(printed(night, night.onOrAfter(at('2026-03-28T12:00:00+01:00')))).toBe('2026-04-05T02:00:00+02:00')
  })

  it('counts a day that the zone skipped as none', () => {
    const always = calendar({ days: [1, 2, 3, 4, 5, 6, 7] }, 'Pacific/Apia')
    expect(printed(always, always.nextWorkingDays(at('2011-12-29T12:00:00-10:00'), 2))).toBe('2012-01-01T09:30:00+14:00')
  })

  it('works around the clock from 00:00 to 24:00', () => {
    const always = calendar({ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', holidays: [] }, 'Europe/Berlin')
    const now = at('2026-03-28T23:55:00+01:00')
    expect(always.isWorking(now)).toBe(true)
    expect(always.addWorkingMinutes(now, 15)).toBe(now + 15 * 60_000)
  })

  it('takes the zone of the set before the default one', () => {
    expect(calendar({ zone: 'Asia/Kolkata' }, 'Europe/Moscow').zone.name).toBe('Asia/Kolkata')
  })

  it.each([
    [{ zone: 'Mars/Olympus' }, { kind: 'unknown-zone', zone: 'Mars/Olympus' }],
    [{ days: [] }, { kind: 'no-working-days' }],
    [{ days: [1, 8] }, { kind: 'not-a-weekday', day: 8 }],
    [{ days: [1.5] }, { kind: 'not-a-weekday', day: 1.5 }],
    [{ from: '9:30' }, { kind: 'not-a-time', time: '9:30' }],
    [{ to: '24:01' }, { kind: 'not-a-time', time: '24:01' }],
    [{ from: '18:30', to: '09:30' }, { kind: 'no-working-hours', from: '18:30', to: '09:30' }],
    [{ from: '09:30', to: '09:30' }, { kind: 'no-working-hours', from: '09:30', to: '09:30' }],
    [{ holidays: ['31.12.2026'] }, { kind: 'not-a-date', date: '31.12.2026' }],
  ])('is refused with %j', (changes: Partial<WorkingTime>, error) => {
    expect(compileWorkingTime({ ...OFFICE, ...changes }, 'Europe/Moscow')).toEqual({ ok: false, error })
  })

  it('is refused when the default zone is unknown', () => {
    expect(compileWorkingTime(OFFICE, '')).toEqual({ ok: false, error: { kind: 'unknown-zone', zone: '' } })
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0.5])('opens on no day %s', (day) => {
    expect(() => calendar().startOnOrAfter(day)).toThrow(RangeError)
  })

  it.each([Number.POSITIVE_INFINITY, 1e15, Number.NaN, -5])('comes to an end with %s steps', (count) => {
    const minute = calendar({ days: [3], from: '09:30', to: '09:31' })
    const now = at('2026-11-23T11:00:00+03:00')
    for (const then of [minute.addWorkingMinutes(now, count), minute.nextWorkingDays(now, count), minute.nextCalendarDays(now, count)]) {
      expect(minute.isWorking(then)).toBe(true)
    }
  })

  it('goes on after holidays in a row', () => {
    const first = readDate('2026-01-01') ?? 0
    const holidays = Array.from({ length: 800 }, (_, index) => new Date((first + index) * 86_400_000).toISOString().slice(0, 10))
    const late = calendar({ holidays })
    expect(printed(late, late.onOrAfter(at('2026-11-23T11:00:00+03:00')))).toBe('2028-03-13T09:30:00+03:00')
  })

  it('counts every minute of working time once', () => {
    const office = calendar({}, 'America/New_York')
    const now = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) })
    const minutes = fc.integer({ min: 0, max: 3000 })
    fc.assert(fc.property(now, minutes, minutes, (start, some, more) => {
      const apart = office.addWorkingMinutes(office.addWorkingMinutes(start, some), more)
      expect(apart).toBe(office.addWorkingMinutes(start, some + more))
      expect(office.isWorking(apart)).toBe(true)
    }))
  })
})

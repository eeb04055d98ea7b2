import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printDate, printInstant, readDate, readInstant } from '../../src/domain/iso-time.ts'
import { dayAt, instantAt, readZone, wallAt } from '../../src/domain/zone.ts'
import type { Zone } from '../../src/domain/zone.ts'

const ZONES = ['Europe/Berlin', 'Europe/Moscow', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Havana', 'UTC']

function zone(name: string): Zone {
  const found = readZone(name)
  if (found === undefined) throw new Error(`no zone ${name}`)
  return found
}

/** The instant of a wall clock reading such as 2026-03-29T02:30. */
function instantOf(name: string, wall: string): number {
  return instantAt(zone(name), Date.parse(`${wall}:00Z`))
}

const anyZone = fc.constantFrom(...ZONES).map(zone)
const anyInstant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) })

describe('a zone', () => {
  it.each(['Europe/Berlin', 'europe/berlin', 'UTC', 'Asia/Calcutta'])('is known by its name %s', (name) => {
    expect(readZone(name)?.name).toBe(name)
  })

  it.each(['', 'Mars/Olympus', '+03:00', 'Europe/Berlin ', 'constructor'])('is none when the name is %j', (name) => {
    expect(readZone(name)).toBeUndefined()
  })

  it.each([
    ['Europe/Moscow', '2026-07-01T00:00:00Z', '2026-07-01T03:00:00+03:00'],
    ['Europe/Moscow', '2014-10-25T21:59:59Z', '2014-10-26T01:59:59+04:00'],
    ['Europe/Moscow', '2014-10-25T22:00:00Z', '2014-10-26T01:00:00+03:00'],
    ['Asia/Kolkata', '2026-07-01T00:00:00Z', '2026-07-01T05:30:00+05:30'],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
    ['Europe/Berlin', '2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
    ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08T01:59:59-05:00'],
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-11-01T06:00:00Z', '2026-11-01T01:00:00-05:00'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '2026-04-05T01:30:00+10:30'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29T23:59:59-10:00'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31T00:00:00+14:00'],
    ['UTC', '2026-11-23T09:30:00Z', '2026-11-23T09:30:00+00:00'],
  ])('in %s prints %s as %s', (name, utc, local) => {
    expect(printInstant(Date.parse(utc), zone(name))).toBe(local)
  })

  it.each([
    ['a reading that is there once', 'Europe/Berlin', '2026-07-01T12:00', '2026-07-01T12:00:00+02:00'],
    ['a reading in a spring gap', 'Europe/Berlin', '2026-03-29T02:30', '2026-03-29T03:30:00+02:00'],
    ['the start of a gap', 'Europe/Berlin', '2026-03-29T02:00', '2026-03-29T03:00:00+02:00'],
    ['the end of a gap', 'Europe/Berlin', '2026-03-29T03:00', '2026-03-29T03:00:00+02:00'],
    ['a reading shown twice in autumn', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T02:30:00+02:00'],
    ['the reading after the second time', 'Europe/Berlin', '2026-10-25T03:00', '2026-10-25T03:00:00+01:00'],
    ['a gap west of Greenwich', 'America/New_York', '2026-03-08T02:15', '2026-03-08T03:15:00-04:00'],
    ['an overlap west of Greenwich', 'America/New_York', '2026-11-01T01:15', '2026-11-01T01:15:00-04:00'],
    ['a midnight that is skipped', 'Africa/Cairo', '2026-04-24T00:00', '2026-04-24T01:00:00+03:00'],
    ['half hours', 'Asia/Kolkata', '2026-11-23T09:30', '2026-11-23T09:30:00+05:30'],
  ])('finds the instant of %s', (_, name, wall, local) => {
    expect(printInstant(instantOf(name, wall), zone(name))).toBe(local)
  })

  it('agrees with the runtime in any order of asking', () => {
    fc.assert(fc.property(anyZone, fc.array(anyInstant, { minLength: 1, maxLength: 20 }), (some, instants) => {
      const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: some.name, dateStyle: 'short', timeStyle: 'medium' })
      for (const instant of instants) {
        expect(new Date(wallAt(some, instant)).toISOString().slice(0, 19).replace('T', ' ')).toBe(parts.format(instant))
      }
    }))
  })

  it('shows at the found instant the reading that was asked for, but for a gap, where it shows a later one', () => {
    fc.assert(fc.property(anyZone, anyInstant, (some, wall) => {
      const shown = wallAt(some, instantAt(some, wall))
      expect(shown).toBeGreaterThanOrEqual(wall)
      expect(shown - wall).toBeLessThanOrEqual(3_600_000)
    }))
  })

  it('says on which day of the zone an instant falls', () => {
    const late = Date.parse('2026-11-22T22:00:00Z')
    expect(printDate(dayAt(zone('Europe/Moscow'), late))).toBe('2026-11-23')
    expect(printDate(dayAt(zone('America/New_York'), late))).toBe('2026-11-22')
  })

  it('refuses what is no instant', () => {
    expect(() => zone('Europe/Berlin').offsetAt(Number.NaN)).toThrow(RangeError)
  })
})

describe('ISO text', () => {
  it.each(['2026-11-23', '2024-02-29', '1969-12-31', '0001-01-01', '9999-12-31'])('reads and prints the date %s', (date) => {
    expect(printDate(readDate(date) ?? Number.NaN)).toBe(date)
  })

  it.each(['', '2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', ' 2026-01-01', '2026-01-01T00:00:00Z', '+002026-01-01'])(
    'refuses the date %j', (date) => {
      expect(readDate(date)).toBeUndefined()
    })

  it.each([
    ['2026-11-23T09:30:00+03:00', '2026-11-23T06:30:00.000Z'],
    ['2026-11-23T09:30:00-05:30', '2026-11-23T15:00:00.000Z'],
    ['2026-11-23T09:30:00Z', '2026-11-23T09:30:00.000Z'],
    ['2026-11-23T09:30:00.1+00:00', '2026-11-23T09:30:00.100Z'],
    ['2026-11-23T09:30:00.123456Z', '2026-11-23T09:30:00.123Z'],
  ])('reads the instant %s', (text, utc) => {
    expect(new Date(readInstant(text) ?? Number.NaN).toISOString()).toBe(utc)
  })

  it.each(['', '2026-11-23', '2026-11-23T09:30:00', '2026-11-23T09:30+03:00', '2026-02-30T09:30:00Z', '2026-11-23T24:00:00Z', '2026-11-23T09:60:00Z', '2026-11-23T09:30:00+3', '2026-11-23 09:30:00Z'])(
    'refuses the instant %j', (text) => {
      expect(readInstant(text)).toBeUndefined()
    })

  it('prints an instant so that it reads as the same second', () => {
    fc.assert(fc.property(anyZone, anyInstant, (some, instant) => {
      const text = printInstant(instant, some)
      const read = readInstant(text)
      expect(read).toBe(Math.floor(instant / 1000) * 1000)
      expect(printInstant(read ?? Number.NaN, some)).toBe(text)
    }))
  })

  it('prints the time before zones, whose offsets had seconds, as the same instant', () => {
    const old = Date.parse('1850-01-01T00:00:00Z')
    expect(readInstant(printInstant(old, zone('Europe/Berlin')))).toBe(old)
  })

  it('reads either nothing or something that prints and reads the same', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\d(Z|[+-][0-2]\d:[0-6]\d)$/)), (text) => {
      const read = readInstant(text)
      fc.pre(read !== undefined && read >= Date.UTC(1900, 0) && read < Date.UTC(9999, 0))
      expect(readInstant(printInstant(read, zone('UTC')))).toBe(read)
    }))
  })
})

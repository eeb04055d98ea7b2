import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, formatDay, formatInstant, parseInstant } from '../../emulator/portal-time.ts'

describe('the portal\'s time', () => {
  it.each([
    ['2026-06-01T12:00:00+03:00', Date.UTC(2026, 5, 1, 9)],
    ['2026-06-01T12:00:00', Date.UTC(2026, 5, 1, 9)],
    ['2026-06-01 12:00', Date.UTC(2026, 5, 1, 9)],
    ['2026-06-01T09:00:00.000Z', Date.UTC(2026, 5, 1, 9)],
    ['01.06.2026 12:00:00', Date.UTC(2026, 5, 1, 9)],
    ['2026-06-01', Date.UTC(2026, 4, 31, 21)],
    ['2012-06-01T12:00:00', Date.UTC(2012, 5, 1, 8)],
  ])('%s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant)
  })

  it.each(['', 'tomorrow', '2026-13-01', '2026-06-01T25:00:00', '20260601'])('"%s" is no date', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  it('is read back as it was printed', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2011, 3) / 1000, max: Date.UTC(2040, 0) / 1000 }), (seconds) => {
      const instant = seconds * 1000
      expect(parseInstant(formatInstant(instant))).toBe(instant)
      expect(formatDay(dayOf(instant)).slice(11, 19)).toBe('00:00:00')
    }))
  })
})

import { expect, it } from 'vitest'
import { bandOfDate } from '../../../src/components/qualification/date-band.ts'
import { URGENCY } from '../../../src/domain/presets/questions/urgency.ts'

/** A Monday, 23:30 in Moscow and 13:30 in Phoenix. */
const EVENING = Date.UTC(2026, 5, 1, 20, 30)

it.each<[string, string, string | undefined]>([
  ['today', '2026-06-01', 'now'],
  ['a week from now', '2026-06-08', 'now'],
  ['the first day of the next band', '2026-06-09', 'quarter'],
  ['the last day of that band', '2026-09-01', 'quarter'],
  ['the first day of the last band', '2026-09-02', 'later'],
  ['years from now', '2031-01-01', 'later'],
  ['yesterday, which counts as today', '2026-05-31', 'now'],
  ['long ago', '0002-06-01', 'now'],
  ['a day that no calendar has', '2026-02-30', undefined],
  ['no date', 'soon', undefined],
  ['nothing', '', undefined],
])('the band of %s', (_, date, band) => {
  expect(bandOfDate(URGENCY, date, EVENING, 'Europe/Moscow')?.id).toBe(band)
})

it('counts from the day that it is in the zone, not where the browser is', () => {
  const afterMidnight = Date.UTC(2026, 5, 1, 21, 30)
  expect(bandOfDate(URGENCY, '2026-06-09', afterMidnight, 'Europe/Moscow')?.id).toBe('now')
  expect(bandOfDate(URGENCY, '2026-06-09', afterMidnight, 'America/Phoenix')?.id).toBe('quarter')
})

it('finds no band in a zone that nobody knows', () => {
  expect(bandOfDate(URGENCY, '2026-06-09', EVENING, 'Mars/Olympus')).toBeUndefined()
})

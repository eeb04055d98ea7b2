import { describe, expect, it } from 'vitest'
import { bandOfDate, withDate } from '../../../src/components/qualification/date-band.ts'
import type { Answer } from '../../../src/domain/answers.ts'
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

describe('an answer with the day that the client named', () => {
  const dated = (answer: Answer | undefined, date: string | undefined) => withDate(URGENCY, answer, date, EVENING, 'Europe/Moscow')

  it('takes the band of the day', () => {
    expect(dated(undefined, '2026-09-02')).toEqual({ kind: 'choice', choice: 'later', date: '2026-09-02' })
  })

  it('keeps the answer to the offer while the band is the same, and asks anew for another band', () => {
    const later: Answer = { kind: 'choice', choice: 'later', offer: 'no' }
    expect(dated(later, '2026-12-24')).toEqual({ ...later, date: '2026-12-24' })
    expect(dated(later, '2026-06-20')).toEqual({ kind: 'choice', choice: 'quarter', date: '2026-06-20' })
  })

  it('keeps the band when the day is taken back', () => {
    expect(dated({ kind: 'choice', choice: 'later', offer: 'yes', date: '2026-12-24' }, undefined)).toEqual({ kind: 'choice', choice: 'later', offer: 'yes' })
  })

  it('is none without a day and without a band', () => {
    expect(dated({ kind: 'unknown' }, undefined)).toBeUndefined()
    expect(dated(undefined, 'soon')).toBeUndefined()
  })
})

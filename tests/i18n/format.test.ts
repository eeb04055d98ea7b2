import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/question-set.ts'
import { formatDay, formatInstant, formatMoney, formatNumber, formatSeconds } from '../../src/i18n/format.ts'
import { enCount, ruCount } from '../../src/i18n/plural.ts'

/** No-break blanks as plain ones: which of them stands where is up to the runtime. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ')
}

describe('amounts', () => {
  it.each<[Language, number, string, string]>([
    ['ru', 1_200_000, 'RUB', '1 200 000 ₽'],
    ['en', 1_200_000, 'RUB', '₽1,200,000'],
    ['ru', 350_000.5, 'RUB', '350 000,5 ₽'],
    ['en', 0.255, 'USD', '$0.26'],
    ['ru', 0, 'RUB', '0 ₽'],
    ['ru', 900, 'EUR', '900 €'],
    ['en', 900, 'BYN', 'BYN 900'],
    ['ru', 900, 'ZZZ', '900 ZZZ'],
    ['en', 900, 'ZZZ', 'ZZZ 900'],
    ['ru', 1900, 'УЕ', '1 900 УЕ'],
    ['en', 1900, 'P1', '1,900 P1'],
    ['en', 1900, '', '1,900'],
  ])('in %s: %d %s', (language, amount, currency, written) => {
    expect(plain(formatMoney(language, amount, currency))).toBe(written)
  })

  it('have their thousands apart where they are only numbers', () => {
    expect(plain(formatNumber('ru', 12_345.5))).toBe('12 345,5')
    expect(formatNumber('en', 12_345.5)).toBe('12,345.5')
  })
})

describe('instants', () => {
  const NOW = Date.UTC(2026, 10, 24, 6, 30)

  it.each<[Language, string | number, string, string]>([
    ['ru', NOW, 'Europe/Moscow', '24 ноября в 09:30'],
    ['en', NOW, 'Europe/Moscow', '24 November at 09:30'],
    ['ru', '2026-11-24T09:30:00+03:00', 'Asia/Vladivostok', '24 ноября в 16:30'],
    ['en', '2026-11-24T00:30:00+03:00', 'America/New_York', '23 November at 16:30'],
    ['ru', '2025-03-01T12:00:00+03:00', 'Europe/Moscow', '1 марта 2025 г. в 12:00'],
    ['en', '2027-03-01T12:00:00+03:00', 'Europe/Moscow', '1 March 2027 at 12:00'],
  ])('in %s: %s in %s', (language, instant, zone, written) => {
    expect(plain(formatInstant(language, instant, zone, NOW))).toBe(written)
  })

  it('name the year by the zone, not by where the browser is', () => {
    const eve = Date.UTC(2026, 11, 31, 22)
    expect(formatInstant('en', eve, 'Europe/Moscow', eve)).toBe('1 January at 01:00')
    expect(formatInstant('en', eve, 'Europe/Moscow', NOW)).toBe('1 January 2027 at 01:00')
    expect(formatInstant('en', eve, 'Europe/London', NOW)).toBe('31 December at 22:00')
  })
})

describe('days', () => {
  it.each<[Language, string, string]>([
    ['ru', '2026-11-24', 'вт, 24 ноября 2026 г.'],
    ['en', '2027-02-22', 'Mon 22 February 2027'],
  ])('in %s: %s', (language, day, written) => {
    expect(plain(formatDay(language, day)).replace('Mon,', 'Mon')).toBe(written)
  })
})

it.each([[0, '0:00'], [5, '0:05'], [34, '0:34'], [60, '1:00'], [65, '1:05'], [3599, '59:59'], [3725, '62:05']])('%d seconds are %s', (seconds, written) => {
  expect(formatSeconds(seconds)).toBe(written)
})

describe('counts', () => {
  it.each([
    [0, '0 касаний'], [1, '1 касание'], [2, '2 касания'], [4, '4 касания'], [5, '5 касаний'], [11, '11 касаний'], [12, '12 касаний'], [14, '14 касаний'],
    [21, '21 касание'], [22, '22 касания'], [25, '25 касаний'], [101, '101 касание'], [111, '111 касаний'], [1.5, '1,5 касания'],
  ])('of %d in Russian are %s', (count, written) => {
    expect(ruCount(count, 'касание', 'касания', 'касаний')).toBe(written)
  })

  it.each([[0, '0 touches'], [1, '1 touch'], [2, '2 touches'], [11, '11 touches'], [21, '21 touches'], [1.5, '1.5 touches']])('of %d in English are %s', (count, written) => {
    expect(enCount(count, 'touch', 'touches')).toBe(written)
  })
})

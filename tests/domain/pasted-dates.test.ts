import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printDate } from '../../src/domain/iso-time.ts'
import { readDates } from '../../src/domain/pasted-dates.ts'

describe('pasted dates', () => {
  it('are read in the spellings of both languages, the day first', () => {
    expect(readDates('01.01.2027\n7/1/2027\r\n2027-02-23, 08.03.2027; 9.5.2027')).toEqual({
      dates: ['2027-01-01', '2027-01-07', '2027-02-23', '2027-03-08', '2027-05-09'], bad: [],
    })
  })

  it('are named as they stand when they are no dates, and the others are read all the same', () => {
    expect(readDates('Новый год\n01.01.2027\n31.02.2027\n2027/01/01')).toEqual({ dates: ['2027-01-01'], bad: ['Новый год', '31.02.2027', '2027/01/01'] })
  })

  it('are given once each, and nothing comes of nothing', () => {
    expect(readDates('01.01.2027\n2027-01-01')).toEqual({ dates: ['2027-01-01'], bad: [] })
    expect(readDates(' \n,;\n')).toEqual({ dates: [], bad: [] })
  })

  it('are read back from how they are stored', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40_000 }).map(printDate)), dates => {
      expect(readDates(dates.join('\n'))).toEqual({ dates, bad: [] })
    }))
  })

  it('lose no words, whatever is pasted', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zа-я0-9.<>"]{1,12}$/)), (entries) => {
      const { dates, bad } = readDates(entries.join('\n'))
      expect(bad.length + dates.length).toBeLessThanOrEqual(entries.length)
      for (const one of bad) expect(entries).toContain(one)
    }))
  })
})

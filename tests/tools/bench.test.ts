import { describe, expect, it } from 'vitest'
import { compared, isOver, type BenchRow } from '../../bench/bench.ts'
import { median } from '../../bench/statistics.ts'
import { formatTable } from '../../bench/table.ts'

describe('the median', () => {
  it.each([
    [[3], 3],
    [[1, 9, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  it('of nothing is an error', () => {
    expect(() => median([])).toThrow('no median')
  })
})

describe('a bar', () => {
  const row: BenchRow = { what: 'load', value: 120, unit: 'ms' }

  it('is for the value when there is no reference', () => {
    expect(isOver({ ...row, bar: 120 })).toBe(false)
    expect(isOver({ ...row, bar: 119 })).toBe(true)
  })

  it('is for the ratio when there is a reference', () => {
    const referred = { ...row, reference: { what: 'bare page', value: 100 } }
    expect(compared(referred)).toBe(1.2)
    expect(isOver({ ...referred, bar: 1.25 })).toBe(false)
    expect(isOver({ ...referred, bar: 1.1 })).toBe(true)
  })

  it('is missed by what could not be measured', () => {
    expect(isOver({ ...row, value: Number.NaN, bar: 1 })).toBe(true)
  })

  it('may be left out', () => {
    expect(isOver(row)).toBe(false)
  })
})

describe('a table', () => {
  it('aligns the first column to the left and the others to the right', () => {
    expect(formatTable([['name', 'n'], ['a', '10']])).toBe('name   n\na     10')
  })
})

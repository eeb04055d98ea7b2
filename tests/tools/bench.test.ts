import { describe, expect, it } from 'vitest'
import { compared, isOver, type BenchRow } from '../../bench/bench.ts'
import { pressesIn, readTrace, type TraceEvent } from '../../bench/main-thread.ts'
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

describe('the work of a key press', () => {
  /** By the thread's clock everything takes half of its time. */
  const event = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent =>
    ({ name, ts, dur, tts: ts / 2, tdur: dur / 2, pid: 1, tid: 1, args: {}, ...more })
  const task = (ts: number, dur: number, more?: Partial<TraceEvent>) => event('ThreadControllerImpl::RunTask', ts, dur, more)
  const key = (ts: number, dur: number) => event('EventDispatch', ts, dur, { args: { data: { type: 'keydown' } } })
  const PRESS = [task(900, 2200), key(1000, 2000), task(5000, 4000), event('Layout', 5500, 1000), event('Paint', 7000, 500)]

  it('is what the thread took from the key to the end of the task that painted, by its own clock', () => {
    expect(pressesIn(PRESS)).toEqual([{ untilPainted: 4, script: 1, layout: 0.5 }])
  })

  it('ends with the first paint', () => {
    const later = [task(20_000, 9000), event('Layout', 21_000, 1000), event('Paint', 22_000, 1000)]
    expect(pressesIn([...later, ...PRESS])).toEqual(pressesIn(PRESS))
  })

  it('is that of the thread that got the key', () => {
    const elsewhere = { pid: 2 }
    expect(pressesIn([...PRESS, task(1000, 9000, elsewhere), event('Paint', 3100, 10, elsewhere)])).toEqual(pressesIn(PRESS))
  })

  it('is told for each press', () => {
    const again = PRESS.map(one => ({ ...one, ts: one.ts + 50_000 }))
    expect(pressesIn([...PRESS, ...again])).toHaveLength(2)
  })

  it('cannot be told when nothing was painted', () => {
    expect(() => pressesIn([task(900, 2200), key(1000, 2000)])).toThrow('Nothing was painted')
  })

  it('is read from the text of a trace, and from nothing else', () => {
    expect(readTrace('{"traceEvents":[{"name":"Paint","ph":"X","pid":3,"tid":4,"ts":5,"dur":6,"tts":7,"tdur":8,"args":{}}]}')).toEqual([
      { name: 'Paint', pid: 3, tid: 4, ts: 5, dur: 6, tts: 7, tdur: 8, args: {} },
    ])
    expect(() => readTrace('{}')).toThrow()
  })
})

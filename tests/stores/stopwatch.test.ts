// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { stopwatch } from '../../src/stores/stopwatch.ts'

describe('the stopwatch of a run', () => {
  function aWatch() {
    let now = 1_000_000
    const watch = stopwatch(() => now)
    return { watch, pass: (seconds: number) => { now += seconds * 1000 } }
  }

  it('counts from the first question', () => {
    const { watch, pass } = aWatch()
    pass(12)
    expect(watch.seconds()).toBe(12)
  })

  it('does not count while nobody can see the tab', () => {
    const { watch, pass } = aWatch()
    pass(5)
    watch.pause()
    pass(600)
    expect(watch.seconds()).toBe(5)
    watch.resume()
    pass(3)
    expect(watch.seconds()).toBe(8)
  })

  it('takes a second pause or a second start for the first', () => {
    const { watch, pass } = aWatch()
    pass(5)
    watch.pause()
    pass(5)
    watch.pause()
    watch.resume()
    pass(2)
    watch.resume()
    pass(2)
    expect(watch.seconds()).toBe(9)
  })

  it('goes on from the seconds of a draft', () => {
    const { watch, pass } = aWatch()
    pass(100)
    watch.restart(40)
    pass(2)
    expect(watch.seconds()).toBe(42)
  })
})

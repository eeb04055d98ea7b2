import { describe, expect, it } from 'vitest'
import { expectPrinted, printed } from '../support/printed.ts'

describe('a warning in a test', () => {
  it('is kept for the check after the test', () => {
    console.warn('field %s is unknown', 'UF_X')
    expect(printed.unexpected()).toEqual(['field UF_X is unknown'])
    expectPrinted(/UF_X/)
  })

  it('is no longer unexpected once the test has named it', () => {
    console.error(new Error('no such lead'))
    expectPrinted(/no such lead/)
    expect(printed.unexpected()).toEqual([])
  })

  it('must have been printed when the test names it', () => {
    expect(() => { expectPrinted(/never printed/) }).toThrow('never printed')
  })

  it('is written in the pinned zone', () => {
    expect(new Date(0).getTimezoneOffset()).toBe(420)
  })
})

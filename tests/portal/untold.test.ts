/** What supervisors are to hear is kept until they have, whatever else stands in the browser. */
import { describe, expect, it } from 'vitest'
import { keepUntold, untoldKey } from '../../src/portal/untold.ts'
import type { Untold } from '../../src/portal/untold.ts'
import { aTextStorage } from './text-storage.ts'

const HOST = 'portal.example'
const ME = 4
const untold = (lead: number): Untold => ({ lead, title: 'AAA «Кирпич» <b>', to: 3, run: 'run000001', sure: true })

describe('untold news', () => {
  it('are there for another page until they are forgotten, by lead', () => {
    const storage = aTextStorage()
    const place = keepUntold(HOST, () => storage)
    for (const lead of [30, 4]) place.keep(ME, untold(lead))
    const other = keepUntold(HOST, () => storage)
    expect(other.all(ME)).toEqual([untold(4), untold(30)])
    other.forget(ME, 4)
    expect(place.all(ME)).toEqual([untold(30)])
  })

  it('are those of the user and portal', () => {
    const storage = aTextStorage()
    keepUntold(HOST, () => storage).keep(ME, untold(1))
    expect(keepUntold(HOST, () => storage).all(44)).toEqual([])
    expect(keepUntold('other.example', () => storage).all(ME)).toEqual([])
  })

  it('are kept as long as the page is open where the browser keeps nothing', () => {
    const place = keepUntold(HOST, () => { throw new DOMException('denied', 'SecurityError') })
    place.keep(ME, untold(1))
    expect(place.all(ME)).toEqual([untold(1)])
    place.forget(ME, 1)
    expect(place.all(ME)).toEqual([])
  })

  it.each([
    ['no JSON', '{'], ['nothing', ''], ['null', 'null'], ['a list', '[]'], ['another lead', JSON.stringify(untold(2))],
    ['no supervisor', JSON.stringify({ ...untold(1), to: 0 })], ['a title that is none', JSON.stringify({ ...untold(1), title: 7 })],
  ])('leave out what cannot be read: %s', (_, text) => {
    expect(keepUntold(HOST, () => aTextStorage({ [untoldKey(HOST, ME, 1)]: text, [untoldKey(HOST, ME, 5)]: JSON.stringify(untold(5)) })).all(ME)).toEqual([untold(5)])
  })
})

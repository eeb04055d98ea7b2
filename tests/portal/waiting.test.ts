/** What waits is kept wherever the browser lets it be kept, and nothing that stands there breaks the rest. */
import { describe, expect, it } from 'vitest'
import { printOpenEntry } from '../../src/domain/journal-codec.ts'
import { keepWaiting, waitingKey } from '../../src/portal/waiting.ts'
import type { TextStorage } from '../../src/portal/kept-texts.ts'
import type { Waiting } from '../../src/portal/waiting.ts'
import { anOpenEntry } from './an-entry.ts'
import { aTextStorage } from './text-storage.ts'

const HOST = 'portal.example'
const ME = 4

function waiting(lead = 1, rest: Partial<Waiting> = {}): Waiting {
  return { open: anOpenEntry({ lead }), since: 1000 * lead, converted: false, sent: false, tries: 0, ...rest }
}

const refuse = (): never => { throw new DOMException('denied', 'SecurityError') }
const full = (): never => { throw new DOMException('full', 'QuotaExceededError') }

describe('what waits', () => {
  it('is there until it is forgotten, for another page of the browser too', () => {
    const storage = aTextStorage()
    const place = keepWaiting(HOST, () => storage)
    const kept = waiting(1, { sent: true, tries: 3, reason: 'unreachable', next: 9000 })
    place.keep(ME, kept)
    const other = keepWaiting(HOST, () => storage)
    expect(other.of(ME, 1)).toEqual(kept)
    expect(other.all(ME)).toEqual([{ lead: 1, waiting: kept }])
    other.forget(ME, 1)
    expect(place.of(ME, 1)).toBeUndefined()
    expect(storage.held.size).toBe(0)
  })

  it('is listed oldest first, and as it was kept last', () => {
    const place = keepWaiting(HOST, () => aTextStorage())
    const storage = aTextStorage()
    const shared = keepWaiting(HOST, () => storage)
    for (const lead of [30, 4, 100]) shared.keep(ME, waiting(lead))
    shared.keep(ME, waiting(4, { tries: 2 }))
    expect(shared.all(ME).map(({ lead, waiting: one }) => [lead, one?.tries])).toEqual([[4, 2], [30, 0], [100, 0]])
    expect(place.all(ME)).toEqual([])
  })

  it('is that of the user, portal and lead, and of no other', () => {
    const storage = aTextStorage()
    keepWaiting(HOST, () => storage).keep(ME, waiting(1))
    expect(keepWaiting(HOST, () => storage).all(44)).toEqual([])
    expect(keepWaiting('other.example', () => storage).all(ME)).toEqual([])
    expect(keepWaiting(HOST, () => storage).of(ME, 11)).toBeUndefined()
  })

  it('passes over what others keep in the browser', () => {
    const foreign = [`triple-a/${HOST}/${ME}/1`, `triple-a/${HOST}/${ME}/waiting/`, `triple-a/${HOST}/${ME}/waiting/x`, `triple-a/${HOST}/${ME}/waiting/-1`, `triple-a/${HOST}/${ME}/waiting/1.5`, `triple-a/${HOST}/${ME}/waiting/0`, 'theme']
    const storage = aTextStorage(Object.fromEntries(foreign.map(key => [key, 'x'])))
    expect(keepWaiting(HOST, () => storage).all(ME)).toEqual([])
    expect(storage.held.size).toBe(foreign.length)
  })
})

describe('a browser that keeps nothing', () => {
  it.each<[string, () => TextStorage]>([
    ['forbids even asking', refuse],
    ['forbids every use', () => ({ get length() { return refuse() }, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse })],
    ['is full', () => ({ ...aTextStorage(), setItem: full })],
  ])('because it %s keeps what waits as long as the page is open', (_, storage) => {
    const place = keepWaiting(HOST, storage)
    expect(place.all(ME)).toEqual([])
    place.keep(ME, waiting(1))
    place.keep(ME, waiting(2))
    expect(place.of(ME, 1)).toEqual(waiting(1))
    expect(place.all(ME).map(({ lead }) => lead)).toEqual([1, 2])
    place.forget(ME, 1)
    expect(place.all(ME).map(({ lead }) => lead)).toEqual([2])
  })

  it('when it becomes full shows the newest, and stores it again once there is room', () => {
    const storage = aTextStorage()
    let isFull = false
    const place = keepWaiting(HOST, () => ({ ...storage, length: storage.held.size, setItem: isFull ? full : storage.setItem }))
    place.keep(ME, waiting(1, { tries: 1 }))
    isFull = true
    place.keep(ME, waiting(1, { tries: 2 }))
    expect(place.all(ME)).toEqual([{ lead: 1, waiting: waiting(1, { tries: 2 }) }])
    isFull = false
    place.keep(ME, waiting(1, { tries: 3 }))
    expect(keepWaiting(HOST, () => storage).of(ME, 1)?.tries).toBe(3)
    place.forget(ME, 1)
    expect(place.of(ME, 1)).toBeUndefined()
  })
})

describe('what stands in the place of something that waits', () => {
  const key = waitingKey(HOST, ME, 7)
  const { open: _, ...rest } = waiting(7)
  const open = printOpenEntry(waiting(7).open)

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['an entry in another shape', JSON.stringify({ ...rest, open: waiting(7).open })],
    ['a key more', JSON.stringify({ ...rest, open, more: 1 })],
    ['a cut entry', JSON.stringify({ ...rest, open: open.slice(0, 90) })],
    ['an unknown reason', JSON.stringify({ ...rest, open, reason: 'tired' })],
    ['a reason that every object has', JSON.stringify({ ...rest, open, reason: 'constructor' })],
    ['a time that is none', JSON.stringify({ ...rest, open, since: -1 })],
    ['an entry of a later version', JSON.stringify({ ...rest, open: open.replace('"format":1', '"format":2') })],
  ])('and is %s is shown as such, left as it is, and can be forgotten', (_name, text) => {
    const storage = aTextStorage({ [key]: text })
    const place = keepWaiting(HOST, () => storage)
    place.keep(ME, waiting(8))
    expect(place.all(ME)).toEqual([{ lead: 7, waiting: undefined }, { lead: 8, waiting: waiting(8) }])
    expect(place.of(ME, 7)).toBeUndefined()
    expect(storage.held.get(key)).toBe(text)
    place.forget(ME, 7)
    expect(storage.held.has(key)).toBe(false)
  })

  it('is not taken for it when it names another lead', () => {
    const storage = aTextStorage({ [key]: JSON.stringify({ ...rest, open: printOpenEntry(waiting(8).open) }) })
    const place = keepWaiting(HOST, () => storage)
    expect(place.of(ME, 7)).toBeUndefined()
    expect(place.all(ME)).toEqual([{ lead: 7, waiting: undefined }])
  })
})

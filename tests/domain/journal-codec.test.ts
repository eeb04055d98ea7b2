import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTRY_FORMAT, parseEntry, parseOpenEntry, printEntry, printOpenEntry } from '../../src/domain/journal-codec.ts'
import type { Entry, OpenEntry } from '../../src/domain/journal.ts'
import { anyEntry, anyOpenEntry } from './journal-entries.ts'

const ENTRY: Entry = {
  id: 'run0001', undoes: 'run0000', lead: 7, at: '2026-11-23T11:00:00+03:00', by: 4, code: 'AAB', class: 'A',
  changes: [
    { kind: 'answer', question: 'need', from: undefined, to: 'yes' },
    { kind: 'result', field: 'code', from: 'C', to: 'AAB' },
    { kind: 'opportunity', from: { amount: 5, currency: 'RUB', products: true }, to: undefined },
  ],
  record: { from: {}, to: { at: '2026-11-23T11:00:00+03:00', by: 4, set: 'default@1', run: '{}' } },
  comment: { id: 3 },
  todo: { id: 9, after: { deadline: '2026-11-24T11:00:00+03:00', title: 't', text: 'x', responsible: 4 } },
  notice: { to: 3, reasons: ['hot'] },
}
const OPEN: OpenEntry = { entry: ENTRY, leadTitle: 'Brick', texts: { comment: 'c', notice: 'n' }, farDraft: true }

/** The text of the entry, with something else at one place of it. */
function damaged(change: (entry: Record<string, unknown>) => void): string {
  const entry: Record<string, unknown> = { ...ENTRY }
  change(entry)
  return JSON.stringify({ format: ENTRY_FORMAT, entry })
}

describe('an entry of the journal', () => {
  it('reads back equal, whatever words are in it', () => {
    fc.assert(fc.property(anyEntry, (entry) => { expect(parseEntry(printEntry(entry))).toEqual({ ok: true, value: entry }) }), { numRuns: 500 })
  })

  it('that is open reads back equal with its texts', () => {
    fc.assert(fc.property(anyOpenEntry, (open) => { expect(parseOpenEntry(printOpenEntry(open))).toEqual({ ok: true, value: open }) }), { numRuns: 500 })
  })

  it('is told from any other text or JSON, and reading it never throws', () => {
    const cut = fc.tuple(anyEntry, fc.nat()).map(([entry, at]) => {
      const text = printEntry(entry)
      return text.slice(0, at % text.length)
    })
    const wrapped = fc.jsonValue({ maxDepth: 4 }).map(entry => JSON.stringify({ format: ENTRY_FORMAT, entry }))
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ maxDepth: 6 }), cut, wrapped), (text) => {
      expect(parseEntry(text).ok).toBe(false)
      expect(parseOpenEntry(text).ok).toBe(false)
    }), { numRuns: 2000 })
  })

  it('with something else in any one of its places reads whole or not at all', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(ENTRY), 'constructor', 'toString', 'format'), fc.jsonValue(), (key, value) => {
      const text = damaged((entry) => { entry[key] = value })
      const parsed = parseEntry(text)
      if (parsed.ok) expect(JSON.parse(printEntry(parsed.value))).toEqual(JSON.parse(text))
      else expect(parsed.error).toMatchObject({ kind: 'flawed', flaws: [{ path: expect.stringContaining('entry') as unknown }, ...parsed.error.kind === 'flawed' ? parsed.error.flaws.slice(1) : []] })
    }), { numRuns: 1000 })
  })

  it('open and closed are not taken for one another', () => {
    expect(parseEntry(printOpenEntry(OPEN)).ok).toBe(false)
    expect(parseOpenEntry(printEntry(ENTRY)).ok).toBe(false)
  })

  it('of a later version of the app is told apart from a broken one', () => {
    const later = (text: string): string => text.replace(`"format":${ENTRY_FORMAT}`, `"format":${ENTRY_FORMAT + 1}`)
    expect(parseEntry(later(printEntry(ENTRY)))).toEqual({ ok: false, error: { kind: 'newer', format: ENTRY_FORMAT + 1 } })
    expect(parseOpenEntry(later(printOpenEntry(OPEN)))).toEqual({ ok: false, error: { kind: 'newer', format: ENTRY_FORMAT + 1 } })
  })

  it.each<[string, (entry: Record<string, unknown>) => void]>([
    ['an id that is none', (entry) => { entry['id'] = '../x' }],
    ['no lead', (entry) => { delete entry['lead'] }],
    ['a lead that is no number', (entry) => { entry['lead'] = '7' }],
    ['a lead of nobody', (entry) => { entry['lead'] = 0 }],
    ['a time that is none', (entry) => { entry['at'] = 'yesterday' }],
    ['a class that is none', (entry) => { entry['class'] = 'AAA' }],
    ['a change of an unknown kind', (entry) => { entry['changes'] = [{ kind: 'phone', from: '1', to: '2' }] }],
    ['a change of an unknown field', (entry) => { entry['changes'] = [{ kind: 'result', field: 'run', from: 'a', to: 'b' }] }],
    ['a change with the value of another field', (entry) => { entry['changes'] = [{ kind: 'result', field: 'important', to: 'A' }] }],
    ['a question that every object has', (entry) => { entry['changes'] = [{ kind: 'answer', question: 'constructor', to: 'yes' }] }],
    ['a title that becomes nothing', (entry) => { entry['changes'] = [{ kind: 'title', from: 'a' }] }],
    ['a sum below nothing', (entry) => { entry['changes'] = [{ kind: 'opportunity', to: { amount: -1, currency: 'RUB' } }] }],
    ['a code that is no word', (entry) => { entry['code'] = 5 }],
    ['a key more', (entry) => { entry['more'] = 1 }],
    ['a to-do of nobody', (entry) => { entry['todo'] = { after: { deadline: '', title: '', text: '', responsible: -1 } } }],
    ['an unknown reason for a notice', (entry) => { entry['notice'] = { to: 3, reasons: ['birthday'] } }],
    ['no record', (entry) => { delete entry['record'] }],
  ])('with %s is refused with the place', (_, change) => {
    expect(parseEntry(damaged(change))).toMatchObject({ ok: false, error: { kind: 'flawed', flaws: expect.arrayContaining([expect.objectContaining({ path: expect.stringMatching(/^entry/) as unknown })]) as unknown } })
  })

  it.each([
    ['a huge word', 'x'.repeat(2_000_000)],
    ['a deep nest', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['a deep nest in its place', `{"format":1,"entry":${'{"entry":'.repeat(5000)}1${'}'.repeat(5000)}}`],
  ])('that is %s is refused', (_, text) => {
    expect(parseEntry(text).ok).toBe(false)
    expect(parseOpenEntry(text).ok).toBe(false)
  })
})

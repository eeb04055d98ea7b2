/** What is written of an entry to the portal, and what is made of what stands there. */
import { describe, expect, it } from 'vitest'
import { parseOpenEntry, printEntry, printOpenEntry } from '../../src/domain/journal-codec.ts'
import type { Entry } from '../../src/domain/journal.ts'
import { closeCommand, keepCommand, openCommand, readEntries, readOpenEntry } from '../../src/portal/journal.ts'
import { anEntry, anOpenEntry } from './an-entry.ts'

/** A row as `entity.item.get` gives it. */
function row(entry: Entry, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    ID: '1', NAME: entry.id, CREATED_BY: '4', DATE_CREATE: '2026-06-01T12:00:07+03:00', DETAIL_TEXT: printEntry(entry),
    PROPERTY_VALUES: { LEAD: String(entry.lead), COMMENT: '31', TODO: '9' }, ...changes,
  }
}

function textIn(command: ReturnType<typeof openCommand>): string {
  const options = command?.params['options']
  const text = typeof options === 'object' && 'r.1' in options ? options['r.1'] : undefined
  if (typeof text !== 'string') throw new Error('nothing is written down')
  return text
}

describe('the journal of a lead', () => {
  it('tells each entry with whose and when as the portal says, and with the ids of what was made', () => {
    const { todo } = anEntry()
    expect(readEntries([row(anEntry({ by: 99, at: '2011-01-01T00:00:00Z' }))], 1)).toEqual([{
      id: 'run0001', at: '2026-06-01T12:00:07+03:00', by: 4,
      content: { ok: true, value: anEntry({ by: 99, at: '2011-01-01T00:00:00Z', comment: { id: 31 }, todo: { ...todo, id: 9 } }) },
    }])
  })

  it.each([[{}], [{ COMMENT: '', TODO: '' }], [{ COMMENT: null, TODO: null }], [{ COMMENT: '0', TODO: 0 }], [undefined]])('keeps the entry’s own ids where the portal has %j', (values) => {
    const entry = anEntry({ comment: { id: 5 }, todo: { id: 6 } })
    expect(readEntries([row(entry, { PROPERTY_VALUES: values })], 1)).toMatchObject([{ content: { ok: true, value: { comment: { id: 5 }, todo: { id: 6 } } } }])
  })

  it('gives no comment or to-do to an entry that made none', () => {
    const { comment: _comment, todo: _todo, ...entry } = anEntry()
    expect(readEntries([row(entry)], 1)?.[0]?.content).toEqual({ ok: true, value: entry })
  })

  it('drops doubles by their name: the first row is the one', () => {
    const rows = [row(anEntry({ code: 'AAA' })), row(anEntry({ code: 'CCC' })), row(anEntry({ id: 'run0002' }))]
    expect(readEntries(rows, 1)?.map(({ id, content }) => [id, content.ok && content.value.code])).toEqual([['run0001', 'AAA'], ['run0002', 'AAA']])
  })

  it.each<[string, unknown]>([
    ['of another lead', row(anEntry({ lead: 2 }))],
    ['under another name', row(anEntry(), { NAME: 'run0009' })],
    ['without text', row(anEntry(), { DETAIL_TEXT: null })],
    ['cut off', row(anEntry(), { DETAIL_TEXT: printEntry(anEntry()).slice(0, 80) })],
    ['of a later version', row(anEntry(), { DETAIL_TEXT: printEntry(anEntry()).replace('"format":1', '"format":2') })],
    ['with markup for a text', row(anEntry(), { DETAIL_TEXT: '<b>run</b>' })],
  ])('shows an entry %s as one that cannot be read, and the others with it', (_, flawed) => {
    const read = readEntries([flawed, row(anEntry({ id: 'run0002' }))], 1)
    expect(read).toMatchObject([{ by: 4, content: { ok: false } }, { id: 'run0002', content: { ok: true } }])
  })

  it.each([undefined, null, 'x', {}, [1], [{}], [{ ...row(anEntry()), NAME: 1 }]])('is nothing known when the portal gives %j', (value) => {
    expect(readEntries(value, 1)).toBeUndefined()
  })

  it('is empty where nothing was kept', () => {
    expect(readEntries([], 1)).toEqual([])
  })
})

describe('an entry that is kept', () => {
  it('has its text, its lead and its name, and no word of it is taken for a reference', () => {
    const entry = anEntry({ code: '$result[comment]' })
    const { params } = keepCommand(entry, { comment: '$result[comment]', todo: 9 })
    expect(params).toMatchObject({ ENTITY: 'abcruns', NAME: 'run0001', PROPERTY_VALUES: { LEAD: 1, COMMENT: '$result[comment]', TODO: 9 } })
    expect(params['DETAIL_TEXT']).not.toContain('$result[')
    expect(readEntries([row(entry, { DETAIL_TEXT: params['DETAIL_TEXT'] })], 1)).toMatchObject([{ content: { ok: true, value: { code: '$result[comment]' } } }])
  })
})

describe('an open entry in the portal', () => {
  it('reads back as it was, with references harmless', () => {
    const open = anOpenEntry({}, { leadTitle: 'a $result[lead] b' })
    const text = textIn(openCommand(open))
    expect(text).not.toContain('$result[')
    expect(readOpenEntry(text, 1)).toEqual({ ok: true, value: open })
  })

  it('is not there when the option is empty, and not that of another lead', () => {
    expect(readOpenEntry(undefined, 1)).toBeUndefined()
    expect(readOpenEntry('', 1)).toBeUndefined()
    expect(readOpenEntry(printOpenEntry(anOpenEntry()), 2)).toBeUndefined()
    expect(readOpenEntry('junk', 1)).toEqual({ ok: false, error: { kind: 'not-json' } })
  })

  it('is whole up to 16,000 characters, with its comment shortened above, and not there when that is too long too', () => {
    const sized = (comment: number, title = 0) => anOpenEntry({}, { leadTitle: 'т'.repeat(title), texts: { comment: 'к'.repeat(comment), notice: 'n' } })
    const rest = printOpenEntry(sized(0)).length
    const whole = sized(16_000 - rest)
    expect(textIn(openCommand(whole))).toHaveLength(16_000)
    expect(parseOpenEntry(textIn(openCommand(whole)))).toEqual({ ok: true, value: whole })
    const longer = sized(16_001 - rest)
    const read = parseOpenEntry(textIn(openCommand(longer)))
    expect(read).toEqual({ ok: true, value: { ...longer, texts: { comment: `${'к'.repeat(1_500)}…`, notice: 'n' } } })
    expect(openCommand(sized(20_000, 16_000 - rest - 1_501))).toBeDefined()
    expect(openCommand(sized(20_000, 16_000 - rest - 1_500))).toBeUndefined()
  })

  it('goes when the entry is over, and the draft with it where there is one', () => {
    expect(closeCommand(anOpenEntry())).toEqual({ method: 'user.option.set', params: { options: { 'r.1': '', 'd.1': '' } } })
    expect(closeCommand(anOpenEntry({}, { farDraft: false }))).toEqual({ method: 'user.option.set', params: { options: { 'r.1': '' } } })
  })
})

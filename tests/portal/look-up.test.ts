/** What is asked before an entry is written, and what is known when a part of it is not told. */
import { describe, expect, it } from 'vitest'
import { printEntry } from '../../src/domain/journal-codec.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { setReference } from '../../src/domain/question-set.ts'
import { latestCommentsCommand, readComments } from '../../src/portal/comments.ts'
import { lookUp } from '../../src/portal/look-up.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { anEntry, anOpenEntry, anUndo, TITLE } from './an-entry.ts'

const portal = emulatedPortal()

async function look(open = anOpenEntry(), own?: Portal) {
  return lookUp(own ?? await portal.as('manager'), (await portal.installation()).fields, open)
}

const farEntry = async () => (await portal.snapshot()).userOptions['4']?.['r.1']

describe('looking a lead up', () => {
  it('tells the lead and the sets in force, and writes the entry down, with one request', async () => {
    expect(await look()).toMatchObject({ ok: true, value: { card: { record: { title: TITLE } }, inForce: [setReference(DEFAULT_SET)], todos: [], kept: false } })
    expect(await portal.requests()).toHaveLength(1)
    expect(await farEntry()).toContain('run0001')
  })

  it('does not write down an entry that is too long for that, and goes on', async () => {
    const long = anOpenEntry({}, { leadTitle: 'т'.repeat(20_000) })
    expect((await look(long)).ok).toBe(true)
    expect(await farEntry()).toBeUndefined()
  })

  it.each(['crm.item.get', 'crm.activity.list', 'crm.timeline.comment.list', 'user.option.set'] as const)('knows nothing when %s fails', async (method) => {
    await portal.faults([{ method, kind: '500' }])
    expect(await look()).toMatchObject({ ok: false, error: { code: 'INTERNAL_SERVER_ERROR' } })
  })

  it.each(['entity.item.get', 'app.option.get'] as const)('goes on when %s fails', async (method) => {
    await portal.faults([{ method, kind: '500' }])
    expect(await look()).toMatchObject({ ok: true, value: { kept: false } })
  })

  it('finds the comment that is to get a note however many were made since', async () => {
    const manager = await portal.as('manager')
    const add = async (text: string) => portal.call(manager, 'crm.timeline.comment.add', { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: text } })
    const id = Number(await add('the one'))
    for (let more = 0; more < 51; more += 1) await add(`more ${more}`)
    const latest = readComments(await portal.call(manager, 'crm.timeline.comment.list', latestCommentsCommand(1).params))
    expect(latest).toHaveLength(50)
    const known = await look(anUndo(anEntry({ comment: { id } })))
    expect(known.ok && known.value.comments.find(comment => comment.id === id)).toEqual({ id, text: 'the one' })
  })

  it('takes the entry for kept only under its own name', async () => {
    const manager = await portal.as('manager')
    const keep = (name: string, text: string) => portal.call(manager, 'entity.item.add', { ENTITY: 'abcruns', NAME: name, DETAIL_TEXT: text, PROPERTY_VALUES: { LEAD: 1 } })
    await keep('run0002', 'x')
    expect(await look()).toMatchObject({ ok: true, value: { kept: false } })
    await keep('run0001', printEntry(anEntry()))
    expect(await look()).toMatchObject({ ok: true, value: { kept: true } })
  })
})

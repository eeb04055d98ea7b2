/** What a save makes of answers that a portal should not give. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { ok } from '../../src/domain/result.ts'
import { printRun } from '../../src/domain/run.ts'
import type { WriteLine } from '../../src/domain/write-plan.ts'
import type { Command, Portal, Replies } from '../../src/portal/portal.ts'
import { saveLead } from '../../src/portal/save-lead.ts'
import type { SaveRequest } from '../../src/portal/save-lead.ts'
import { mapOf } from './made-fields.ts'

const LINES: readonly WriteLine[] = [
  { kind: 'title', id: 'title', ticked: true, from: 'Brick', to: 'AAA Brick' },
  { kind: 'result', field: 'code', id: 'code', ticked: true, from: undefined, to: 'AAA' },
]
const REQUEST: SaveRequest = {
  farDraft: true,
  responsible: 4,
  lead: 7,
  lines: LINES,
  todo: undefined,
  run: { id: 'run0001', set: 'default@1', at: '2026-06-01T12:00:00+03:00', by: 4, seconds: 9, answers: {}, notes: {} },
  texts: { comment: 'c', todo: { title: 't', description: 'd' }, notice: 'n' },
  map: mapOf([DEFAULT_SET]),
}

/** A portal whose update answers this; everything else succeeds. What was sent is kept. */
function answering(update: unknown) {
  const sent: Readonly<Record<string, Command>>[] = []
  const portal: Portal = {
    send<K extends string>(commands: Readonly<Record<K, Command>>) {
      sent.push(commands)
      const replies = Object.fromEntries(Object.keys(commands).map(key => [key, ok(key === 'update' ? update : true)]))
      return Promise.resolve(ok(replies as Replies<K>))
    },
  }
  return { portal, sent }
}

describe('a save', () => {
  it.each([[true], [null], [{}], [{ item: null }], [{ item: { id: '7' } }]])('takes the update for failed when it answers %j, and the other steps for done', async (update) => {
    const saved = await saveLead(answering(update).portal, REQUEST)
    expect(saved).toMatchObject({ ok: true, value: {
      steps: [{ step: 'update', state: 'failed', error: { kind: 'unreadable', method: 'crm.item.update' } }, { step: 'draft', state: 'done' }],
      lead: undefined,
    } })
  })

  it('names every line that did not stay', async () => {
    const item = { id: 7, title: 'Brick', stageId: 'NEW', assignedById: 4, UF_CRM_ABC_CODE: 'AAA' }
    expect(await saveLead(answering({ item }).portal, REQUEST)).toMatchObject({ ok: true, value: { ignored: [{ id: 'title' }] } })
    const kept = { ...item, title: 'AAA Brick' }
    expect(await saveLead(answering({ item: kept }).portal, REQUEST)).toMatchObject({ ok: true, value: { ignored: [], lead: { record: { title: 'AAA Brick' } } } })
  })

  it.each([
    ['cut off', printRun(REQUEST.run).slice(0, 60)],
    ['that of an earlier one', printRun({ ...REQUEST.run, id: 'run0000' })],
    ['not there', ''],
  ])('names the record of a run whose answers are %s', async (_, stored) => {
    const { set, at, by } = REQUEST.run
    const line: WriteLine = { kind: 'record', id: 'record', ticked: true, from: undefined, to: { set, at, by } }
    const item = { id: 7, title: 'Brick', stageId: 'NEW', assignedById: 4, UF_CRM_ABC_SET: set, UF_CRM_ABC_QUALIFIED_AT: at, UF_CRM_ABC_QUALIFIED_BY: by }
    const saves = (run: string) => saveLead(answering({ item: { ...item, UF_CRM_ABC_RUN: run } }).portal, { ...REQUEST, lines: [line] })
    expect(await saves(stored)).toMatchObject({ ok: true, value: { ignored: [{ id: 'record' }] } })
    expect(await saves(printRun(REQUEST.run))).toMatchObject({ ok: true, value: { ignored: [] } })
  })

  it('of only some steps sends only those', async () => {
    const { portal, sent } = answering(undefined)
    await saveLead(portal, { ...REQUEST, only: ['draft'] })
    expect(sent.map(Object.keys)).toEqual([['draft']])
  })

  it('writes a new next touch whatever offset the portal prints it with', async () => {
    const line: WriteLine = { kind: 'result', field: 'nextTouch', id: 'nextTouch', ticked: true, from: undefined, to: '2026-06-02T09:30:00+05:00' }
    const item = { id: 7, title: 'Brick', stageId: 'NEW', assignedById: 4, UF_CRM_ABC_NEXT_TOUCH: '2026-06-02T07:30:00+03:00' }
    expect(await saveLead(answering({ item }).portal, { ...REQUEST, lines: [line] })).toMatchObject({ ok: true, value: { ignored: [] } })
  })
})

import { describe, expect, it } from 'vitest'
import type { Run } from '../../src/domain/run.ts'
import { printRun } from '../../src/domain/run.ts'
import { keepCommand } from '../../src/portal/journal.ts'
import { readUnfitAnswers } from '../../src/portal/unfit-answers.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { anEntry } from './an-entry.ts'

const portal = emulatedPortal()

async function keep(id: string, lead: number, said: string): Promise<void> {
  const run: Run = { id, set: 'default@1', at: '2026-06-01T12:00:00+03:00', by: 4, seconds: 30, answers: { need: { kind: 'unknown', said } }, notes: {} }
  const entry = { ...anEntry(), id, lead, record: { from: {}, to: { at: run.at, by: 4, set: run.set, run: printRun(run) } } }
  const kept = await (await portal.as('manager')).send({ kept: keepCommand(entry, { comment: '', todo: '' }) }, { halt: true })
  expect(kept).toMatchObject({ value: { kept: { ok: true } } })
}

describe('the sayings that fitted no choice', () => {
  it('are read from the newest entries of all leads in one request', async () => {
    await keep('run0001', 1, 'Спросить жену')
    await keep('run0002', 2, 'спросить жену')
    await keep('run0003', 2, 'после отпуска')
    const before = await portal.requests()
    const read = await readUnfitAnswers(await portal.as('admin'))
    expect(read).toMatchObject({ ok: true, value: { entries: 3, unread: 0, answers: [
      { question: 'need', words: 'спросить жену', times: 2, leads: [2, 1] }, { question: 'need', words: 'после отпуска', times: 1 },
    ] } })
    expect((await portal.requests()).length - before.length).toBe(1)
  })

  it('tells how many entries do not parse', async () => {
    await keep('run0001', 1, 'Спросить жену')
    const broken = { method: 'entity.item.add', params: { ENTITY: 'abcruns', NAME: 'run0002', DETAIL_TEXT: '{', PROPERTY_VALUES: { LEAD: 1 } } }
    await (await portal.as('manager')).send({ broken }, { halt: true })
    expect(await readUnfitAnswers(await portal.as('admin'))).toMatchObject({ ok: true, value: { entries: 2, unread: 1, answers: [{ times: 1 }] } })
  })

  it('are not told where the portal refuses a page of them', async () => {
    await portal.faults([{ method: 'entity.item.get', kind: '403' }])
    expect(await readUnfitAnswers(await portal.as('admin'))).toMatchObject({ ok: false })
  })
})

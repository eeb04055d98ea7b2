import { describe, expect, it } from 'vitest'
import { BANT } from '../../src/domain/presets/bant.ts'
import type { Draft } from '../../src/domain/draft.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { SetCondition } from '../../src/domain/set-choice.ts'
import { printRun } from '../../src/domain/run.ts'
import type { Run } from '../../src/domain/run.ts'
import { chooseSetFor } from '../../src/portal/choose-set-for.ts'
import { openLead } from '../../src/portal/open-lead.ts'
import { emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'

const portal = emulatedPortal({ sets: [DEFAULT_SET, BANT] })

async function chosen(when: SetCondition | 'unreadable' | undefined, lead = 1, drafts: (user: number) => readonly Draft[] = () => []) {
  const installation = await portal.installation()
  const rules = when === 'unreadable' ? [{ nonsense: true }] : when === undefined ? undefined : [{ set: BANT.id, when }]
  const found = { portal: await portal.as('manager'), installation: { ...installation, settings: { ...installation.settings, ...(rules && { rules }) } } }
  return chooseSetFor(lead, found, drafts)
}

const change = (fields: Readonly<Record<string, unknown>>) => portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields })

describe('of several sets in force a lead gets', () => {
  it.each<[string, Parameters<typeof chosen>[0], string]>([
    ['the first, without rules', undefined, 'default'],
    ['the one whose rule fits its source', { source: ['PARTNER'] }, BANT.id],
    ['the first, where no rule fits', { source: ['OTHER'] }, 'default'],
    ['the one whose rule fits its amount', { amount: { from: 700_000, to: null, currency: 'RUB' } }, BANT.id],
    ['the first, where the amount is below', { amount: { from: 900_000, to: null, currency: 'RUB' } }, 'default'],
    ['the one whose rule fits a field', { field: { code: 'UF_CRM_ABC_CODE', values: ['AAB'] } }, BANT.id],
    ['the first, where the rules do not parse', 'unreadable', 'default'],
  ])('%s', async (_, when, id) => {
    await change({ sourceId: 'PARTNER', opportunity: 800_000, currencyId: 'RUB', isManualOpportunity: 'Y', UF_CRM_ABC_CODE: 'AAB' })
    expect((await chosen(when)).installation.sets.map(set => set.id)).toEqual(id === 'default' ? ['default', BANT.id] : [BANT.id, 'default'])
  })

  it('the one by which it was qualified before, whatever the rules say by now', async () => {
    await change({ sourceId: 'PARTNER', UF_CRM_ABC_SET: 'default@1' })
    expect((await chosen({ source: ['PARTNER'] })).installation.sets[0]?.id).toBe('default')
  })
})

describe('a draft', () => {
  const draft = (set: Draft['set'], at: number): Draft => ({ set, at, seconds: 1, answers: {}, answered: ['need'], again: false, notes: {} })
  const later = Date.parse('2026-06-01T13:00:00+03:00')
  const first = async (...drafts: readonly Draft[]) => (await chosen({ source: ['OTHER'] }, 1, user => user === PEOPLE.manager ? drafts : [])).installation.sets[0]?.id

  it('is gone on with by its own set, also where the lead was qualified by another', async () => {
    await change({ UF_CRM_ABC_SET: 'default@1' })
    expect(await first(draft(`${BANT.id}@1`, later))).toBe(BANT.id)
  })

  it('counts no more when the same user saved since, or when its set is not in force', async () => {
    const run: Run = { id: 'abcdef', set: 'default@1', at: '2026-06-01T12:30:00+03:00', by: PEOPLE.manager, seconds: 1, answers: {}, notes: {} }
    await change({ UF_CRM_ABC_SET: 'default@1', UF_CRM_ABC_RUN: printRun(run) })
    expect(await first(draft(`${BANT.id}@1`, later - 3_600_000))).toBe('default')
    expect(await first(draft(`${BANT.id}@1`, later))).toBe(BANT.id)
    expect(await first(draft('gone@1', later))).toBe('default')
  })
})

it('asks for nothing twice: opening the lead takes what was told', async () => {
  const before = (await portal.requests()).length
  const { installation, portal: told } = await chosen({ source: ['OTHER'] })
  expect(await openLead(told, 1, installation.fields)).toMatchObject({ ok: true, value: { card: { record: { id: 1 } } } })
  expect((await portal.requests()).length - before).toBe(1)
})

it('leaves a lead that is gone to be told by its opening', async () => {
  const { installation, portal: told } = await chosen({ source: ['OTHER'] }, 987_654)
  expect(installation.sets[0]?.id).toBe('default')
  expect(await openLead(told, 987_654, installation.fields)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
})

import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { printSettings } from '../../src/portal/options-writing.ts'
import { readSettings } from '../../src/portal/options.ts'
import { findInstallation } from '../../src/portal/installation.ts'
import { publish } from '../../src/portal/setup/publish.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { mapOf } from './made-fields.ts'

const portal = emulatedPortal({ sets: [] })
const ILL: QuestionSet = { ...DEFAULT_SET, code: [{ questions: ['nobody'] }] }
const HUGE: QuestionSet = { ...DEFAULT_SET, questions: DEFAULT_SET.questions.map(question => ({ ...question, hint: { ru: 'подробно '.repeat(900) } })) }

describe('publishing', () => {
  const fields = mapOf([DEFAULT_SET])

  it('refuses a set that the doctor calls ill, and writes nothing', async () => {
    const published = await publish(await portal.as('admin'), [DEFAULT_SET, ILL], fields, 'Europe/Moscow')
    expect(published).toMatchObject({ ok: false, error: { kind: 'ill', set: 'default', findings: expect.arrayContaining([expect.objectContaining({ kind: 'unknown-reference' })]) as unknown } })
    expect(await portal.requests()).toEqual([])
  })

  it('refuses more than a portal keeps before it writes', async () => {
    expect(await publish(await portal.as('admin'), [HUGE], fields, 'Europe/Moscow')).toMatchObject({ ok: false, error: { kind: 'too-large', bytes: expect.any(Number) as unknown } })
    expect((await portal.snapshot()).appOptions).toEqual({})
  })

  it('counts what is kept there already', async () => {
    const admin = await portal.as('admin')
    await portal.call(admin, 'app.option.set', { options: { other: 'я'.repeat(20_000) } })
    expect(await publish(admin, [DEFAULT_SET], fields, 'Europe/Moscow')).toMatchObject({ ok: false, error: { kind: 'too-large' } })
  })

  it('keeps the rules by which leads get their sets', async () => {
    const admin = await portal.as('admin')
    const rules = [{ set: 'default', when: { repeat: true } }]
    await publish(admin, [DEFAULT_SET], fields, 'Europe/Moscow')
    await portal.call(admin, 'app.option.set', { options: { settings: printSettings({ zone: 'Asia/Omsk', inForce: ['default@1'], rules }) } })
    expect(await publish(admin, [DEFAULT_SET], fields, 'Europe/Moscow')).toMatchObject({ ok: true })
    expect(readSettings(String((await portal.snapshot()).appOptions['settings']))).toEqual({ ok: true, value: { zone: 'Europe/Moscow', inForce: ['default@1'], rules } })
  })

  it('leaves options of others as they are', async () => {
    const admin = await portal.as('admin')
    await portal.call(admin, 'app.option.set', { options: { other: 'kept' } })
    expect(await publish(admin, [DEFAULT_SET], fields, 'Europe/Moscow')).toMatchObject({ ok: true })
    expect((await portal.snapshot()).appOptions['other']).toBe('kept')
  })

  it('reads back what it wrote, and names what was not kept', async () => {
    const admin = await portal.as('admin')
    const forgetful: typeof admin = {
      send: (commands, options) => admin.send(Object.fromEntries(Object.entries(commands).map(([key, command]) => {
        const { method } = command as (typeof commands)[keyof typeof commands]
        return [key, method === 'app.option.set' ? { method, params: { options: { settings: 'cut' } } } : command]
      })) as typeof commands, options),
    }
    expect(await publish(forgetful, [DEFAULT_SET], fields, 'Europe/Moscow')).toMatchObject({ ok: false, error: { kind: 'not-kept' } })
  })

  it.each(['manager', 'crmadmin'] as const)('is not for %s', async (user) => {
    expect(await publish(await portal.as(user), [DEFAULT_SET], fields, 'Europe/Moscow')).toMatchObject({ ok: false, error: { kind: 'portal', error: { kind: 'not-allowed', code: 'AccessException' } } })
  })

  it('keeps words that look like a reference of a batch', async () => {
    const words = 'цена $result[options][x] рублей'
    const set: QuestionSet = { ...DEFAULT_SET, name: { ru: words } }
    const admin = await portal.as('admin')
    expect(await publish(admin, [set], fields, 'Europe/Moscow')).toMatchObject({ ok: true })
    expect(await findInstallation(() => undefined, admin, 1)).toMatchObject({ ok: true, value: { installation: { sets: [{ name: { ru: words } }] } } })
  })
})

import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { findInstallation } from '../../src/portal/installation.ts'
import { LARGEST_OPTIONS, printSettings, sizeOfOptions } from '../../src/portal/options-writing.ts'
import { readInstallation, readOptions, readSettings } from '../../src/portal/options.ts'
import type { Options } from '../../src/portal/options.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { optionsOf } from '../../src/portal/setup/publish.ts'
import { mapOf } from './made-fields.ts'

const OPTIONS = optionsOf([DEFAULT_SET], mapOf([DEFAULT_SET]), 'Europe/Moscow')

function less(name: string): Options {
  return Object.fromEntries(Object.entries(OPTIONS).filter(([key]) => key !== name))
}

describe('reading the installation', () => {
  it('gives settings, fields and the sets in force', () => {
    expect(readInstallation(OPTIONS)).toEqual({ ok: true, value: {
      settings: { zone: 'Europe/Moscow', inForce: ['default@1'] }, fields: mapOf([DEFAULT_SET]), sets: [DEFAULT_SET],
    } })
  })

  it('gives several sets in the order in which they are in force', () => {
    const sets = [...PRESETS].slice(0, 3).reverse()
    const read = readInstallation(optionsOf(sets, mapOf(sets), 'Asia/Omsk'))
    expect(read).toMatchObject({ ok: true, value: { sets: sets.map(({ id }) => ({ id })) } })
  })

  it.each([
    ['nothing', {}],
    ['no settings', less('settings')],
    ['no field map', less('fields')],
    ['a set in force that is not there', less('set.default')],
    ['no set in force', { ...OPTIONS, settings: printSettings({ zone: 'Europe/Moscow', inForce: [] }) }],
  ])('finds a portal that is not set up when there is %s', (_, options) => {
    expect(readInstallation(options)).toEqual({ ok: false, error: { kind: 'not-set-up' } })
  })

  it.each([
    ['settings', '{"format":1', { kind: 'not-json' }],
    ['settings', '{"format":9,"zone":"Europe/Moscow","inForce":["default@1"]}', { kind: 'newer', format: 9 }],
    ['settings', '{"format":1,"zone":"Europe/Moscow","inForce":"default"}', { kind: 'flawed' }],
    ['settings', '{"format":1,"zone":"","inForce":["default@1"]}', { kind: 'flawed' }],
    ['settings', '{"format":1,"zone":"Europe/Moscow","inForce":["default@1"],"theme":"dark"}', { kind: 'flawed' }],
    ['settings', '{"format":1,"zone":"Europe/Moscow","inForce":["default"]}', { kind: 'flawed' }],
    ['fields', 'null', { kind: 'flawed' }],
    ['fields', '{"format":2}', { kind: 'newer', format: 2 }],
    ['set.default', '[]', { kind: 'flawed' }],
    ['set.default', 'set', { kind: 'not-json' }],
    ['set.default', '{"format":77}', { kind: 'newer', format: 77 }],
  ])('names the option %s that does not parse (%s)', (option, text, why) => {
    expect(readInstallation({ ...OPTIONS, [option]: text })).toMatchObject({ ok: false, error: { kind: 'unreadable', option, why } })
  })

  it('does not look for sets among what every object has', () => {
    expect(readInstallation({ ...OPTIONS, settings: printSettings({ zone: 'Europe/Moscow', inForce: ['constructor@1'] }) })).toEqual({ ok: false, error: { kind: 'not-set-up' } })
  })

  it('gives settings back as they were printed', () => {
    const settings = { zone: 'Asia/Yekaterinburg', inForce: ['a@1', 'b@12'] } as const
    expect(readSettings(printSettings(settings))).toEqual({ ok: true, value: settings })
  })
})

describe('options as they come', () => {
  it.each([
    [[], {}],
    [{}, {}],
    [{ a: 'x', b: '', c: 5, d: null, e: { f: 1 } }, { a: 'x' }],
  ])('%j are %j', (raw, options) => {
    expect(readOptions(raw)).toEqual(options)
  })

  it.each([null, 'text', 5, undefined])('%j are none', (raw) => {
    expect(readOptions(raw)).toBeUndefined()
  })
})

describe('the size of the options', () => {
  it('counts bytes, not letters', () => {
    expect(sizeOfOptions({ a: 'яя' }) - sizeOfOptions({ a: '' })).toBe(4)
  })

  it.each(PRESETS.map(set => [set.id, set] as const))('of the shipped set %s with its fields fits into a portal', (_, set) => {
    expect(sizeOfOptions(optionsOf([set], mapOf([set]), 'Europe/Moscow'))).toBeLessThan(LARGEST_OPTIONS)
  })
})

describe('finding the installation', () => {
  const silent: Portal = { send: () => { throw new Error('the portal is not asked') } }

  it('takes what came with the hand-over and asks nobody', async () => {
    expect(await findInstallation(name => OPTIONS[name], silent, 1)).toMatchObject({ ok: true, value: { portal: silent, installation: { sets: [{ id: 'default' }] } } })
  })

  it('names what does not parse in the hand-over', async () => {
    expect(await findInstallation(name => name === 'fields' ? '?' : OPTIONS[name], silent, 1)).toMatchObject({ ok: false, error: { kind: 'unreadable', option: 'fields' } })
    expect(await findInstallation(name => name === 'settings' ? '?' : OPTIONS[name], silent, 1)).toMatchObject({ ok: false, error: { kind: 'unreadable', option: 'settings' } })
  })

  it('shows a set that is not in force to nobody', async () => {
    const other: QuestionSet = { ...DEFAULT_SET, id: 'other' }
    const options: Options = { ...OPTIONS, ...optionsOf([other], mapOf([other]), 'UTC'), settings: OPTIONS['settings'] ?? '' }
    expect(await findInstallation(name => options[name], silent, 1)).toMatchObject({ ok: true, value: { portal: silent, installation: { sets: [{ id: 'default' }] } } })
  })
})

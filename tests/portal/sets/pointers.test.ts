/** Sets that do not fit into the app's options: they lie on the shelf, and the options point to them. */
import { beforeEach, describe, expect, it } from 'vitest'
import { BANT } from '../../../src/domain/presets/bant.ts'
import { BUILDING } from '../../../src/domain/presets/building.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { TRADING_HOUSE } from '../../../src/domain/presets/trading-house.ts'
import type { SetDraft } from '../../../src/domain/question-set.ts'
import { setReference } from '../../../src/domain/question-set.ts'
import { setQuestionText } from '../../../src/domain/set-edit/questions.ts'
import { findInstallation } from '../../../src/portal/installation.ts'
import { LARGEST_OPTIONS } from '../../../src/portal/options-writing.ts'
import { OPTION_SETTINGS, optionOfSet, readOptions } from '../../../src/portal/options.ts'
import type { Portal } from '../../../src/portal/portal.ts'
import { installationIn, readInForce, setInForce } from '../../../src/portal/sets/in-force.ts'
import { parsePointer, printPointer } from '../../../src/portal/sets/pointer.ts'
import { lookAtPublishing, lookAtReturning } from '../../../src/portal/sets/publishing-plan.ts'
import { publishSet } from '../../../src/portal/sets/publishing.ts'
import { readShelf } from '../../../src/portal/sets/shelf.ts'
import { withdraw } from '../../../src/portal/sets/set-rules.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'

const portal = emulatedPortal()
const ZONE = 'Europe/Moscow'
const ASKED = 'Действующая версия'

const named = (words: string): SetDraft => setQuestionText(DEFAULT_SET, 'need', 'name', 'ru', words)

async function publish(admin: Portal, set: SetDraft, base?: number) {
  const plan = await lookAtPublishing(admin, { set, ...(base !== undefined && { base }) }, ZONE)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return { plan: plan.value, published: await publishSet(admin, plan.value) }
}

/** Leaves so much room in the options, in bytes. */
async function leaveRoom(admin: Portal, bytes: number): Promise<void> {
  const taken = new TextEncoder().encode(JSON.stringify({ ...(await portal.snapshot()).appOptions, other: '' })).length
  await portal.call(admin, 'app.option.set', { options: { other: 'x'.repeat(LARGEST_OPTIONS - taken - bytes) } })
}

async function handedOver(): Promise<(name: string) => string | undefined> {
  const options = readOptions((await portal.snapshot()).appOptions) ?? {}
  return name => options[name]
}

const stored = async (id: string) => String((await portal.snapshot()).appOptions[optionOfSet(id)])

async function inForce(admin: Portal) {
  const found = await readInForce(admin)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}

describe('publishing beside what fills the options', () => {
  it('keeps more sets in force than the options hold, the ones that have no room on the shelf alone', async () => {
    const admin = await portal.as('admin')
    for (const preset of [TRADING_HOUSE, BUILDING]) expect((await publish(admin, preset)).published).toEqual({ ok: true, value: setReference(preset) })
    expect(parsePointer(await stored(DEFAULT_SET.id))).toBeUndefined()
    expect(parsePointer(await stored(BUILDING.id))).toBe(setReference(BUILDING))
    const found = await findInstallation(await handedOver(), await portal.as('manager'), 1)
    expect(found.ok && found.value.installation.sets).toEqual([DEFAULT_SET, TRADING_HOUSE, BUILDING])
  })

  it('says beforehand which set will lie on the shelf alone, and points to its version', async () => {
    const admin = await portal.as('admin')
    await leaveRoom(admin, 100)
    const { plan, published } = await publish(admin, setQuestionText(DEFAULT_SET, 'need', 'script', 'ru', 'Расскажите подробно. '.repeat(40)), 1)
    expect(plan.pointed).toEqual(['default'])
    expect(plan.bytes).toBeLessThan(LARGEST_OPTIONS)
    expect(published).toEqual({ ok: true, value: 'default@2' })
    expect(parsePointer(await stored('default'))).toBe('default@2')
    expect(installationIn(await inForce(admin))?.sets).toEqual([plan.set])
  })

  it('moves other sets to the shelf where the one alone does not make the room', async () => {
    const admin = await portal.as('admin')
    await publish(admin, BANT)
    await leaveRoom(admin, 0)
    const { plan } = await publish(admin, { ...named('Боль'), id: 'second' })
    expect(plan.pointed).toEqual(['second', 'default'])
    expect([parsePointer(await stored('default')), parsePointer(await stored(BANT.id)), parsePointer(await stored('second'))]).toEqual(['default@1', undefined, 'second@1'])
    const shelf = await readShelf(admin, 'default')
    expect(shelf.ok && shelf.value[0]?.versions.map(({ reference, content }) => [reference, content])).toEqual([['default@1', { ok: true, value: DEFAULT_SET }]])
    expect(installationIn(await inForce(admin))?.sets.map(setReference)).toEqual(['default@1', `${BANT.id}@1`, 'second@1'])
  })

  it('does nothing the second time, and lets the version before be put back', async () => {
    const admin = await portal.as('admin')
    await leaveRoom(admin, 100)
    await publish(admin, named('Боль, о которой рассказал сам клиент. '.repeat(3)), 1)
    const before = await portal.snapshot()
    const again = await publish(admin, named('Боль, о которой рассказал сам клиент. '.repeat(3)), 1)
    expect(again.plan.isInForce).toBe(true)
    expect(await portal.snapshot()).toEqual(before)
    const back = await lookAtReturning(admin, 'default@1', 'default@2', ZONE)
    expect(back.ok && await publishSet(admin, back.value)).toEqual({ ok: true, value: 'default@1' })
    expect(installationIn(await inForce(admin))?.sets).toEqual([DEFAULT_SET])
  })

  it('takes a set out of force of which only the shelf has the text', async () => {
    const admin = await portal.as('admin')
    await publish(admin, BANT)
    await leaveRoom(admin, 0)
    await publish(admin, { ...named('Боль'), id: 'second' })
    expect(await withdraw(admin, await inForce(admin), 'default')).toMatchObject({ ok: true })
    expect(installationIn(await inForce(admin))?.sets.map(setReference)).toEqual([`${BANT.id}@1`, 'second@1'])
  })
})

describe('a lead whose set lies on the shelf', () => {
  beforeEach(async () => {
    const admin = await portal.as('admin')
    await leaveRoom(admin, 0)
    await publish(admin, named(ASKED), 1)
  })

  it.each([
    ['with what the portal hands over', 1],
    ['where the portal hands nothing over', 2],
  ] as const)('is opened by a manager, %s, with one more request', async (_, requests) => {
    const before = (await portal.requests()).length
    const option = requests === 1 ? await handedOver() : () => undefined
    const found = await findInstallation(option, await portal.as('manager'), 1)
    expect(found.ok && found.value.installation.sets.map(({ version, questions }) => [version, questions[0]?.name.ru])).toEqual([[2, ASKED]])
    expect((await portal.requests()).slice(before)).toHaveLength(requests)
  })

  it.each<[string, (admin: Portal, item: number) => Promise<unknown>]>([
    ['was deleted from the shelf', (admin, item) => portal.call(admin, 'entity.item.delete', { ENTITY: 'abcsets', ID: item })],
    ['was renamed there', (admin, item) => portal.call(admin, 'entity.item.update', { ENTITY: 'abcsets', ID: item, NAME: 'default@9' })],
    ['is another version under its name', (admin, item) => portal.call(admin, 'entity.item.update', { ENTITY: 'abcsets', ID: item, DETAIL_TEXT: JSON.stringify({ format: 1, ...DEFAULT_SET }) })],
    ['went with the whole storage', admin => portal.call(admin, 'entity.delete', { ENTITY: 'abcsets' })],
    ['is not the one that the settings name', admin => portal.call(admin, 'app.option.set', { options: { [optionOfSet('default')]: printPointer('default@1') } })],
  ])('is not opened when the version %s: the version is named, and it can be published anew', async (_, harm) => {
    const admin = await portal.as('admin')
    const items = await portal.call(admin, 'entity.item.get', { ENTITY: 'abcsets', FILTER: { NAME: 'default@2' } })
    const [item] = Array.isArray(items) ? items as { ID: string }[] : []
    await harm(admin, Number(item?.ID))
    expect(await findInstallation(await handedOver(), await portal.as('manager'), 1)).toEqual({ ok: false, error: { kind: 'gone', set: 'default@2' } })
    expect(setInForce(await inForce(admin), 'default')).toEqual({ ok: false, error: { kind: 'gone' } })
    expect(await portal.snapshot()).toMatchObject({ appOptions: { [OPTION_SETTINGS]: expect.stringContaining('default@2') as unknown } })
  })

  it('is told as damaged when the version does not parse', async () => {
    const admin = await portal.as('admin')
    const items = await portal.call(admin, 'entity.item.get', { ENTITY: 'abcsets', FILTER: { NAME: 'default@2' } })
    const [item] = Array.isArray(items) ? items as { ID: string }[] : []
    await portal.call(admin, 'entity.item.update', { ENTITY: 'abcsets', ID: Number(item?.ID), DETAIL_TEXT: '{"format":1,"id":"def' })
    expect(await findInstallation(await handedOver(), await portal.as('manager'), 1)).toMatchObject({ ok: false, error: { kind: 'unreadable', option: optionOfSet('default') } })
  })

  it('says what the portal said when the shelf cannot be read', async () => {
    const option = await handedOver()
    await portal.faults([{ method: 'entity.item.get', kind: '403' }])
    expect(await findInstallation(option, await portal.as('manager'), 1)).toMatchObject({ ok: false, error: { kind: 'portal', error: { method: 'entity.item.get' } } })
  })
})

describe('a pointer', () => {
  it('is read back as it was printed', () => {
    expect(parsePointer(printPointer('default@12'))).toBe('default@12')
  })

  it.each(['', '{', '{"format":1}', '{"format":1,"shelf":"default"}', '{"format":2,"shelf":"default@1"}', '{"format":1,"shelf":"default@1","more":1}'])('is not what reads %s', (text) => {
    expect(parsePointer(text)).toBeUndefined()
  })
})

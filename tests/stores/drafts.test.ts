// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { printDraft } from '../../src/domain/draft.ts'
import type { Draft } from '../../src/domain/draft.ts'
import { failed, ok } from '../../src/domain/result.ts'
import type { Result } from '../../src/domain/result.ts'
import { keepDrafts } from '../../src/portal/drafts.ts'
import type { Command, Portal, PortalError, PortalErrorKind, Replies } from '../../src/portal/portal.ts'
import { repeating } from '../../src/portal/repeating.ts'
import { emulatedPortal, NOON, PEOPLE } from '../support/emulated-portal.ts'
import { aStorage, HOT, openTab } from './lead-tab.ts'

const portal = emulatedPortal()
const KEY = `triple-a/portal.example/${PEOPLE.manager}/1`
const MINUTE = 60_000

function aDraft(changes: Partial<Draft> = {}): Draft {
  return { set: 'default@1', at: NOON - MINUTE, seconds: 20, answers: { need: { kind: 'choice', choice: 'later' } }, answered: ['need'], again: false, notes: {}, ...changes }
}

async function farDraft(): Promise<unknown> {
  return (await portal.snapshot()).userOptions[String(PEOPLE.manager)]?.['d.1']
}

async function putFar(draft: Draft): Promise<void> {
  await portal.call(await portal.as('manager'), 'user.option.set', { options: { 'd.1': printDraft(draft) } })
}

describe('the near draft', () => {
  it('is kept at every answer, without asking the portal', async () => {
    const storage = aStorage()
    const tab = await openTab(portal, { storage })
    expect(storage.size).toBe(0)
    tab.work.choose('need', 'yes')
    const first = storage.get(KEY)
    tab.work.choose('urgency', 'now')
    expect(first).toContain('"need"')
    expect(storage.get(KEY)).toContain('"urgency"')
    expect(await tab.requests()).toHaveLength(1)
  })

  it('brings answers, notes and the place back when the tab is opened again', async () => {
    const storage = aStorage()
    const tab = await openTab(portal, { storage, now: () => NOON - MINUTE })
    tab.answer({ need: 'yes', urgency: 'quarter' })
    tab.work.note('need', 'ждёт проект')
    tab.work.nameDate('2026-06-10')
    const next = await openTab(portal, { storage })
    expect(next.work.run).toMatchObject({ answers: tab.work.run.answers, answered: ['need', 'urgency'], notes: { need: 'ждёт проект' }, namedDate: '2026-06-10', current: 'urgency' })
    expect(next.work).toMatchObject({ dirty: true, draftFrom: NOON - MINUTE })
  })

  it('goes on counting the time of the run', async () => {
    const storage = aStorage()
    let now = NOON
    const tab = await openTab(portal, { storage, now: () => now })
    now += 30_000
    tab.work.choose('need', 'yes')
    const next = await openTab(portal, { storage, now: () => now + MINUTE })
    expect(next.work.seconds()).toBe(30)
  })

  it('belongs to who answered', async () => {
    const storage = aStorage()
    const tab = await openTab(portal, { storage })
    tab.work.choose('need', 'yes')
    expect((await openTab(portal, { storage, user: 'head' })).work).toMatchObject({ dirty: false, draftFrom: undefined })
  })

  it.each([
    ['of another set', printDraft(aDraft({ set: 'bant@1' }))],
    ['that is no JSON', '{"format":1'],
    ['of a later app', JSON.stringify({ ...aDraft(), format: 2 })],
    ['with something unknown in it', JSON.stringify({ ...aDraft(), format: 1, more: true })],
  ])('%s is not used', async (_, text) => {
    const storage = aStorage()
    storage.set(KEY, text)
    const { work } = await openTab(portal, { storage })
    expect(work).toMatchObject({ dirty: false, draftFrom: undefined, run: { answers: {} } })
    expect(storage.get(KEY)).toBe(text)
  })

  it('of an earlier version of the same set is used', async () => {
    const storage = aStorage()
    storage.set(KEY, printDraft(aDraft({ set: 'default@7' })))
    expect((await openTab(portal, { storage })).work.run.answers).toEqual({ need: { kind: 'choice', choice: 'later' } })
  })

  it('is done without where the browser refuses to store', async () => {
    const refuse = () => { throw new Error('storage is forbidden') }
    const tab = await openTab(portal, { storage: { length: 0, clear: refuse, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse } })
    tab.answer(HOT)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
  })
})

describe('the far draft', () => {
  it('is sent on a pause, once, and opens in another browser', async () => {
    const tab = await openTab(portal)
    tab.work.choose('need', 'yes')
    await tab.work.sendDraft()
    await tab.work.sendDraft()
    expect((await tab.requests()).slice(1)).toEqual([['user.option.set']])
    const elsewhere = await openTab(portal)
    expect(elsewhere.work).toMatchObject({ dirty: true, draftFrom: NOON, run: { answers: { need: { choice: 'yes' } } } })
  })

  it('is not sent while nothing was answered', async () => {
    const tab = await openTab(portal)
    await tab.work.sendDraft()
    expect(await tab.requests()).toHaveLength(1)
  })

  it('that did not arrive is sent at the next pause', async () => {
    const tab = await openTab(portal)
    tab.work.choose('need', 'yes')
    await portal.faults([{ method: 'user.option.set', kind: 'cut' }])
    await tab.work.sendDraft()
    expect(await farDraft()).toBeUndefined()
    await tab.work.sendDraft()
    expect(await farDraft()).toContain('"need"')
  })

  it.each([
    ['near', NOON - 2 * MINUTE, NOON - MINUTE, 'yes'],
    ['far', NOON - MINUTE, NOON - 2 * MINUTE, 'later'],
  ])('and the near one: the later counts (%s)', async (_, far, near, choice) => {
    const storage = aStorage()
    storage.set(KEY, printDraft(aDraft({ at: near, answers: { need: { kind: 'choice', choice: 'yes' } } })))
    await putFar(aDraft({ at: far }))
    expect((await openTab(portal, { storage })).work.run.answers).toEqual({ need: { kind: 'choice', choice } })
  })
})

/** Drafts whose requests end when the test says so; `sent`: the choices in them, in order. */
function heldDrafts() {
  const sent: (string | undefined)[] = []
  const ends: ((kind?: PortalErrorKind) => void)[] = []
  const held: Portal = {
    send<K extends string>(commands: Readonly<Record<K, Command>>) {
      sent.push(/later|yes/.exec(JSON.stringify(commands))?.[0])
      return new Promise<Result<Replies<K>, PortalError>>((resolve) => {
        ends.push((kind) => {
          const done = Object.fromEntries(Object.keys(commands).map(key => [key, ok(true)])) as Replies<K>
          resolve(kind === undefined ? ok(done) : failed({ kind, method: 'batch', code: '', description: '' }))
        })
      })
    },
  }
  const patient = repeating(held, { now: () => 0, wait: () => Promise.resolve(), random: () => 0.5 })
  const drafts = keepDrafts({ portal: patient, host: 'portal.example', lead: 1, far: undefined, storage: aStorage })
  return {
    sent,
    keep: (choice: 'later' | 'yes') => { drafts.keep(PEOPLE.manager, aDraft({ answers: { need: { kind: 'choice', choice } } })) },
    forget: () => { drafts.forget(PEOPLE.manager) },
    send: () => drafts.send(),
    /** Ends the request under way, once there is one. */
    end: async (kind?: PortalErrorKind) => {
      await expect.poll(() => ends.length).toBe(1)
      ends.pop()?.(kind)
    },
  }
}

describe('far drafts', () => {
  it.each(['unreachable', 'busy'] as const)('that did not arrive (%s) are not sent again over a newer one', async (kind) => {
    const { sent, keep, send, end } = heldDrafts()
    keep('later')
    const old = send()
    await end(kind)
    await old
    keep('yes')
    const newer = send()
    await end()
    await newer
    expect(sent).toEqual(['later', 'yes'])
  })

  it('go one after the other, and of those that waited only the last', async () => {
    const { sent, keep, send, end } = heldDrafts()
    keep('later')
    const first = send()
    await expect.poll(() => sent).toEqual(['later'])
    keep('later')
    const second = send()
    keep('yes')
    const third = send()
    await end()
    await first
    await end()
    await Promise.all([second, third])
    expect(sent).toEqual(['later', 'yes'])
  })

  it('that wait are not sent once the run was saved', async () => {
    const { sent, keep, forget, send, end } = heldDrafts()
    keep('later')
    const first = send()
    await expect.poll(() => sent).toEqual(['later'])
    keep('yes')
    const second = send()
    forget()
    await end()
    await Promise.all([first, second])
    expect(sent).toEqual(['later'])
  })
})

describe('after the save', () => {
  it('both are gone', async () => {
    const storage = aStorage()
    const tab = await openTab(portal, { storage })
    tab.answer(HOT)
    await tab.work.sendDraft()
    await tab.save()
    expect(storage.size).toBe(0)
    expect(await farDraft()).toBe('')
    const next = await openTab(portal, { storage })
    expect(next.work).toMatchObject({ dirty: false, draftFrom: undefined })
  })

  it('a draft that another browser kept from before is not taken up by who saved', async () => {
    const elsewhere = aStorage()
    const left = await openTab(portal, { storage: elsewhere, now: () => NOON - MINUTE })
    left.work.choose('need', 'no')
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    expect((await openTab(portal, { storage: elsewhere, now: () => NOON + MINUTE })).work).toMatchObject({ dirty: false, draftFrom: undefined, run: { answers: { need: { choice: 'yes' } } } })
  })

  it('one’s own draft stays though a colleague saved meanwhile', async () => {
    const storage = aStorage()
    const left = await openTab(portal, { storage, now: () => NOON - MINUTE })
    left.work.choose('need', 'no')
    const colleague = await openTab(portal, { user: 'head' })
    colleague.answer(HOT)
    await colleague.save()
    expect((await openTab(portal, { storage })).work).toMatchObject({ dirty: true, draftFrom: NOON - MINUTE })
  })

  it('nothing is left to be sent', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    const before = (await tab.requests()).length
    await tab.work.sendDraft()
    expect(await tab.requests()).toHaveLength(before)
  })

  it('no empty option stays behind where no draft was sent', async () => {
    const tab = await openTab(portal)
    tab.answer(HOT)
    await tab.save()
    expect((await portal.snapshot()).userOptions['4']).toEqual({ 'r.1': '' })
  })
})

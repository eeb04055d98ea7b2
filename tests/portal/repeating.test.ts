import { describe, expect, it } from 'vitest'
import { failed, ok } from '../../src/domain/result.ts'
import type { Result } from '../../src/domain/result.ts'
import type { Command, Portal, PortalError, PortalErrorKind, Replies } from '../../src/portal/portal.ts'
import { LONGEST_TRYING } from '../../src/portal/repeat.ts'
import { repeating } from '../../src/portal/repeating.ts'

const READ: Command = { method: 'crm.item.get', params: {} }
const UPDATE: Command = { method: 'crm.item.update', params: {} }
const DRAFT: Command = { method: 'user.option.set', params: {} }
const COMMENT: Command = { method: 'crm.timeline.comment.add', params: {} }

function errorOf(kind: PortalErrorKind): PortalError {
  return { kind, method: 'batch', code: '', description: '' }
}

type Outcome = PortalErrorKind | 'done' | Readonly<Record<string, PortalErrorKind | 'done'>>

function answerOf(outcome: Outcome, keys: readonly string[]): Result<Replies<string>, PortalError> {
  if (outcome === 'done') return ok(Object.fromEntries(keys.map(key => [key, ok(true)])))
  if (typeof outcome === 'string') return failed(errorOf(outcome))
  return ok(Object.fromEntries(keys.map((key) => {
    const one = outcome[key] ?? 'done'
    return [key, one === 'done' ? ok(true) : failed(errorOf(one))]
  })))
}

/** A portal whose requests end like this, one after the other; time passes only in pauses and, `each` milliseconds, in requests. */
function portalThat(outcomes: readonly Outcome[], { each = 0, random = 0.5 } = {}) {
  const left = [...outcomes]
  const pauses: number[] = []
  let now = 0
  let sent = 0
  const portal: Portal = {
    send<K extends string>(commands: Readonly<Record<K, Command>>) {
      sent += 1
      now += each
      return Promise.resolve(answerOf(left.shift() ?? 'done', Object.keys(commands)) as Result<Replies<K>, PortalError>)
    },
  }
  const patient = repeating(portal, {
    now: () => now,
    wait(milliseconds) { pauses.push(milliseconds); now += milliseconds; return Promise.resolve() },
    random: () => random,
  })
  return { patient, pauses, sent: () => sent }
}

describe('a request that a busy portal refused', () => {
  it('is sent again after growing pauses, a write too', async () => {
    const { patient, pauses, sent } = portalThat(['busy', 'busy'])
    expect(await patient.send({ update: UPDATE, comment: COMMENT }, { halt: true })).toMatchObject({ ok: true })
    expect(sent()).toBe(3)
    expect(pauses).toEqual([800, 2000])
  })

  it('is given up after the third try', async () => {
    const { patient, sent } = portalThat(['busy', 'busy', 'busy', 'done'])
    expect(await patient.send({ read: READ }, { halt: false })).toMatchObject({ ok: false, error: { kind: 'busy' } })
    expect(sent()).toBe(3)
  })

  it('comes back a little earlier or later by chance', async () => {
    const early = portalThat(['busy'], { random: 0 })
    const late = portalThat(['busy'], { random: 0.999 })
    await early.patient.send({ read: READ }, { halt: false })
    await late.patient.send({ read: READ }, { halt: false })
    expect([early.pauses, late.pauses]).toEqual([[600], [1000]])
  })

  it('is not sent again when a manager has waited long enough', async () => {
    const { patient, sent } = portalThat(['busy'], { each: LONGEST_TRYING })
    expect(await patient.send({ read: READ }, { halt: false })).toMatchObject({ ok: false })
    expect(sent()).toBe(1)
  })
})

describe('a draft', () => {
  it.each(['busy', 'unreachable', { draft: 'busy' }] as const)('alone is not sent again, a newer one may have gone meanwhile (%j)', async (outcome) => {
    const { patient, sent } = portalThat([outcome])
    await patient.send({ draft: DRAFT }, { halt: true })
    expect(sent()).toBe(1)
  })

  it('that is emptied by a save goes again with it when nothing of it ran', async () => {
    const { patient, sent } = portalThat(['busy'])
    expect(await patient.send({ update: UPDATE, comment: COMMENT, draft: DRAFT }, { halt: true })).toMatchObject({ ok: true })
    expect(sent()).toBe(2)
  })
})

describe('who sent a request', () => {
  it.each([
    ['busy', 'busy'],
    [{ read: 'busy' }, 'busy'],
    ['unreachable', 'unreachable'],
  ] as const)('is told before every pause why it waits (%j)', async (outcome, why) => {
    const { patient, pauses } = portalThat([outcome, outcome])
    const told: string[] = []
    await patient.send({ read: READ }, { halt: false, onWait(waiting) { told.push(`${waiting} after ${pauses.length}`) } })
    expect(told).toEqual([`${why} after 0`, `${why} after 1`])
  })

  it('is told nothing when there is nothing to wait for', async () => {
    const { patient } = portalThat(['refused'])
    await patient.send({ read: READ }, { halt: false, onWait() { throw new Error('nobody waits') } })
  })
})

describe('a request without an answer', () => {
  it.each([
    ['reads', { read: READ, me: { method: 'profile', params: {} }, may: { method: 'crm.automation.trigger', params: {} } }, 2],
    ['writes fields of the lead', { update: UPDATE }, 2],
    ['writes a setting of the app', { settings: { method: 'app.option.set', params: {} } }, 2],
    ['keeps a draft', { draft: DRAFT }, 1],
    ['writes fields of the lead and empties a draft', { update: UPDATE, draft: DRAFT }, 1],
    ['adds a comment', { comment: COMMENT }, 1],
    ['reads and adds a comment', { read: READ, comment: COMMENT }, 1],
    ['makes a to-do', { todo: { method: 'crm.activity.todo.add', params: {} } }, 1],
    ['sends a notice', { notice: { method: 'im.notify.personal.add', params: {} } }, 1],
  ] as const)('that %s is sent as often as does no harm', async (_, commands, times) => {
    const { patient, sent } = portalThat(['unreachable'])
    await patient.send<string>(commands, { halt: true })
    expect(sent()).toBe(times)
  })

  it('after a refusal is not sent again when it may have written', async () => {
    const { patient, sent } = portalThat(['busy', 'unreachable'])
    expect(await patient.send({ update: UPDATE, comment: COMMENT }, { halt: true })).toMatchObject({ error: { kind: 'unreachable' } })
    expect(sent()).toBe(2)
  })
})

describe('a command that was refused for its time inside a batch', () => {
  it('is asked again with the others when all of them read', async () => {
    const { patient, sent } = portalThat([{ todos: 'busy' }])
    expect(await patient.send({ read: READ, todos: { method: 'crm.activity.list', params: {} } }, { halt: false })).toMatchObject({ value: { todos: { ok: true } } })
    expect(sent()).toBe(2)
  })

  it('is not waited for when only others are worth it', async () => {
    const { patient, pauses, sent } = portalThat([{ extra: 'busy' }])
    expect(await patient.send({ read: READ, extra: READ }, { halt: false, waitFor: ['read'] })).toMatchObject({ value: { read: { ok: true }, extra: { ok: false } } })
    expect([sent(), pauses]).toEqual([1, []])
  })

  it('is asked again when it is worth it, until it is there', async () => {
    const { patient, sent } = portalThat([{ read: 'busy', extra: 'busy' }, { extra: 'busy' }])
    expect(await patient.send({ read: READ, extra: READ }, { halt: false, waitFor: ['read'] })).toMatchObject({ value: { read: { ok: true }, extra: { ok: false } } })
    expect(sent()).toBe(2)
  })

  it('is asked again when it was the first and halted the rest', async () => {
    const { patient, sent } = portalThat([{ update: 'busy', comment: 'not-run' }])
    await patient.send({ update: UPDATE, comment: COMMENT }, { halt: true })
    expect(sent()).toBe(2)
  })

  it('is left to be finished when something before it was written', async () => {
    const { patient, sent } = portalThat([{ comment: 'busy' }])
    expect(await patient.send({ update: UPDATE, comment: COMMENT }, { halt: true })).toMatchObject({ value: { comment: { ok: false } } })
    expect(sent()).toBe(1)
  })
})

it.each(['not-allowed', 'no-access', 'missing-scope', 'no-rest', 'not-found', 'expired', 'refused', 'unreadable'] as const)('an answer (%s) is an answer', async (kind) => {
  const { patient, sent } = portalThat([kind])
  expect(await patient.send({ read: READ }, { halt: false })).toMatchObject({ error: { kind } })
  expect(sent()).toBe(1)
})

/** The emulated portal keeps every statement that the app relies on; `npm run test:live` asks a real one the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal } from '../../emulator/server.ts'
import type { RunningPortal } from '../../emulator/server.ts'
import { preparePortal } from '../../scripts/prepare-portal.ts'
import { APP_URL, NOON, PEOPLE } from '../support/emulated-portal.ts'
import { filesBelow, ROOT } from '../support/imports.ts'
import type { Key } from './suite/access.ts'
import { conduct, reach } from './suite/conduct.ts'
import type { Reached } from './suite/conduct.ts'
import { STATEMENTS } from './suite/statements.ts'

const LEAD = 1
/** Of the lead that is written: who changed it last and when. Of the portal: notices that nothing removes, and options that are empty now. */
const TRACES = ['updatedTime', 'updatedBy', 'lastActivityTime', 'lastActivityBy']
const State = v.objectWithRest({ leads: v.array(v.record(v.string(), v.unknown())) }, v.unknown())
const Token = v.object({ access_token: v.string() })

let running: RunningPortal | undefined
const worlds: { admin?: Reached, manager?: Reached } = {}

function url(): string {
  if (!running) throw new Error('the portal runs from beforeAll on')
  return running.url
}

async function keyOf(user: 'admin' | 'manager', scope = ''): Promise<Key & { readonly kind: 'application' }> {
  const query = new URLSearchParams({ user, ...(scope && { scope }) })
  const { access_token: token } = v.parse(Token, await (await fetch(`${url()}/emulator/token?${query.toString()}`)).json())
  return { kind: 'application', portal: url(), token }
}

async function advance(seconds: number): Promise<void> {
  await fetch(`${url()}/emulator/clock`, { method: 'POST', body: JSON.stringify({ advance: seconds }) })
}

async function state(): Promise<v.InferOutput<typeof State>> {
  return v.parse(State, await (await fetch(`${url()}/emulator/snapshot`)).json())
}

const Notices = v.object({ notices: v.array(v.object({ MESSAGE: v.string() })) })

/** Everything is allowed here, so that nothing is left out. */
async function worldOf(user: 'admin' | 'manager', oldToken: string): Promise<Reached> {
  const closed = (await state()).leads.find(lead => lead['assignedById'] === PEOPLE.seller)
  return reach({
    key: await keyOf(user), lead: LEAD, storage: true, setUp: true, narrow: await keyOf(user, 'crm'), oldToken, closedLead: Number(closed?.['id']),
    nextSecond: () => advance(1),
    notices: async () => v.parse(Notices, await state()).notices.map(notice => notice.MESSAGE),
  })
}

/** What is the same before and after. */
async function lasting(): Promise<unknown> {
  const { leads, triggers: _, notices: __, appOptions, userOptions, ...rest } = await state()
  const filled = (options: unknown): unknown => JSON.parse(JSON.stringify(options, (__key, value: unknown) => value === '' ? undefined : value))
  return {
    ...rest,
    appOptions: filled(appOptions),
    userOptions: Object.values(v.parse(v.record(v.string(), v.unknown()), userOptions)).map(filled).filter(options => Object.keys(Object(options)).length > 0),
    leads: leads.map(lead => lead['id'] === LEAD ? Object.fromEntries(Object.entries(lead).filter(([name]) => !TRACES.includes(name))) : lead),
  }
}

let before: unknown
beforeAll(async () => {
  running = await startPortal({ port: 0, leads: 30, seed: 7, appUrl: APP_URL, now: NOON })
  const { token } = await keyOf('manager')
  await advance(3601)
  await preparePortal(url())
  worlds.manager = await worldOf('manager', token)
  worlds.admin = await worldOf('admin', token)
  before = await lasting()
})
afterAll(async () => {
  await running?.close()
})

for (const [about, statements] of Object.entries(STATEMENTS)) {
  describe(about, () => {
    for (const statement of statements) {
      it(`${statement.claim} (${statement.page})`, async () => {
        const asAdministrator = statement.needs?.some(need => need === 'administrator' || need === 'set-up') ?? false
        const world = asAdministrator ? worlds.admin : worlds.manager
        if (!world) throw new Error('the portal is not set up')
        expect(await conduct(statement, world)).toBeUndefined()
      })
    }
  })
}

describe('the suite', () => {
  it('puts back what it wrote', async () => {
    expect(await lasting()).toEqual(before)
  })

  it('puts back also after a statement that does not hold, the last first, and tells what it could not', async () => {
    const { manager } = worlds
    if (!manager) throw new Error('the portal is not set up')
    const done: string[] = []
    const failing = (last: () => Promise<unknown>): Promise<string | undefined> => conduct({ claim: '', page: '', methods: [], check: ({ undo }) => {
      undo(() => Promise.resolve(done.push('first')))
      undo(last)
      return Promise.reject(new Error('it is different'))
    } }, manager)
    await expect(failing(() => Promise.resolve(done.push('second')))).rejects.toThrow('it is different')
    expect(done).toEqual(['second', 'first'])
    await expect(failing(() => Promise.reject(new Error('gone')))).rejects.toThrow('not put back: Error: gone')
    expect(done).toEqual(['second', 'first', 'first'])
  })

  it('says something of every method that the app sends', () => {
    const sent = filesBelow('src').filter(file => /\.(?:ts|vue)$/.test(file))
      .flatMap(file => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/method: '([a-z][\w.]+)'/g)].map(([, method]) => method))
    const stated = new Set(Object.values(STATEMENTS).flat().flatMap(statement => statement.methods))
    expect(sent.length).toBeGreaterThan(20)
    expect(sent.filter(method => method !== undefined && !stated.has(method))).toEqual([])
  })
})

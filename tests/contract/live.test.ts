/** `npm run test:live` from outside: against the emulated portal, as it would be run against a real one. */
import { spawn } from 'node:child_process'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPortal } from '../../emulator/server.ts'
import type { RunningPortal } from '../../emulator/server.ts'
import { preparePortal } from '../../scripts/prepare-portal.ts'
import { APP_URL, NOON } from '../support/emulated-portal.ts'
import { ROOT } from '../support/imports.ts'

const LEAD = 1
/** Of the lead that was written: by whom and when it was last. */
const TRACES = ['updatedTime', 'updatedBy', 'lastActivityTime', 'lastActivityBy']
const WRITES = /\.(?:add|set|update|delete|bind|unbind|trigger|rights|notify)\b|notify/

const Token = v.object({ access_token: v.string() })
const Log = v.array(v.object({ method: v.string(), commands: v.array(v.string()), status: v.number() }))
const State = v.objectWithRest({ leads: v.array(v.record(v.string(), v.unknown())), triggers: v.array(v.object({ target: v.string() })) }, v.unknown())

let running: RunningPortal | undefined

function url(): string {
  if (!running) throw new Error('the portal runs from beforeAll on')
  return running.url
}

async function ask(path: string): Promise<unknown> {
  return (await fetch(`${url()}/emulator/${path}`)).json()
}

async function post(path: string, body: unknown): Promise<void> {
  await fetch(`${url()}/emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
}

async function token(): Promise<string> {
  return v.parse(Token, await ask('token?user=manager')).access_token
}

/** Every method that was called, inside batches too. */
async function called(): Promise<readonly string[]> {
  return v.parse(Log, await ask('log')).flatMap(({ method, commands }) => method === 'batch' ? commands : [method])
}

async function state(): Promise<v.InferOutput<typeof State>> {
  return v.parse(State, await ask('snapshot'))
}

/** What the command prints, and its exit code. Only what is named is in its environment. */
function live(environment: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly printed: string }> {
  return new Promise((resolve, reject) => {
    const command = spawn(`${ROOT}node_modules/.bin/tsx`, ['tests/contract/live/run.ts'], { cwd: ROOT, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1', ...environment } })
    let printed = ''
    const add = (chunk: Buffer): void => { printed += chunk.toString('utf8') }
    command.stdout.on('data', add)
    command.stderr.on('data', add)
    command.once('error', reject)
    command.once('close', code => resolve({ code, printed }))
  })
}

/** The lines of statements that were not run, each with its reason. */
function notRun(printed: string): readonly string[] {
  return [...printed.matchAll(/^ {2}– (.+)\n {6}(.+)$/gm)].map(([, claim = '', reason = '']) => `${claim}: ${reason}`)
}

beforeAll(async () => {
  running = await startPortal({ port: 0, leads: 30, seed: 7, appUrl: APP_URL, now: NOON })
})
beforeEach(async () => {
  await post('reset', {})
  await preparePortal(url())
})
afterAll(async () => {
  await running?.close()
})

describe('npm run test:live', { timeout: 120_000 }, () => {
  it('only reads with a token alone, and says what it leaves out', async () => {
    const [before, known] = [await state(), (await called()).length]
    const { code, printed } = await live({ TRIPLE_A_PORTAL: url(), TRIPLE_A_TOKEN: await token() })
    expect(printed).toMatch(/\n\d+ hold, 0 differ, \d+ not run\n$/)
    expect(code).toBe(0)
    expect((await called()).slice(known).filter(method => WRITES.test(method))).toEqual([])
    expect((await called()).length).toBeGreaterThan(known + 20)
    expect(await state()).toEqual(before)
    expect(notRun(printed)).toEqual(expect.arrayContaining([expect.stringMatching(/^an update gives the whole item back .*: not run: writes to a lead: TRIPLE_A_LEAD names none$/)]))
  })

  it('writes only to the lead that is named, and puts it back', async () => {
    const before = await state()
    const { code, printed } = await live({ TRIPLE_A_PORTAL: url(), TRIPLE_A_TOKEN: await token(), TRIPLE_A_LEAD: String(LEAD) })
    expect(printed).toMatch(/\n\d+ hold, 0 differ, \d+ not run\n$/)
    expect(code).toBe(0)
    expect(await called()).toEqual(expect.arrayContaining(['crm.item.update', 'crm.activity.todo.add', 'crm.timeline.comment.add', 'crm.automation.trigger']))
    expect(notRun(printed).filter(line => line.includes('TRIPLE_A_LEAD'))).toEqual([])
    const after = await state()
    const lasting = ({ leads, triggers: _, ...rest }: typeof before): unknown => ({
      ...rest,
      leads: leads.map(lead => lead['id'] === LEAD ? Object.fromEntries(Object.entries(lead).filter(([name]) => !TRACES.includes(name))) : lead),
    })
    expect(lasting(after)).toEqual(lasting(before))
    expect(after.triggers.map(({ target }) => target)).toEqual([`LEAD_${LEAD}`])
  })

  it('leaves out with a webhook what needs the context of an application, and never prints its code', async () => {
    const { code, printed } = await live({ TRIPLE_A_WEBHOOK: `${url()}/rest/4/manager/` })
    expect(printed).toMatch(/\n\d+ hold, 0 differ, \d+ not run\n$/)
    expect(code).toBe(0)
    const left = notRun(printed).filter(line => line.includes('context of an application'))
    for (const page of ['app-option-get', 'user-option-get', 'entity-item-get', 'placement-get', 'placement-bind']) {
      expect(left.some(line => line.includes(page)), page).toBe(true)
    }
    expect((await called()).some(method => method === 'crm.item.get')).toBe(true)
    expect(printed).not.toContain('4/manager')
  })

  it('fails when the portal is different, and says where without the token', async () => {
    await post('faults', [{ method: 'crm.settings.mode.get', kind: '500', user: 'manager', times: 9 }])
    const secret = await token()
    const { code, printed } = await live({ TRIPLE_A_PORTAL: url(), TRIPLE_A_TOKEN: secret })
    expect(code).not.toBe(0)
    expect(printed).toContain('✗ the mode of the CRM is 1 with leads and 2 without')
    expect(printed).toContain(' 1 differ,')
    expect(printed).not.toContain(secret)
  })

  it('says in one sentence what to set when there is no address', async () => {
    const { code, printed } = await live({})
    expect(code).not.toBe(0)
    expect(printed).toMatch(/^Set TRIPLE_A_PORTAL .* TRIPLE_A_TOKEN .*, or TRIPLE_A_WEBHOOK [^.]*\.\n$/)
  })

  it.each([
    ['a portal that refuses the token', () => ({ TRIPLE_A_PORTAL: url(), TRIPLE_A_TOKEN: 'secret-secret-secret' })],
    ['a portal that does not answer', () => ({ TRIPLE_A_WEBHOOK: 'http://127.0.0.1:1/rest/1/secret-secret-secret/' })],
    ['an address of another form', () => ({ TRIPLE_A_WEBHOOK: 'https://portal.example/secret-secret-secret/' })],
  ])('keeps the secret to itself before %s', async (_, environment) => {
    const { code, printed } = await live(environment())
    expect(code).toBe(2)
    expect(printed.trim().split('\n')).toHaveLength(1)
    expect(printed).not.toContain('secret-secret')
  })
})

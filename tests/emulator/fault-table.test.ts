/** Every kind of fault at every method that the app calls, before and after, alone and inside a batch. */
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { parseFaults } from '../../emulator/faults.ts'
import { callMethod } from '../../emulator/rest/dispatch.ts'
import { snapshot } from '../../emulator/snapshot.ts'
import { phpLine } from './php-line.ts'
import { ALL_SCOPES } from '../../emulator/tokens.ts'
import { aPortal, at, NOON, textAt } from './running-portal.ts'

const portal = aPortal(10)
let auth: string
let todo: unknown
let field: unknown

/** What a write leaves behind, so that its trace is found in the snapshot; always in the last parameter or field. */
const MARK = 'QQMARKQQ'

const item = { entityTypeId: 1, id: 1 }
const owner = { ownerTypeId: 1, ownerId: 1 }
const deadline = '2026-06-02T10:00:00+03:00'

/** The methods that the app calls, and those of its design, with parameters that succeed. */
const READS: Readonly<Record<string, object>> = {
  'app.info': {},
  'app.option.get': {},
  'crm.activity.list': { filter: { OWNER_ID: 1, OWNER_TYPE_ID: 1 } },
  'crm.item.get': item,
  'crm.item.list': { entityTypeId: 1, select: ['id'], start: -1 },
  'crm.lead.userfield.list': {},
  'crm.settings.mode.get': {},
  'crm.status.list': { filter: { ENTITY_ID: 'STATUS' } },
  'crm.timeline.comment.list': { filter: { ENTITY_ID: 1, ENTITY_TYPE: 'lead' } },
  'department.get': { ID: 3 },
  'entity.item.get': { ENTITY: 'abcruns' },
  'placement.get': {},
  'profile': {},
  'user.get': { ID: 4 },
  'user.option.get': {},
}
const WRITES: Readonly<Record<string, () => object>> = {
  'app.option.set': () => ({ options: { mark: MARK } }),
  'crm.activity.todo.add': () => ({ ...owner, deadline, description: MARK }),
  'crm.activity.todo.update': () => ({ ...owner, id: todo, deadline, description: MARK }),
  'crm.automation.trigger': () => ({ target: 'LEAD_1', code: MARK }),
  'crm.item.update': () => ({ ...item, fields: { comments: 'x', title: MARK } }),
  'crm.lead.userfield.add': () => ({ fields: { FIELD_NAME: 'SECOND', USER_TYPE_ID: 'string', LABEL: MARK } }),
  'crm.lead.userfield.update': () => ({ id: field, fields: { SORT: 5, XML_ID: MARK } }),
  'crm.timeline.comment.add': () => ({ fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: MARK } }),
  'entity.item.add': () => ({ ENTITY: 'abcruns', NAME: 'run', DETAIL_TEXT: MARK }),
  'im.notify.personal.add': () => ({ USER_ID: 3, MESSAGE: MARK }),
  'placement.bind': () => ({ PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: 'http://127.0.0.1:5173/', TITLE: MARK }),
  'user.option.set': () => ({ options: { mark: MARK } }),
}
/** Writes that the portal refuses the second time. */
const ONCE = ['crm.lead.userfield.add', 'placement.bind']
const METHODS = [...Object.keys(READS), ...Object.keys(WRITES)]

const REQUEST_KINDS = ['401', '503', 'cut', 'hang', 'slow', 'html', 'no-time', 'no-cors', 'twice', 'late']
const CALL_KINDS = ['403', '429', '500', 'no-result', 'empty', 'stale', 'drop-field']
const CASES = [...REQUEST_KINDS, ...CALL_KINDS].flatMap(kind => [[kind, 'before'], [kind, 'after']] as const)

interface Seen {
  /** 0 without an answer. */
  readonly status: number
  readonly text: string
  readonly cors: string | null
}

beforeAll(async () => {
  auth = textAt(await portal.get('/emulator/token?user=admin'), 'access_token')
})
afterEach(() => {
  vi.useRealTimers()
})

/** A method run past HTTP, to lay out in a moment what the calls need. */
function run(method: string, params: Readonly<Record<string, unknown>>): unknown {
  const { portal: inside, store } = portal.running()
  const user = store.user('admin')
  if (!user) throw new Error('no admin')
  return callMethod(inside, user, { userId: user.id, scopes: new Set<string>(ALL_SCOPES), application: true }, method, params)
}

function fresh(...faults: object[]): void {
  const { portal: { answers, faults: armed, log, overdue }, store } = portal.running()
  const parsed = parseFaults(faults)
  if (typeof parsed === 'string') throw new Error(parsed)
  store.reset({ now: NOON })
  run('entity.add', { ENTITY: 'abcruns', NAME: 'Runs', ACCESS: { AU: 'W' } })
  field = run('crm.lead.userfield.add', { fields: { FIELD_NAME: 'FIRST', USER_TYPE_ID: 'string' } })
  todo = at(run('crm.activity.todo.add', { ...owner, deadline }), 'id')
  log.clear()
  answers.clear()
  overdue.clear()
  armed.set(parsed)
}

function paramsOf(method: string): object {
  return WRITES[method]?.() ?? READS[method] ?? {}
}

function send(method: string, body: object, signal?: AbortSignal): Promise<Seen> {
  return fetch(`${portal.running().url}/rest/${method}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...body, auth }), ...(signal && { signal }),
  }).then(
    async response => ({ status: response.status, text: await response.text(), cors: response.headers.get('access-control-allow-origin') }),
    () => ({ status: 0, text: '', cors: null }),
  )
}

/** A request that hangs is given up when the portal has noted it; the three seconds of a slow one pass at once. */
async function seen(kind: string, method: string, body: object): Promise<Seen> {
  if (kind === 'hang') {
    const giveUp = new AbortController()
    const hanging = send(method, body, giveUp.signal)
    while (portal.running().portal.log.entries().length === 0) await setImmediate()
    giveUp.abort()
    return hanging
  }
  if (kind !== 'slow') return send(method, body)
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  let answer: Seen | undefined
  let waited = 0
  const slow = send(method, body).then((one) => { answer = one })
  while (answer === undefined) {
    await setImmediate()
    if (vi.getTimerCount() > 0) waited += 100
    vi.advanceTimersByTime(100)
  }
  await slow
  vi.useRealTimers()
  expect(waited).toBeGreaterThanOrEqual(3000)
  return answer
}

function marked(): boolean {
  return JSON.stringify(snapshot(portal.running().store.state, null)).includes(MARK)
}

/** What the request as a whole looks like; nothing when the fault concerns the one call. */
function requestAnswer(kind: string, when: string): [status: number, text: unknown, cors: unknown] | undefined {
  const any = expect.any(String)
  switch (kind) {
    case '401': return [401, expect.stringContaining('"expired_token"'), '*']
    case '503': return [503, expect.stringContaining('"QUERY_LIMIT_EXCEEDED"'), '*']
    case 'cut':
    case 'late':
    case 'hang': return [0, '', null]
    case 'slow': return [200, expect.stringContaining('"result"'), '*']
    case 'html': return [200, expect.stringContaining('<!doctype html>'), '*']
    case 'no-time': return [200, expect.not.stringMatching(/"time":\{[^{}]*\}\}$/), '*']
    case 'no-cors': return when === 'before' ? [503, any, null] : [200, any, null]
    default: return undefined
  }
}

const CODES: Readonly<Record<string, readonly [number, string]>> = {
  403: [403, 'INVALID_CREDENTIALS'], 429: [429, 'OPERATION_TIME_LIMIT'], 500: [500, 'INTERNAL_SERVER_ERROR'],
}

function ranWith(kind: string, when: string): boolean {
  if (kind === 'drop-field' || kind === 'late') return false
  return ['slow', 'no-time', 'stale', 'twice'].includes(kind) || when === 'after'
}

describe.each(METHODS)('%s', (method) => {
  it.each(CASES)('%s %s', async (kind, when) => {
    for (const inBatch of [false, true]) {
      fresh({ method, kind, when })
      const params = paramsOf(method)
      const body = inBatch ? { cmd: { first: 'server.time', one: `${method}?${phpLine({ ...params })}`, last: 'server.time' } } : params
      const { status, text, cors } = await seen(kind, inBatch ? 'batch' : method, body)

      const whole = requestAnswer(kind, when)
      if (whole) expect([status, text, cors]).toEqual(whole)
      else {
        const answer: unknown = JSON.parse(text)
        const [code, error] = CODES[kind] ?? []
        if (inBatch) {
          expect(status).toBe(200)
          expect(answer).toMatchObject({ result: { result: { first: expect.any(String), last: expect.any(String) } } })
          if (error !== undefined) expect(answer).toMatchObject({ result: { result_error: { one: { error } } } })
          if (kind === 'empty') expect(answer).toMatchObject({ result: { result: { one: [] }, result_error: [] } })
          if (kind === 'no-result') expect(answer).toMatchObject({ result: { result: expect.not.objectContaining({ one: expect.anything() }), result_error: [] } })
        } else if (error !== undefined) expect([status, answer]).toEqual([code, expect.objectContaining({ error })])
        else if (kind === 'no-result') expect(answer).toEqual({ time: expect.any(Object) })
        else if (kind === 'empty') expect(answer).toEqual({ result: [], time: expect.any(Object) })
        else if (kind !== 'drop-field') expect(status).toBe(kind === 'twice' && ONCE.includes(method) ? 400 : 200)
      }
      if (method in WRITES) expect(marked()).toBe(ranWith(kind, when))
      expect(portal.running().portal.log.entries()).toMatchObject([...(kind === 'twice' ? [{ user: 'admin', status: 0 }] : []), { user: 'admin', status }])
      expect(portal.running().portal.faults.left()).toEqual([])
      portal.running().portal.overdue.arrive()
      if (method in WRITES && kind === 'late') expect(marked()).toBe(true)
    }
  })
})

describe('without a fault', () => {
  it.each(METHODS)('%s does what it should, alone and in a batch', async (method) => {
    fresh()
    expect((await send(method, paramsOf(method))).status).toBe(200)
    expect(marked()).toBe(method in WRITES)
    fresh()
    const { text } = await send('batch', { cmd: { one: `${method}?${phpLine({ ...paramsOf(method) })}` } })
    expect(JSON.parse(text)).toMatchObject({ result: { result_error: [] } })
    expect(marked()).toBe(method in WRITES)
  })
})

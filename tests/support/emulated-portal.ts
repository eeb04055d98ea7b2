/** A small portal for the tests of one file: set up as its administrator would, and as after set-up again before every test. */
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startPortal } from '../../emulator/server.ts'
import type { RunningPortal } from '../../emulator/server.ts'
import { preparePortal } from '../../scripts/prepare-portal.ts'
import { portalOf } from '../../scripts/token-portal.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { readInstallation, readOptions } from '../../src/portal/options.ts'
import type { Installation } from '../../src/portal/options.ts'
import type { Portal } from '../../src/portal/portal.ts'

/** 1 June 2026, a Monday, 12:00 in Moscow: the portal's clock at the start. */
export const NOON = Date.UTC(2026, 5, 1, 9)

/** Where the app is said to be served; nobody asks for it. */
export const APP_URL = 'http://127.0.0.1:5173/'

/** Portal user ids of the emulator's people. */
export const PEOPLE = { admin: 1, crmadmin: 2, head: 3, manager: 4, manager2: 5, nocrm: 6, director: 7, seller: 8 } as const
export type Login = keyof typeof PEOPLE

const Log = v.array(v.object({
  at: v.string(), method: v.string(), user: v.nullable(v.string()), commands: v.array(v.string()), status: v.number(),
}))
export type LoggedRequest = v.InferOutput<typeof Log>[number]

const Token = v.object({ access_token: v.string() })

const Row = v.record(v.string(), v.unknown())
const Snapshot = v.object({
  leads: v.array(v.looseObject({
    id: v.number(), title: v.string(), stageId: v.string(), opportunity: v.number(), currencyId: v.string(),
    isManualOpportunity: v.string(), assignedById: v.number(), updatedTime: v.string(),
  })),
  activities: v.array(v.looseObject({
    ID: v.string(), OWNER_ID: v.string(), PROVIDER_ID: v.string(), SUBJECT: v.string(), DESCRIPTION: v.string(),
    DEADLINE: v.nullable(v.string()), COMPLETED: v.string(), RESPONSIBLE_ID: v.string(), pingOffsets: v.array(v.number()),
  })),
  comments: v.array(v.looseObject({ ENTITY_ID: v.union([v.number(), v.string()]), COMMENT: v.string() })),
  notices: v.array(v.object({
    ID: v.string(), USER_ID: v.string(), AUTHOR_ID: v.string(), TYPE: v.string(), MESSAGE: v.string(), TAG: v.string(), SUB_TAG: v.string(), DATE_CREATE: v.string(),
  })),
  appOptions: Row,
  userOptions: v.record(v.string(), Row),
  userfields: v.array(v.looseObject({
    id: v.number(), FIELD_NAME: v.string(), USER_TYPE_ID: v.string(),
    LIST: v.array(v.object({ ID: v.string(), VALUE: v.string(), SORT: v.string(), XML_ID: v.string() })),
  })),
  placements: v.array(v.looseObject({ placement: v.string(), handler: v.string(), title: v.string() })),
  triggers: v.array(v.object({ target: v.string(), code: v.string(), userId: v.number() })),
})
export type Snapshot = v.InferOutput<typeof Snapshot>

export interface Fault {
  readonly method: string
  readonly kind: '401' | '403' | '429' | '500' | '503' | 'cut' | 'hang' | 'slow' | 'html' | 'no-time' | 'no-cors' | 'no-result' | 'empty' | 'twice' | 'drop-field'
  readonly when?: 'before' | 'after'
  readonly times?: number
  readonly user?: Login
  readonly field?: string
}

/** What somebody else does right before or after a call of the app; `emulator/README.md` has the whole of it. */
export interface Edit {
  readonly when: 'before' | 'after'
  readonly method: string
  readonly times?: number
  readonly from?: number
  readonly of?: Login
  readonly edit: { readonly method: string, readonly params: Readonly<Record<string, unknown>>, readonly user: Login }
}

/** What `POST /emulator/rules` takes; `emulator/README.md` says what each does. */
export interface Rules {
  readonly requiredFields?: boolean | readonly string[]
  readonly simpleMode?: boolean
  readonly installed?: boolean
  readonly noAccess?: readonly Login[]
  readonly plan?: 'full' | 'none'
  readonly stages?: { readonly refuse: readonly string[] }
  readonly refresh?: 'works' | 'fails'
  readonly slow?: number
}

export interface EmulatedPortal {
  url(): string
  /** The app's port, as this user; `scopes`: only these are given to the app. */
  as(user: Login, scopes?: readonly string[]): Promise<Portal>
  /** One request past the SDK and the app: what HTTP gives. */
  rest(user: Login, method: string, params: Readonly<Record<string, unknown>>): Promise<{ readonly http: number; readonly body: unknown }>
  /** What one command gives; throws when it fails. */
  call(portal: Portal, method: string, params: Parameters<Portal['send']>[0][string]['params']): Promise<unknown>
  /** What the set-up has put into force. */
  installation(): Promise<Installation>
  snapshot(): Promise<Snapshot>
  /** The lead as the portal keeps it. */
  lead(id: number): Promise<Snapshot['leads'][number]>
  /** REST requests since the test began. */
  requests(): Promise<readonly LoggedRequest[]>
  faults(faults: readonly Fault[]): Promise<void>
  edits(edits: readonly Edit[]): Promise<void>
  /** The lead is converted in the portal, by this user. */
  convert(lead: number, user: Login): Promise<void>
  /** Changes how the portal is set up; what is not named stays as it is, until the test is over. */
  rules(rules: Rules): Promise<void>
  /** Moves the portal's clock by seconds. */
  advance(seconds: number): Promise<void>
  /** Back to the seed, with nothing set up. */
  reset(): Promise<void>
}

export interface PortalWishes {
  readonly leads?: number
  /** What is published before every test; nothing is set up at all with none. */
  readonly sets?: readonly QuestionSet[]
}

/** Starts the portal when the file's tests begin and closes it after them. */
export function emulatedPortal({ leads = 30, sets = [DEFAULT_SET] }: PortalWishes = {}): EmulatedPortal {
  let running: RunningPortal | undefined
  let before = 0

  function url(): string {
    if (!running) throw new Error('the portal runs from beforeAll on')
    return running.url
  }

  async function get(path: string): Promise<unknown> {
    return (await fetch(`${url()}/emulator/${path}`)).json()
  }

  async function post(path: string, body: unknown): Promise<void> {
    const answer = await fetch(`${url()}/emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  }

  async function logged(): Promise<readonly LoggedRequest[]> {
    return v.parse(Log, await get('log'))
  }

  async function as(user: Login, scopes?: readonly string[]): Promise<Portal> {
    return (await portalOf(url(), user, scopes)).portal
  }

  async function snapshot(): Promise<Snapshot> {
    return v.parse(Snapshot, await get('snapshot'))
  }

  beforeAll(async () => {
    running = await startPortal({ port: 0, leads, seed: 7, appUrl: APP_URL, now: NOON })
  })
  beforeEach(async () => {
    // what the test before left under way reaches nothing in this one
    running?.portal.tokens.revokeAll()
    await post('reset', {})
    if (sets.length > 0) await preparePortal(url(), sets)
    before = (await logged()).length
  })
  afterAll(async () => {
    await running?.close()
  })

  return {
    url, as, snapshot,
    async rest(user, method, params) {
      const { access_token: auth } = v.parse(Token, await get(`token?user=${user}`))
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${url()}/rest/${method}`, { method: 'POST', headers, body: JSON.stringify({ ...params, auth }) })
      return { http: answer.status, body: await answer.json() }
    },
    async call(portal, method, params) {
      const sent = await portal.send({ one: { method, params } }, { halt: true })
      const reply = sent.ok ? sent.value.one : sent
      if (!reply.ok) throw new Error(`${method}: ${reply.error.kind} ${reply.error.code} ${reply.error.description}`)
      return reply.value
    },
    async installation() {
      const { appOptions } = await snapshot()
      const found = readInstallation(readOptions(appOptions) ?? {})
      before = (await logged()).length
      if (!found.ok) throw new Error(`the portal is not set up: ${found.error.kind}`)
      return found.value
    },
    async lead(id) {
      const found = (await snapshot()).leads.find(lead => lead.id === id)
      if (!found) throw new Error(`no lead ${id}`)
      return found
    },
    requests: async () => (await logged()).slice(before),
    faults: faults => post('faults', faults),
    edits: edits => post('edits', edits),
    convert: (lead, user) => post('convert', { lead, user }),
    rules: rules => post('rules', rules),
    advance: seconds => post('clock', { advance: seconds }),
    async reset() {
      await post('reset', {})
      before = 0
    },
  }
}

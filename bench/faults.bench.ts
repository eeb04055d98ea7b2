/** What a save costs a portal that fails now and then: requests, and the time until all is written, against one that never fails. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { markPortal, returnToMark } from '../emulator/mark.ts'
import { startPortal } from '../emulator/server.ts'
import type { RunningPortal } from '../emulator/server.ts'
import { preparePortal } from '../scripts/prepare-portal.ts'
import { portalOf } from '../scripts/token-portal.ts'
import { keepDrafts } from '../src/portal/drafts.ts'
import { readInstallation, readOptions } from '../src/portal/options.ts'
import type { Installation } from '../src/portal/options.ts'
import type { Command, Portal } from '../src/portal/portal.ts'
import { repeating } from '../src/portal/repeating.ts'
import { useQualification } from '../src/stores/qualification.ts'
import { useQueue } from '../src/stores/queue.ts'
import { useSaving } from '../src/stores/saving.ts'
import { WORKPLACE } from '../src/stores/workplace.ts'
import type { Bench, BenchRow } from './bench.ts'

const SAVES = 300
const LEAD = 1
/** Milliseconds that a request is counted with, whatever comes of it. */
const ROUND_TRIP = 150
/** Milliseconds after which a person presses a button that asks for it. */
const PATIENCE = 10_000
const HOST = 'portal.example'
const SHARES = [0, 0.05, 0.2]
const KINDS = [
  { kind: 'cut', when: 'before' }, { kind: 'cut', when: 'after' }, { kind: '503', when: 'before' }, { kind: '500', when: 'before' },
  { kind: '500', when: 'after' }, { kind: 'no-result', when: 'after' },
] as const
const ANSWERS = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }

/** The same numbers from 0 to 1 in every run (https://en.wikipedia.org/wiki/Linear_congruential_generator). */
function chance(): () => number {
  let state = 20_261_122
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function emptyStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() { return kept.size },
    clear: () => { kept.clear() },
    key: at => [...kept.keys()][at] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => { kept.set(key, value) },
    removeItem: (key) => { kept.delete(key) },
  }
}

interface Cost {
  readonly requests: number
  /** Milliseconds: round trips, and the pauses between them. */
  readonly time: number
}

/** One save of a fresh lead, gone on with until it is written. Each request from the save on fails with this share, at one of its commands. */
async function costOf(emulated: RunningPortal, installation: Installation, share: number, random: () => number): Promise<Cost> {
  const { clock, faults } = emulated.portal
  // one of its own: the SDK holds back whoever asks often
  const { portal: direct } = await portalOf(emulated.url, 'manager')
  let now = clock.now()
  let requests = 0
  let failsNow = 0
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const failing: Portal = {
    send(commands, options) {
      requests += 1
      now += ROUND_TRIP
      clock.set(now)
      const method = one(Object.values<Command>(commands))?.method.toLowerCase()
      const fault = one(KINDS)
      const fails = random() < failsNow && method !== undefined && fault !== undefined
      faults.set(fails ? [{ ...fault, method, times: 1, user: undefined, field: undefined }] : [])
      return direct.send(commands, options)
    },
  }
  const storage = emptyStorage()
  const portal = repeating(failing, { now: () => now, random, wait(milliseconds) { now += milliseconds; return Promise.resolve() } })
  const app = createApp({ render: () => null })
  app.use(createPinia()).provide(WORKPLACE, {
    portal, lead: LEAD, host: HOST, installation,
    drafts: keepDrafts({ portal, host: HOST, lead: LEAD, far: undefined, storage: () => storage }),
    farEntry: undefined, storage: () => storage, locks: () => undefined,
    now: () => now, newRunId: () => `bench${Math.floor(random() * 1e9)}`, reloadCard: () => Promise.resolve(), afterPaint: (run) => { run() },
  })
  const { work, saving, queue } = app.runWithContext(() => ({ work: useQualification(), saving: useSaving(), queue: useQueue() }))
  await work.open()
  for (const [question, choice] of Object.entries(ANSWERS)) work.choose(question, choice)
  const begun = now
  requests = 0
  failsNow = share
  await saving.save(() => ({ comment: 'comment', todo: { title: 'to-do', description: 'description' }, notice: 'notice' }))
  while (queue.own) {
    // one that waits for a person is pressed after a while
    now = Math.max(now, queue.own.next ?? now + PATIENCE)
    await saving.finish()
  }
  if (saving.saving.state !== 'saved') throw new Error(`A save ended as ${saving.saving.state}.`)
  return { requests, time: now - begun }
}

/** Means over all saves. */
async function measured(share: number, emulated: RunningPortal): Promise<Cost> {
  const random = chance()
  const installation = readInstallation(readOptions(emulated.store.appOptions()) ?? {})
  if (!installation.ok) throw new Error(installation.error.kind)
  const mark = markPortal(emulated.portal)
  let sum: Cost = { requests: 0, time: 0 }
  for (let saved = 0; saved < SAVES; saved += 1) {
    returnToMark(emulated.portal, mark)
    const { requests, time } = await costOf(emulated, installation.value, share, random)
    sum = { requests: sum.requests + requests / SAVES, time: sum.time + time / SAVES }
  }
  returnToMark(emulated.portal, mark)
  return sum
}

export const bench: Bench = {
  name: 'a save to a portal that fails',
  async run() {
    const emulated = await startPortal({ port: 0, leads: 5, seed: 7, appUrl: 'http://127.0.0.1:5173/', now: Date.UTC(2026, 5, 1, 9) })
    try {
      await preparePortal(emulated.url)
      emulated.portal.clock.set(emulated.portal.clock.now() + 60_000)
      const undisturbed = await measured(0, emulated)
      const rows: BenchRow[] = []
      for (const share of SHARES) {
        const { requests, time } = await measured(share, emulated)
        const faults = `${share * 100} % of requests fail`
        rows.push(
          { what: `${faults}: requests`, value: requests, unit: '', reference: { what: 'none fails', value: undisturbed.requests } },
          { what: `${faults}: time until written`, value: time / 1000, unit: 's', reference: { what: 'none fails', value: undisturbed.time / 1000 } },
        )
      }
      return rows
    } finally {
      await emulated.close()
    }
  },
}

/** A portal that is set up, and the states from which the flows begin. */
import { markPortal, returnToMark } from '../../emulator/mark.ts'
import type { Mark } from '../../emulator/mark.ts'
import { createPortal } from '../../emulator/portal.ts'
import { prepare } from '../../scripts/prepare-portal.ts'
import { readInstallation, readOptions } from '../../src/portal/options.ts'
import type { Installation } from '../../src/portal/options.ts'
import { passTime, setTheClock } from './clock.ts'
import { wireOf } from './wire.ts'
import type { Wire } from './wire.ts'

/** 1 June 2026, a Monday, 12:00 in Moscow: far from both ends of a working day. */
export const NOON = Date.UTC(2026, 5, 1, 9)

const APP_URL = 'http://127.0.0.1:5173/'

export interface World {
  readonly wire: Wire
  readonly installation: Installation
  readonly newRunId: () => string
  /** Remembers the portal as it is under this name. */
  mark(name: string): void
  isMarked(name: string): boolean
  /** Portal, clock and run ids as they were then. */
  goBack(name: string): void
}

interface Marked {
  readonly portal: Mark
  readonly at: number
  readonly runs: number
}

/** Under this name: set up, and nothing done yet. */
export const FRESH = 'fresh'

/** Makes the world; the clock has to stand still already. */
export async function makeWorld(): Promise<World> {
  const inside = createPortal({ port: 0, leads: 3, seed: 7, appUrl: APP_URL, now: NOON }, () => 'https://portal.example')
  const wire = wireOf(inside)
  const marks = new Map<string, Marked>()
  let runs = 0

  const line = wire.connect('admin')
  let over = false
  const settingUp = prepare(line.portal, APP_URL).finally(() => { over = true })
  await passTime(wire.traffic, () => over)
  await settingUp
  const found = readInstallation(readOptions(inside.store.appOptions()) ?? {})
  if (!found.ok) throw new Error(`the portal is not set up: ${found.error.kind}`)

  const world: World = {
    wire,
    installation: found.value,
    newRunId: () => `run${String(++runs).padStart(6, '0')}`,
    mark(name) { marks.set(name, { portal: markPortal(inside), at: Date.now(), runs }) },
    isMarked: name => marks.has(name),
    goBack(name) {
      const marked = marks.get(name)
      if (!marked) throw new Error(`nothing is marked as ${name}`)
      setTheClock(marked.at)
      returnToMark(inside, marked.portal)
      runs = marked.runs
    },
  }
  world.mark(FRESH)
  return world
}

/**
 * One key press, from its event to the end of the next paint: milliseconds of the main thread of the app's frame, by
 * its own clock, against the same press on a bare Vue list in the same emulated card. Both at a processor four times
 * slower, ten digits here and ten there in turn. Measured from outside, from a trace of the browser, so that no code of ours runs
 * beside the press; the frame is of another site than its card and has a main thread of its own, as on a portal.
 */
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Frame, Page } from '@playwright/test'
import { build } from 'vite'
import { builtFolders } from '../scripts/built.ts'
import { startStand } from '../scripts/stand.ts'
import type { Bench, BenchRow } from './bench.ts'
import { launch, PROCESS_PER_SITE } from './browser.ts'
import { AAA, CHOICES, EVERYTHING, openTab, press, stay } from './lead-tab.ts'
import { pressesIn, readTrace, TRACED, type PressWork } from './main-thread.ts'
import { median } from './statistics.ts'

const ROUNDS = 5
const DIGITS_A_ROUND = 10
/** What a press sets off after its paint (the frame's new height, timers) is over by then, milliseconds. */
const CALM = 150
const SLOW_CPU = 4

const LIST = fileURLToPath(new URL('../dist-bare-list', import.meta.url))

/** A page that is ready for presses. */
interface Pressed {
  readonly browser: Browser
  readonly page: Page
  readonly frame: Frame
  close(): Promise<void>
}

async function openSlow(dir: string, ready: string): Promise<Pressed> {
  const stand = await startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir, port: 0 } })
  const browser = await launch(PROCESS_PER_SITE)
  const page = await browser.newPage()
  const frame = await openTab(page, stand, ready)
  const session = await page.context().newCDPSession(frame)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
  return { browser, page, frame, close: async () => { await browser.close(); await stand.close() } }
}

/** The work of the digits among these keys, pressed one after the other. */
async function tracedDigits({ browser, page }: Pressed, keys: readonly string[]): Promise<readonly PressWork[]> {
  await browser.startTracing(page, { categories: TRACED })
  for (const key of keys) {
    await page.keyboard.press(key)
    await pause(CALM)
  }
  const presses = pressesIn(readTrace((await browser.stopTracing()).toString()))
  if (presses.length !== keys.length) throw new Error(`${keys.length} keys were pressed and ${presses.length} arrived.`)
  return presses.filter((_, index) => keys[index]?.length === 1)
}

/** So often these keys, two of which are digits. */
function repeated(keys: readonly string[]): readonly string[] {
  return Array.from({ length: DIGITS_A_ROUND / 2 }, () => keys).flat()
}

/** Rows of one kind of press. */
async function compare(what: string, keys: readonly string[], app: Pressed, list: Pressed): Promise<BenchRow[]> {
  const ours: PressWork[] = []
  const bare: PressWork[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(...await tracedDigits(app, repeated(keys)))
    bare.push(...await tracedDigits(list, repeated(['1', '2'])))
  }
  const row = (what: string, key: keyof PressWork): BenchRow => ({
    what,
    value: median(ours.map(one => one[key])),
    unit: 'ms',
    reference: { what: 'bare list', value: median(bare.map(one => one[key])) },
  })
  return [{ ...row(what, 'untilPainted'), bar: 1.5 }, row('  of it script', 'script'), row('  of it style and layout', 'layout')]
}

async function run(): Promise<BenchRow[]> {
  await build({ configFile: fileURLToPath(new URL('bare/vite.config.ts', import.meta.url)), mode: 'list', logLevel: 'warn' })
  const app = await openSlow(builtFolders().app, EVERYTHING)
  const list = await openSlow(LIST, CHOICES)
  try {
    await press(app.page, [...AAA, 'Backspace'])
    const goingOn = await compare('a digit, and the next question', ['1', 'Backspace', '3', 'Backspace'], app, list)
    await press(app.page, ['Backspace'])
    await stay(app.page, app.frame)
    // 12 touches more or less, and another letter
    const staying = await compare('a digit, another answer to the budget', ['2', '4'], app, list)
    return [...staying, ...goingOn]
  } finally {
    await Promise.all([app.close(), list.close()])
  }
}

export const bench: Bench = { name: 'key press', run }

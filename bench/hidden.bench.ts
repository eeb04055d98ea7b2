/**
 * The card shows another tab of its own, which leaves the app's frame alive without being drawn, and then the app again:
 * milliseconds from the click on its tab to the end of the frame's first paint, frame slowed down four times, against the
 * bare page in the same card, in turn. The frame runs a loop of animation frames, which stand still while it is not drawn.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Frame, Page } from '@playwright/test'
import { builtFolders } from '../scripts/built.ts'
import { startStand, type Stand } from '../scripts/stand.ts'
import type { Bench, BenchRow } from './bench.ts'
import { launch, PROCESS_PER_SITE } from './browser.ts'
import { AAA, CHOICES, EVERYTHING, openTab, press } from './lead-tab.ts'
import { requestsTo } from './rest-log.ts'
import { median } from './statistics.ts'

const TIMES = 15
/** Until a frame that was hidden or shown has nothing more to do, milliseconds. */
const CALM = 250
const SLOW_CPU = 4

interface Hideable {
  readonly stand: Stand
  readonly page: Page
  readonly frame: Frame
  /** Documents that the frame has loaded since it could be measured. */
  reloads(): number
  close(): Promise<void>
}

/** Notes when each frame was painted, as a performance entry. It names no function, which tsx would wrap. */
function notePaints(): void {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    performance.mark('painted')
    requestAnimationFrame(() => { channel.port2.postMessage(undefined) })
  }
  channel.port2.postMessage(undefined)
}

/** Notes the click that shows the app's tab. */
function noteClicks(): void {
  document.addEventListener('click', (event) => { performance.mark('clicked', { startTime: event.timeStamp }) }, { capture: true })
}

async function open(dir: string, ready: string, keys: readonly string[]): Promise<Hideable> {
  const stand = await startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir, port: 0 } })
  const browser = await launch(PROCESS_PER_SITE)
  const page = await browser.newPage()
  const frame = await openTab(page, stand, ready)
  await press(page, keys)
  const session = await page.context().newCDPSession(frame)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
  await page.evaluate(noteClicks)
  await frame.evaluate(notePaints)
  let reloads = 0
  page.on('framenavigated', () => { reloads += 1 })
  return { stand, page, frame, reloads: () => reloads, close: async () => { await browser.close(); await stand.close() } }
}

const painted = (frame: Frame) => frame.evaluate(() => performance.getEntriesByName('painted').map(entry => performance.timeOrigin + entry.startTime))

/** Milliseconds from the click to the paint. Throws when the frame was drawn while it was hidden. */
async function showAgain({ page, frame }: Hideable): Promise<number> {
  await page.getByRole('tab').first().click()
  await pause(CALM)
  const before = (await painted(frame)).length
  await pause(CALM)
  if ((await painted(frame)).length !== before) throw new Error('A hidden frame was drawn.')
  await page.getByRole('tab').last().click()
  await pause(CALM)
  const clicked = await page.evaluate(() => performance.timeOrigin + (performance.getEntriesByName('clicked').at(-1)?.startTime ?? Number.NaN))
  return (((await painted(frame))[before]) ?? Number.NaN) - clicked
}

async function run(): Promise<BenchRow[]> {
  const folders = builtFolders()
  const app = await open(folders.app, EVERYTHING, AAA)
  const bare = await open(folders.bare, CHOICES, ['1'])
  try {
    const before = await requestsTo(app.stand)
    const ours: number[] = []
    const theirs: number[] = []
    for (let time = 0; time < TIMES; time++) {
      ours.push(await showAgain(app))
      theirs.push(await showAgain(bare))
    }
    const after = await requestsTo(app.stand)
    return [
      { what: 'from click to paint, 4 × CPU', value: median(ours), unit: 'ms', reference: { what: 'bare page', value: median(theirs) } },
      { what: `requests, hidden and shown ${TIMES} times`, value: after.work - before.work, unit: 'requests', bar: 0 },
      { what: 'drafts, sent on hiding', value: after.drafts - before.drafts, unit: 'requests', bar: 1 },
      { what: 'reloads', value: app.reloads(), unit: 'reloads', bar: 0 },
    ]
  } finally {
    await Promise.all([app.close(), bare.close()])
  }
}

export const bench: Bench = { name: 'hidden tab', run }

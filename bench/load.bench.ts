/**
 * The lead tab against the bare page, both opened in the same emulated lead card, in turn. Portal and frame share one
 * process, so that slowing the page down slows both. Bytes are those of the build, compressed by brotli 11.
 */
import type { Browser } from '@playwright/test'
import { builtFolders } from '../scripts/built.ts'
import { BARE_FIRST_SCREEN } from '../scripts/size/first-load.ts'
import { weighFirstLoad } from '../scripts/size/first-load-weight.ts'
import { startStand, type Stand } from '../scripts/stand.ts'
import type { Bench, BenchRow } from './bench.ts'
import { launch, ONE_PROCESS } from './browser.ts'
import { openSlowly, openWarm, type OpenedTab } from './opened-tab.ts'
import { median } from './statistics.ts'

const RUNS = 7
const CARD = '/crm/lead/details/1/?user=manager&lang=ru'

interface Openings {
  readonly cold: OpenedTab
  readonly warmSlow: OpenedTab
  readonly warm: OpenedTab
}

async function openAll(browser: Browser, { portalUrl }: Stand): Promise<Openings> {
  const slowly = await openSlowly(browser, portalUrl + CARD)
  return { cold: slowly.cold, warmSlow: slowly.warm, warm: await openWarm(browser, portalUrl + CARD) }
}

function bytesRow(app: string, bare: string): BenchRow {
  const kb = (dir: string, firstScreen?: readonly string[]) => weighFirstLoad(dir, firstScreen).brotli / 1000
  return { what: 'bytes until the first answer, SDK included', value: kb(app), unit: 'kB', reference: { what: 'bare page', value: kb(bare, BARE_FIRST_SCREEN) } }
}

async function run(): Promise<BenchRow[]> {
  const folders = builtFolders()
  const browser = await launch(ONE_PROCESS)
  const stand = (dir: string): Promise<Stand> => startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir, port: 0 } })
  const [app, bare] = await Promise.all([stand(folders.app), stand(folders.bare)])
  const ours: Openings[] = []
  const theirs: Openings[] = []
  try {
    for (let run = 0; run < RUNS; run++) {
      ours.push(await openAll(browser, app))
      theirs.push(await openAll(browser, bare))
    }
  } finally {
    await Promise.all([browser.close(), app.close(), bare.close()])
  }
  const row = (what: string, when: keyof Openings, until: keyof OpenedTab): BenchRow => ({
    what,
    value: median(ours.map(one => one[when][until])),
    unit: 'ms',
    reference: { what: 'bare page', value: median(theirs.map(one => one[when][until])) },
  })
  return [
    { ...row('first answer, cold, Fast 3G, 4 × CPU', 'cold', 'firstAnswer'), bar: 1.25 },
    row('first answer, warm, Fast 3G, 4 × CPU', 'warmSlow', 'firstAnswer'),
    { ...row('first answer, warm, no throttle', 'warm', 'firstAnswer'), bar: 1.6 },
    { ...row('first contentful paint, cold', 'cold', 'firstPaint'), bar: 0.6 },
    bytesRow(folders.app, folders.bare),
  ]
}

export const bench: Bench = { name: 'load', run }

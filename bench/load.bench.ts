/** The lead tab against the bare page, both opened in the same emulated lead card, in turn. */
import { builtFolders } from '../scripts/built.ts'
import { startStand, type Stand } from '../scripts/stand.ts'
import type { Bench, BenchRow } from './bench.ts'
import { launchForTiming, openCold, openWarm, type OpenedTab } from './opened-tab.ts'
import { median } from './statistics.ts'

const RUNS = 7
const CARD = '/crm/lead/details/1/?user=manager&lang=ru'

function row(what: string, bar: number, app: readonly OpenedTab[], bare: readonly OpenedTab[], key: keyof OpenedTab): BenchRow {
  return {
    what,
    value: median(app.map(tab => tab[key])),
    unit: 'ms',
    reference: { what: 'bare page', value: median(bare.map(tab => tab[key])) },
    bar,
  }
}

async function run(): Promise<BenchRow[]> {
  const folders = builtFolders()
  const browser = await launchForTiming()
  const stand = (dir: string): Promise<Stand> => startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir, port: 0 } })
  const [app, bare] = await Promise.all([stand(folders.app), stand(folders.bare)])
  const cold: [OpenedTab[], OpenedTab[]] = [[], []]
  const warm: [OpenedTab[], OpenedTab[]] = [[], []]
  try {
    for (let run = 0; run < RUNS; run++) {
      cold[0].push(await openCold(browser, app.portalUrl + CARD))
      cold[1].push(await openCold(browser, bare.portalUrl + CARD))
      warm[0].push(await openWarm(browser, app.portalUrl + CARD))
      warm[1].push(await openWarm(browser, bare.portalUrl + CARD))
    }
  } finally {
    await Promise.all([browser.close(), app.close(), bare.close()])
  }
  return [
    row('first answer, cold, Fast 3G, 4 × CPU', 1.25, ...cold, 'firstAnswer'),
    row('first answer, warm, no throttle', 1.6, ...warm, 'firstAnswer'),
    row('first contentful paint, cold', 0.6, ...cold, 'firstPaint'),
  ]
}

export const bench: Bench = { name: 'load', run }

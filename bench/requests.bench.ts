/** REST requests of one qualification, counted in the emulated portal's log while a browser works. */
import { builtFolders } from '../scripts/built.ts'
import { startStand } from '../scripts/stand.ts'
import type { Bench } from './bench.ts'
import { launch, PROCESS_PER_SITE } from './browser.ts'
import { AAA, CHOICES, openTab, press } from './lead-tab.ts'
import { requestsTo } from './rest-log.ts'

async function countWork(): Promise<{ open: number; save: number; drafts: number }> {
  const stand = await startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir: builtFolders().app, port: 0 } })
  const browser = await launch(PROCESS_PER_SITE)
  try {
    const before = await requestsTo(stand)
    const page = await browser.newPage()
    const frame = await openTab(page, stand, CHOICES)
    const opened = await requestsTo(stand)
    await press(page, [...AAA, 'Control+Enter'])
    await frame.getByRole('button', { name: 'Qualify again' }).waitFor()
    const saved = await requestsTo(stand)
    return { open: opened.work - before.work, save: saved.work - opened.work, drafts: saved.drafts - before.drafts }
  } finally {
    await browser.close()
    await stand.close()
  }
}

export const bench: Bench = {
  name: 'REST requests',
  async run() {
    const { open, save, drafts } = await countWork()
    return [
      { what: 'opening the tab', value: open, unit: 'requests', bar: 1 },
      { what: 'saving the default set', value: save, unit: 'requests', bar: 2 },
      { what: 'drafts, beside the work', value: drafts, unit: 'requests' },
    ]
  },
}

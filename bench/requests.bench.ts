/** REST requests of one qualification, counted in the emulated portal's log while a browser works. */
import { chromium } from '@playwright/test'
import * as v from 'valibot'
import { builtFolders } from '../scripts/built.ts'
import { launchOptions } from '../scripts/chromium.ts'
import { startStand } from '../scripts/stand.ts'
import type { Bench } from './bench.ts'

const Log = v.array(v.object({ method: v.string(), commands: v.optional(v.array(v.string()), []) }))

/** Drafts are sent beside the work, on a pause and when the tab is hidden. */
const DRAFT = ['user.option.set']

function isDraft({ method, commands }: v.InferOutput<typeof Log>[number]): boolean {
  return [method, ...commands].filter(name => name !== 'batch').every(name => DRAFT.includes(name))
}

async function countWork(): Promise<{ open: number; save: number; drafts: number }> {
  const stand = await startStand({ portalPort: 0, leads: 25, seed: 1, app: { dir: builtFolders().app, port: 0 } })
  const browser = await chromium.launch(launchOptions())
  try {
    const requests = async () => v.parse(Log, await (await fetch(`${stand.portalUrl}/emulator/log`)).json())
    const before = (await requests()).length
    const page = await browser.newPage()
    await page.goto(`${stand.portalUrl}/crm/lead/details/1/?user=manager&lang=en`)
    await page.getByRole('tab', { name: 'Qualification' }).click()
    const frame = page.frameLocator('iframe')
    await frame.getByRole('radio').first().waitFor()
    const opened = (await requests()).slice(before)
    await page.keyboard.press('Tab')
    // keys follow the focus, which takes a moment to reach the frame
    await frame.locator(':focus').waitFor()
    for (const key of ['1', '1', '1', '1', 'Control+Enter']) await page.keyboard.press(key)
    await frame.getByRole('button', { name: 'Qualify again' }).waitFor()
    const all = (await requests()).slice(before)
    const work = (log: v.InferOutput<typeof Log>) => log.filter(entry => !isDraft(entry)).length
    return { open: work(opened), save: work(all) - work(opened), drafts: all.length - work(all) }
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

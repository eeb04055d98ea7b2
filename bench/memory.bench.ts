/**
 * What stays in memory after many leads, as the ratio of the JavaScript heap after the last lead to that after the fifth,
 * each after a forced collection and without machine code. Twice, as a manager without reloading meets it:
 *
 * - one document that qualifies the same lead again and again. Its frame is of another site than the card, so it has a heap
 *   of its own, and what grows there is the app's. This one has the bar.
 * - one page of the portal that opens card after card on top, each with a frame of its own, and closes it after the save.
 *   All of it is one process and one heap, so a frame that is not let go is seen, and so is what the portal itself keeps.
 */
import type { CDPSession, Page } from '@playwright/test'
import { builtFolders } from '../scripts/built.ts'
import { startStand, type Stand } from '../scripts/stand.ts'
import type { Bench, BenchRow } from './bench.ts'
import { launch, NO_MACHINE_CODE, ONE_PROCESS, PROCESS_PER_SITE } from './browser.ts'
import { AAA, EVERYTHING, openTab, press } from './lead-tab.ts'

const LEADS = 200
const FIRST = 5
const AGAIN = 'Qualify again'

/** Answers that differ from the last ones, so that there is something to save. */
const ANSWERS = [AAA, ['1', '1', '4', '3']]
const answersFor = (lead: number) => ANSWERS[lead % ANSWERS.length] ?? AAA

/** Megabytes in use after everything that can go has gone. */
async function heap(session: CDPSession): Promise<number> {
  // what a first collection finalizes only a second one can free
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

async function grown(what: string, session: CDPSession, qualify: (lead: number) => Promise<void>): Promise<BenchRow> {
  let reference = { what: `after ${FIRST}`, value: Number.NaN }
  for (let lead = 1; lead <= LEADS; lead++) {
    await qualify(lead)
    if (lead === FIRST) reference = { ...reference, value: await heap(session) }
  }
  return { what, value: await heap(session), unit: 'MB', reference }
}

async function oneDocument(stand: Stand): Promise<BenchRow> {
  const browser = await launch([...PROCESS_PER_SITE, ...NO_MACHINE_CODE])
  try {
    const page = await browser.newPage()
    const frame = await openTab(page, stand, EVERYTHING)
    const again = frame.getByRole('button', { name: AGAIN })
    const session = await page.context().newCDPSession(frame)
    return await grown(`heap after ${LEADS} runs in one document`, session, async (run) => {
      if (run > 1) await again.press('Enter')
      await press(page, [...answersFor(run), 'Control+Enter'])
      await again.waitFor()
    })
  } finally {
    await browser.close()
  }
}

/** Opens a card over the page, qualifies its lead and closes it. */
async function throughSlider(page: Page, lead: number): Promise<void> {
  await page.getByRole('spinbutton').fill(String(lead))
  await page.keyboard.press('Enter')
  const card = page.locator('dialog')
  await card.getByRole('tab').last().click()
  const frame = card.frameLocator('iframe')
  await frame.locator(EVERYTHING).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Tab')
  await frame.locator(':focus').waitFor()
  await press(page, [...answersFor(lead), 'Control+Enter'])
  await frame.getByRole('button', { name: AGAIN }).waitFor()
  await card.getByRole('button', { name: 'Close' }).first().click()
  await card.waitFor({ state: 'detached' })
}

async function manySliders(stand: Stand): Promise<BenchRow> {
  const browser = await launch([...ONE_PROCESS, ...NO_MACHINE_CODE])
  try {
    const page = await browser.newPage()
    await page.goto(`${stand.portalUrl}/crm/lead/details/1/?user=admin&lang=en`)
    const session = await page.context().newCDPSession(page)
    return await grown(`heap after ${LEADS} cards opened on top`, session, lead => throughSlider(page, lead))
  } finally {
    await browser.close()
  }
}

async function run(): Promise<BenchRow[]> {
  const app = { dir: builtFolders().app, port: 0 }
  const stands = await Promise.all([0, 1].map(() => startStand({ portalPort: 0, leads: LEADS, seed: 1, app })))
  const [first, second] = stands
  if (first === undefined || second === undefined) throw new Error('Two portals were started.')
  try {
    // nothing is timed, so both may run beside each other
    const [document, sliders] = await Promise.all([oneDocument(first), manySliders(second)])
    return [{ ...document, bar: 1.15 }, sliders]
  } finally {
    await Promise.all(stands.map(stand => stand.close()))
  }
}

export const bench: Bench = { name: 'memory', run }

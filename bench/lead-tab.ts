/** The lead tab as a manager works it: opened in an emulated card, by key from then on. */
import type { Frame, Page } from '@playwright/test'
import type { Stand } from '../scripts/stand.ts'

/** What a page shows when it may be measured. */
export const CHOICES = '[role="radio"]:enabled'
/** What came of the save: the column with code, write plan and plan, which loads after the question, is there. */
export const EVERYTHING = 'section > [role="status"]'

/** Answers that make an AAA of a lead that has none: need, urgency, budget, client type. */
export const AAA = ['1', '1', '2', '1']

/** The frame inside an element. */
export async function frameIn(page: Page, iframe: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(iframe, { state: 'attached' })).contentFrame()
  if (frame === null) throw new Error(`There is no frame in ${iframe}.`)
  return frame
}

/** Opens the app's tab in a card, waits for `ready` and moves the focus into the frame, so that keys arrive there. */
export async function openTab(page: Page, { portalUrl }: Stand, ready: string): Promise<Frame> {
  await page.goto(`${portalUrl}/crm/lead/details/1/?user=manager&lang=en`)
  await page.getByRole('tab').last().click()
  const frame = await frameIn(page, 'iframe')
  await frame.waitForSelector(ready, { state: 'attached' })
  await page.keyboard.press('Tab')
  await frame.waitForSelector(':focus')
  return frame
}

export async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Switches off that the next question follows an answer. */
export async function stay(page: Page, frame: Frame): Promise<void> {
  await page.keyboard.press('F1')
  await frame.getByRole('dialog').getByRole('checkbox').focus()
  await press(page, ['Space', 'Escape'])
}

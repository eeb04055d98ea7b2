/** Who sits at a tab: presses what the screen offers, and goes on until it is reached. */
import { passTime } from './clock.ts'
import { NOTHING_LEFT_OPEN } from './goals.ts'
import type { Goal } from './goals.ts'
import type { Tab } from './tab.ts'

export interface Patience {
  readonly traffic: () => number
  /** Presses again at once what waits by itself. */
  readonly impatient: boolean
}

const MOST_PRESSES = 12

/** The lead is not there any more. */
export function isGone({ work, saving, undoing }: Tab): boolean {
  const { opening } = work
  const said = saving.saving.state === 'unread' ? saving.saving.error : undoing.undoing.state === 'failed' ? undoing.undoing.error : undefined
  return (opening.state === 'failed' && opening.error.kind === 'not-found') || said?.kind === 'not-found'
}

/** What is pressed next; nothing while the app goes on by itself. */
function nextPress(tab: Tab, goal: Goal, { impatient }: Patience): (() => Promise<unknown>) | undefined {
  const { work, queue, saving, undoing, unfinished } = tab
  if (work.opening.state !== 'ready') return async () => {
    await work.open()
    unfinished.begin()
  }
  unfinished.begin()
  if (unfinished.unfinished.state === 'elsewhere') return () => unfinished.goOn()
  if (unfinished.unfinished.state === 'unreadable') return () => unfinished.drop()
  const { own } = queue
  if (own === undefined || own.reason === 'changed') return () => goal.press(tab)
  if (own.next !== undefined && !impatient) return undefined
  if (goal === NOTHING_LEFT_OPEN) return () => goal.press(tab)
  if (own.open.entry.undoes !== undefined) return () => undoing.finish()
  return () => saving.saving.state === 'waits' ? saving.finish() : goal.press(tab)
}

/** Lets time pass until this is done and nothing of the tab is under way; false when it never is. */
export async function waitFor(tab: Tab, work: Promise<unknown> | undefined, { traffic, impatient }: Patience): Promise<boolean> {
  let over = work === undefined
  let failure: unknown
  work?.catch((error: unknown) => { failure = error }).finally(() => { over = true })
  const { queue } = tab
  const still = await passTime(traffic, () => !tab.isOpen() || (over && queue.trying === undefined && (impatient || queue.own?.next === undefined) && (queue.own === undefined || queue.own.reason !== undefined)))
  if (failure !== undefined) throw failure instanceof Error ? failure : new Error('a press failed', { cause: failure })
  return still
}

/** Goes on until the goal is reached, the lead is gone, or patience ends. */
export async function persevere(tab: Tab, goal: Goal, patience: Patience): Promise<'reached' | 'gone' | 'stuck'> {
  for (let pressed = 0; pressed < MOST_PRESSES; pressed += 1) {
    if (tab.work.opening.state === 'ready' && tab.unfinished.unfinished.state !== 'elsewhere' && goal.isReached(tab)) return 'reached'
    if (isGone(tab)) return 'gone'
    const press = nextPress(tab, goal, patience)
    if (!await waitFor(tab, press?.(), patience)) return 'stuck'
    if (!tab.isOpen()) return 'stuck'
  }
  return 'stuck'
}

/** What waits for the portal, what was done to the lead so far, and taking it back. */
import { waitingKey } from '../../src/portal/waiting.ts'
import { arm, callAs, rename, todosOf } from '../../tests/browser/portal-side.ts'
import type { LeadCard } from '../../tests/support/lead-card.ts'
import { openCard } from '../../tests/support/lead-card.ts'
import { denyStorage } from '../../tests/support/storage.ts'
import { answered, changeLead, opened, saved, SHOWN_LEAD, stopped } from './state.ts'
import type { Scene, State } from './state.ts'

/** Longer than a portal that is overloaded is asked for. */
const OVERLOADED = { method: 'crm.item.get', kind: '503', times: 99 } as const

/** In milliseconds. */
const HOUR = 3_600_000

/** Opens the tab anew, as after a closed card. */
async function reopened(scene: Scene, lead = SHOWN_LEAD): Promise<LeadCard> {
  return openCard(scene.page, scene.stand, { lead, language: scene.language })
}

async function savedOnce(scene: Scene): Promise<LeadCard> {
  const card = await answered(scene)
  await saved(card)
  return card
}

/** What an undo would do is asked. */
async function asked(card: LeadCard, label = card.words.history.undoNow): Promise<void> {
  await card.use(card.save.getByRole('button', { name: label }))
  await card.save.getByRole('button', { name: card.words.history.keep }).waitFor()
}

async function undone(card: LeadCard, label = card.words.history.undoNow): Promise<void> {
  await asked(card, label)
  await card.use(card.save.getByRole('button', { name: label }))
}

/** The browser keeps this from now on: one like this grants a frame of another site no storage of its own. */
async function keeping({ page }: Scene, entries: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript({ content: `{
    const texts = new Map(Object.entries(${JSON.stringify(entries)}))
    Object.defineProperty(window, 'localStorage', { configurable: true, value: {
      get length() { return texts.size },
      key(at) { return [...texts.keys()][at] ?? null },
      getItem(key) { return texts.get(key) ?? null },
      setItem(key, text) { texts.set(key, text) },
      removeItem(key) { texts.delete(key) },
    } })
  }` })
}

/** The portal keeps this about the shown lead for the manager. */
function leftFar(scene: Scene, text: string): void {
  const { store } = scene.stand.portal
  store.setUserOptions(store.user('manager')?.id ?? 0, { [`r.${SHOWN_LEAD}`]: text })
}

export const WAITING: readonly State[] = [
  {
    name: 'waiting',
    about: 'the portal is overloaded, and the save is tried again by itself',
    prints: /503/,
    async reach(scene) {
      const card = await answered(scene)
      await arm(scene.stand, OVERLOADED)
      await stopped(card, card.words.save.queue.title)
    },
  },
  {
    name: 'waiting-unclear',
    about: 'what may be written already is about to be given up',
    prints: /net::ERR_/,
    async reach(scene) {
      const card = await answered(scene)
      await arm(scene.stand, { method: 'crm.item.update', kind: 'cut', times: 99 })
      await stopped(card, card.words.save.queue.title)
      await card.use(card.save.getByRole('button', { name: card.words.save.queue.drop }))
      await card.save.getByText(card.words.save.queue.dropUnclear).waitFor()
    },
  },
  {
    name: 'undo-waiting',
    about: 'an undo waits for the portal',
    prints: /503/,
    async reach(scene) {
      const card = await savedOnce(scene)
      await arm(scene.stand, OVERLOADED)
      await undone(card)
      await card.save.getByRole('alert').filter({ hasText: card.words.save.queue.undoTitle }).waitFor()
    },
  },
  {
    name: 'other-leads',
    about: 'saves of other leads wait, and one of them cannot be read',
    prints: /500/,
    async reach(scene) {
      const { portal: { store }, portalUrl } = scene.stand
      const first = await answered(scene)
      await arm(scene.stand, { method: 'crm.item.update', kind: '500', times: 9 })
      await stopped(first, first.words.save.queue.title)
      const user = store.user('manager')?.id ?? 0
      const waiting = { open: store.userOptions(user)[`r.${SHOWN_LEAD}`], since: Date.now() - HOUR, converted: false, sent: true, tries: 3, reason: 'not-allowed' }
      const keyOf = (lead: number) => waitingKey(new URL(portalUrl).host, user, lead)
      await keeping(scene, { [keyOf(SHOWN_LEAD)]: JSON.stringify(waiting), [keyOf(7)]: '{' })
      const card = await reopened(scene, 1)
      await card.frame.getByText(card.words.save.queue.unreadableEntry).waitFor()
      await card.frame.getByText(card.words.save.errors['not-allowed'].what).waitFor()
    },
  },
  {
    name: 'unfinished-elsewhere',
    about: 'a save was begun in another browser and did not finish',
    prints: /net::ERR_|500/,
    async reach(scene) {
      await denyStorage(scene.page)
      const first = await answered(scene)
      await arm(scene.stand, { method: 'crm.item.update', kind: '500', times: 9 })
      await stopped(first, first.words.save.queue.title)
      await arm(scene.stand)
      const card = await reopened(scene)
      await card.save.getByRole('button', { name: card.words.save.queue.goOn }).waitFor()
    },
  },
  {
    name: 'unfinished-unreadable',
    about: 'the record of an unfinished save cannot be read',
    async reach(scene) {
      leftFar(scene, '{"format":1,"entry":')
      const card = await reopened(scene)
      await card.save.getByRole('alert').filter({ hasText: card.words.save.queue.unreadable }).waitFor()
    },
  },
  {
    name: 'taken-back',
    about: 'a save was written without an answer, and a colleague has undone it since',
    prints: /net::ERR_/,
    async reach(scene) {
      const card = await answered(scene)
      // the browser itself sends a request once more when a kept connection closes without a byte
      await arm(scene.stand, { method: 'crm.item.update', kind: 'cut', when: 'after', times: 2 })
      await stopped(card, card.words.save.queue.title)
      const own = scene.page.context()
      await own.setOffline(true)
      const others = await own.browser()?.newContext()
      if (!others) throw new Error('the page has no browser')
      const head = await openCard(await others.newPage(), scene.stand, { lead: SHOWN_LEAD, language: scene.language, user: 'head' })
      await undone(head)
      await head.save.getByText(head.words.history.done).waitFor()
      await others.close()
      await own.setOffline(false)
      await card.save.getByRole('alert').filter({ hasText: card.words.trouble.takenBack.title }).waitFor()
    },
  },
  {
    name: 'conflict-title',
    about: 'somebody renamed the lead meanwhile, and mine is kept',
    async reach(scene) {
      const card = await answered(scene)
      await changeLead(scene, { title: 'ООО «Балтика-Строй»: облицовка двух фасадов' })
      await stopped(card, card.words.trouble.changed.title)
      await card.use(card.save.getByRole('alert').getByRole('radio').nth(1), 'Space')
    },
  },
]

export const UNDOING: readonly State[] = [
  {
    name: 'history',
    about: 'the lead was qualified, that was undone, and it was qualified again by somebody else',
    async reach(scene) {
      const first = await savedOnce(scene)
      await undone(first)
      await first.save.getByText(first.words.history.done).waitFor()
      const head = await openCard(scene.page, scene.stand, { lead: SHOWN_LEAD, language: scene.language, user: 'head' })
      await head.press('1', '2', '3', '2', '1')
      await saved(head)
      await callAs(scene.stand, 'manager', 'entity.item.add', { ENTITY: 'abcruns', NAME: 'broken1', DETAIL_TEXT: '{', PROPERTY_VALUES: { LEAD: SHOWN_LEAD } })
      const card = await reopened(scene)
      await card.use(card.frame.locator('details.panel > summary'))
      await card.use(card.frame.locator('details.panel li details > summary').first())
    },
  },
  {
    name: 'history-missing',
    about: 'no history is kept, because the storage of the app is not there',
    async reach(scene) {
      await callAs(scene.stand, 'admin', 'entity.delete', { ENTITY: 'abcruns' })
      const card = await opened(scene)
      await card.use(card.frame.locator('details.panel > summary'))
    },
  },
  {
    name: 'undo-asked',
    about: 'what an undo takes back and what stays is shown before anything is written',
    async reach(scene) {
      await asked(await savedOnce(scene))
    },
  },
  {
    name: 'undone',
    about: 'a save was taken back',
    async reach(scene) {
      const card = await savedOnce(scene)
      await undone(card)
      await card.save.getByText(card.words.history.done).waitFor()
    },
  },
  {
    name: 'undone-with-leftovers',
    about: 'a save was taken back, but for what others changed and what may not be removed',
    async reach(scene) {
      const card = await savedOnce(scene)
      await rename(scene.stand, SHOWN_LEAD, 'ООО «Балтика-Строй»: облицовка двух фасадов')
      await arm(scene.stand, { method: 'crm.activity.delete', kind: '403', times: 9 })
      await undone(card)
      await card.save.getByText(card.words.history.left).waitFor()
    },
  },
  {
    name: 'undone-todo-done',
    about: 'a save was taken back whose to-do is done already',
    async reach(scene) {
      const card = await savedOnce(scene)
      for (const { id } of todosOf(scene.stand, SHOWN_LEAD)) await callAs(scene.stand, 'manager', 'crm.activity.update', { id, fields: { COMPLETED: 'Y' } })
      await undone(card)
      await card.save.getByText(card.words.history.todoLeft.done).waitFor()
    },
  },
  {
    name: 'undo-failed',
    about: 'the portal does not let the lead be changed back',
    async reach(scene) {
      const card = await savedOnce(scene)
      await arm(scene.stand, { method: 'crm.item.update', kind: '403', times: 9 })
      await undone(card)
      await card.save.getByRole('alert').filter({ hasText: card.words.history.failed }).waitFor()
    },
  },
  {
    name: 'brought-back',
    about: 'what was undone is back',
    async reach(scene) {
      const card = await savedOnce(scene)
      await undone(card)
      await card.save.getByText(card.words.history.done).waitFor()
      await undone(card, card.words.history.again)
      await card.save.getByText(card.words.history.doneAgain).waitFor()
    },
  },
]

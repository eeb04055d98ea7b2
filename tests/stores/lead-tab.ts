/** The lead tab without its screen: the real stores against the emulated portal, as the composition root puts them together. */
import { createPinia } from 'pinia'
import * as v from 'valibot'
import { createApp } from 'vue'
import { saveNow } from '../../src/components/save/save-now.ts'
import { loadWords } from '../../src/i18n/words.ts'
import { keepDrafts } from '../../src/portal/drafts.ts'
import { optionOfDraft, optionOfOpenEntry, readOptions } from '../../src/portal/options.ts'
import type { Installation } from '../../src/portal/options.ts'
import type { Command, Portal } from '../../src/portal/portal.ts'
import { useHistory } from '../../src/stores/history.ts'
import { useOutcome } from '../../src/stores/outcome.ts'
import { useQualification } from '../../src/stores/qualification.ts'
import { useQueue } from '../../src/stores/queue.ts'
import { useSaving } from '../../src/stores/saving.ts'
import type { SaveTexts } from '../../src/stores/planned-write.ts'
import { useStanding } from '../../src/stores/standing.ts'
import { useUndoing } from '../../src/stores/undoing.ts'
import { useUnfinished } from '../../src/stores/unfinished.ts'
import { WORKPLACE } from '../../src/stores/workplace.ts'
import { NOON } from '../support/emulated-portal.ts'
import type { EmulatedPortal, Login, Snapshot } from '../support/emulated-portal.ts'

export interface Place {
  readonly user?: Login
  readonly lead?: number
  /** Epoch milliseconds. */
  readonly now?: () => number
  /** The browser's storage; tabs that share it are tabs of one browser. */
  readonly storage?: Storage
  readonly installation?: Installation
  /** What happens before a request of these methods is sent. */
  readonly beforeSending?: (methods: readonly string[]) => void
  /** What the card does when it is to show what was written. */
  readonly reload?: () => Promise<void>
  /** When something is on the screen; at once when left out. */
  readonly afterPaint?: (run: () => void) => void
}

export type LeadTab = Awaited<ReturnType<typeof openTab>>

/** A browser's storage of its own, which can be looked into. */
export class BrowserStorage extends Map<string, string> implements Storage {
  get length(): number { return this.size }
  key(at: number): string | null { return [...this.keys()][at] ?? null }
  getItem(key: string): string | null { return this.get(key) ?? null }
  setItem(key: string, value: string): void { this.set(key, value) }
  removeItem(key: string): void { this.delete(key) }
}

export function aStorage(): BrowserStorage {
  return new BrowserStorage()
}

export const TEXTS: SaveTexts = {
  comment: 'comment',
  todo: { title: 'to-do', description: 'description' },
  notice: 'notice',
}

const HOST = 'portal.example'

let runs = 0

/** Opens the tab of a lead: options and the far draft as the portal would hand them over, then one request. */
export async function openTab(emulated: EmulatedPortal, { user = 'manager', lead = 1, now = () => NOON, storage = aStorage(), installation, reload = () => Promise.resolve(), beforeSending = () => undefined, afterPaint = run => { run() } }: Place = {}) {
  const given = await emulated.as(user)
  const portal: Portal = {
    send(commands, options) {
      beforeSending(Object.values<Command>(commands).map(({ method }) => method))
      return given.send(commands, options)
    },
  }
  const handedOver = readOptions(await emulated.call(portal, 'user.option.get', {})) ?? {}
  const far = handedOver[optionOfDraft(lead)]
  const setUp = installation ?? await emulated.installation()
  const before = (await emulated.requests()).length
  let reloads = 0
  const app = createApp({ render: () => null })
  app.use(createPinia()).provide(WORKPLACE, {
    portal, lead, host: HOST, installation: setUp, now,
    drafts: keepDrafts({ portal, host: HOST, lead, far, storage: () => storage }),
    farEntry: handedOver[optionOfOpenEntry(lead)], storage: () => storage, locks: () => undefined,
    newRunId: () => `run${String(++runs).padStart(6, '0')}`,
    afterPaint,
    reloadCard: () => { reloads += 1; return reload() },
  })
  const { work, outcome, saving, queue, undoing, unfinished, history, standing } = app.runWithContext(() => ({
    work: useQualification(), outcome: useOutcome(), saving: useSaving(), queue: useQueue(), undoing: useUndoing(), unfinished: useUnfinished(), history: useHistory(), standing: useStanding(),
  }))
  await work.open()
  return {
    work, outcome, saving, queue, undoing, unfinished, history, standing,
    save: (texts: SaveTexts = TEXTS) => saving.save(() => texts),
    /** Saves with the words that the screen makes. */
    async saveInWords() {
      const words = await (await loadWords('ru')).fetchAll()
      await app.runWithContext(() => saveNow(words))
    },
    /** Another store of the same tab. */
    within: <T>(use: () => T): T => app.runWithContext(use),
    reloads: () => reloads,
    /** Answers by choice id, in the order given. */
    answer: (choices: Readonly<Record<string, string>>) => {
      for (const [question, choice] of Object.entries(choices)) work.choose(question, choice)
    },
    lineIds: () => saving.plan?.lines.map(line => line.id) ?? [],
    /** REST requests of this tab and of whoever worked since it was opened: the commands of each. */
    requests: async () => (await emulated.requests()).slice(before).map(one => one.commands),
  }
}

/** Answers that make the default set's best lead: code and class AAA, prospect 4, a large order. */
export const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }
/** Answers of a middling one: BBA by code, class A. */
export const WARM = { need: 'yes', urgency: 'now', budget: 'from_100k', client_type: 'b2c' }

/** The to-dos and comments that Triple A made for a lead. */
export function oursOf(snapshot: Snapshot, lead: number) {
  return {
    todos: snapshot.activities.filter(one => Number(one.OWNER_ID) === lead && one.DESCRIPTION.includes('Triple A · ')),
    comments: snapshot.comments.filter(one => Number(one.ENTITY_ID) === lead && one.COMMENT.includes('Triple A · ')),
  }
}

/** The id of a list field's item, as the lead holds it. */
export function itemId(snapshot: Snapshot, field: string, xmlId: string): number {
  const item = snapshot.userfields.find(one => one.FIELD_NAME === field)?.LIST.find(one => one.XML_ID === xmlId)
  return v.parse(v.pipe(v.string(), v.transform(Number)), item?.ID)
}

/** How often everything was made that a hot lead gets. */
export async function madeOf(portal: EmulatedPortal) {
  const snapshot = await portal.snapshot()
  const { todos, comments } = oursOf(snapshot, 1)
  return { todos: todos.length, comments: comments.length, notices: snapshot.notices.length, title: (await portal.lead(1)).title }
}

/** Title of lead 1 of the seed. */
export const TITLE = 'Кирпич для дома в Павловске'
/** What `madeOf` gives when a hot lead was saved once. */
export const ONCE = { todos: 1, comments: 1, notices: 1, title: `AAA ${TITLE}` }

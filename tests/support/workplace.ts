/** A panel of the lead tab in an emulated portal: what the composition root would give it, and a few ways to look at it. */
import { mount } from '@vue/test-utils'
import type { DOMWrapper, VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { onTestFinished } from 'vitest'
import { saveNow } from '../../src/components/save/save-now.ts'
import type { Draft } from '../../src/domain/draft.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { loadWords, WORDS } from '../../src/i18n/words.ts'
import type { Installation } from '../../src/portal/options.ts'
import { useOutcome } from '../../src/stores/outcome.ts'
import { useQualification } from '../../src/stores/qualification.ts'
import { useQueue } from '../../src/stores/queue.ts'
import { useSaving } from '../../src/stores/saving.ts'
import { WORKPLACE } from '../../src/stores/workplace.ts'
import type { Workplace } from '../../src/stores/workplace.ts'
import { NOON } from './emulated-portal.ts'
import type { EmulatedPortal, Login } from './emulated-portal.ts'

declare global {
  interface Window {
    /** Settings of happy-dom (https://github.com/capricorn86/happy-dom/wiki/Browser-Settings). */
    happyDOM: { settings: { fetch: { disableSameOriginPolicy: boolean } } }
  }
}

// the pages that only a test asks for (`/emulator/…`) are not served across origins
window.happyDOM.settings.fetch.disableSameOriginPolicy = true

export interface WorkplaceWishes {
  readonly user?: Login
  /** The scopes that the app was given; all when left out. */
  readonly scopes?: readonly string[]
  readonly lead?: number
  readonly language?: Language
  readonly draft?: Draft
  readonly installation?: (installed: Installation) => Installation
  /** Where a draft is that does not parse. */
  readonly unreadDrafts?: readonly ('near' | 'far')[]
  /** What the portal has of a save of this lead that is not over. */
  readonly farEntry?: string
  /** What shows the screen anew in a changed workplace. */
  readonly reopen?: Workplace['reopen']
  /** The browser gives the frame no storage: even asking for it throws. */
  readonly storageDenied?: boolean
}

export interface OpenPanel {
  readonly panel: VueWrapper
  readonly store: ReturnType<typeof useQualification>
  readonly outcome: ReturnType<typeof useOutcome>
  readonly saving: ReturnType<typeof useSaving>
  readonly queue: ReturnType<typeof useQueue>
  /** Saves as the tab does. */
  readonly save: () => Promise<void>
  /** Lets so many seconds pass. */
  readonly wait: (seconds: number) => void
}

let runs = 0

/** Mounts a panel for an opened lead; it is taken down when the test is over. */
export async function openPanel(component: Component, portal: EmulatedPortal, wishes: WorkplaceWishes = {}): Promise<OpenPanel> {
  const { user = 'manager', scopes, lead = 1, language = 'ru', draft, installation = installed => installed, farEntry, unreadDrafts = [], storageDenied = false, reopen } = wishes
  const source = await loadWords(language)
  const words = await source.fetchAll()
  const pinia = createPinia()
  let now = NOON
  const workplace: Workplace = {
    portal: await portal.as(user, scopes),
    lead,
    host: 'portal.example',
    installation: installation(await portal.installation()),
    drafts: { read: () => draft ? [draft] : [], keep: () => undefined, send: () => Promise.resolve(), forget: () => undefined, isFar: () => false, unread: () => [unreadDrafts.includes('near'), unreadDrafts.includes('far')] },
    farEntry,
    storage: () => {
      if (storageDenied) throw new DOMException('denied', 'SecurityError')
      return localStorage
    },
    locks: () => undefined,
    now: () => now,
    newRunId: () => `testrun${runs += 1}`,
    reloadCard: () => Promise.resolve(),
    afterPaint: run => { run() },
    ...(reopen && { reopen }),
  }
  const save = () => saveNow(words)
  const panel = mount(component, {
    attachTo: document.body,
    attrs: { onSave: save },
    global: { plugins: [pinia], provide: { [WORKPLACE]: workplace, [WORDS]: source } },
  })
  const saving = useSaving(pinia)
  onTestFinished(() => {
    panel.unmount()
    // what it would still write, it would write into the portal of the test after this one
    if (saving.busy) throw new Error('the test ended in the middle of a save')
  })
  const store = useQualification(pinia)
  await store.open()
  return { panel, store, outcome: useOutcome(pinia), saving, queue: useQueue(pinia), save, wait(seconds) { now += seconds * 1000 } }
}

/** What a person reads, white space as on the screen. */
export function wordsOf(wrapper: Pick<VueWrapper, 'element'> | DOMWrapper<Element>): string {
  return (wrapper.element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** The button, checkbox or radio with this in its name; throws when there is none. */
export function control(panel: VueWrapper, kind: 'button' | 'checkbox' | 'radio', name: string): DOMWrapper<HTMLElement> {
  const input = `input[type=${kind}]`
  const named = panel.findAll<HTMLElement>(kind === 'button' ? 'button' : `label:has(${input})`)
  const found = named.find(candidate => wordsOf(candidate).includes(name))
  if (!found) throw new Error(`no ${kind} “${name}” among ${JSON.stringify(named.map(wordsOf))}`)
  return kind === 'button' ? found : found.findAll<HTMLElement>(input)[0] ?? found
}

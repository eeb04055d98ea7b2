/** An administrator on the installation page: opens it, presses its button, tries again, comes back. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { INSTALL_SITE, useInstalling } from '../../src/stores/installing.ts'
import { passTime } from './clock.ts'
import type { Line, Wire } from './wire.ts'

export interface InstallTab {
  readonly line: Line
  readonly store: ReturnType<typeof useInstalling>
  /** The portal has taken the page away, or the person has. */
  isGone(): boolean
}

/** What the portal does with `installFinish`, as its page would. */
export type Finish = 'works' | 'fails' | 'silent'

export interface InstallVisit {
  readonly wire: Wire
  readonly handler: string
  /** How the portal takes `installFinish`, each time. */
  readonly finish: () => Finish
}

const MOST_VISITS = 4
const MOST_PRESSES = 4

export function openInstallPage({ wire, handler, finish }: InstallVisit): InstallTab {
  const line = wire.connect('admin')
  let gone = false
  const never = () => new Promise<never>(() => undefined)
  const app = createApp({ render: () => null })
  app.use(createPinia()).provide(INSTALL_SITE, {
    portal: line.portal,
    handler,
    finish() {
      const taken = finish()
      if (taken === 'silent') return Promise.resolve()
      if (taken === 'works') wire.inside.rules.change({ installed: true })
      gone = true
      line.close()
      return never()
    },
  })
  const store = app.runWithContext(() => useInstalling())
  return { line, store, isGone: () => gone }
}

/** Waits for work of the page; one that was closed never ends it. */
export async function waitForPage({ traffic }: Wire, tab: InstallTab, work: Promise<void>): Promise<void> {
  let over = false
  void work.then(() => { over = true })
  await passTime(traffic, () => over || tab.isGone())
}

/**
 * Until the portal counts the app as installed and a page that is opened then has nothing left to do; false when a patient
 * person gives up. `closing` hears of each page that is opened, for somebody to close it.
 */
export async function installPatiently(visit: InstallVisit, opened: (tab: InstallTab) => void = () => undefined): Promise<boolean> {
  for (let visits = 0; visits < MOST_VISITS; visits += 1) {
    const tab = openInstallPage(visit)
    opened(tab)
    await waitForPage(visit.wire, tab, tab.store.open())
    for (let presses = 0; presses < MOST_PRESSES && !tab.isGone() && !tab.store.done; presses += 1) await waitForPage(visit.wire, tab, tab.store.run())
    if (tab.store.done) return true
    tab.line.close()
  }
  return false
}

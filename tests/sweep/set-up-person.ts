/** An administrator on the set-up page: opens it, presses its button, tries again, comes back. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { OFFICE } from '../../src/stores/office.ts'
import { useSettingUp } from '../../src/stores/setting-up.ts'
import { passTime } from './clock.ts'
import type { Line, Wire } from './wire.ts'

export interface SetUpTab {
  readonly line: Line
  readonly store: ReturnType<typeof useSettingUp>
}

export interface SetUpVisit {
  readonly wire: Wire
  readonly handler: string
  /** What is left to press, and nothing when all is done. */
  readonly next: (store: SetUpTab['store']) => (() => Promise<void>) | undefined
}

const MOST_VISITS = 4
const MOST_PRESSES = 4

function openPage({ wire, handler }: SetUpVisit): SetUpTab {
  const line = wire.connect('admin')
  const app = createApp({ render: () => null })
  app.use(createPinia()).provide(OFFICE, {
    portal: line.portal, host: 'portal.example', me: { id: 1, name: 'Admin', admin: true, crmAdmin: true }, zone: 'Europe/Moscow', handler,
    storage: () => { throw new Error('the set-up keeps nothing in the browser') }, locks: () => undefined, now: () => Date.now(),
  })
  return { line, store: app.runWithContext(() => useSettingUp()) }
}

/** Until a page that is opened then has nothing left to press; false when a patient person gives up. */
export async function setUpPatiently(visit: SetUpVisit, opened: (tab: SetUpTab, gone: () => void) => void = () => undefined): Promise<boolean> {
  for (let visits = 0; visits < MOST_VISITS; visits += 1) {
    const tab = openPage(visit)
    const left = { gone: false }
    opened(tab, () => { left.gone = true })
    const wait = async (work: Promise<void>) => {
      let over = false
      void work.then(() => { over = true })
      await passTime(visit.wire.traffic, () => over || left.gone)
    }
    await wait(tab.store.open('ru'))
    for (let presses = 0; presses < MOST_PRESSES && !left.gone; presses += 1) {
      // a page that does not know what there is has a button to look again
      const press = tab.store.looked ? visit.next(tab.store) : () => tab.store.check()
      if (!press) return true
      await wait(press())
    }
    tab.line.close()
  }
  return false
}

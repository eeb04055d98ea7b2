/** The lead tab of somebody in a browser, as the composition root puts it together. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { keepDrafts } from '../../src/portal/drafts.ts'
import { optionOfDraft, optionOfOpenEntry, readOptions } from '../../src/portal/options.ts'
import type { Installation } from '../../src/portal/options.ts'
import { useHistory } from '../../src/stores/history.ts'
import { useOutcome } from '../../src/stores/outcome.ts'
import { useQualification } from '../../src/stores/qualification.ts'
import { useQueue } from '../../src/stores/queue.ts'
import { useSaving } from '../../src/stores/saving.ts'
import { useUndoing } from '../../src/stores/undoing.ts'
import { useUnfinished } from '../../src/stores/unfinished.ts'
import { WORKPLACE } from '../../src/stores/workplace.ts'
import type { UserName } from '../../emulator/entities.ts'
import { tabOf } from './browser.ts'
import type { Browser } from './browser.ts'
import type { Line, Wire } from './wire.ts'

export interface TabPlace {
  readonly wire: Wire
  readonly installation: Installation
  readonly browser: Browser
  readonly user: UserName
  readonly lead: number
  readonly newRunId: () => string
  /** Its requests are no steps of the flow. */
  readonly unheard?: boolean
  /** The browser grants no locks. */
  readonly unlocked?: boolean
}

export interface Tab {
  readonly work: ReturnType<typeof useQualification>
  readonly outcome: ReturnType<typeof useOutcome>
  readonly saving: ReturnType<typeof useSaving>
  readonly queue: ReturnType<typeof useQueue>
  readonly undoing: ReturnType<typeof useUndoing>
  readonly unfinished: ReturnType<typeof useUnfinished>
  readonly history: ReturnType<typeof useHistory>
  readonly line: Line
  isOpen(): boolean
  /** The tab is closed at once, whatever it is at. */
  close(): void
}

/** A tab that was handed its options and has not asked anything yet. */
export function makeTab({ wire, installation, browser, user, lead, newRunId, unheard = false, unlocked = false }: TabPlace): Tab {
  const { store } = wire.inside
  const line = wire.connect(user, unheard)
  const own = tabOf(browser, () => { if (open && stores.work.lead) stores.queue.refresh() })
  let open = true
  const handedOver = readOptions(store.userOptions(store.user(user)?.id ?? 0)) ?? {}
  const app = createApp({ render: () => null })
  const storage = () => own.storage
  app.use(createPinia()).provide(WORKPLACE, {
    portal: line.portal, lead, host: 'portal.example', installation,
    now: () => Date.now(),
    drafts: keepDrafts({ portal: line.portal, host: 'portal.example', lead, far: handedOver[optionOfDraft(lead)], storage }),
    farEntry: handedOver[optionOfOpenEntry(lead)],
    storage,
    locks: () => unlocked ? undefined : own.locks,
    newRunId,
    afterPaint: (run) => { run() },
    reloadCard: () => Promise.resolve(),
  })
  const stores = app.runWithContext(() => ({
    work: useQualification(), outcome: useOutcome(), saving: useSaving(), queue: useQueue(), undoing: useUndoing(), unfinished: useUnfinished(), history: useHistory(),
  }))
  return {
    ...stores, line,
    isOpen: () => open,
    close() {
      open = false
      line.close()
      own.close()
      stores.queue.stop()
    },
  }
}

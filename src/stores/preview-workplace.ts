/** The workplace of a preview: a portal that is only read, drafts that are forgotten, and the set that is being made. */
import type { QuestionSet } from '../domain/question-set.ts'
import type { Installation } from '../portal/options.ts'
import type { Portal } from '../portal/portal.ts'
import { readingOnly } from '../portal/reading-only.ts'
import type { Workplace } from './workplace.ts'

export interface PreviewSource {
  readonly portal: Portal
  /** The portal's host. */
  readonly host: string
  /** Nothing on a portal that is not set up. */
  readonly installation: Installation | undefined
  readonly set: QuestionSet
}

/** Questions that have no field on the portal yet get an answer on the screen all the same. */
export function previewWorkplace({ portal, host, set }: PreviewSource, installation: Installation, lead: number): Workplace {
  return {
    portal: readingOnly(portal),
    lead,
    host,
    installation: { ...installation, sets: [set] },
    drafts: {
      read: () => [],
      keep: () => undefined,
      send: () => Promise.resolve(),
      isFar: () => false,
      unread: () => [],
      forget: () => undefined,
    },
    farEntry: undefined,
    // what waits for the lead, and what other tabs do with it, is none of a preview's business
    storage: () => { throw new DOMException('a preview keeps nothing', 'SecurityError') },
    locks: () => undefined,
    now: () => Date.now(),
    newRunId: () => 'preview',
    reloadCard: () => Promise.resolve(),
    afterPaint: (run) => { requestAnimationFrame(() => { setTimeout(run) }) },
    preview: true,
  }
}

export type { Installation }

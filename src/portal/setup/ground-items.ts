/** What the app stands on, as items of the set-up: its storages, and the places where it appears. */
import type { PortalAsIs } from './as-is.ts'
import { unread } from './item.ts'
import type { ItemLook, Note } from './item.ts'
import { placementCommands, placementWork } from './placements.ts'
import { JOURNAL_STORAGE, SHELF_STORAGE, storageWork } from './storage.ts'

/** The journal, and the shelf of question sets: a request for each that lacks something. */
export function lookAtStorages({ journal, shelf }: PortalAsIs): ItemLook {
  const works = [storageWork(JOURNAL_STORAGE, journal), storageWork(SHELF_STORAGE, shelf)]
  const requests: ItemLook['requests'][number][] = []
  for (const work of works) {
    if (!work.ok) return unread(work.error)
    if (Object.keys(work.value).length > 0) requests.push(work.value)
  }
  if (requests.length === 0) return { state: 'there', notes: [], requests }
  const whole = requests.length === works.length && requests.every(request => 'storage' in request)
  return { state: whole ? 'missing' : 'differs', notes: [{ kind: whole ? 'storage-missing' : 'properties-missing' }], requests }
}

/** `titles`: also where only the tab's name differs; a portal that spells names its own way must not be written to for ever. */
export function lookAtPlacements({ bound }: PortalAsIs, handler: string, titles: boolean): ItemLook {
  const work = placementWork(bound, handler, titles)
  if (!work.ok) return unread(work.error)
  const { stale, missing } = work.value
  if (stale.length + missing.length === 0) return { state: 'there', notes: [], requests: [] }
  const notes: readonly Note[] = [...(missing.length > 0 && stale.length === 0 ? [{ kind: 'tab-missing' } as const] : []), ...(stale.length > 0 ? [{ kind: 'tab-old' } as const] : [])]
  return { state: stale.length > 0 ? 'differs' : 'missing', notes, requests: [placementCommands(work.value, handler)] }
}

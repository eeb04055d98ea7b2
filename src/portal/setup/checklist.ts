/** What the app needs on a portal: each item looked at, brought about, taken back. What the portal then tells decides, not how a write was answered. */
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Portal, PortalError } from '../portal.ts'
import { readAsIs } from './as-is.ts'
import type { PortalAsIs, Wishes } from './as-is.ts'
import { lookAtCard } from './card-section.ts'
import { lookAtFields } from './fields-item.ts'
import { lookAtPlacements, lookAtStorages } from './ground-items.ts'
import { lookAtLabels } from './item-labels.ts'
import { ITEMS, NEEDS } from './item.ts'
import type { ItemKey, ItemLook, SetsProblem } from './item.ts'
import { lookAtMandatory } from './mandatory.ts'
import { complaint } from './placements.ts'
import { lookAtSets } from './sets-item.ts'
import { lookAtStages } from './stages.ts'

export type Checklist = Readonly<Record<ItemKey, ItemLook>>

export interface Looked {
  readonly asIs: PortalAsIs
  readonly items: Checklist
}

/** `undecided`: only a person can go on. `stays`: the portal took the request, and nothing came of it. */
export type ItemProblem =
  | { readonly kind: 'portal'; readonly error: PortalError }
  | { readonly kind: 'publish'; readonly problem: SetsProblem }
  | { readonly kind: 'undecided' | 'stays' }

function checklistOf(asIs: PortalAsIs, wishes: Wishes, titles: boolean): Checklist {
  return {
    fields: lookAtFields(asIs, false),
    class: lookAtFields(asIs, true),
    storage: lookAtStorages(asIs),
    placements: lookAtPlacements(asIs, wishes.handler, titles),
    card: lookAtCard(asIs, wishes),
    sets: lookAtSets(asIs, wishes),
    labels: lookAtLabels(asIs, wishes),
    mandatory: lookAtMandatory(asIs),
    stages: lookAtStages(asIs, wishes),
    // no method tells whom an app is open to
    access: { state: 'by-hand', notes: [], requests: [] },
  }
}

/** Looks at all items, in one request. */
export async function look(portal: Portal, wishes: Wishes, titles = true): Promise<Result<Looked, PortalError>> {
  const asIs = await readAsIs(portal, wishes)
  return asIs.ok ? ok({ asIs: asIs.value, items: checklistOf(asIs.value, wishes, titles) }) : asIs
}

/** How often it is looked: once more than is done at most, so that what was done is seen. */
const MOST_LOOKS = 3

async function send(portal: Portal, { requests, perform }: ItemLook): Promise<ItemProblem | undefined> {
  if (perform) {
    const done = await perform(portal)
    return done.ok ? undefined : { kind: 'publish', problem: done.error }
  }
  for (const request of requests) {
    const error = complaint(await portal.send(request, { halt: true }))
    if (error) return { kind: 'portal', error }
  }
  return undefined
}

/** Brings an item about, from wherever it stands; gives what the portal holds then. */
export async function bring(portal: Portal, wishes: Wishes, key: ItemKey): Promise<Result<Looked, ItemProblem>> {
  let refused: ItemProblem | undefined
  for (let looks = 1; looks <= MOST_LOOKS; looks += 1) {
    const looked = await look(portal, wishes, looks < MOST_LOOKS)
    if (!looked.ok) return failed(refused ?? { kind: 'portal', error: looked.error })
    const item = looked.value.items[key]
    if (item.state === 'there') return looked
    if (item.error) return failed(refused ?? { kind: 'portal', error: item.error })
    if (item.requests.length === 0) return failed(refused ?? { kind: 'undecided' })
    if (refused !== undefined || looks === MOST_LOOKS) break
    refused = await send(portal, item)
  }
  return failed(refused ?? { kind: 'stays' })
}

/** All that one item takes, as it would be sent: first what it needs. Nothing where it cannot be done yet. */
export function requestsFor(items: Checklist, key: ItemKey): ItemLook['requests'] {
  const own = items[key].requests
  return own.length === 0 ? [] : [...(NEEDS[key] ?? []).flatMap(needed => items[needed].requests), ...own]
}

/** Brings these about, and first what they need, in the order of the checklist; stops at the first that cannot be. `onItem` hears which begins. */
export async function bringAll(portal: Portal, wishes: Wishes, keys: readonly ItemKey[], onItem: (key: ItemKey) => void = () => undefined): Promise<Result<Looked, { readonly item: ItemKey; readonly problem: ItemProblem }>> {
  let last: Result<Looked, ItemProblem> | undefined
  for (const key of ITEMS) {
    if (!keys.some(one => one === key || NEEDS[one]?.includes(key))) continue
    onItem(key)
    last = await bring(portal, wishes, key)
    if (!last.ok) return failed({ item: key, problem: last.error })
  }
  if (last?.ok !== true) throw new Error('no item was named')
  return last
}

/** Takes an item back. What the portal refuses to give back stays, and is the error; what it did give back is gone. */
export async function takeBack(portal: Portal, wishes: Wishes, key: ItemKey): Promise<Result<Looked, ItemProblem>> {
  const before = await look(portal, wishes)
  if (!before.ok) return failed({ kind: 'portal', error: before.error })
  const { undo } = before.value.items[key]
  if (undo === undefined) return before
  const error = complaint(await portal.send(undo, { halt: false }))
  const after = await look(portal, wishes)
  if (!after.ok) return failed({ kind: 'portal', error: error ?? after.error })
  return after.value.items[key].undo === undefined ? after : failed(error ? { kind: 'portal', error } : { kind: 'stays' })
}

/** What differs between two question sets, as data: for publishing, restoring and conflicts. */
import { printPlace } from './place.ts'
import type { PlaceSegment } from './place.ts'
import type { SetDraft } from './question-set.ts'
import { same } from './same.ts'

/** The things of a set that come, go and move as a whole. */
export const THINGS = [
  'set', 'question', 'choice', 'condition', 'objection', 'position', 'rule', 'else', 'reason', 'step', 'potential-band',
] as const
export type Thing = (typeof THINGS)[number]

/**
 * One difference. `place` is a path into the later set, for what was removed into the earlier one. `thing` is the innermost one that
 * is concerned, `ids` those on the way to it, outermost first. A changed value stands under `field` of the thing, such as `label.ru`
 * or `followUp.base`; one that was not there is `undefined`. Of what moved, `from` and `to` are the indexes.
 */
export interface SetChange {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed'
  readonly place: string
  readonly thing: Thing
  readonly ids: readonly string[]
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entryKey(name: string): (entry: unknown) => string {
  return entry => isFields(entry) ? JSON.stringify(entry[name]) : ''
}

interface ListKind {
  readonly thing: Thing
  /** By which entries of both lists are the same one; the way that tells most of them is taken. */
  readonly keys: readonly ((entry: unknown) => string)[]
}

const byId = [entryKey('id')]
const firstQuestion = (entry: unknown): string => isFields(entry) && Array.isArray(entry.questions) ? JSON.stringify(entry.questions[0]) : ''

/** The lists of things, by the key under which they stand. */
const LISTS: Readonly<Record<string, ListKind>> = {
  questions: { thing: 'question', keys: byId },
  choices: { thing: 'choice', keys: byId },
  bands: { thing: 'choice', keys: byId },
  askIf: { thing: 'condition', keys: [entryKey('question')] },
  objections: { thing: 'objection', keys: [entryKey('says'), entryKey('reply')] },
  code: { thing: 'position', keys: [firstQuestion] },
  classRules: { thing: 'rule', keys: byId },
  reasons: { thing: 'reason', keys: byId },
  steps: { thing: 'step', keys: byId },
  later: { thing: 'step', keys: byId },
}

const SCALE: ListKind = { thing: 'potential-band', keys: [entryKey('label'), entryKey('coefficient')] }

const SINGLES: Readonly<Record<string, Thing>> = { cannotPay: 'choice', classElse: 'else' }

interface Spot {
  readonly place: readonly PlaceSegment[]
  /** The same in the earlier set. */
  readonly was: readonly PlaceSegment[]
  readonly thing: Thing
  readonly ids: readonly string[]
  readonly field: readonly PlaceSegment[]
}

function listAt(spot: Spot, key: string): ListKind | undefined {
  if (key === 'bands' && spot.place[0] === 'potential') return SCALE
  const takesThings = spot.thing === 'set' || spot.thing === 'question'
  return takesThings && Object.hasOwn(LISTS, key) ? LISTS[key] : undefined
}

function into(spot: Spot, thing: Thing, segment: PlaceSegment, entry: unknown, was = segment): Spot {
  const id = isFields(entry) && typeof entry.id === 'string' ? [entry.id] : []
  return { place: [...spot.place, segment], was: [...spot.was, was], thing, ids: [...spot.ids, ...id], field: [] }
}

function tell(kind: SetChange['kind'], spot: Spot, from: unknown, to: unknown): SetChange {
  return { kind, place: printPlace(kind === 'removed' ? spot.was : spot.place), thing: spot.thing, ids: spot.ids, field: printPlace(spot.field), from, to }
}

/** A name for each entry, alike in both lists for what is the same entry: by the key that tells most, else by its index. */
function namesIn(from: readonly unknown[], to: readonly unknown[], keys: ListKind['keys']): readonly [readonly string[], readonly string[]] {
  let best: readonly [readonly string[], readonly string[]] = [from.map((_, index) => String(index)), to.map((_, index) => String(index))]
  let most = 0
  for (const key of keys) {
    const names = [from.map(key), to.map(key)] as const
    if (names.some(all => new Set(all).size < all.length)) continue
    const common = names[0].filter(name => names[1].includes(name)).length
    if (common > most || keys.length === 1) { best = names; most = common }
  }
  return best
}

/** The fewest entries of `order` that must move for the rest to ascend: all but a longest ascending subsequence. */
function outOfOrder(order: readonly number[]): ReadonlySet<number> {
  const ways: { readonly length: number; readonly before: number }[] = []
  order.forEach((value, at) => {
    let length = 1
    let before = -1
    for (let earlier = 0; earlier < at; earlier += 1) {
      const way = ways[earlier]
      if (way && (order[earlier] ?? 0) < value && way.length + 1 > length) { length = way.length + 1; before = earlier }
    }
    ways.push({ length, before })
  })
  const moved = new Set(order)
  let at = ways.reduce((best, way, index) => way.length > (ways[best]?.length ?? 0) ? index : best, 0)
  while (at >= 0 && at < order.length) {
    moved.delete(order[at] ?? -1)
    at = ways[at]?.before ?? -1
  }
  return moved
}

function differenceOfLists(spot: Spot, from: readonly unknown[], to: readonly unknown[], kind: ListKind): readonly SetChange[] {
  const [before, after] = namesIn(from, to, kind.keys)
  const stayed = after.filter(name => before.includes(name))
  const moved = outOfOrder(stayed.map(name => before.indexOf(name)))
  return [
    ...from.flatMap((entry, index) => after.includes(before[index] ?? '') ? [] : [tell('removed', into(spot, kind.thing, index, entry), entry, undefined)]),
    ...to.flatMap((entry, index) => {
      const was = before.indexOf(after[index] ?? '')
      const place = into(spot, kind.thing, index, entry, was)
      if (was < 0) return [tell('added', place, undefined, entry)]
      return [...(moved.has(was) ? [tell('moved', place, was, index)] : []), ...differenceAt(place, from[was], entry)]
    }),
  ]
}

function differenceOfKey(spot: Spot, key: string, from: unknown, to: unknown): readonly SetChange[] {
  const inside: Spot = { ...spot, place: [...spot.place, key], was: [...spot.was, key], field: [...spot.field, key] }
  const list = listAt(spot, key)
  if (list) return differenceOfLists(inside, Array.isArray(from) ? from : [], Array.isArray(to) ? to : [], list)
  const single = Object.hasOwn(SINGLES, key) ? SINGLES[key] : undefined
  if (single === undefined) return differenceAt(inside, from, to)
  const place = into(spot, single, key, to ?? from)
  if (from === undefined || to === undefined) return same(from, to) ? [] : [tell(to === undefined ? 'removed' : 'added', place, from, to)]
  return differenceAt(place, from, to)
}

function differenceAt(spot: Spot, from: unknown, to: unknown): readonly SetChange[] {
  if (same(from, to)) return []
  if (!isFields(from) || !isFields(to)) return [tell('changed', spot, from, to)]
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap(key => differenceOfKey(spot, key, from[key], to[key]))
}

/** The differences from one set to another, in the order of the set; none exactly when they are equal but for the version. */
export function differenceOf(from: SetDraft, to: SetDraft): readonly SetChange[] {
  return differenceAt({ place: [], was: [], thing: 'set', ids: [], field: [] }, { ...from, version: 0 }, { ...to, version: 0 })
}

/** What a portal and its browsers hold of lead 1, told so that two runs of the same work are equal: ids by order, times from the saves on. */
import { snapshot } from '../../emulator/snapshot.ts'
import { readInstant } from '../../src/domain/iso-time.ts'
import * as v from 'valibot'
import type { Browser } from './browser.ts'
import type { World } from './world.ts'

export const LEAD = 1

const Texts = v.record(v.string(), v.unknown())
const Parts = v.object({
  leads: v.array(v.looseObject({ id: v.number() })),
  deals: v.array(v.looseObject({ title: v.string() })),
  activities: v.array(v.looseObject({ ID: v.string(), OWNER_ID: v.string(), SUBJECT: v.string(), DESCRIPTION: v.string(), DEADLINE: v.nullable(v.string()), COMPLETED: v.string(), RESPONSIBLE_ID: v.string() })),
  comments: v.array(v.looseObject({ ID: v.union([v.string(), v.number()]), ENTITY_ID: v.union([v.number(), v.string()]), COMMENT: v.string() })),
  notices: v.array(v.object({ USER_ID: v.string(), MESSAGE: v.string(), TAG: v.string() })),
  userOptions: v.record(v.string(), Texts),
  entities: v.record(v.string(), v.looseObject({ ITEMS: v.array(v.looseObject({ NAME: v.string(), DETAIL_TEXT: v.nullish(v.string()), PROPERTY_VALUES: Texts })) })),
})

export interface EndState {
  readonly lead: unknown
  readonly todos: readonly unknown[]
  readonly comments: readonly unknown[]
  readonly notices: readonly unknown[]
  readonly journal: readonly unknown[]
  readonly deals: readonly unknown[]
  /** Drafts that the portal still holds, by user. */
  readonly drafts: readonly string[]
  /** What else of an option is not empty: entries that are not over. */
  readonly open: readonly string[]
  /** What still waits in a browser. */
  readonly waiting: readonly string[]
}

/** Fields of a lead that tell when it was last touched. */
const TOUCHED = /^(?:updatedTime|updatedBy|movedTime|movedBy|lastActivityTime|lastActivityBy|lastCommunicationTime|dateClosed)$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const A_DAY = 86_400_000
const RUN_ID = /\brun\d{6}\b/g

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function jsonIn(text: string): unknown {
  if (!text.startsWith('{')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Tells values with the names that ids and instants have among these entries. */
function teller(entries: readonly { readonly NAME: string; readonly text: unknown }[], known: string) {
  const names = new Map<string, string>()
  const moments: { readonly at: number; readonly name: string }[] = []
  for (const { NAME, text } of entries) {
    if (names.has(NAME)) continue
    const name = `entry ${names.size + 1}`
    names.set(NAME, name)
    const entry = isObject(text) && isObject(text['entry']) ? text['entry'] : {}
    const at = typeof entry['at'] === 'string' ? readInstant(entry['at']) : undefined
    if (at !== undefined) moments.push({ at, name })
  }

  function instant(text: string): string {
    const at = readInstant(text)
    if (at === undefined || known.includes(text)) return text
    const from = moments.findLast(moment => moment.at <= at)
    // what is counted from a save is printed to the second, one of them rounded up
    // a date that far ahead is counted in days, and stands at the hour that the set gives it
    return from && at - from.at < A_DAY ? `${from.name} + ${Math.floor((at - from.at) / 10_000)}0 s` : text
  }

  return function tell(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(tell)
    if (isObject(value)) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'seconds' && key !== 'tries').map(([key, item]) => [key, tell(item)]))
    if (typeof value !== 'string') return value
    const json = jsonIn(value)
    if (json !== undefined) return tell(json)
    return INSTANT.test(value) ? instant(value) : value.replaceAll(RUN_ID, id => names.get(id) ?? 'no entry')
  }
}

/** The text of everything that a portal holds, by which instants are known that were there before. */
export function knownOf({ wire }: World): string {
  return JSON.stringify(snapshot(wire.inside.store.state, 'leads,activities,entities'))
}

/** `known`: the portal's text before anything was done. */
export function endStateOf({ wire }: World, browsers: readonly Browser[], known: string): EndState {
  const { leads, deals, activities, comments, notices, userOptions, entities } = v.parse(Parts, snapshot(wire.inside.store.state, 'leads,deals,activities,comments,notices,userOptions,entities'))
  const items = (entities['abcruns']?.ITEMS ?? []).map(({ NAME, DETAIL_TEXT, PROPERTY_VALUES }) => ({ NAME, PROPERTY_VALUES, text: jsonIn(DETAIL_TEXT ?? '') ?? DETAIL_TEXT }))
  // a run that the journal was not allowed to keep is known by its lead
  const stored = leads.find(({ id }) => id === LEAD)?.['UF_CRM_ABC_RUN']
  const last = typeof stored === 'string' ? jsonIn(stored) : undefined
  const remembered = isObject(last) && typeof last['id'] === 'string' ? [{ NAME: last['id'], text: { entry: { at: last['at'] } } }] : []
  const tell = teller([...items, ...remembered], known)
  const todos = activities.filter(({ OWNER_ID }) => Number(OWNER_ID) === LEAD)
  const said = comments.filter(({ ENTITY_ID }) => Number(ENTITY_ID) === LEAD)
  const place = (ids: readonly (string | number)[], id: unknown) => ids.findIndex(one => Number(one) === Number(id))
  const optionsThatAre = (wanted: (name: string) => boolean) => Object.entries(userOptions)
    .flatMap(([user, options]) => Object.entries(options).filter(([name, text]) => text !== '' && wanted(name)).map(([name]) => `${user} ${name}`))
  const found = leads.find(({ id }) => id === LEAD)
  return {
    lead: tell(found && Object.fromEntries(Object.entries(found).filter(([key]) => !TOUCHED.test(key)))),
    todos: todos.map(({ SUBJECT, DESCRIPTION, DEADLINE, COMPLETED, RESPONSIBLE_ID }) => tell({ SUBJECT, DESCRIPTION, DEADLINE, COMPLETED, RESPONSIBLE_ID })),
    comments: said.map(({ COMMENT }) => tell(COMMENT)),
    notices: notices.map(tell),
    journal: items.map(({ NAME, text, PROPERTY_VALUES: { LEAD: of, COMMENT, TODO } }) => ({
      ...isObject(tell({ NAME, text })) && { told: withoutIds(tell({ NAME, text })) },
      of, comment: place(said.map(({ ID }) => ID), COMMENT), todo: place(todos.map(({ ID }) => ID), TODO),
    })),
    deals: deals.map(({ title }) => title),
    drafts: optionsThatAre(name => name.startsWith('d.')),
    open: optionsThatAre(name => !name.startsWith('d.')),
    waiting: browsers.flatMap(({ stored }) => [...stored.keys()].filter(key => key.includes('/waiting/'))),
  }
}

/** Ids of what was made are told by their place. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key, item]) => !(key === 'id' && typeof item === 'number')).map(([key, item]) => [key, withoutIds(item)]))
}

/** Where two end states differ, in words; nothing when they do not. */
export function differences(expected: EndState, found: EndState): readonly string[] {
  const told: string[] = []
  compare('', expected, found, told)
  return told
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200)
}

function compare(path: string, expected: unknown, found: unknown, told: string[]): void {
  if (Object.is(expected, found)) return
  if (Array.isArray(expected) && Array.isArray(found) && expected.length !== found.length) {
    told.push(`${path}: ${found.length} in place of ${expected.length}: ${JSON.stringify(found).slice(0, 300)}`)
    return
  }
  if (typeof expected === 'object' && expected !== null && typeof found === 'object' && found !== null) {
    const [a, b] = [new Map(Object.entries(expected)), new Map(Object.entries(found))]
    for (const key of new Set([...a.keys(), ...b.keys()])) compare(path === '' ? key : `${path}.${key}`, a.get(key), b.get(key), told)
    return
  }
  told.push(`${path}: ${shown(found)} in place of ${shown(expected)}`)
}

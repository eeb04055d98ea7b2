/** Where the app appears in the portal, and how what is bound becomes just that; safe to run at any time. */
import * as v from 'valibot'
import { LANGUAGES } from '../../domain/question-set.ts'
import type { Language } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { decode } from '../decode.ts'
import type { Command, Param, Portal, PortalError, Reply } from '../portal.ts'

export const PLACEMENTS = ['CRM_LEAD_DETAIL_TAB'] as const
export type Placement = (typeof PLACEMENTS)[number]

const TITLES: Readonly<Record<Placement, Readonly<Record<Language, string>>>> = {
  CRM_LEAD_DETAIL_TAB: { ru: 'Квалификация', en: 'Qualification' },
}

/** `placement.get` lists what this app has bound, and nothing of other apps (`api-reference/widgets/placement-get.md`). */
const Bindings = v.array(v.object({
  placement: v.string(),
  handler: v.string(),
  title: v.optional(v.string(), ''),
  langAll: v.optional(v.unknown()),
}))
type Binding = v.InferOutput<typeof Bindings>[number]
const Titles = v.record(v.string(), v.object({ TITLE: v.string() }))

/** One handler of this app at one place. */
export interface Bound {
  readonly placement: string
  readonly handler: string
}

/** What is left to do. */
export interface PlacementWork {
  /** At another address, at a place without a screen, or under an old title. */
  readonly stale: readonly Bound[]
  readonly missing: readonly Placement[]
}

export interface PlacementReport {
  readonly bound: number
  readonly unbound: number
}

/** How often the portal is asked what is bound: once more than is done at most, so that what was done is seen. */
const MOST_LOOKS = 3

function sameAddress(a: string, b: string): boolean {
  return a === b || (URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href)
}

/** Are the titles ours, as far as the portal tells them? One that tells languages, but none at all, has lost them. */
function isTitled(ours: Placement, { title, langAll }: Binding): boolean {
  if (title !== TITLES[ours].en) return false
  const told = v.safeParse(Titles, langAll)
  if (!told.success) return true
  return Object.keys(told.output).length > 0 && LANGUAGES.every(language => [undefined, TITLES[ours][language]].includes(told.output[language]?.TITLE))
}

function workOf(bindings: readonly Binding[], handler: string, titles: boolean): PlacementWork {
  const right = PLACEMENTS.filter((placement) => {
    const here = bindings.filter(one => one.placement === placement && sameAddress(one.handler, handler))
    return here.length === 1 && here.every(one => !titles || isTitled(placement, one))
  })
  const kept = (one: Binding): boolean => right.some(placement => placement === one.placement) && sameAddress(one.handler, handler)
  const stale = new Map(bindings.filter(one => !kept(one)).map(({ placement, handler: address }) => [`${placement} ${address}`, { placement, handler: address }]))
  return { stale: [...stale.values()], missing: PLACEMENTS.filter(placement => !right.includes(placement)) }
}

export const READ_PLACEMENTS: Command = { method: 'placement.get', params: {} }

/** What there is to do when the app's address is `handler`, from the answer to `READ_PLACEMENTS`; `titles`: also where only these differ. */
export function placementWork(reply: Reply, handler: string, titles = true): Result<PlacementWork, PortalError> {
  if (!reply.ok) return reply
  const bindings = decode('placement.get', Bindings, reply.value)
  return bindings.ok ? ok(workOf(bindings.value, handler, titles)) : bindings
}

function bindCommand(placement: Placement, handler: string): Command {
  const titles = TITLES[placement]
  const perLanguage: Record<string, Param> = Object.fromEntries(LANGUAGES.map(language => [language, { TITLE: titles[language] }]))
  return { method: 'placement.bind', params: { PLACEMENT: placement, HANDLER: handler, TITLE: titles.en, LANG_ALL: perLanguage } }
}

/** Old tabs go before new ones come: a lead card has none for a moment, but never two. */
export function placementCommands({ stale, missing }: PlacementWork, handler: string): Readonly<Record<string, Command>> {
  return Object.fromEntries([
    ...stale.map((one): Command => ({ method: 'placement.unbind', params: { PLACEMENT: one.placement, HANDLER: one.handler } })),
    ...missing.map(placement => bindCommand(placement, handler)),
  ].map((command, index) => [`step${index}`, command]))
}

async function look(portal: Portal, handler: string, titles: boolean): Promise<Result<PlacementWork, PortalError>> {
  const sent = await portal.send({ bound: READ_PLACEMENTS }, { halt: true })
  return sent.ok ? placementWork(sent.value.bound, handler, titles) : sent
}

/** Why a batch did not do all it should; nothing where it says that it did. */
export function complaint(sent: Result<Readonly<Record<string, Reply>>, PortalError>): PortalError | undefined {
  if (!sent.ok) return sent.error
  const bad = Object.values(sent.value).find(reply => !reply.ok)
  return bad?.ok === false ? bad.error : undefined
}

/**
 * Brings the app's handlers to exactly its places at `handler`. What the portal then lists decides, not how the writes were
 * answered: one that was cut off may have been done, one that was sent twice is refused the second time.
 */
export async function bindPlacements(portal: Portal, handler: string): Promise<Result<PlacementReport, PortalError>> {
  let first: PlacementWork | undefined
  let refused: PortalError | undefined
  for (let looks = 1; looks <= MOST_LOOKS; looks += 1) {
    // a portal that spells titles its own way must not be written to for ever
    const work = await look(portal, handler, looks < MOST_LOOKS)
    if (!work.ok) return failed(refused ?? work.error)
    first ??= work.value
    if (work.value.stale.length + work.value.missing.length === 0) return ok({ bound: first.missing.length, unbound: first.stale.length })
    if (refused !== undefined || looks === MOST_LOOKS) break
    refused = complaint(await portal.send(placementCommands(work.value, handler), { halt: true }))
  }
  return failed(refused ?? { kind: 'no-result', method: 'placement.bind', code: '', description: '' })
}

/** What publishing a set would do: to the set in force, to the fields of the portal, to the labels of their items. */
import type { QuestionSet, SetDraft, SetReference } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { same } from '../../domain/same.ts'
import { examine, mayPublish } from '../../domain/set-doctor.ts'
import type { Finding } from '../../domain/set-doctor.ts'
import type { KeptDraft } from '../../domain/set-draft-codec.ts'
import type { FieldMap } from '../field-map.ts'
import { LARGEST_OPTIONS } from '../options-writing.ts'
import { optionOfSet } from '../options.ts'
import type { Portal } from '../portal.ts'
import { mappingIn, withMapping } from '../setup/field-mapping.ts'
import { isSameLabel, renamedItems } from '../setup/item-labels.ts'
import type { RenamedItem } from '../setup/item-labels.ts'
import { demandedInVain } from '../setup/mandatory.ts'
import { compareFields, readUserFields } from '../setup/user-fields.ts'
import type { FieldState, UserField } from '../setup/user-fields.ts'
import { wantedFields } from '../setup/wanted-fields.ts'
import { readInForce, referenceInForce, setInForce } from './in-force.ts'
import type { InForce, InForceProblem } from './in-force.ts'
import { fitted, optionText } from './making-room.ts'
import { readShelf } from './shelf.ts'
import type { ShelvedSet, ShelvedVersion, Stamp } from './shelf.ts'

/**
 * `ill`: the doctor forbids it. `conflict`: another version is in force by now than the one that the draft started from.
 * `fields-differ`: these fields are not as the set needs them, and only a person can decide.
 */
export type PublishingProblem =
  | InForceProblem
  | { readonly kind: 'ill'; readonly findings: readonly Finding[] }
  | { readonly kind: 'conflict'; readonly inForce: SetReference | undefined; readonly stamp: Stamp | undefined; readonly set: QuestionSet | undefined }
  | { readonly kind: 'fields-differ'; readonly fields: readonly FieldState[] }

/** What publishing would do. */
export interface PublishingPlan {
  /** With the version that it gets. */
  readonly set: QuestionSet
  /** The version in force now: nothing where there is none, or where it does not parse. */
  readonly before: QuestionSet | undefined
  readonly beforeReference: SetReference | undefined
  /** The set is in force just so already. */
  readonly isInForce: boolean
  readonly fields: readonly FieldState[]
  /** Choices of the version before that are gone: their list items stay, leads may hold them. */
  readonly retired: readonly { readonly question: string; readonly choice: string }[]
  /** Items whose choices got other words: labels that somebody gave them on the portal by hand stay. */
  readonly renamed: readonly RenamedItem[]
  /** Names of our fields that the card demands, and that not everybody will be asked for. */
  readonly demanded: readonly string[]
  /** Of all options afterwards, as far as that is known before the fields are made. */
  readonly bytes: number
  /** Ids of the sets that will lie on the shelf alone, as the options have no room for them. */
  readonly pointed: readonly string[]
  readonly found: InForce
  readonly zone: string
}

function isWhole(set: SetDraft): set is QuestionSet {
  return set.classElse !== undefined
}

function sameContent(a: QuestionSet, b: QuestionSet): boolean {
  return same({ ...a, version: 0 }, { ...b, version: 0 })
}

/** The fields that sets need. */
export function wantedOf(sets: readonly QuestionSet[], map: FieldMap | undefined, existing: readonly UserField[]): ReturnType<typeof wantedFields> {
  const wanted = wantedFields(sets)
  // where the administrator took a field that existed already, that one it is
  return map ? withMapping(wanted, mappingIn(map, wanted), existing) : wanted
}

function choicesGone(before: QuestionSet | undefined, set: QuestionSet): PublishingPlan['retired'] {
  const items = (of: QuestionSet) => wantedFields([of]).flatMap(({ holds, items: all }) => 'question' in holds ? all.map(({ key }) => ({ question: holds.question, choice: key })) : [])
  const now = items(set)
  return before ? items(before).filter(item => now.every(one => !same(one, item))) : []
}

/** What the portal has of a set. */
export interface LookedSet {
  readonly found: InForce
  readonly shelved: ShelvedSet | undefined
}

export async function lookAtSet(portal: Portal, id: string): Promise<Result<LookedSet, PublishingProblem>> {
  const [found, shelf] = [await readInForce(portal), await readShelf(portal, id)]
  if (!found.ok) return found
  if (!shelf.ok) return failed({ kind: 'portal', error: shelf.error })
  return ok({ found: found.value, shelved: shelf.value.find(set => set.id === id) })
}

export function conflictWith({ found, shelved }: LookedSet, id: string): PublishingProblem {
  const reference = referenceInForce(found, id)
  const stored = setInForce(found, id)
  const version = shelved?.versions.find(one => one.reference === reference)
  return { kind: 'conflict', inForce: reference, stamp: version && { by: version.by, at: version.at }, set: stored?.ok === true ? stored.value : undefined }
}

function versionIn(reference: SetReference | undefined): number | undefined {
  return reference === undefined ? undefined : Number(reference.split('@')[1])
}

/** The version of a set that is published now: one that was shelved and not put into force is taken up again. */
function versionFor(set: QuestionSet, { found, shelved }: LookedSet): number {
  const newest: ShelvedVersion | undefined = shelved?.versions[0]
  const inForce = versionIn(referenceInForce(found, set.id)) ?? 0
  if (newest && newest.version > inForce && newest.content.ok && sameContent(newest.content.value, set)) return newest.version
  return Math.max(newest?.version ?? 0, inForce) + 1
}

/** Those that can be read. */
function setsInForce(found: InForce): readonly QuestionSet[] {
  return (found.settings?.inForce ?? []).flatMap((reference) => {
    const read = setInForce(found, reference.split('@', 1)[0] ?? '')
    return read?.ok === true ? [read.value] : []
  })
}

/** Sets may share a question: the first of them that is in force names its choices. */
function renamedBy(set: QuestionSet, found: InForce, fields: readonly FieldState[]): readonly RenamedItem[] {
  const sets = setsInForce(found)
  const labels = (of: readonly QuestionSet[]) => new Map(wantedFields(of).flatMap(({ items }) => items.map(({ xmlId, label }) => [xmlId, label] as const)))
  const [before, after] = [labels(sets), labels(sets.map(one => one.id === set.id ? set : one))]
  return renamedItems(fields).filter(({ item, now }) => item.label === after.get(item.xmlId) && isSameLabel(before.get(item.xmlId) ?? '', now))
}

async function planFor(portal: Portal, set: QuestionSet, { found }: LookedSet, zone: string): Promise<Result<PublishingPlan, PublishingProblem>> {
  const existing = await readUserFields(portal)
  if (!existing.ok) return failed({ kind: 'portal', error: existing.error })
  const stored = setInForce(found, set.id)
  const before = stored?.ok === true ? stored.value : undefined
  const isInForce = before !== undefined && same(before, set)
  const { bytes, pointed } = fitted(found, { ...found.options, ...(!isInForce && { [optionOfSet(set.id)]: optionText(set) }) }, set)
  if (bytes > LARGEST_OPTIONS) return failed({ kind: 'too-large', bytes })
  const after = [...setsInForce(found).filter(({ id }) => id !== set.id), set]
  const fields = compareFields(wantedOf([set], found.fields, existing.value), existing.value)
  return ok({
    set, before, found, zone, bytes, isInForce,
    pointed: pointed.map(({ id }) => id),
    beforeReference: referenceInForce(found, set.id),
    fields,
    renamed: renamedBy(set, found, fields),
    demanded: demandedInVain(existing.value, wantedOf(after, found.fields, existing.value), after).map(({ EDIT_FORM_LABEL, FIELD_NAME }) => EDIT_FORM_LABEL || FIELD_NAME),
    retired: choicesGone(before, set),
  })
}

/** What publishing this draft would do. `zone`: the portal's IANA zone, where none is set up yet. */
export async function lookAtPublishing(portal: Portal, { set, base }: KeptDraft, zone: string): Promise<Result<PublishingPlan, PublishingProblem>> {
  const { findings } = examine(set)
  if (!mayPublish(findings) || !isWhole(set)) return failed({ kind: 'ill', findings })
  const looked = await lookAtSet(portal, set.id)
  if (!looked.ok) return looked
  const stored = setInForce(looked.value.found, set.id)
  const done = stored?.ok === true && sameContent(stored.value, set)
  if (done) return planFor(portal, stored.value, looked.value, zone)
  if (versionIn(referenceInForce(looked.value.found, set.id)) !== base) return failed(conflictWith(looked.value, set.id))
  return planFor(portal, { ...set, version: versionFor(set, looked.value) }, looked.value, zone)
}

/** What putting an earlier version into force again would do. `inForce`: the version that was in force when that was asked for. */
export async function lookAtReturning(portal: Portal, reference: SetReference, inForce: SetReference | undefined, zone: string): Promise<Result<PublishingPlan, PublishingProblem>> {
  const id = reference.split('@', 1)[0] ?? ''
  const looked = await lookAtSet(portal, id)
  if (!looked.ok) return looked
  const now = referenceInForce(looked.value.found, id)
  if (now !== inForce && now !== reference) return failed(conflictWith(looked.value, id))
  const version = looked.value.shelved?.versions.find(one => one.reference === reference)
  if (!version) return failed({ kind: 'portal', error: { kind: 'not-found', method: 'entity.item.get', code: '', description: reference } })
  if (!version.content.ok) return failed({ kind: 'unreadable', option: reference, why: version.content.error })
  return planFor(portal, version.content.value, looked.value, zone)
}


/**
 * Publishing a set: what it needs of the portal is made, the version is put on the shelf, then one write puts it into force.
 * Until that write the version before is in force. Every step looks first, so that it can be run again at any time.
 */
import { setReference } from '../../domain/question-set.ts'
import type { QuestionSet, SetDraft, SetReference } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { same } from '../../domain/same.ts'
import { printSet } from '../../domain/set-codec.ts'
import { examine, mayPublish } from '../../domain/set-doctor.ts'
import type { Finding } from '../../domain/set-doctor.ts'
import type { KeptDraft } from '../../domain/set-draft-codec.ts'
import { printFieldMap } from '../field-map.ts'
import type { FieldMap } from '../field-map.ts'
import { literalJson } from '../literal.ts'
import { LARGEST_OPTIONS, printSettings, sizeOfOptions } from '../options-writing.ts'
import { OPTION_FIELDS, OPTION_SETTINGS, optionOfSet } from '../options.ts'
import type { Portal, PortalError } from '../portal.ts'
import { mappingIn, withMapping } from '../setup/field-mapping.ts'
import { compareFields, makeFields, mapFields, readUserFields } from '../setup/user-fields.ts'
import type { FieldState, UserField } from '../setup/user-fields.ts'
import { makeStorage, SHELF_STORAGE } from '../setup/storage.ts'
import { wantedFields } from '../setup/wanted-fields.ts'
import { changeInForce, readInForce, referenceInForce, setInForce } from './in-force.ts'
import type { InForce, InForceProblem } from './in-force.ts'
import { readShelf, shelveCommand } from './shelf.ts'
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
  /** Of all options afterwards, as far as that is known before the fields are made. */
  readonly bytes: number
  readonly found: InForce
  readonly zone: string
}

export type PublishingStep = 'fields' | 'shelf' | 'switch'

function isWhole(set: SetDraft): set is QuestionSet {
  return set.classElse !== undefined
}

function sameContent(a: QuestionSet, b: QuestionSet): boolean {
  return same({ ...a, version: 0 }, { ...b, version: 0 })
}

function wantedOf(set: QuestionSet, map: FieldMap | undefined, existing: readonly UserField[]): ReturnType<typeof wantedFields> {
  const wanted = wantedFields([set])
  // where the administrator took a field that existed already, that one it is
  return map ? withMapping(wanted, mappingIn(map, wanted), existing) : wanted
}

/** What both maps know; of the same thing the later one. Fields and items of other sets stay known, and those of older versions. */
export function mergedMap(earlier: FieldMap | undefined, later: FieldMap): FieldMap {
  if (!earlier) return later
  const questions = [...new Set([...Object.keys(earlier.choices), ...Object.keys(later.choices)])]
  return {
    ...later,
    answers: { ...earlier.answers, ...later.answers },
    choices: Object.fromEntries(questions.map(id => [id, { ...earlier.choices[id], ...later.choices[id] }])),
    reasons: { ...earlier.reasons, ...later.reasons },
  }
}

function choicesGone(before: QuestionSet | undefined, set: QuestionSet): PublishingPlan['retired'] {
  const items = (of: QuestionSet) => wantedFields([of]).flatMap(({ holds, items: all }) => 'question' in holds ? all.map(({ key }) => ({ question: holds.question, choice: key })) : [])
  const now = items(set)
  return before ? items(before).filter(item => now.every(one => !same(one, item))) : []
}

interface Looked {
  readonly found: InForce
  readonly shelved: ShelvedSet | undefined
}

async function look(portal: Portal, id: string): Promise<Result<Looked, PublishingProblem>> {
  const [found, shelf] = [await readInForce(portal), await readShelf(portal, id)]
  if (!found.ok) return found
  if (!shelf.ok) return failed({ kind: 'portal', error: shelf.error })
  return ok({ found: found.value, shelved: shelf.value.find(set => set.id === id) })
}

function conflictWith({ found, shelved }: Looked, id: string): PublishingProblem {
  const reference = referenceInForce(found, id)
  const stored = setInForce(found, id)
  const version = shelved?.versions.find(one => one.reference === reference)
  return { kind: 'conflict', inForce: reference, stamp: version && { by: version.by, at: version.at }, set: stored?.ok === true ? stored.value : undefined }
}

function versionIn(reference: SetReference | undefined): number | undefined {
  return reference === undefined ? undefined : Number(reference.split('@')[1])
}

/** The version of a set that is published now: one that was shelved and not put into force is taken up again. */
function versionFor(set: QuestionSet, { found, shelved }: Looked): number {
  const newest: ShelvedVersion | undefined = shelved?.versions[0]
  const inForce = versionIn(referenceInForce(found, set.id)) ?? 0
  if (newest && newest.version > inForce && newest.content.ok && sameContent(newest.content.value, set)) return newest.version
  return Math.max(newest?.version ?? 0, inForce) + 1
}

async function planFor(portal: Portal, set: QuestionSet, { found }: Looked, zone: string): Promise<Result<PublishingPlan, PublishingProblem>> {
  const existing = await readUserFields(portal)
  if (!existing.ok) return failed({ kind: 'portal', error: existing.error })
  const stored = setInForce(found, set.id)
  const before = stored?.ok === true ? stored.value : undefined
  const bytes = sizeOfOptions({ ...found.options, [optionOfSet(set.id)]: literalJson(printSet(set)) })
  if (bytes > LARGEST_OPTIONS) return failed({ kind: 'too-large', bytes })
  return ok({
    set, before, found, zone, bytes,
    beforeReference: referenceInForce(found, set.id),
    isInForce: before !== undefined && same(before, set),
    fields: compareFields(wantedOf(set, found.fields, existing.value), existing.value),
    retired: choicesGone(before, set),
  })
}

/** What publishing this draft would do. `zone`: the portal's IANA zone, where none is set up yet. */
export async function lookAtPublishing(portal: Portal, { set, base }: KeptDraft, zone: string): Promise<Result<PublishingPlan, PublishingProblem>> {
  const { findings } = examine(set)
  if (!mayPublish(findings) || !isWhole(set)) return failed({ kind: 'ill', findings })
  const looked = await look(portal, set.id)
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
  const looked = await look(portal, id)
  if (!looked.ok) return looked
  const now = referenceInForce(looked.value.found, id)
  if (now !== inForce && now !== reference) return failed(conflictWith(looked.value, id))
  const version = looked.value.shelved?.versions.find(one => one.reference === reference)
  if (!version) return failed({ kind: 'portal', error: { kind: 'not-found', method: 'entity.item.get', code: '', description: reference } })
  if (!version.content.ok) return failed({ kind: 'unreadable', option: reference, why: version.content.error })
  return planFor(portal, version.content.value, looked.value, zone)
}

/** Makes the fields and items that are missing, and gives the map of all of them. */
async function fieldsFor(portal: Portal, { set, found, fields }: PublishingPlan): Promise<Result<FieldMap, PublishingProblem>> {
  const made = await makeFields(portal, fields)
  const existing = await readUserFields(portal)
  if (!existing.ok) return failed({ kind: 'portal', error: existing.error })
  // what is there by now decides, not how its making was answered
  const map = mapFields(compareFields(wantedOf(set, found.fields, existing.value), existing.value))
  if (map.ok) return ok(mergedMap(found.fields, map.value))
  return failed(made.ok || map.error.some(({ state }) => state === 'differs') ? { kind: 'fields-differ', fields: map.error } : { kind: 'portal', error: made.error })
}

/** Puts the version on the shelf, and the one in force if it is not there; another one under its name is a conflict. */
async function shelve(portal: Portal, { set, before }: PublishingPlan): Promise<Result<undefined, PublishingProblem>> {
  const storage = await makeStorage(portal, SHELF_STORAGE)
  if (!storage.ok) return failed({ kind: 'portal', error: storage.error })
  let refused: PortalError | undefined
  for (;;) {
    const looked = await look(portal, set.id)
    if (!looked.ok) return looked
    const missing = [before, set].filter((one): one is QuestionSet => one !== undefined && looked.value.shelved?.versions.some(({ version }) => version === one.version) !== true)
    if (missing.length === 0) {
      const kept = looked.value.shelved?.versions.find(({ version }) => version === set.version)
      return kept?.content.ok === true && same(kept.content.value, set) ? ok(undefined) : failed(conflictWith(looked.value, set.id))
    }
    if (refused) return failed({ kind: 'portal', error: refused })
    const sent = await portal.send(Object.fromEntries(missing.map(one => [`version${one.version}`, shelveCommand(one)])), { halt: true })
    const bad = sent.ok ? Object.values(sent.value).find(reply => !reply.ok) : sent
    refused = bad?.ok === false ? bad.error : { kind: 'no-result', method: 'entity.item.add', code: '', description: '' }
  }
}

/** Publishes as planned; gives the version that is in force then. `onStep` hears which step begins. */
export async function publishSet(portal: Portal, plan: PublishingPlan, onStep: (step: PublishingStep) => void = () => undefined): Promise<Result<SetReference, PublishingProblem>> {
  const { set, found: { settings }, zone } = plan
  const reference = setReference(set)
  onStep('fields')
  const map = await fieldsFor(portal, plan)
  if (!map.ok) return map
  onStep('shelf')
  const shelved = await shelve(portal, plan)
  if (!shelved.ok) return shelved
  onStep('switch')
  const others = settings?.inForce ?? []
  const inForce = plan.beforeReference === undefined ? [...others, reference] : others.map(one => one === plan.beforeReference ? reference : one)
  const switched = await changeInForce(portal, plan.found, {
    // the same set may be spelled in another order
    ...(!plan.isInForce && { [optionOfSet(set.id)]: literalJson(printSet(set)) }),
    [OPTION_FIELDS]: printFieldMap(map.value),
    [OPTION_SETTINGS]: printSettings({ ...(settings ?? { zone }), inForce }),
  })
  if (switched.ok) return ok(reference)
  if (switched.error.kind !== 'changed') return switched
  const looked = await look(portal, set.id)
  return failed(looked.ok && referenceInForce(looked.value.found, set.id) !== plan.beforeReference ? conflictWith(looked.value, set.id) : switched.error)
}

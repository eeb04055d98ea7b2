/**
 * Publishing a set: what it needs of the portal is made, the version is put on the shelf, then one write puts it into force.
 * Until that write the version before is in force. Every step looks first, so that it can be run again at any time.
 */
import { setReference } from '../../domain/question-set.ts'
import type { SetReference } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { printFieldMap } from '../field-map.ts'
import type { FieldMap } from '../field-map.ts'
import { printSettings, sizeOfOptions } from '../options-writing.ts'
import { OPTION_FIELDS, OPTION_SETTINGS, optionOfSet } from '../options.ts'
import type { Portal } from '../portal.ts'
import { labelCommands, renamedItems } from '../setup/item-labels.ts'
import { compareFields, makeFields, mapFields, readUserFields } from '../setup/user-fields.ts'
import { changeInForce, referenceInForce } from './in-force.ts'
import { fitted, optionText } from './making-room.ts'
import { mergedMap } from './merged-map.ts'
import { conflictWith, lookAtSet, wantedOf } from './publishing-plan.ts'
import type { PublishingPlan, PublishingProblem } from './publishing-plan.ts'
import { shelve } from './shelving.ts'

export type PublishingStep = 'fields' | 'shelf' | 'switch'

/** Gives items the words of their choices, one request for each field. */
async function rename(portal: Portal, renamed: PublishingPlan['renamed']): Promise<Result<undefined, PublishingProblem>> {
  for (const command of labelCommands(renamed)) {
    const sent = await portal.send({ field: command }, { halt: true })
    const reply = sent.ok ? sent.value.field : sent
    if (!reply.ok) return failed({ kind: 'portal', error: reply.error })
  }
  return ok(undefined)
}

/** Makes the fields and items that are missing, and gives the map of all of them. */
async function fieldsFor(portal: Portal, { set, found, fields, renamed }: PublishingPlan): Promise<Result<FieldMap, PublishingProblem>> {
  const made = await makeFields(portal, fields)
  const named = await rename(portal, renamed)
  const existing = await readUserFields(portal)
  if (!existing.ok) return failed({ kind: 'portal', error: existing.error })
  // what is there by now decides, not how its making was answered
  const states = compareFields(wantedOf([set], found.fields, existing.value), existing.value)
  if (!named.ok && renamedItems(states).some(({ id }) => renamed.some(one => one.id === id))) return named
  const map = mapFields(states)
  if (map.ok) return ok(mergedMap(found.fields, map.value))
  return failed(made.ok || map.error.some(({ state }) => state === 'differs') ? { kind: 'fields-differ', fields: map.error } : { kind: 'portal', error: made.error })
}

/** Publishes as planned; gives the version that is in force then. `onStep` hears which step begins. */
export async function publishSet(portal: Portal, plan: PublishingPlan, onStep: (step: PublishingStep) => void = () => undefined): Promise<Result<SetReference, PublishingProblem>> {
  const { set, found: { settings }, zone } = plan
  const reference = setReference(set)
  onStep('fields')
  const map = await fieldsFor(portal, plan)
  if (!map.ok) return map
  const others = settings?.inForce ?? []
  const inForce = plan.beforeReference === undefined ? [...others, reference] : others.map(one => one === plan.beforeReference ? reference : one)
  const changes = {
    // the same set may be spelled in another order
    ...(!plan.isInForce && { [optionOfSet(set.id)]: optionText(set) }),
    [OPTION_FIELDS]: printFieldMap(map.value),
    [OPTION_SETTINGS]: printSettings({ ...(settings ?? { zone }), inForce }),
  }
  const { options, pointed } = fitted(plan.found, { ...plan.found.options, ...changes }, set)
  onStep('shelf')
  for (const other of pointed.filter(({ id }) => id !== set.id)) {
    const kept = await shelve(portal, other)
    // another text under the same name is no version to point to
    if (!kept.ok) return kept.error.kind === 'conflict' ? failed({ kind: 'too-large', bytes: sizeOfOptions({ ...plan.found.options, ...changes }) }) : kept
  }
  const shelved = await shelve(portal, set, plan.before)
  if (!shelved.ok) return shelved
  onStep('switch')
  const switched = await changeInForce(portal, plan.found, Object.fromEntries(Object.entries(options).filter(([option, text]) => option in changes || plan.found.options[option] !== text)))
  if (switched.ok) return ok(reference)
  if (switched.error.kind !== 'changed') return switched
  const looked = await lookAtSet(portal, set.id)
  return failed(looked.ok && referenceInForce(looked.value.found, set.id) !== plan.beforeReference ? conflictWith(looked.value, set.id) : switched.error)
}

/** Setting a portal up: fields, placements, published sets. Every step looks first, so that it can be run again at any time. */
import type { QuestionSet } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Portal, PortalError } from '../portal.ts'
import { bindPlacements } from './placements.ts'
import { publish } from './publish.ts'
import type { PublishProblem } from './publish.ts'
import { JOURNAL_STORAGE, makeStorage, SHELF_STORAGE } from './storage.ts'
import { compareFields, makeFields, mapFields, readUserFields } from './user-fields.ts'
import type { FieldState } from './user-fields.ts'
import { wantedFields } from './wanted-fields.ts'

export interface SetUpRequest {
  /** The sets to publish, the one offered first. */
  readonly sets: readonly QuestionSet[]
  /** The portal's IANA zone. */
  readonly zone: string
  /** The app's address, to which placements are bound. */
  readonly handler: string
}

export interface SetUpReport {
  readonly fieldsMade: number
  readonly placementsBound: number
}

/** Which step could not be done; the steps before it are done and stay so. `fields-differ`: a person must decide. */
export type SetUpProblem =
  | { readonly step: 'fields' | 'storage' | 'placements'; readonly error: PortalError }
  | { readonly step: 'fields-differ'; readonly fields: readonly FieldState[] }
  | { readonly step: 'publish'; readonly problem: PublishProblem }

/** Brings the portal into the state that the app needs. */
export async function setUp(portal: Portal, { sets, zone, handler }: SetUpRequest): Promise<Result<SetUpReport, SetUpProblem>> {
  const wanted = wantedFields(sets)
  const before = await readUserFields(portal)
  if (!before.ok) return failed({ step: 'fields', error: before.error })
  const made = await makeFields(portal, compareFields(wanted, before.value))
  if (!made.ok) return failed({ step: 'fields', error: made.error })
  const after = await readUserFields(portal)
  if (!after.ok) return failed({ step: 'fields', error: after.error })
  const map = mapFields(compareFields(wanted, after.value))
  if (!map.ok) return failed({ step: 'fields-differ', fields: map.error })
  for (const storage of [JOURNAL_STORAGE, SHELF_STORAGE]) {
    const stored = await makeStorage(portal, storage)
    if (!stored.ok) return failed({ step: 'storage', error: stored.error })
  }
  const bound = await bindPlacements(portal, handler)
  if (!bound.ok) return failed({ step: 'placements', error: bound.error })
  const published = await publish(portal, sets, map.value, zone)
  if (!published.ok) return failed({ step: 'publish', problem: published.error })
  return ok({ fieldsMade: made.value, placementsBound: bound.value.bound })
}

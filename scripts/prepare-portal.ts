/** Sets the app up in an emulated portal: the app's own steps, through the official SDK, with whichever sets are to be in force. */
import { DEFAULT_SET } from '../src/domain/presets/default.ts'
import type { QuestionSet } from '../src/domain/question-set.ts'
import type { Result } from '../src/domain/result.ts'
import type { Portal } from '../src/portal/portal.ts'
import { bringAll } from '../src/portal/setup/checklist.ts'
import { publish } from '../src/portal/setup/publish.ts'
import { compareFields, makeFields, mapFields, readUserFields } from '../src/portal/setup/user-fields.ts'
import { wantedFields } from '../src/portal/setup/wanted-fields.ts'
import { putSetOnSite } from './site-set.ts'
import { portalOf } from './token-portal.ts'

/** The zone of the emulated portal. */
const ZONE = 'Europe/Moscow'

function valueOf<T>(what: string, result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.error)}`)
  return result.value
}

/**
 * Puts these sets into force, with what they need; also on a portal that has others, which the set-up page would leave alone.
 * `handler` is the app's address. Rejects, with the step that failed, when that cannot be done.
 */
export async function prepare(portal: Portal, handler: string, sets: readonly QuestionSet[] = [DEFAULT_SET]): Promise<void> {
  const wanted = wantedFields(sets)
  const before = valueOf('Fields could not be read', await readUserFields(portal))
  valueOf('Fields could not be made', await makeFields(portal, compareFields(wanted, before)))
  const after = valueOf('Fields could not be read', await readUserFields(portal))
  const map = valueOf('Fields differ', mapFields(compareFields(wanted, after)))
  valueOf('The portal could not be set up', await bringAll(portal, { sets, zone: ZONE, handler, language: 'ru' }, ['storage', 'placements']))
  valueOf('The sets were not published', await publish(portal, sets, map, ZONE))
}

/** The same by an administrator of the portal at this address, and on its site. */
export async function preparePortal(portalUrl: string, sets?: readonly QuestionSet[]): Promise<void> {
  const { portal, appUrl } = await portalOf(portalUrl, 'admin')
  await prepare(portal, new URL('index.html', appUrl).href, sets)
  await putSetOnSite(portalUrl)
}

/** Sets the app up in an emulated portal as its administrator would: the app's own set-up code, through the official SDK. */
import { DEFAULT_SET } from '../src/domain/presets/default.ts'
import type { QuestionSet } from '../src/domain/question-set.ts'
import { setUp } from '../src/portal/setup/set-up.ts'
import { putSetOnSite } from './site-set.ts'
import { portalOf } from './token-portal.ts'

/** The zone of the emulated portal. */
const ZONE = 'Europe/Moscow'

/** Rejects, with the step that failed, when the portal could not be set up. */
export async function preparePortal(portalUrl: string, sets: readonly QuestionSet[] = [DEFAULT_SET]): Promise<void> {
  const { portal, appUrl } = await portalOf(portalUrl, 'admin')
  const done = await setUp(portal, { sets, zone: ZONE, handler: new URL('index.html', appUrl).href })
  if (!done.ok) throw new Error(`The portal could not be set up: ${JSON.stringify(done.error)}`)
  await putSetOnSite(portalUrl)
}

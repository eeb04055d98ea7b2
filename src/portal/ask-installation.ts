/** The installation where the hand-over did not bring it: asked for together with what the lead tab asks first. */
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { answeredAhead } from './answered-ahead.ts'
import type { Found, NoInstallation } from './installation.ts'
import { openingCommands } from './open-lead.ts'
import { readInstallation, readOptions } from './options.ts'
import type { Portal } from './portal.ts'

/** Who qualified a lead, in the field that our own set-up makes; which one it is here only the answer tells. */
const USUAL_QUALIFIED_BY = 'UF_CRM_ABC_QUALIFIED_BY'

/** Gives the installation, and the portal with what it has told of the lead already. */
export async function askInstallation(portal: Portal, lead: number): Promise<Result<Found, NoInstallation>> {
  const opening = openingCommands(lead, USUAL_QUALIFIED_BY)
  const sent = await portal.send({ ...opening, options: { method: 'app.option.get', params: {} } }, { halt: false, waitFor: ['options', 'lead', 'me'] })
  if (!sent.ok) return failed({ kind: 'portal', error: sent.error })
  const { options, ...replies } = sent.value
  if (!options.ok) return failed({ kind: 'portal', error: options.error })
  const installation = readInstallation(readOptions(options.value) ?? {})
  return installation.ok ? ok({ installation: installation.value, portal: answeredAhead(portal, opening, replies) }) : installation
}

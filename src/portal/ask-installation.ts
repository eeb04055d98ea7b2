/** The installation where the hand-over did not bring all of it: asked for together with what the lead tab asks first, or what lies on the shelf. */
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { answeredAhead } from './answered-ahead.ts'
import type { Found, NoInstallation } from './installation.ts'
import { openingCommands } from './open-lead.ts'
import { readOptions } from './options.ts'
import type { Options } from './options.ts'
import type { Portal } from './portal.ts'
import { readWhole } from './sets/pointed.ts'

/** Who qualified a lead, in the field that our own set-up makes; which one it is here only the answer tells. */
const USUAL_QUALIFIED_BY = 'UF_CRM_ABC_QUALIFIED_BY'

/** Gives the installation, and the portal with what it has told of the lead already. `given`: the options that were handed over, and do not suffice. */
export async function askInstallation(portal: Portal, lead: number, given: Options | undefined): Promise<Result<Found, NoInstallation>> {
  if (given) {
    const whole = await readWhole(portal, given)
    return whole.ok ? ok({ installation: whole.value, portal }) : whole
  }
  const opening = openingCommands(lead, USUAL_QUALIFIED_BY)
  const sent = await portal.send({ ...opening, options: { method: 'app.option.get', params: {} } }, { halt: false, waitFor: ['options', 'lead', 'me'] })
  if (!sent.ok) return failed({ kind: 'portal', error: sent.error })
  const { options, ...replies } = sent.value
  if (!options.ok) return failed({ kind: 'portal', error: options.error })
  const installation = await readWhole(portal, readOptions(options.value) ?? {})
  return installation.ok ? ok({ installation: installation.value, portal: answeredAhead(portal, opening, replies) }) : installation
}

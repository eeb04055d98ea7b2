/** The installation of this portal, from the hand-over where it came along, else by asking. */
import { failed } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { OPTION_FIELDS, OPTION_SETTINGS, optionOfSet, readInstallation, readOptions, readSettings } from './options.ts'
import type { Installation, InstallationProblem, Options } from './options.ts'
import type { Portal, PortalError } from './portal.ts'

export type NoInstallation = InstallationProblem | { readonly kind: 'portal'; readonly error: PortalError }

function handedOver(option: (name: string) => string | undefined): Options | undefined {
  const settings = option(OPTION_SETTINGS)
  if (settings === undefined) return undefined
  const known = readSettings(settings)
  const names = [OPTION_SETTINGS, OPTION_FIELDS, ...(known.ok ? known.value.inForce.map(optionOfSet) : [])]
  return Object.fromEntries(names.flatMap((name) => {
    const value = option(name)
    return value === undefined ? [] : [[name, value]]
  }))
}

/** `option` reads what came with the hand-over; a portal that hands nothing over is asked once. */
export async function findInstallation(option: (name: string) => string | undefined, portal: Portal): Promise<Result<Installation, NoInstallation>> {
  const given = handedOver(option)
  if (given !== undefined) return readInstallation(given)
  const sent = await portal.send({ options: { method: 'app.option.get', params: {} } }, { halt: true })
  if (!sent.ok) return failed({ kind: 'portal', error: sent.error })
  if (!sent.value.options.ok) return failed({ kind: 'portal', error: sent.value.options.error })
  return readInstallation(readOptions(sent.value.options.value) ?? {})
}

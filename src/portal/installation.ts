/** The installation of this portal, from the hand-over where it came along, else by asking. */
import { ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { OPTION_FIELDS, OPTION_SETTINGS, optionOfSet, readInstallation, readSettings } from './options.ts'
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

export interface Found {
  readonly installation: Installation
  /** The portal to open the lead with. */
  readonly portal: Portal
}

/** `option` reads what came with the hand-over; a portal that hands nothing over is asked, in one request with the lead itself, and one more where sets lie on the shelf. */
export async function findInstallation(option: (name: string) => string | undefined, portal: Portal, lead: number): Promise<Result<Found, NoInstallation>> {
  const given = handedOver(option)
  const installation = given && readInstallation(given)
  // a set that does not fit into the options is fetched, what is broken is told in there
  return installation?.ok ? ok({ installation: installation.value, portal }) : (await import('./ask-installation.ts')).askInstallation(portal, lead, given)
}

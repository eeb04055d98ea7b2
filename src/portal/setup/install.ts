/** The installation: where the app appears, and the portal's word that it is installed. Nothing of the CRM is changed. */
import * as v from 'valibot'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { decode } from '../decode.ts'
import type { Portal, PortalError } from '../portal.ts'
import { bindPlacements, placementWork, READ_PLACEMENTS } from './placements.ts'
import type { PlacementReport, PlacementWork } from './placements.ts'
import { NEEDED_SCOPES, scopesMissing, WANTED_SCOPES } from './scopes.ts'
import type { NeededScope, WantedScope } from './scopes.ts'

const Me = v.object({ ADMIN: v.boolean() })
const App = v.object({ INSTALLED: v.boolean() })
const Scopes = v.array(v.string())

export interface InstallSite {
  readonly portal: Portal
  /** The app's address, which the portal is to open. */
  readonly handler: string
  /**
   * Tells the portal that the installation is over, whereupon it takes the page away: this settles only where it does not
   * in time. Absent where the portal did not open the page to install the app.
   */
  readonly finish?: () => Promise<void>
}

/** What is there already. */
export interface InstallLook {
  /** Whether the portal counts the app as installed. */
  readonly installed: boolean
  readonly work: PlacementWork
  /** Permissions without which the app does a little less. */
  readonly unticked: readonly WantedScope[]
}

/** Why it cannot be, or did not get, installed. What was done before stays, and is found by the next try. */
export type InstallProblem =
  | { readonly step: 'look' | 'placements' | 'finish'; readonly error: PortalError }
  | { readonly step: 'administrator' }
  | { readonly step: 'scopes'; readonly missing: readonly NeededScope[] }
  /** The portal did not say that the app is installed; `opened`: it had opened the page for that. */
  | { readonly step: 'unfinished'; readonly opened: boolean }

export type InstallStep = 'placements' | 'finish'

/** Reads what is there, in one request. Somebody who is no administrator, or an app without the permissions, is a problem. */
export async function lookAtInstall({ portal, handler }: InstallSite): Promise<Result<InstallLook, InstallProblem>> {
  const sent = await portal.send({
    me: { method: 'profile', params: {} },
    app: { method: 'app.info', params: {} },
    scopes: { method: 'scope', params: {} },
    bound: READ_PLACEMENTS,
  }, { halt: false })
  const at = (error: PortalError): Result<never, InstallProblem> => failed({ step: 'look', error })
  if (!sent.ok) return at(sent.error)
  const { me, app, scopes, bound } = sent.value
  for (const reply of [me, app, scopes]) if (!reply.ok) return at(reply.error)
  const who = decode('profile', Me, me.ok && me.value)
  if (!who.ok) return at(who.error)
  if (!who.value.ADMIN) return failed({ step: 'administrator' })
  const given = decode('scope', Scopes, scopes.ok && scopes.value)
  if (!given.ok) return at(given.error)
  const missing = scopesMissing(NEEDED_SCOPES, given.value)
  if (missing.length > 0) return failed({ step: 'scopes', missing })
  const info = decode('app.info', App, app.ok && app.value)
  if (!info.ok) return at(info.error)
  const work = placementWork(bound, handler)
  if (!work.ok) return at(work.error)
  return ok({ installed: info.value.INSTALLED, work: work.value, unticked: scopesMissing(WANTED_SCOPES, given.value) })
}

/** Binds, finishes, and asks the portal whether the app counts as installed. `onStep` hears which step begins. */
export async function install(site: InstallSite, onStep: (step: InstallStep) => void = () => undefined): Promise<Result<PlacementReport, InstallProblem>> {
  onStep('placements')
  const bound = await bindPlacements(site.portal, site.handler)
  if (!bound.ok) return failed({ step: 'placements', error: bound.error })
  onStep('finish')
  await site.finish?.()
  const sent = await site.portal.send({ app: { method: 'app.info', params: {} } }, { halt: true })
  const reply = sent.ok ? sent.value.app : sent
  const info = reply.ok ? decode('app.info', App, reply.value) : reply
  if (!info.ok) return failed({ step: 'finish', error: info.error })
  return info.value.INSTALLED ? bound : failed({ step: 'unfinished', opened: site.finish !== undefined })
}

/** Puts the script tag of the emulated site together, as the administrator of a portal would: the public part of the set that is offered first. */
import * as v from 'valibot'
import { printPublicSet } from '../src/domain/public-set-codec.ts'
import { publicSetOf } from '../src/domain/public-set.ts'
import { readInstallation, readOptions } from '../src/portal/options.ts'

const Snapshot = v.object({ appOptions: v.unknown() })

/** Rejects when the portal is not set up. Sends no REST request. */
export async function putSetOnSite(portalUrl: string): Promise<void> {
  const snapshot = v.parse(Snapshot, await (await fetch(`${portalUrl}/emulator/snapshot?only=appOptions`)).json())
  const installed = readInstallation(readOptions(snapshot.appOptions) ?? {})
  const set = installed.ok ? installed.value.sets[0] : undefined
  if (!installed.ok || set === undefined) throw new Error('The portal has no question set in force.')
  const siteSet = printPublicSet(publicSetOf(set, installed.value.fields))
  const answer = await fetch(`${portalUrl}/emulator/rules`, { method: 'POST', body: JSON.stringify({ siteSet }) })
  if (!answer.ok) throw new Error(`The site did not take the set: ${answer.status}.`)
}

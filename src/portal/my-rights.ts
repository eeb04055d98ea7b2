/** Who opened the app's own page, and what the portal lets them set up. */
import * as v from 'valibot'
import { isKnownZone } from '../domain/known-zone.ts'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { readMe } from './people.ts'
import type { Me } from './people.ts'
import { unreadable } from './portal.ts'
import type { Portal, PortalError } from './portal.ts'

/** `admin` of the portal: options, placements and the common card; `crmAdmin`: fields and stages. */
export interface MyRights extends Me {
  readonly crmAdmin: boolean
}

const Profile = v.object({ TIME_ZONE: v.nullish(v.string(), '') })

/** The user's zone as the profile has it; empty where they have the portal's (`api-reference/user/profile.md`). */
function zoneIn(profile: unknown): string | undefined {
  const read = v.safeParse(Profile, profile)
  return read.success && isKnownZone(read.output.TIME_ZONE) ? read.output.TIME_ZONE : undefined
}

/**
 * Asks in one request. No method tells who may change the settings of the CRM; the list of currencies is given to nobody else
 * (`api-reference/crm/currency/crm-currency-list.md`), and is refused with an empty code, so that a batch has no result for it.
 */
export async function readMyRights(portal: Portal): Promise<Result<{ readonly me: MyRights; readonly zone: string | undefined }, PortalError>> {
  const sent = await portal.send({
    me: { method: 'profile', params: {} },
    settings: { method: 'crm.currency.list', params: {} },
  }, { halt: false })
  if (!sent.ok) return sent
  const { me: reply, settings } = sent.value
  if (!reply.ok) return reply
  const me = readMe(reply.value)
  if (me === undefined) return failed(unreadable('profile', 'no user'))
  if (!settings.ok && settings.error.kind === 'busy') return settings
  return ok({ me: { ...me, crmAdmin: me.admin || settings.ok }, zone: zoneIn(reply.value) })
}

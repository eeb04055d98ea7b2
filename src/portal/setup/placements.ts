/** Where the app appears in the portal; safe to run twice. */
import * as v from 'valibot'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { decode } from '../decode.ts'
import type { Portal, PortalError } from '../portal.ts'

export const PLACEMENTS = ['CRM_LEAD_DETAIL_TAB'] as const
export type Placement = (typeof PLACEMENTS)[number]

const TITLES: Readonly<Record<Placement, { readonly ru: string; readonly en: string }>> = {
  CRM_LEAD_DETAIL_TAB: { ru: 'Квалификация', en: 'Qualification' },
}

const Bound = v.array(v.object({ placement: v.string(), handler: v.string() }))

/** Binds the app's placements to its address where they are not bound yet. Gives the number of new bindings. */
export async function bindPlacements(portal: Portal, handler: string): Promise<Result<number, PortalError>> {
  const sent = await portal.send({ bound: { method: 'placement.get', params: {} } }, { halt: true })
  if (!sent.ok) return sent
  if (!sent.value.bound.ok) return failed(sent.value.bound.error)
  const bound = decode('placement.get', Bound, sent.value.bound.value)
  if (!bound.ok) return bound
  let made = 0
  for (const placement of PLACEMENTS) {
    if (bound.value.some(row => row.placement === placement && row.handler === handler)) continue
    const titles = TITLES[placement]
    const answer = await portal.send({ bind: { method: 'placement.bind', params: {
      PLACEMENT: placement,
      HANDLER: handler,
      TITLE: titles.en,
      LANG_ALL: { ru: { TITLE: titles.ru }, en: { TITLE: titles.en } },
    } } }, { halt: true })
    if (!answer.ok) return answer
    if (!answer.value.bind.ok) return failed(answer.value.bind.error)
    made += 1
  }
  return ok(made)
}

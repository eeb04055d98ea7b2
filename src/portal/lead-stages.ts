/** The stages of leads, to move a lead by its class. */
import * as v from 'valibot'
import { ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { decode } from './decode.ts'
import type { Portal, PortalError } from './portal.ts'

export interface LeadStage {
  readonly id: string
  readonly name: string
}

const Rows = v.array(v.object({ STATUS_ID: v.string(), NAME: v.string(), SEMANTICS: v.nullish(v.string(), '') }))

/**
 * Reads the stages that a lead can be moved to, in their order. The successful one is left out: it is reached by converting
 * (`SEMANTICS` is `S`, `api-reference/crm/status/crm-status-list.md`).
 */
export async function readLeadStages(portal: Portal): Promise<Result<readonly LeadStage[], PortalError>> {
  const method = 'crm.status.list'
  const sent = await portal.send({ stages: { method, params: { filter: { ENTITY_ID: 'STATUS' }, order: { SORT: 'ASC' } } } }, { halt: false })
  if (!sent.ok) return sent
  if (!sent.value.stages.ok) return sent.value.stages
  const rows = decode(method, Rows, sent.value.stages.value)
  if (!rows.ok) return rows
  return ok(rows.value.filter(row => row.SEMANTICS !== 'S').map(row => ({ id: row.STATUS_ID, name: row.NAME })))
}

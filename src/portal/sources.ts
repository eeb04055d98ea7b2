/** The portal's list of lead sources (`api-reference/crm/status/crm-status-list.md`). */
import * as v from 'valibot'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { decode } from './decode.ts'
import type { Portal, PortalError } from './portal.ts'

export interface LeadSource {
  readonly code: string
  readonly name: string
}

const Rows = v.array(v.object({ STATUS_ID: v.string(), NAME: v.string() }))

export async function readSources(portal: Portal): Promise<Result<readonly LeadSource[], PortalError>> {
  const sent = await portal.send({ sources: { method: 'crm.status.list', params: { filter: { ENTITY_ID: 'SOURCE' }, order: { SORT: 'ASC' } } } }, { halt: true })
  if (!sent.ok) return sent
  const { sources } = sent.value
  if (!sources.ok) return failed(sources.error)
  const rows = decode('crm.status.list', Rows, sources.value)
  return rows.ok ? ok(rows.value.map(({ STATUS_ID: code, NAME: name }) => ({ code, name }))) : rows
}

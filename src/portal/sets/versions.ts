/** Single versions from the shelf, by their references. */
import * as v from 'valibot'
import type { SetReference } from '../../domain/question-set.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { decode } from '../decode.ts'
import type { Command, Portal, PortalError } from '../portal.ts'
import { SHELF } from './shelf-name.ts'

const Rows = v.array(v.object({ NAME: v.string(), DETAIL_TEXT: v.nullish(v.string(), '') }))

function versionCommand(reference: SetReference): Command {
  return { method: 'entity.item.get', params: { ENTITY: SHELF, SORT: { ID: 'ASC' }, FILTER: { NAME: reference } } }
}

/** Commands of one request (`settings/how-to-call-rest-api/batch.md`). */
const MOST = 50

/** The texts of these versions, in one request; one that is not there is left out, and of more than fifty the rest. */
export async function readVersions(portal: Portal, references: readonly SetReference[]): Promise<Result<ReadonlyMap<SetReference, string>, PortalError>> {
  const wanted = [...new Set(references)].slice(0, MOST)
  const texts = new Map<SetReference, string>()
  if (wanted.length === 0) return ok(texts)
  const sent = await portal.send(Object.fromEntries(wanted.map((reference, at) => [`version${at}`, versionCommand(reference)])), { halt: false })
  if (!sent.ok) return sent
  for (const [at, reference] of wanted.entries()) {
    const reply = sent.value[`version${at}`]
    // a portal without the storage has no versions
    if (reply?.ok === false && reply.error.kind === 'not-found') continue
    if (!reply?.ok) return reply ?? { ok: false, error: { kind: 'no-result', method: 'entity.item.get', code: '', description: '' } }
    const rows = decode('entity.item.get', Rows, reply.value)
    if (!rows.ok) return rows
    // an underscore in a filter may stand for any character; of two with one name the first counts
    const row = rows.value.find(({ NAME }) => NAME === reference)
    if (row) texts.set(reference, row.DETAIL_TEXT)
  }
  return ok(texts)
}

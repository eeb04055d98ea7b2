/** The storage of the journal: made once, for whoever has the app to write to. */
import * as v from 'valibot'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { JOURNAL } from '../entries-command.ts'
import { JOURNAL_PROPERTIES } from '../journal.ts'
import type { Command, Portal, PortalError } from '../portal.ts'

const Properties = v.array(v.object({ PROPERTY: v.string() }))

/** Makes what is missing of it; gives whether that was anything. An entry is found by number, so that the lead's id is one. */
export async function makeJournal(portal: Portal): Promise<Result<boolean, PortalError>> {
  const sent = await portal.send({
    storage: { method: 'entity.get', params: { ENTITY: JOURNAL } },
    properties: { method: 'entity.item.property.get', params: { ENTITY: JOURNAL } },
  }, { halt: false })
  if (!sent.ok) return sent
  const { storage, properties } = sent.value
  if (!storage.ok && storage.error.kind !== 'not-found') return failed(storage.error)
  const known = properties.ok ? v.safeParse(Properties, properties.value) : undefined
  const missing = JOURNAL_PROPERTIES.filter(code => known?.success !== true || known.output.every(({ PROPERTY }) => PROPERTY !== code))
  if (storage.ok && missing.length === 0) return ok(false)
  const commands: Readonly<Record<string, Command>> = {
    ...(!storage.ok && { storage: { method: 'entity.add', params: { ENTITY: JOURNAL, NAME: 'Triple A', ACCESS: { AU: 'W' } } } }),
    ...Object.fromEntries(missing.map(code => [code, {
      method: 'entity.item.property.add', params: { ENTITY: JOURNAL, PROPERTY: code, NAME: code, TYPE: 'N' },
    }])),
  }
  const made = await portal.send(commands, { halt: true })
  if (!made.ok) return made
  const failure = Object.values(made.value).find(reply => !reply.ok)
  return failure?.ok === false ? failed(failure.error) : ok(true)
}
